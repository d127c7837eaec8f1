import type { Decimal } from '../decimal.ts';
import type { Text } from '../errors.ts';

export const instruments = [
	'grant',
	'loan',
	'guarantee',
	'equity',
	'tax',
	'own',
	'crowd',
	'procurement',
	'epc'
] as const;
export const programmeLevels = [
	'municipal',
	'regional',
	'national',
	'eu',
	'private',
	'civil'
] as const;
export const programmeStatuses = ['open', 'recurring', 'closed', 'ended', 'unknown'] as const;

/** A funding programme, with the terms that the figures of a plan depend on. */
export type Programme = {
	/** From the shared catalogue, or carried by the plan itself. */
	readonly origin: 'catalogue' | 'plan';
	readonly id: string;
	readonly name: Text;
	readonly funder: string;
	readonly level: (typeof programmeLevels)[number];
	readonly instrument: (typeof instruments)[number];
	/** Counties, or SE for the whole country. */
	readonly geography: readonly string[];
	/** Ceiling as a share of the programme's own cost base; null when not known or not a share. */
	readonly maxSupportShare: Decimal | null;
	/** Paid from the EU budget: at most one such programme may pay a cost item. */
	readonly euBudget: boolean;
	readonly status: (typeof programmeStatuses)[number];
	readonly asOf: string;
	readonly source: string;
};

/** Paid by a third party under a development agreement: own money in the books, yet it closes the gap. */
const DEVELOPMENT_CONTRIBUTION = 'exploateringsbidrag';

/**
 * Whether money from the programme makes the funding gap smaller (METHODS §14, rule 13): grants, crowdfunding,
 * equity from others than the municipality, and development contributions. Loans and own money never do.
 */
export function closesGap(programme: Programme): boolean {
	if (programme.instrument === 'grant' || programme.instrument === 'crowd') return true;
	if (programme.instrument === 'equity') return programme.level !== 'municipal';
	return programme.id === DEVELOPMENT_CONTRIBUTION;
}

/** The shared programmes that a plan's funding lines may name, by id. */
export type Catalogue = ReadonlyMap<string, Programme>;

/** The plan's own programmes, and those of the catalogue that its funding lines name, in order of first use. */
export function withCatalogue(
	own: readonly Programme[],
	funding: readonly { readonly programme: string }[],
	catalogue: Catalogue
): Programme[] {
	const ids = new Set(own.map(({ id }) => id));
	const named = [...new Set(funding.map((line) => line.programme))];
	return [...own, ...named.flatMap((id) => (ids.has(id) ? [] : (catalogue.get(id) ?? [])))];
}
