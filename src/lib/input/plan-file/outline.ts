import {
	ofApplication,
	type FundingOutline,
	type MeasureOutline,
	type PlanOutline,
	type PortfolioOutline
} from '../../core/plan/outline.ts';

/**
 * The bones of a plan file, read without trusting it: what has the wrong type is simply not there. So the parts that are
 * right can be checked against one another although others are wrong.
 */
export function outlineOf(file: unknown): PlanOutline {
	const settings = get(file, 'plan');
	return {
		firstYear: number(get(settings, 'firstYear')),
		lastYear: number(get(settings, 'lastYear')),
		hasEuroRate: number(get(settings, 'euroRate')) !== undefined,
		sectorsWithReference: list(get(file, 'reference')).map((path) => text(get(path, 'sector'))),
		carriers: list(get(file, 'emissionFactors')).map((factor) => ({
			id: text(get(factor, 'carrier')),
			kind: text(get(factor, 'kind'))
		})),
		sharedRanges: list(get(file, 'sharedRanges')).map((range) => ({
			of: text(get(range, 'of')),
			name: text(get(range, 'name'))
		})),
		programmes: list(get(file, 'programmes')).map(idOf),
		pools: list(get(file, 'pools')).map((pool) => ({
			...idOf(pool),
			sector: text(get(pool, 'sector'))
		})),
		targets: list(get(file, 'targets')).map(idOf),
		budgetYears: list(get(file, 'budget')).map((row) => number(get(row, 'year'))),
		measures: list(get(file, 'measures')).map(measureOutline),
		applications: list(get(file, 'applications')).map((one) => ({
			...idOf(one),
			programme: text(get(one, 'programme')),
			payoutShares: ['advanceShare', 'lastShare'].map((share) =>
				number(get(get(one, 'payout'), share))
			)
		})),
		funding: list(get(file, 'funding')).map(fundingOutline),
		portfolios: list(get(file, 'portfolios')).map(portfolioOutline)
	};
}

function measureOutline(measure: unknown): MeasureOutline {
	return {
		...idOf(measure),
		startYear: number(get(measure, 'startYear')),
		earliestStart: number(get(measure, 'earliestStart')),
		latestStart: number(get(measure, 'latestStart')),
		costs: list(get(measure, 'costs')).map((item) => ({ ...idOf(item), ...periodOf(item) })),
		effects: list(get(measure, 'effects')).map((effect) => ({
			...periodOf(effect),
			pool: text(get(effect, 'pool')),
			carrier: text(get(effect, 'carrier'))
		})),
		excludes: list(get(measure, 'excludes')).map(text),
		requires: list(get(measure, 'requires')).map(text),
		partnerShares: list(get(measure, 'jointWith')).map((partner) => number(get(partner, 'share')))
	};
}

function fundingOutline(line: unknown): FundingOutline {
	return {
		...idOf(line),
		measure: text(get(line, 'measure')),
		costItem: text(get(line, 'costItem')),
		programme: text(get(line, 'programme')),
		application: text(get(line, 'application')),
		stated: ofApplication.filter((field) => get(line, field) !== undefined),
		currencies: list(get(line, 'amounts')).map((instalment) => text(get(instalment, 'currency')))
	};
}

function portfolioOutline(portfolio: unknown): PortfolioOutline {
	return {
		...idOf(portfolio),
		measures: list(get(portfolio, 'measures')).map(text),
		shift: keys(get(portfolio, 'shift')),
		scale: keys(get(portfolio, 'scale'))
	};
}

function idOf(value: unknown) {
	return { id: text(get(value, 'id')) };
}

function periodOf(value: unknown) {
	return { from: number(get(value, 'from')), to: number(get(value, 'to')) };
}

function get(value: unknown, field: string): unknown {
	if (typeof value !== 'object' || value === null || !Object.hasOwn(value, field)) return undefined;
	return (value as Record<string, unknown>)[field];
}

function list(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

function keys(value: unknown): string[] {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? Object.keys(value)
		: [];
}

const LONGEST_ID = 64;

function text(value: unknown): string | undefined {
	return typeof value === 'string' && value.length <= LONGEST_ID ? value : undefined;
}

function number(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
