import type { Release } from '../../core/emissions/release.ts';
import type { Text } from '../../core/errors.ts';
import type { Gas } from '../../core/plan/plan.ts';

/** What was found at a source of emission figures, with what its reader should know: what was left out, and why. */
export type FoundEmissions = {
	readonly release: Release;
	/** The name of the release where the source says one, or its address says when it was fetched. */
	readonly edition: string;
	readonly source: string;
	readonly remarks: readonly Text[];
};

/** Inhabitants on 31 December of each year. */
export type FoundPopulation = {
	readonly rows: readonly { readonly year: number; readonly persons: number }[];
	readonly source: string;
	readonly remarks: readonly Text[];
};

export type Found =
	| ({ readonly kind: 'emissions' } & FoundEmissions)
	| ({ readonly kind: 'population' } & FoundPopulation);

/** A source that cannot be used, with what its reader can do about it. */
export class SourceRefusal extends Error {
	readonly text: Text;
	constructor(sv: string, en: string) {
		super(en);
		this.text = { sv, en };
	}
}

/** Whom the figures are of. */
export type Place = { readonly code: string; readonly name: string };

export const gasName: Readonly<Record<Gas, Text>> = {
	CO2: { sv: 'koldioxid', en: 'carbon dioxide' },
	CO2e: { sv: 'växthusgaser', en: 'greenhouse gases' }
};
