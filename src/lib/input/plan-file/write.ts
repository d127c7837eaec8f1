import { Decimal } from '../../core/decimal.ts';
import type { Programme } from '../../core/plan/programme.ts';
import { budgetFileOf, kronor } from './write-budget.ts';
import { chosenSettings } from '../../core/plan/method-settings.ts';
import type {
	Application,
	CostItem,
	Effect,
	FundingLine,
	Measure,
	Plan,
	Portfolio
} from '../../core/plan/plan.ts';

/**
 * A plan as a canonical file, version 1: fixed key order, indented by one space, money with two decimals, a line break at
 * the end. Reading a canonical file and writing it again gives the same bytes.
 */
export function writePlanFile(plan: Plan): string {
	return `${JSON.stringify(planFileOf(plan), null, 1)}\n`;
}

/** A plan file as a value. */
export type PlanFileValue = ReturnType<typeof planFileOf>;

/** The same as a value, not yet text. */
export function planFileOf(plan: Plan) {
	const own = plan.programmes.filter(({ origin }) => origin === 'plan');
	return {
		format: 'climate-investment-plan',
		version: 1,
		illustrative: plan.illustrative,
		schemaNotes: plan.schemaNotes,
		disclaimer: plan.disclaimer && pick(plan.disclaimer, ['sv', 'en']),
		municipality: {
			...pick(plan.municipality, ['code', 'name', 'county']),
			population: plan.municipality.population.map((row) =>
				pick(row, ['year', 'persons', 'source', 'confidence'])
			),
			...pick(plan.municipality, ['facts']),
			...(plan.municipality.deMinimis && {
				deMinimis: plan.municipality.deMinimis.map((row) => ({
					...pick(row, ['recipient', 'year']),
					amount: kronor(row.amount),
					...pick(row, ['currency', 'source', 'confidence'])
				}))
			})
		},
		plan: settings(plan),
		tax: plan.tax && {
			...pick(plan.tax, ['municipalRate', 'rateSource', 'rateConfidence']),
			taxBasePerInhabitant: kronor(plan.tax.taxBasePerInhabitant),
			oneKronaYields: kronor(plan.tax.oneKronaYields),
			...pick(plan.tax, ['source', 'confidence', 'note'])
		},
		inventory: plan.inventory.map((row) =>
			pick(row, ['gas', 'year', 'sector', 'tonnes', 'source', 'vintage', 'pinned', 'confidence'])
		),
		statedShares: plan.statedShares.map((row) =>
			pick(row, ['sector', 'gas', 'year', 'sharePct', 'source', 'confidence'])
		),
		reference: plan.reference.map((row) =>
			pick(row, [
				'sector',
				'baseYear',
				'vintage',
				'yearlyChange',
				'co2Share',
				'source',
				'confidence',
				'note'
			])
		),
		targets: plan.targets.map((row) =>
			pick(row, [
				'id',
				'name',
				'scope',
				'gas',
				'type',
				'value',
				'baseYear',
				'baseTonnes',
				'baseValue',
				'targetYear',
				'targetTonnes',
				'source',
				'confidence',
				'note'
			])
		),
		emissionFactors: plan.emissionFactors.map((row) => ({
			...pick(row, ['carrier', 'unit']),
			...pick(row, ['kind', 'vintage']),
			points: row.points.map((point) => pick(point, ['year', 'value', 'source'])),
			...pick(row, ['source', 'confidence', 'note'])
		})),
		...(plan.sharedRanges.length > 0 && {
			sharedRanges: plan.sharedRanges.map((row) => ({
				...pick(row, ['of', 'name']),
				range: row.range.map(json),
				...pick(row, ['source', 'confidence'])
			}))
		}),
		budget: plan.budget.map(budgetFileOf),
		pools: plan.pools.map((row) =>
			pick(row, ['id', 'sector', 'gas', 'tonnes', 'baseYear', 'source'])
		),
		...(own.length > 0 && {
			programmes: own.map(programmeFileOf)
		}),
		measures: plan.measures.map(measureFileOf),
		...(plan.applications.length > 0 && {
			applications: plan.applications.map(applicationFileOf)
		}),
		funding: plan.funding.map(fundingFileOf),
		portfolios: plan.portfolios.map(portfolioFileOf)
	};
}

/** A portfolio as it stands in a plan file. */
export function portfolioFileOf(row: Portfolio) {
	return {
		id: row.id,
		name: row.name,
		measures: row.measures,
		shift: pick(row.shift, row.measures),
		scale: pick(row.scale, row.measures)
	};
}

function settings({ settings }: Plan) {
	const { carbonValue, rateSources } = settings;
	return {
		name: settings.name,
		basis: pick(settings.basis, ['currency', 'priceYear', 'vat']),
		...pick(settings, ['firstYear', 'lastYear', 'discountRate', 'internalRate']),
		carbonValue: {
			perTonne: kronor(carbonValue.perTonne),
			...pick(carbonValue, ['currency', 'growth']),
			...(carbonValue.points && {
				points: carbonValue.points.map(({ year, perTonne, source }) => ({
					year,
					perTonne: kronor(perTonne),
					source
				}))
			}),
			...pick(carbonValue, ['source', 'confidence'])
		},
		...pick(settings, ['euroRate', 'euroRateSource']),
		...(chosenSettings(settings.method).length > 0 && {
			method: pick(settings.method, chosenSettings(settings.method))
		}),
		rateSources: {
			discountRate: pick(rateSources.discountRate, ['source', 'confidence']),
			internalRate: pick(rateSources.internalRate, ['source', 'confidence'])
		}
	};
}

