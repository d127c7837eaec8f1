import type { PoolUse } from '../abatement/credits.ts';
import { ZERO, isAboveZero } from '../decimal.ts';
import type { CountedFunding } from '../funding/counted-funding.ts';
import { sectorsWithoutBase } from '../emissions/reference.ts';
import type { Plan, Portfolio } from '../plan/plan.ts';
import type { EvaluatedMeasure, Frame } from './frame.ts';
import type { Warning } from './evaluation.ts';
import { fundingWarnings } from './funding-warnings.ts';
import { measureWarnings } from './measure-warnings.ts';
import { swedish } from '../words.ts';

type Seen = {
	readonly measures: readonly EvaluatedMeasure[];
	readonly pools: readonly PoolUse[];
	readonly frame: Frame;
	readonly stack: CountedFunding;
};

/** What a reader of a portfolio's figures must know, in the order: plan, relations, measures, pools, funding. */
export function warnings(
	plan: Plan,
	portfolio: Portfolio,
	{ measures, pools, frame, stack }: Seen
): Warning[] {
	return [
		...planWarnings(plan, frame),
		...relationWarnings(portfolio, measures),
		...measures.flatMap((measure) => measureWarnings(measure, frame)),
		...pools.flatMap((pool) => poolWarnings(pool, frame)),
		...fundingWarnings(plan, stack, measures, frame)
	];
}

/** Re-ordering by cost came to no stable order. */
export function orderUnsettled({ id }: Portfolio): Warning {
	return {
		code: 'credit-order-unsettled',
		where: id,
		value: null,
		limit: null,
		text: {
			sv: 'Ordningen efter kostnad per ton blir inte stabil: åtgärder som överlappar byter plats varje gång. Den sista ordningen räknas. Välj startår eller Shapley för en entydig tillräkning.',
			en: 'The order by cost per tonne does not settle: overlapping measures change places each time. The last order counts. Choose start year or Shapley for crediting that is clear.'
		}
	};
}

function planWarnings(plan: Plan, frame: Frame): Warning[] {
	const rows = new Map(plan.budget.map((row) => [row.year, row]));
	const incomplete = frame.years.filter((year) => {
		const row = rows.get(year);
		return !row || row.ownInvestmentCapacity === null || row.operatingFrame === null;
	});
	return [
		...incomplete.map((year) => ({
			code: 'budget-year-missing',
			where: `budget.${year}`,
			value: null,
			limit: null,
			text: {
				sv: `Budgetåret ${year} saknar investeringsutrymme eller driftram. Fyll i båda, annars är gapet okänt det året.`,
				en: `Budget year ${year} lacks investment capacity or operating frame. Give both, or the gap of that year is unknown.`
			}
		})),
		...sectorsWithoutBase(plan).map((sector) => ({
			code: 'inventory-row-missing',
			where: `reference.${sector}`,
			value: null,
			limit: null,
			text: {
				sv: `Basårets utsläpp saknas för sektorn ${sector}. Referensbanan och målen kan inte räknas.`,
				en: `The base-year emissions of sector ${sector} are missing. The reference path and the targets cannot be computed.`
			}
		}))
	];
}

/** Starts in a year in which the measure, as its form says, could not. */
function startWarnings({ measure, startYear }: EvaluatedMeasure['placed']): Warning[] {
	const { earliestStart, latestStart } = measure;
	const isEarly = earliestStart !== undefined && startYear < earliestStart;
	const isLate = latestStart !== undefined && startYear > latestStart;
	if (!isEarly && !isLate) return [];
	const limit = isEarly ? earliestStart : latestStart;
	const [sv, en] = isEarly ? ['tidigast', 'at the earliest'] : ['senast', 'at the latest'];
	return [
		{
			code: 'start-outside-window',
			where: measure.id,
			value: String(startYear),
			limit: String(limit),
			text: {
				sv: `${measure.id} startar ${startYear} i portföljen men kan starta ${sv} ${limit}.`,
				en: `${measure.id} starts in ${startYear} in the portfolio but can start in ${limit} ${en}.`
			}
		}
	];
}

function relationWarnings(portfolio: Portfolio, measures: readonly EvaluatedMeasure[]): Warning[] {
	const included = new Set(portfolio.measures);
	return measures.flatMap(({ placed, placed: { measure } }) => [
		...startWarnings(placed),
		...measure.excludes
			.filter((other) => included.has(other))
			.map((other) => ({
				code: 'excluded-together',
				where: measure.id,
				value: other,
				limit: null,
				text: {
					sv: `${measure.id} utesluter ${other}, men båda ingår i portföljen.`,
					en: `${measure.id} excludes ${other}, yet the portfolio holds both.`
				}
			})),
		...measure.requires
			.filter((other) => !included.has(other))
			.map((other) => ({
				code: 'required-missing',
				where: measure.id,
				value: null,
				limit: other,
				text: {
					sv: `${measure.id} kräver ${other}, som inte ingår i portföljen.`,
					en: `${measure.id} requires ${other}, which the portfolio lacks.`
				}
			}))
	]);
}

/** One warning a pool, for the year in which the claims exceed it most. */
function poolWarnings({ pool, level, standAlone }: PoolUse, frame: Frame): Warning[] {
	if (!level) return [];
	const excess = level.map((tonnes, index) => (standAlone[index] ?? tonnes).minus(tonnes));
	const worst = excess.reduce(
		(best, value, index) => (value.gt(excess[best] ?? value) ? index : best),
		0
	);
	const over = excess[worst];
	if (!over || !isAboveZero(over)) return [];
	const [claimed, held] = [standAlone[worst] ?? ZERO, level[worst] ?? ZERO];
	const [value, limit] = [claimed.toFixed(1), held.toFixed(1)];
	const year = frame.years[worst];
	return [
		{
			code: 'pool-exceeded',
			where: `${pool.id}.${year}`,
			value,
			limit,
			text: {
				sv: `Åtgärderna minskar tillsammans ${swedish(claimed, 1)} ton i utsläppsposten ${pool.id} år ${year}, men där finns bara ${swedish(held, 1)} ton. Det som finns delas mellan dem.`,
				en: `Together the measures take ${value} t from the emission item ${pool.id} in ${year}, which holds only ${limit} t. What is there is shared between them.`
			}
		}
	];
}
