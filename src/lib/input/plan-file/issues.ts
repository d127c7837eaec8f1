import type { z } from 'zod';
import type { Text } from '../../core/errors.ts';
import type { Problem } from '../../core/plan/problem.ts';

type Issue = z.core.$ZodIssue;

/** What would be right, by the key that the schema gives a check. */
const expectations: Record<string, Text> = {
	amount: {
		sv: 'ska vara kronor som text med högst två decimaler, utan tecken, mellanslag eller exponent och högst 1000000000000.00, till exempel "12300000.00"',
		en: 'must be kronor as text with at most two decimals, without sign, space or exponent and at most 1000000000000.00, such as "12300000.00"'
	},
	'at-least-one': { sv: 'ska ha minst en post', en: 'must have at least one entry' },
	'at-most-20': { sv: 'ska vara högst 20', en: 'must be at most 20' },
	'at-most-100': { sv: 'ska vara högst 100', en: 'must be at most 100' },
	day: { sv: 'ska vara en dag, till exempel 2026-11-23', en: 'must be a day, such as 2026-11-23' },
	'emission-change': {
		sv: 'ska vara en årlig andel större än -1 och högst 1 (-0.035 för 3,5 % minskning)',
		en: 'must be a yearly fraction above -1 and at most 1 (-0.035 for a cut of 3.5 %)'
	},
	fact: {
		sv: 'ska vara ett svar på frågan: true eller false, en dag som 2027-05-01, eller ett av svaren som finns',
		en: 'must answer the question: true or false, a day such as 2027-05-01, or one of the answers that there are'
	},
	factor: { sv: 'ska vara en faktor mellan 0 och 100', en: 'must be a factor from 0 to 100' },
	fraction: {
		sv: 'ska vara en andel mellan 0 och 1 (0.04 för 4 %)',
		en: 'must be a fraction from 0 to 1 (0.04 for 4 %)'
	},
	id: {
		sv: 'ska vara ett id av högst 64 tecken: bokstäver a–z, siffror, punkt, streck eller understreck, först en bokstav eller siffra',
		en: 'must be an id of at most 64 characters: letters a–z, digits, dot, dash or underscore, starting with a letter or digit'
	},
	month: { sv: 'ska vara en månad, 1 till 12', en: 'must be a month, 1 to 12' },
	'municipality-code': {
		sv: 'ska vara kommunkoden som text med fyra siffror, till exempel "0764"',
		en: 'must be the municipality code as text of four digits, such as "0764"'
	},
	'mwh-too-large': { sv: 'ska vara högst en miljard MWh', en: 'must be at most 10^9 MWh' },
	'not-empty': { sv: 'får inte vara tomt', en: 'must not be empty' },
	'not-negative': { sv: 'ska vara noll eller mer', en: 'must be zero or more' },
	number: {
		sv: 'ska vara ett tal (eller null när värdet är okänt, där det är tillåtet)',
		en: 'must be a number (or null when unknown, where that is allowed)'
	},
	percent: { sv: 'ska vara procent mellan 0 och 100', en: 'must be per cent from 0 to 100' },
	positive: { sv: 'ska vara större än noll', en: 'must be above zero' },
	printable: {
		sv: 'får inte innehålla styrtecken eller trasiga tecken',
		en: 'must not contain control characters or broken characters'
	},
	'range-order': {
		sv: 'ska vara låg, trolig och hög i stigande ordning',
		en: 'must be low, most likely and high in ascending order'
	},
	rate: {
		sv: 'ska vara en årlig andel mellan -1 och 1',
		en: 'must be a yearly fraction from -1 to 1'
	},
	'room-differs': {
		sv: 'ska vara det som room ger: resultat + avskrivningar + nyupplåning − övriga investeringar + omriktade ramar, lägst 0',
		en: 'must be what room gives: result + depreciation + new borrowing − other investments + redirected frames, at least 0'
	},
	'signed-amount': {
		sv: 'ska vara kronor som text med högst två decimaler, till exempel "-12300000.00"',
		en: 'must be kronor as text with at most two decimals, such as "-12300000.00"'
	},
	scale: { sv: 'ska vara en faktor mellan 0 och 100', en: 'must be a factor from 0 to 100' },
	shift: { sv: 'ska vara hela år mellan -100 och 100', en: 'must be whole years from -100 to 100' },
	text: { sv: 'ska vara text', en: 'must be text' },
	'text-too-long': {
		sv: 'är för lång: högst 2 000 tecken, beskrivningar högst 20 000',
		en: 'is too long: at most 2,000 characters, descriptions at most 20,000'
	},
	'tonnes-too-large': { sv: 'ska vara högst en miljard ton', en: 'must be at most 10^9 tonnes' },
	whole: { sv: 'ska vara ett heltal', en: 'must be a whole number' },
	'whole-kilograms': {
		sv: 'ska vara ton med högst tre decimaler (hela kilogram)',
		en: 'must be tonnes with at most three decimals (whole kilograms)'
	},
	year: { sv: 'ska vara ett årtal mellan 1900 och 2200', en: 'must be a year from 1900 to 2200' },
	'years-ascending': {
		sv: 'ska ha åren i stigande ordning, varje år en gång',
		en: 'must have its years in ascending order, each year once'
	},
	years: { sv: 'ska vara hela år mellan 1 och 200', en: 'must be whole years from 1 to 200' }
};

