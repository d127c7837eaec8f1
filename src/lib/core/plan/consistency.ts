import type { Decimal } from '../decimal.ts';
import { ONE, ZERO } from '../decimal.ts';
import { applicationProblems } from './application-problems.ts';
import { factorKindProblems } from './factor-kinds.ts';
import type { Id, MeasureOutline, Period, PlanOutline } from './outline.ts';
import { problem, type Problem } from './problem.ts';
import { requirementProblems } from './requirements.ts';
import { unresolved } from './unresolved.ts';

const MOST_YEARS = 100;

/** Every breach of the rules that tie a plan's parts together; an empty list means consistent. */
export function consistencyProblems(plan: PlanOutline, catalogue: ReadonlySet<string>): Problem[] {
	const ids = idsOf(plan, catalogue);
	return [
		...horizonProblems(plan),
		...duplicateProblems(plan),
		...plan.pools.flatMap((pool, index) =>
			unresolved(['pools', index, 'sector'], pool.sector, ids.sectors, lists.reference)
		),
		...plan.measures.flatMap((measure, index) => measureProblems(measure, index, ids)),
		...factorKindProblems(plan),
		...requirementProblems(plan),
		...plan.applications.flatMap(({ programme }, index) =>
			unresolved(['applications', index, 'programme'], programme, ids.programmes, lists.programmes)
		),
		...fundingProblems(plan, ids),
		...applicationProblems(plan),
		...portfolioProblems(plan, ids)
	];
}

/** The ids that others may name, each list gathered once. */
function idsOf(plan: PlanOutline, catalogue: ReadonlySet<string>) {
	return {
		sectors: present(plan.sectorsWithReference),
		pools: known(plan.pools),
		carriers: known(plan.carriers),
		measures: known(plan.measures),
		programmes: new Set([...known(plan.programmes), ...catalogue]),
		costItems: new Map(plan.measures.map(({ id, costs }) => [id, known(costs)]))
	};
}
type Ids = ReturnType<typeof idsOf>;

function known(items: readonly Id[]): Set<string> {
	return present(items.map(({ id }) => id));
}

function present(values: readonly (string | undefined)[]): Set<string> {
	return new Set(values.flatMap((value) => value ?? []));
}

function horizonProblems({ firstYear, lastYear }: PlanOutline): Problem[] {
	if (firstYear === undefined || lastYear === undefined) return [];
	if (lastYear < firstYear)
		return [
			problem(['plan', 'lastYear'], lastYear, {
				sv: `ska vara ${firstYear} (första året) eller senare`,
				en: `must be ${firstYear} (the first year) or later`
			})
		];
	if (lastYear - firstYear < MOST_YEARS) return [];
	return [
		problem(['plan', 'lastYear'], lastYear, {
			sv: `planen får ha högst ${MOST_YEARS} år: ange ${firstYear + MOST_YEARS - 1} eller tidigare`,
			en: `a plan has at most ${MOST_YEARS} years: give ${firstYear + MOST_YEARS - 1} or earlier`
		})
	];
}

function duplicateProblems(plan: PlanOutline): Problem[] {
	const ids = (items: readonly Id[]) => items.map(({ id }) => id);
	return [
		...duplicates(['reference'], 'sector', plan.sectorsWithReference),
		...duplicates(['emissionFactors'], 'carrier', ids(plan.carriers)),
		...sharedRangeProblems(plan),
		...duplicates(['budget'], 'year', plan.budgetYears),
		...duplicates(['pools'], 'id', ids(plan.pools)),
		...duplicates(['targets'], 'id', ids(plan.targets)),
		...duplicates(['programmes'], 'id', ids(plan.programmes)),
		...duplicates(['measures'], 'id', ids(plan.measures)),
		...plan.measures.flatMap((measure, index) =>
			duplicates(['measures', index, 'costs'], 'id', ids(measure.costs))
		),
		...duplicates(['applications'], 'id', ids(plan.applications)),
		...duplicates(['funding'], 'id', ids(plan.funding)),
		...duplicates(['portfolios'], 'id', ids(plan.portfolios)),
		...plan.portfolios.flatMap((portfolio, index) =>
			duplicates(['portfolios', index, 'measures'], null, portfolio.measures)
		)
	];
}

