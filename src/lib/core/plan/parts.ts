/** The parts in which a plan is edited, by their name in the plan file. */

/** Lists whose members are edited one by one. */
export const listParts = ['measures', 'applications', 'funding', 'portfolios'] as const;
export type ListPart = (typeof listParts)[number];

export function isList(part: Part): part is ListPart {
	return listParts.some((list) => list === part);
}

/** Sections that are edited whole. */
export const sectionParts = [
	'illustrative',
	'schemaNotes',
	'disclaimer',
	'municipality',
	'plan',
	'tax',
	'inventory',
	'statedShares',
	'reference',
	'targets',
	'emissionFactors',
	'sharedRanges',
	'budget',
	'pools',
	'programmes'
] as const;
export type SectionPart = (typeof sectionParts)[number];

export type Part = ListPart | SectionPart;

/** Sections that a file leaves out where they are empty. */
export const sectionsLeftOut: ReadonlySet<Part> = new Set(['sharedRanges', 'programmes']);

/** Sections that lie in the plan's own row. */
export const headSections: ReadonlySet<Part> = new Set([
	'illustrative',
	'schemaNotes',
	'disclaimer',
	'municipality',
	'plan'
]);

/** What finance answers for: rates, frames, tax base and targets. */
export const financeParts: ReadonlySet<Part> = new Set(['plan', 'tax', 'budget', 'targets']);