/** Every finding of the schema as a problem with its value; the closest alternative speaks for a union. */
export function problemsOf(
	issues: readonly Issue[],
	file: unknown,
	path: Problem['path'] = []
): Problem[] {
	return issues.flatMap((issue) => problemsOfIssue(issue, file, path));
}

export function tooLong(most: number | bigint): Text {
	return { sv: `får ha högst ${most} poster`, en: `may have at most ${most} entries` };
}

/** Whether a list is longer than it may be. */
export function isOfLength(issue: Issue): boolean {
	return issue.code === 'too_big' && issue.message === 'list-too-long';
}

function problemsOfIssue(issue: Issue, file: unknown, prefix: Problem['path']): Problem[] {
	const path = [
		...prefix,
		...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
	];
	if (issue.code === 'invalid_union' && issue.errors.length > 0)
		return closestAlternative(issue.errors).flatMap((inner) => problemsOfIssue(inner, file, path));
	if (issue.code === 'unrecognized_keys')
		return issue.keys.map((key) => ({
			path: [...path, key],
			value: valueAt(file, [...path, key]),
			expected: {
				sv: 'är inget fält i planfilens version 1; ta bort det eller rätta stavningen',
				en: 'is not a field of plan file version 1; remove it or mend its spelling'
			}
		}));
	if (issue.code === 'invalid_key')
		return [{ path, value: path.at(-1), expected: expectations['id'] ?? wrong }];
	return [{ path, value: valueAt(file, path), expected: expectation(issue, valueAt(file, path)) }];
}

const wrong: Text = { sv: 'är fel', en: 'is wrong' };

function expectation(issue: Issue, value: unknown): Text {
	if (value === undefined)
		return { sv: 'saknas och måste finnas', en: 'is missing and must be there' };
	if (issue.code === 'invalid_value') {
		const values = issue.values.map((allowed) => JSON.stringify(allowed)).join(', ');
		return { sv: `ska vara något av ${values}`, en: `must be one of ${values}` };
	}
	if (issue.code === 'too_big' && isOfLength(issue))
		return {
			sv: `får ha högst ${issue.maximum} poster`,
			en: `may have at most ${issue.maximum} entries`
		};
	const known = expectations[issue.message];
	if (known) return known;
	if (issue.code === 'invalid_type') return typeExpectation(issue.expected);
	return wrong;
}

function typeExpectation(expected: string): Text {
	const names: Record<string, Text> = {
		array: { sv: 'ska vara en lista [ … ]', en: 'must be a list [ … ]' },
		object: { sv: 'ska vara ett objekt { … }', en: 'must be an object { … }' },
		record: { sv: 'ska vara ett objekt { … }', en: 'must be an object { … }' },
		boolean: { sv: 'ska vara true eller false', en: 'must be true or false' },
		tuple: { sv: 'ska vara en lista med tre tal', en: 'must be a list of three numbers' }
	};
	return names[expected] ?? wrong;
}

/** The alternative that the value comes closest to: the one with the fewest findings. */
function closestAlternative(alternatives: readonly (readonly Issue[])[]): readonly Issue[] {
	const weight = (issues: readonly Issue[]) =>
		issues.reduce(
			(sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1),
			0
		);
	return [...alternatives].sort((a, b) => weight(a) - weight(b))[0] ?? [];
}

export function valueAt(file: unknown, path: Problem['path']): unknown {
	return path.reduce<unknown>((value, step) => {
		if (typeof value !== 'object' || value === null) return undefined;
		return Object.hasOwn(value, step)
			? (value as Record<string | number, unknown>)[step]
			: undefined;
	}, file);
}