function duplicates(
	list: Problem['path'],
	field: string | null,
	values: readonly (string | number | undefined)[]
): Problem[] {
	const seen = new Map<string | number, number>();
	return values.flatMap((value, index) => {
		if (value === undefined) return [];
		const first = seen.get(value);
		if (first === undefined) {
			seen.set(value, index);
			return [];
		}
		return [
			problem([...list, index, ...(field ? [field] : [])], value, {
				sv: `finns redan på plats ${first + 1} i listan; varje värde får stå en gång`,
				en: `already stands at place ${first + 1} of the list; each value may stand once`
			})
		];
	});
}

/** The lists of a plan file in words, with their names in the file. */
const lists = {
	measures: { sv: 'åtgärderna (measures)', en: 'measures' },
	programmes: { sv: 'programmen (programmes)', en: 'programmes' },
	pools: { sv: 'utsläppsposterna (pools)', en: 'pools' },
	emissionFactors: { sv: 'emissionsfaktorerna (emissionFactors)', en: 'emissionFactors' },
	reference: { sv: 'referensbanorna (reference)', en: 'reference' }
} as const;

/** A range for each shared price and each emission factor at most, and only for factors that there are. */
function sharedRangeProblems({ sharedRanges, carriers }: PlanOutline): Problem[] {
	const withFactor = known(carriers);
	const seen = new Set<string>();
	return sharedRanges.flatMap(({ of, name }, index): Problem[] => {
		const path = ['sharedRanges', index, 'name'];
		if (of === 'factor' && name !== undefined && !withFactor.has(name))
			return unresolved(path, name, withFactor, lists.emissionFactors);
		const key = `${of ?? ''} ${name ?? ''}`;
		if (seen.has(key)) return [problem(path, name, RANGE_TWICE)];
		seen.add(key);
		return [];
	});
}

const RANGE_TWICE = {
	sv: 'har redan ett intervall; ta bort det ena',
	en: 'has a range already; remove one of them'
};

function measureProblems(measure: MeasureOutline, index: number, ids: Ids): Problem[] {
	const path = ['measures', index] as const;
	return [
		...measure.costs.flatMap((item, i) => periodProblems([...path, 'costs', i], item)),
		...measure.effects.flatMap((effect, i) => [
			...periodProblems([...path, 'effects', i], effect),
			...unresolved([...path, 'effects', i, 'pool'], effect.pool, ids.pools, lists.pools),
			...unresolved(
				[...path, 'effects', i, 'carrier'],
				effect.carrier,
				ids.carriers,
				lists.emissionFactors
			)
		]),
		...relationProblems(measure, [...path], ids.measures),
		...startProblems(measure, path),
		...shareProblems(measure, [...path])
	];
}

function periodProblems(path: Problem['path'], { from, to }: Period): Problem[] {
	if (from === undefined || to === undefined || from <= to) return [];
	return [
		problem([...path, 'from'], from, {
			sv: `ska vara ${to} (posten slutar då) eller tidigare`,
			en: `must be ${to} (when the item ends) or earlier`
		})
	];
}

/** The year in which a measure starts is one in which it could. */
function startProblems(
	{ startYear, earliestStart, latestStart }: MeasureOutline,
	path: Problem['path']
): Problem[] {
	if (startYear === undefined) return [];
	const problems: Problem[] = [];
	if (earliestStart !== undefined && earliestStart > startYear)
		problems.push(
			problem([...path, 'earliestStart'], earliestStart, {
				sv: `ska vara ${startYear} (då åtgärden startar) eller tidigare`,
				en: `must be ${startYear} (when the measure starts) or earlier`
			})
		);
	if (latestStart !== undefined && latestStart < startYear)
		problems.push(
			problem([...path, 'latestStart'], latestStart, {
				sv: `ska vara ${startYear} (då åtgärden startar) eller senare`,
				en: `must be ${startYear} (when the measure starts) or later`
			})
		);
	return problems;
}

