import type { Text } from '../../core/errors.ts';

/** What is wrong with an organisation's name and code; null where nothing is. A body that is no municipality has no code. */
export function organisationProblems(name: string, municipalityCode: string) {
	return {
		name:
			name.trim() === ''
				? ({
						sv: 'Skriv kommunens eller organisationens namn.',
						en: 'Write the name of the municipality or organisation.'
					} satisfies Text)
				: null,
		municipalityCode:
			municipalityCode !== '' && !/^\d{4}$/.test(municipalityCode)
				? ({
						sv: 'Kommunkoden har fyra siffror, till exempel 0764. Lämna tomt om ni inte är en kommun.',
						en: 'The municipality code has four digits, such as 0764. Leave it empty if you are not a municipality.'
					} satisfies Text)
				: null
	};
}
