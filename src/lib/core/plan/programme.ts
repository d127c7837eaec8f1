import type { Decimal } from '../decimal.ts';
import type { Text } from '../errors.ts';
import type { AidRule, Evidence, FundingRule } from './funding-rules.ts';

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
	/** Absent: from knowledge. */
	readonly confidence?: Evidence['confidence'] | undefined;
	/** What it asks and pays, besides the fields above; see `rulesOf`. */
	readonly rules?: readonly FundingRule[] | undefined;
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

const known = new WeakMap<Programme, readonly FundingRule[]>();

/** Every rule of a programme: those stated, and for what has no rule of its kind those that its fields amount to. */
export function rulesOf(programme: Programme): readonly FundingRule[] {
	const found = known.get(programme);
	if (found) return found;
	const stated = programme.rules ?? [];
	const evidence: Evidence = {
		source: programme.source,
		asOf: programme.asOf,
		confidence: programme.confidence ?? 'from-knowledge'
	};
	const isStated = (kind: FundingRule['kind']) => stated.some((rule) => rule.kind === kind);
	const rules = [...stated];
	if (!isStated('share') && programme.maxSupportShare !== null)
		rules.push({
			kind: 'share',
			share: programme.maxSupportShare.toNumber(),
			of: 'eligible-cost',
			role: 'ceiling',
			...evidence
		});
	if (!isStated('geography') && !programme.geography.includes('SE'))
		rules.push({ kind: 'geography', counties: programme.geography, ...evidence });
	known.set(programme, rules);
	return rules;
}

/** Support from the public: what counts under ceilings on public money. Own money and loans are none. */
export function isPublicSupport({ instrument, level }: Programme): boolean {
	return instrument === 'grant' && (level === 'regional' || level === 'national' || level === 'eu');
}

/** Paid back or only guaranteed: it may stand beside grants on the same cost. */
export function isRepaid({ instrument }: Programme): boolean {
	return instrument === 'loan' || instrument === 'guarantee';
}

/** Money that the municipality pays back: it enters the operating budget as interest and depreciation, and liquidity when it comes. */
export function isBorrowed({ instrument }: Programme): boolean {
	return instrument === 'loan' || instrument === 'epc';
}

/** The shared programmes that a plan's funding lines may name, by id, and the articles on state aid. */
export type Catalogue = {
	readonly programmes: ReadonlyMap<string, Programme>;
	readonly aidRules: readonly AidRule[];
};

/** Every programme that a plan may apply to: its own, and those of the catalogue that it has no own version of. */
export function allProgrammes(
	{ programmes: known }: { readonly programmes: readonly Programme[] },
	{ programmes }: Catalogue
): Programme[] {
	const own = known.filter(({ origin }) => origin === 'plan');
	const ids = new Set(own.map(({ id }) => id));
	return [...own, ...[...programmes.values()].filter(({ id }) => !ids.has(id))];
}

/** The plan's own programmes, and those of the catalogue that its funding lines name, in order of first use. */
export function withCatalogue(
	own: readonly Programme[],
	funding: readonly { readonly programme: string }[],
	{ programmes }: Catalogue
): Programme[] {
	const ids = new Set(own.map(({ id }) => id));
	const named = [...new Set(funding.map((line) => line.programme))];
	return [...own, ...named.flatMap((id) => (ids.has(id) ? [] : (programmes.get(id) ?? [])))];
}
