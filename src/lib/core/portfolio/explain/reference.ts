import { CO2_PART, REFERENCE, RESIDUAL_EMISSIONS } from '../../emissions/formulas.ts';
import { FOREIGN_TRANSPORT, baseRow, sectorReference } from '../../emissions/reference.ts';
import type { Gas, InventoryRow, Plan, ReferencePath } from '../../plan/plan.ts';
import { sum } from '../../decimal.ts';
import { SUM } from '../../sums.ts';
import { at } from '../../years.ts';
import { wedges } from '../wedges.ts';
import { sectorName } from '../../words.ts';
import { derived, figureOf, given, inYear, text, typed, type Explained } from './explained.ts';
import { nameOf, type Figures, type Scope } from './scope.ts';
import { series } from './series.ts';

/** The yearly change of a sector's reference path; none without a path. */
export function changeNode({ reference }: Plan, path: ReferencePath | undefined): Explained {
	const label = text('Årlig förändring utan planen', 'Yearly change without the plan');
	if (!path) return given(label, 'share', 0);
	return typed(label, 'share', path.yearlyChange, {
		part: 'reference',
		id: null,
		field: `${reference.indexOf(path) + 1}.yearlyChange`,
		source: path.source,
		confidence: path.confidence,
		vintage: path.vintage
	});
}

/** How the history names a row of the inventory: by its year, and which of the rows of that year. */
export function inventoryKey({ inventory }: Plan, row: InventoryRow): string {
	const ofYear = inventory.filter(({ year }) => year === row.year);
	const place = ofYear.indexOf(row) + 1;
	return place > 1 ? `${row.year} (${place})` : String(row.year);
}

export function gasOf(gas: string | undefined): Gas | null {
	return gas === 'CO2' || gas === 'CO2e' ? gas : null;
}

function territorial(plan: Plan): ReferencePath[] {
	return plan.reference.filter(({ sector }) => sector !== FOREIGN_TRANSPORT);
}