function relationProblems(
	measure: MeasureOutline,
	path: Problem['path'],
	measureIds: ReadonlySet<string>
): Problem[] {
	const excluded = new Set(measure.excludes);
	const self = (field: string, sv: string, en: string) => (other: string | undefined, i: number) =>
		other !== undefined && other === measure.id
			? [problem([...path, field, i], other, { sv, en })]
			: unresolved([...path, field, i], other, measureIds, lists.measures);
	return [
		...measure.requires.flatMap(
			self('requires', 'en åtgärd kan inte kräva sig själv', 'a measure cannot require itself')
		),
		...measure.excludes.flatMap(
			self('excludes', 'en åtgärd kan inte utesluta sig själv', 'a measure cannot exclude itself')
		),
		...measure.requires.flatMap((other, i) =>
			other !== undefined && other !== measure.id && excluded.has(other)
				? [
						problem([...path, 'requires', i], other, {
							sv: 'krävs och utesluts av samma åtgärd; ta bort det ena',
							en: 'is both required and excluded by the same measure; remove one'
						})
					]
				: []
		)
	];
}

function shareProblems(measure: MeasureOutline, path: Problem['path']): Problem[] {
	let total: Decimal = ZERO;
	for (const share of measure.partnerShares) if (share !== undefined) total = total.plus(share);
	if (total.lt(ONE)) return [];
	return [
		problem([...path, 'jointWith'], total.toNumber(), {
			sv: 'partnernas andelar ska tillsammans vara under 1, så att kommunen har en egen del',
			en: "the partners' shares must add up to less than 1, so that an own share is left"
		})
	];
}

function fundingProblems(plan: PlanOutline, ids: Ids): Problem[] {
	return plan.funding.flatMap((line, index) => {
		const path = ['funding', index] as const;
		const costItems = ids.costItems.get(line.measure);
		return [
			...unresolved([...path, 'measure'], line.measure, ids.measures, lists.measures),
			...(costItems && line.measure !== undefined
				? unresolved([...path, 'costItem'], line.costItem, costItems, {
						sv: `kostnadsposterna i åtgärd ${line.measure} (costs)`,
						en: `measures ${line.measure}, costs`
					})
				: []),
			...unresolved([...path, 'programme'], line.programme, ids.programmes, lists.programmes),
			...line.currencies.flatMap((currency, i) =>
				currency === 'EUR' && !plan.hasEuroRate
					? [
							problem([...path, 'amounts', i, 'currency'], currency, {
								sv: 'belopp i EUR kräver plan.euroRate (kronor per euro)',
								en: 'an amount in EUR needs plan.euroRate (SEK per EUR)'
							})
						]
					: []
			)
		];
	});
}

function portfolioProblems(plan: PlanOutline, ids: Ids): Problem[] {
	return plan.portfolios.flatMap((portfolio, index) => {
		const path = ['portfolios', index] as const;
		const ofPortfolio = present(portfolio.measures);
		const own = {
			sv: `portföljens åtgärder (portfolios[${index}].measures)`,
			en: `portfolios[${index}].measures`
		};
		return [
			...portfolio.measures.flatMap((id, i) =>
				unresolved([...path, 'measures', i], id, ids.measures, lists.measures)
			),
			...portfolio.shift.flatMap((id) => unresolved([...path, 'shift', id], id, ofPortfolio, own)),
			...portfolio.scale.flatMap((id) => unresolved([...path, 'scale', id], id, ofPortfolio, own))
		];
	});
}
