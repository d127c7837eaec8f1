/**
 * The choices that METHODS leaves to a plan, each with the default of §14 first. A plan that says nothing has the defaults.
 * Every evaluation carries the settings that it was made with.
 */
export const timings = ['start', 'mid', 'end'] as const;
export const residualValueRules = ['linear', 'annuity'] as const;
export const capitalCostRules = ['linear', 'annuity'] as const;
export const interestBases = ['opening', 'average'] as const;
export const creditRules = ['sequential', 'shapley'] as const;
export const creditOrders = ['start-year', 'unit-cost'] as const;

export type MethodSettings = {
	/** When the flow of a year counts: at its start (the first year undiscounted), middle or end (§0, 1). */
	readonly timing: (typeof timings)[number];
	/** What an asset is worth after the plan: linear in its years, or the annuities not yet spent (§1). */
	readonly residualValue: (typeof residualValueRules)[number];
	/** Capital cost in the operating budget: linear depreciation, or the same nominal sum every year (§2). */
	readonly capitalCost: (typeof capitalCostRules)[number];
	/** What interest is counted on with linear depreciation: the year's opening or its average book value (§2). */
	readonly interestBase: (typeof interestBases)[number];
	/** Who is credited where measures overlap: those before, or each by its mean over all orders (§7). */
	readonly credit: (typeof creditRules)[number];
	/** The order of sequential crediting: start year, or cost per tonne until it is stable (§5, 3). */
	readonly creditOrder: (typeof creditOrders)[number];
	/** Credited tonnes of a sector are at most its reference emissions of the year (§7). */
	readonly sectorCap: boolean;
	/** Own investment capacity that a year leaves unused may be used in a later one (§8). */
	readonly carryCapacity: boolean;
};

export const DEFAULT_METHOD: MethodSettings = {
	timing: 'start',
	residualValue: 'linear',
	capitalCost: 'linear',
	interestBase: 'opening',
	credit: 'sequential',
	creditOrder: 'start-year',
	sectorCap: false,
	carryCapacity: false
};

/** The settings that differ from the defaults, by name. */
export function chosenSettings(method: MethodSettings): (keyof MethodSettings)[] {
	return (Object.keys(DEFAULT_METHOD) as (keyof MethodSettings)[]).filter(
		(name) => method[name] !== DEFAULT_METHOD[name]
	);
}