/** Emissions without and with the portfolio, and the credited wedges. */
export const referenceFigures: Figures = {
	sectorReference: (scope, [sector, year]) => {
		const path = scope.plan.reference.find((one) => one.sector === sector);
		if (!path) return null;
		const perYear = sectorReference(scope.plan, path, scope.frame.horizon);
		const row = baseRow(scope.plan, path);
		return series(scope, year, {
			path: ['sectorReference', path.sector],
			label: text(
				`Utsläpp utan planen, ${sectorName(path.sector).sv}`,
				`Emissions without the plan, ${sectorName(path.sector).en}`
			),
			unit: 't',
			perYear: perYear ?? scope.frame.years.map(() => null),
			formula: REFERENCE,
			inputs: (_, of) => [
				typed(
					text(
						`Utsläpp ${path.baseYear}, ${sectorName(path.sector).sv}`,
						`Emissions ${path.baseYear}, ${sectorName(path.sector).en}`
					),
					't',
					row?.tonnes ?? null,
					{
						part: 'inventory',
						id: null,
						field: row ? `${inventoryKey(scope.plan, row)}.tonnes` : '',
						source: row?.source ?? '',
						confidence: row?.confidence ?? '',
						vintage: path.vintage
					}
				),
				changeNode(scope.plan, path),
				given(
					text(`År sedan ${path.baseYear}`, `Years since ${path.baseYear}`),
					'years',
					of - path.baseYear
				)
			]
		});
	},
	reference: (scope, [gasName, year]) => {
		const gas = gasOf(gasName);
		if (!gas) return null;
		const paths = territorial(scope.plan);
		const own = (path: ReferencePath, of: number) =>
			scope.find(figureOf('sectorReference', path.sector, of));
		return series(scope, year, {
			path: ['reference', gas],
			label: text(`Utsläpp utan planen, ${gas}`, `Emissions without the plan, ${gas}`),
			unit: 't',
			perYear: scope.evaluation.emissions[gas].reference ?? scope.frame.years.map(() => null),
			formula: SUM,
			inputs: (_, of) =>
				paths.map((path) =>
					gas === 'CO2e' ? own(path, of) : carbonDioxide(scope.plan, path, own(path, of), of)
				)
		});
	},
	/** Credited territorial tonnes. */
	creditedIn: (scope, [gasName, year]) => {
		const gas = gasOf(gasName);
		if (!gas) return null;
		const bands = wedges(scope.plan, scope.evaluation, gas, 'sector');
		return series(scope, year, {
			path: ['creditedIn', gas],
			label: text(
				`Tillräknad minskning inom kommunen, ${gas}`,
				`Credited tonnes within the municipality, ${gas}`
			),
			unit: 't',
			perYear: scope.evaluation.emissions[gas].credited,
			formula: SUM,
			inputs: (_, of) => bands.map(({ id }) => scope.find(figureOf('wedge', gas, 'sector', id, of)))
		});
	},
	wedge: (scope, [gasName, by, id, year]) => {
		const gas = gasOf(gasName);
		if (!gas || (by !== 'sector' && by !== 'measure')) return null;
		const band = wedges(scope.plan, scope.evaluation, gas, by).find((one) => one.id === id);
		if (!band) return null;
		const pools = scope.plan.pools.filter(
			({ sector, gas: ofPool }) =>
				sector !== null && sector !== FOREIGN_TRANSPORT && (gas === 'CO2e' || ofPool === 'CO2')
		);
		const credits = scope.measures.flatMap(({ placed, credits }) =>
			pools.flatMap((pool) => {
				const isAsked = by === 'sector' ? pool.sector === id : placed.measure.id === id;
				const perYear = credits.creditedByPool.get(pool.id);
				return isAsked && perYear ? [{ pool: pool.id, measure: placed.measure.id, perYear }] : [];
			})
		);
		const name = by === 'measure' ? measureName(scope, band.id) : sectorName(band.id);
		return series(scope, year, {
			path: ['wedge', gas, by, band.id],
			label: text(
				`Tillräknad minskning, ${name.sv}, ${gas}`,
				`Credited tonnes, ${name.en}, ${gas}`
			),
			unit: 't',
			perYear: scope.frame.years.map((_, index) =>
				sum(credits.map(({ perYear }) => at(perYear, index)))
			),
			formula: SUM,
			inputs: (_, of) =>
				credits.map(({ pool, measure }) => scope.find(figureOf('credit', pool, measure, of)))
		});
	},
	residualPath: (scope, [gasName, year]) => {
		const gas = gasOf(gasName);
		if (!gas) return null;
		return series(scope, year, {
			path: ['residualPath', gas],
			label: text(`Utsläpp med portföljen, ${gas}`, `Emissions with the portfolio, ${gas}`),
			unit: 't',
			perYear: scope.evaluation.emissions[gas].residual ?? scope.frame.years.map(() => null),
			formula: RESIDUAL_EMISSIONS,
			inputs: (_, of) => [
				scope.find(figureOf('reference', gas, of)),
				scope.find(figureOf('creditedIn', gas, of))
			]
		});
	}
};

function carbonDioxide(
	{ reference }: Plan,
	path: ReferencePath,
	all: Explained,
	year: number
): Explained {
	return derived({
		label: inYear(
			text(
				`Koldioxid, ${sectorName(path.sector).sv}`,
				`Carbon dioxide, ${sectorName(path.sector).en}`
			),
			year
		),
		unit: 't',
		value: all.value && all.value.times(path.co2Share),
		formula: CO2_PART,
		inputs: () => [
			all,
			typed(text('Andel koldioxid', 'Share of carbon dioxide'), 'share', path.co2Share, {
				part: 'reference',
				id: null,
				field: `${reference.indexOf(path) + 1}.co2Share`,
				source: path.source,
				confidence: path.confidence,
				vintage: path.vintage
			})
		]
	});
}

function measureName({ plan }: Scope, id: string) {
	const measure = plan.measures.find((one) => one.id === id);
	return measure ? nameOf(measure) : text(id, id);
}