/** A measure as it stands in a plan file. */
export function measureFileOf(row: Measure) {
	return {
		id: row.id,
		name: pick(row.name, ['sv', 'en']),
		...pick(row, [
			'description',
			'sector',
			'theme',
			'owner',
			'status',
			'startYear',
			'earliestStart',
			'latestStart',
			'lifetimeYears'
		]),
		costs: row.costs.map(costItem),
		effects: row.effects && row.effects.map(effect),
		uncertainty: row.uncertainty && {
			...(row.uncertainty.capex && { capex: row.uncertainty.capex.map(json) }),
			...(row.uncertainty.opex && { opex: row.uncertainty.opex.map(json) }),
			...(row.uncertainty.effect && { effect: row.uncertainty.effect.map(json) })
		},
		...pick(row, ['excludes', 'requires']),
		jointWith: row.jointWith.map((partner) => pick(partner, ['municipality', 'share'])),
		...pick(row, ['commitments', 'sdg', 'coBenefits', 'facts', 'possiblySecret']),
		sources: row.sources.map((source) => pick(source, ['text', 'url', 'confidence']))
	};
}

function costItem(item: CostItem) {
	const size =
		item.timing === 'one-off'
			? {
					amount: kronor(item.amount),
					years: item.years.map(({ year, amount }) => ({ year, amount: kronor(amount) }))
				}
			: { amountPerYear: kronor(item.amountPerYear), ...pick(item, ['from', 'to', 'growth']) };
	return {
		...pick(item, ['id', 'kind', 'costKind', 'payer']),
		...size,
		...pick(item, ['depreciationYears', 'follows']),
		...(item.referenceCost && { referenceCost: kronor(item.referenceCost) }),
		...(item.units && { units: pick(item.units, ['count', 'of']) }),
		...pick(item, ['possiblySecret', 'basis', 'source', 'confidence'])
	};
}

function effect(row: Effect) {
	const size =
		row.kind === 'energy' ? pick(row, ['carrier', 'mwhPerYear']) : pick(row, ['tonnesPerYear']);
	return {
		...pick(row, ['kind', 'pool']),
		...size,
		...pick(row, ['from', 'to', 'rampYears', 'basis', 'source', 'confidence'])
	};
}

/** A programme as it stands in a plan file. */
export function programmeFileOf(programme: Programme) {
	return {
		id: programme.id,
		name: pick(programme.name, ['sv', 'en']),
		...pick(programme, [
			'funder',
			'level',
			'instrument',
			'geography',
			'maxSupportShare',
			'euBudget',
			'status',
			'asOf',
			'source',
			'confidence',
			'rules'
		])
	};
}

/** An application as it stands in a plan file. */
export function applicationFileOf(row: Application) {
	return {
		...pick(row, [
			'id',
			'name',
			'programme',
			'call',
			'status',
			'probability',
			'applied',
			'decides'
		]),
		...(row.decision && { decision: pick(row.decision, ['caseNumber', 'date']) }),
		...(row.asked && { asked: kronor(row.asked) }),
		...(row.payout && {
			payout: pick(row.payout, ['advanceShare', 'afterYears', 'lastShare', 'lastAfterYears'])
		}),
		...pick(row, ['responsible']),
		reports: row.reports.map((one) => pick(one, ['due', 'what', 'isDone'])),
		...pick(row, ['note', 'source', 'confidence'])
	};
}

/** A funding line as it stands in a plan file; what its application says is not said again. */
export function fundingFileOf(row: FundingLine) {
	const isOwn = row.application === undefined;
	return {
		...pick(row, ['id', 'measure', 'costItem', 'programme', 'application']),
		...(isOwn && pick(row, ['status', 'probability'])),
		amounts: row.amounts.map(({ year, amount, currency }) => ({
			year,
			amount: kronor(amount),
			currency
		})),
		note: row.note,
		...pick(row, ['carryForward', 'paidAfterYears', 'loanRate', 'loanYears']),
		...(row.eligibleCost && { eligibleCost: kronor(row.eligibleCost) }),
		...pick(row, ['possiblySecret']),
		...(isOwn && pick(row, ['applied'])),
		...(isOwn && row.decision && { decision: pick(row.decision, ['caseNumber', 'date']) }),
		...pick(row, ['source', 'confidence'])
	};
}

/** The named fields in the named order; a decimal becomes a JSON number, an absent field stays absent. */
function pick<Row extends object>(row: Row, fields: readonly (keyof Row & string)[]) {
	return Object.fromEntries(
		fields.flatMap((field) =>
			Object.hasOwn(row, field) && row[field] !== undefined ? [[field, json(row[field])]] : []
		)
	);
}

function json(value: unknown): unknown {
	return Decimal.isDecimal(value) ? (value as Decimal).toNumber() : value;
}
