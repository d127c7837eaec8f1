import { certainties } from '../../src/lib/core/funding/certainty.ts';
import { inventoryTable } from '../../src/lib/core/emissions/inventory.ts';
import type { Plan } from '../../src/lib/core/plan/plan.ts';
import type { Evaluation } from '../../src/lib/core/portfolio/evaluation.ts';
import { figureOf } from '../../src/lib/core/portfolio/explain/explained.ts';
import { maccCurve, maccViews } from '../../src/lib/core/portfolio/macc-view.ts';
import { wedges } from '../../src/lib/core/portfolio/wedges.ts';

const GASES = ['CO2', 'CO2e'] as const;

/** The address of every figure that the pages show of a portfolio. */
export function allFigures(plan: Plan, evaluation: Evaluation): string[] {
	const { years } = evaluation;
	const yearly = (...path: string[]) => [
		figureOf(...path),
		...years.map((year) => figureOf(...path, year))
	];
	const eachYear = (name: string) => years.map((year) => figureOf(name, year));
	return [
		...[
			'need',
			'capex',
			'capacity',
			'frame',
			'cash',
			'driftgap',
			'paidOut',
			'running',
			'credits'
		].flatMap((name) => yearly(name)),
		...['bridgeInterest', 'loanDrawn', 'loanRepaid', 'loanInterest', 'cashAfterLoans'].flatMap(
			(name) => yearly(name)
		),
		...[
			'capacityLeft',
			'position',
			'bridge',
			'positionAfterLoans',
			'debtPerPerson',
			'cumulative',
			'discount',
			'carbonPrice'
		].flatMap(eachYear),
		...yearly('coverage', 'own'),
		...yearly('coverage', 'funded'),
		...['setting/internalRate', 'setting/discountRate'],
		...['bridge/peak', 'positionAfterLoans/peak', 'allFunded/probability', 'allFunded/worst'],
		...certainties.flatMap((one) => [
			...yearly('funding', one),
			...yearly('fundingListed', one),
			...yearly('gap', one),
			...operating(one, yearly, years)
		]),
		...yearly('gap', 'expected'),
		...yearly('gap', 'atExpectedFunding'),
		...evaluation.fundingLines.flatMap(({ line }) => [
			...yearly('line', line),
			...yearly('lineListed', line)
		]),
		...evaluation.fundingRules.flatMap(({ line, measure, costItem }) => [
			figureOf('lineCounts', line),
			figureOf('lineAsked', line),
			figureOf('wholeCost', measure, costItem)
		]),
		...plan.funding.map(({ id }) => figureOf('lineAmount', id)),
		...evaluation.payers.flatMap(({ payer }) => table(['payer', payer], yearly)),
		...evaluation.sectors.flatMap(({ sector }) => table(['sector', sector ?? '-'], yearly)),
		...evaluation.whoPays.flatMap(({ payer }) =>
			['capex', 'opex', 'saving', 'revenue', 'grants', 'net', 'netPresent'].flatMap((key) =>
				yearly('balance', payer, key)
			)
		),
		...selfFinanced(plan, years),
		...ofMeasures(evaluation, yearly),
		...ofEmissions(plan, evaluation, yearly),
		...ofCurves(plan, evaluation),
		...[
			'capex',
			'need',
			'gapSecured',
			'ownMoney',
			'perInhabitant',
			'costPerTonne',
			'netCost',
			'highestEffect',
			'highestTaxOre',
			'tonnes',
			'kilogramsPerKrona'
		].map((key) => `compare/${key}`)
	];
}

type Yearly = (...path: string[]) => string[];

function operating(certainty: string, yearly: Yearly, years: readonly number[]) {
	const keys = [
		'depreciation',
		'interest',
		'opex',
		'saving',
		'revenue',
		'grants',
		'loanDepreciation',
		'loanInterest',
		'effect',
		'headroom',
		'driftgap'
	];
	return [
		...keys.flatMap((key) => yearly('operating', certainty, key)),
		...years.map((year) => figureOf('operating', certainty, 'taxOre', year))
	];
}

function table(path: readonly string[], yearly: Yearly) {
	return [
		...yearly(...path, 'need'),
		...certainties.flatMap((one) => yearly(...path, 'funding', one)),
		...yearly(...path, 'left')
	];
}

function selfFinanced(plan: Plan, years: readonly number[]) {
	return plan.budget.flatMap(({ year, room }) => {
		if (!room || !years.includes(year)) return [];
		return [
			figureOf('selfFinancing', year),
			...room.redirected.map(({ fromBudget }) => figureOf('redirected', fromBudget, year))
		];
	});
}

function ofMeasures({ measures }: Evaluation, yearly: Yearly) {
	const keys = [
		'capexTotal',
		'residualValue',
		'netCost',
		'tonnes',
		'tonnesDiscounted',
		'costPerTonne',
		'costPerTonneUndiscounted',
		'netBenefit'
	];
	return [
		...measures.flatMap(({ id }) => [
			...keys.map((key) => figureOf('measure', id, key)),
			figureOf('ownShare', id),
			...yearly('credited', id),
			...yearly('abatement', id),
			...yearly('netFlow', id)
		]),
		...(measures.length > 0 ? [figureOf('sumOf', 'tonnes', ...measures.map(({ id }) => id))] : [])
	];
}

function ofEmissions(plan: Plan, evaluation: Evaluation, yearly: Yearly) {
	return [
		...GASES.flatMap((gas) => [
			...yearly('reference', gas),
			...yearly('creditedIn', gas),
			...yearly('residualPath', gas),
			...(['sector', 'measure'] as const).flatMap((by) =>
				wedges(plan, evaluation, gas, by).flatMap(({ id }) => yearly('wedge', gas, by, id))
			),
			...inventoryTable(plan, gas).columns.map(({ vintage, year }) =>
				figureOf('inventory', gas, vintage, year, 'total')
			),
			...inventoryTable(plan, gas).columns.flatMap(({ vintage, year, sinceBase }) =>
				sinceBase ? [figureOf('inventoryChange', gas, vintage, year)] : []
			)
		]),
		...plan.reference.map(({ sector }) => figureOf('yearlyChange', sector)),
		...evaluation.targets.flatMap(({ id, reason }) => [
			figureOf('target', id, 'gap'),
			figureOf('target', id, 'level'),
			...(reason === null
				? ['reference', 'abatement', 'residual', 'needed', 'share'].map((key) =>
						figureOf('target', id, key)
					)
				: [])
		])
	];
}

function ofCurves(plan: Plan, evaluation: Evaluation) {
	const bases = ['all', String(evaluation.years.at(-1))];
	return maccViews.flatMap((view) =>
		bases.flatMap((basis) => {
			const kind =
				basis === 'all'
					? ({ kind: 'lifetime' } as const)
					: ({ kind: 'year', year: Number(basis) } as const);
			return maccCurve(plan, evaluation.portfolio, view, kind).steps.flatMap(({ measure, range }) =>
				['cost', 'tonnes', 'cumulative', ...(range ? ['low', 'high'] : [])].map((key) =>
					figureOf('macc', view, basis, measure, key)
				)
			);
		})
	);
}
