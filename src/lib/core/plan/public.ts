import type { Application, CostItem, FundingLine, Measure, Plan, Portfolio } from './plan.ts';
import { ownValue } from './placement.ts';

/** What the public does not see of some portfolios. */
export type Hidden = {
	/** Measures that may be secret: they are not there, in no list and in no sum. */
	readonly measures: number;
	/** Costs and funding lines of other measures that may be secret: their amounts are unknown. */
	readonly amounts: number;
};

/**
 * The plan as the public may see it: without what may be secret, and without the names of those who work with it. What is
 * shown adds up: what is left out is in no sum either, so that nothing can be told from a difference. An amount that may be
 * secret is unknown, not zero; so is the funding of such a cost, which would tell its size.
 */
export function publicPlan(plan: Plan): Plan {
	const measures = plan.measures.filter(({ possiblySecret }) => !possiblySecret);
	const shown = new Set(measures.map(({ id }) => id));
	const isSecret = secretLines(measures);
	const lines = plan.funding.filter(({ measure }) => shown.has(measure));
	const named = new Set(lines.map(({ application }) => application));
	return {
		...plan,
		measures: measures.map((one) => publicMeasure(one, shown)),
		applications: plan.applications.filter(({ id }) => named.has(id)).map(publicApplication),
		funding: lines.map((line) => (isSecret(line) ? withoutAmounts(line) : line)),
		portfolios: plan.portfolios.map((one) => publicPortfolio(one, shown))
	};
}

/** The plan without the names of those who answer for its parts. */
export function withoutPeople(plan: Plan): Plan {
	return {
		...plan,
		measures: plan.measures.map((one) => ({ ...one, owner: '' })),
		applications: plan.applications.map((one) => ({ ...one, responsible: '' }))
	};
}

/** What of these portfolios the public does not see. */
export function hiddenIn(plan: Plan, portfolioIds: readonly string[]): Hidden {
	const portfolios = plan.portfolios.filter(({ id }) => portfolioIds.includes(id));
	const held = new Set(portfolios.flatMap((one) => one.measures));
	const measures = plan.measures.filter(({ id }) => held.has(id));
	const shown = measures.filter(({ possiblySecret }) => !possiblySecret);
	const ids = new Set(shown.map(({ id }) => id));
	const costs = shown.flatMap((one) => one.costs.filter((item) => item.possiblySecret));
	const isSecret = secretLines(shown);
	const lines = plan.funding.filter((line) => ids.has(line.measure) && isSecret(line));
	return { measures: measures.length - shown.length, amounts: costs.length + lines.length };
}

/** What a plan marks as possibly secret, each mark by what it is on. */
export function marksOf({ measures, funding }: Plan): ReadonlySet<string> {
	return new Set([
		...measures.flatMap((one) => (one.possiblySecret ? [markKey('measure', one.id)] : [])),
		...measures.flatMap(({ id, costs }) =>
			costs.flatMap((item) => (item.possiblySecret ? [markKey('cost', id, item.id)] : []))
		),
		...funding.flatMap((line) => (line.possiblySecret ? [markKey('line', line.id)] : []))
	]);
}

/** The plan with these marks beside its own: what was frozen knows no later marks. */
export function withMarks(plan: Plan, marks: ReadonlySet<string>): Plan {
	const marked = <Row>(row: Row, key: string): Row =>
		marks.has(key) ? { ...row, possiblySecret: true } : row;
	return {
		...plan,
		measures: plan.measures.map((one) =>
			marked(
				{
					...one,
					costs: one.costs.map((item) => marked(item, markKey('cost', one.id, item.id)))
				},
				markKey('measure', one.id)
			)
		),
		funding: plan.funding.map((line) => marked(line, markKey('line', line.id)))
	};
}

const markKey = (...ids: readonly string[]) => JSON.stringify(ids);

/** Whether a funding line may be secret, itself or by its cost. */
function secretLines(measures: readonly Measure[]): (line: FundingLine) => boolean {
	const costs = new Set(
		measures.flatMap(({ id, costs }) =>
			costs.flatMap((item) => (item.possiblySecret ? [markKey('cost', id, item.id)] : []))
		)
	);
	return (line) =>
		Boolean(line.possiblySecret) || costs.has(markKey('cost', line.measure, line.costItem));
}

function publicMeasure(measure: Measure, shown: ReadonlySet<string>): Measure {
	const isShown = (id: string) => shown.has(id);
	return {
		...measure,
		owner: '',
		excludes: measure.excludes.filter(isShown),
		requires: measure.requires.filter(isShown),
		costs: measure.costs.map((item) => (item.possiblySecret ? withoutAmount(item) : item)),
		// A source may quote the amount.
		sources: measure.costs.some((item) => item.possiblySecret) ? [] : measure.sources
	};
}

function withoutAmount({ referenceCost: _, units: __, ...item }: CostItem): CostItem {
	const unsaid = { basis: '', source: '' };
	return item.timing === 'one-off'
		? { ...item, ...unsaid, amount: null, years: [] }
		: { ...item, ...unsaid, amountPerYear: null };
}

function withoutAmounts({ eligibleCost: _, ...line }: FundingLine): FundingLine {
	return {
		...line,
		amounts: line.amounts.map((one) => ({ ...one, amount: null })),
		note: '',
		source: ''
	};
}

/** What was asked for in all could tell what a hidden line asks for. */
function publicApplication({ asked: _, ...own }: Application): Application {
	return { ...own, responsible: '', note: '', reports: [] };
}

function publicPortfolio(portfolio: Portfolio, shown: ReadonlySet<string>): Portfolio {
	const measures = portfolio.measures.filter((id) => shown.has(id));
	const kept = <Value>(values: Readonly<Record<string, Value>>) =>
		Object.fromEntries(
			measures.flatMap((id) => {
				const value = ownValue(values, id);
				return value === undefined ? [] : [[id, value] as const];
			})
		);
	return { ...portfolio, measures, shift: kept(portfolio.shift), scale: kept(portfolio.scale) };
}
