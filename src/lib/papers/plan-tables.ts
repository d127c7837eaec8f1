import { sum, type Decimal } from '../core/decimal.ts';
import { coverage } from '../core/funding/coverage.ts';
import { totalOf, type NullableSeries } from '../core/funding/gap.ts';
import type { Gas } from '../core/plan/plan.ts';
import { headlineTarget } from '../core/portfolio/compare.ts';
import { carbonPrices } from '../core/abatement/carbon-value.ts';
import { formatMoneyRow } from '../format/numbers.ts';
import { INK } from './drawing/drawing.ts';
import { stepsDrawing } from './drawing/steps-chart.ts';
import { yearsDrawing } from './drawing/years-chart.ts';
import type { PaperFigure, PaperTable } from './paper.ts';
import type { PaperSource, Pen } from './source.ts';

type Row = {
	readonly name: string;
	readonly perYear: NullableSeries;
	/** null: unknown; absent: a sum says nothing. */
	readonly total?: Decimal | null;
};

/** Amounts with the years down and one column for each row, tkr; shown parts add up to the shown sum. */
export function yearsTable(
	caption: string,
	years: readonly number[],
	rows: readonly Row[],
	{ locale, money, w }: Pen
): PaperTable {
	const columns = rows.map(({ perYear }) => formatMoneyRow(perYear, 'tkr', locale));
	const hasSums = rows.some(({ total }) => total !== undefined);
	return {
		caption,
		columns: [{ name: w.year }, ...rows.map(({ name }) => ({ name, isNumber: true }))],
		rows: years.map((year, index) => [
			String(year),
			...columns.map((column) => column[index] ?? w.missing)
		]),
		sums: hasSums
			? [[w.sum, ...rows.map(({ total }) => (total === undefined ? '' : money(total)))]]
			: undefined
	};
}

/** What meets the need of each year: columns that add up to it; with the need, what there is and the three gaps as a table. */
export function needFigure({ evaluation }: PaperSource, pen: Pen): PaperFigure {
	const { locale, w, t } = pen;
	const p = w.plan;
	const { years, need, ownCapacity, funding, gap } = evaluation;
	const parts = coverage(need.perYear, funding.secured.perYear, gap.secured.perYear);
	const used = parts.map(({ own }) => own);
	const rows = [
		{ name: t.financing.chartOwn, colour: INK.own, perYear: used },
		{
			name: t.financing.chartSecured,
			colour: INK.secured,
			perYear: parts.map(({ funded }) => funded)
		},
		{ name: t.financing.chartGap, colour: INK.gap, perYear: parts.map(({ missing }) => missing) }
	];
	return {
		title: p.needFigure,
		drawing: yearsDrawing({
			unit: t.units.tkr,
			format: axisNumbers(locale),
			years,
			columns: rows.map(({ name, colour, perYear }) => ({
				name,
				colour,
				values: perYear.map((value) => value && Number(value) / 1000),
				isHollow: colour === INK.gap
			})),
			lines: [],
			marks: []
		}),
		alt: w.chartOf(p.needFigure),
		table: yearsTable(
			p.needTable,
			years,
			[
				{ name: p.needYear, ...need },
				{ name: p.capacity, ...ownCapacity },
				{ name: p.used, perYear: used, total: totalOf(used) },
				{ name: p.secured, ...funding.secured },
				{ name: p.gapSecured, ...gap.secured },
				{ name: p.gapExpected, ...gap.expected },
				{ name: p.gapPlanned, ...gap.planned }
			],
			pen
		)
	};
}

/** Emissions without and with the portfolio against the targets in tonnes; null where the path is unknown. */
export function pathFigure({ plan, evaluation }: PaperSource, pen: Pen): PaperFigure | null {
	const { locale, number, w } = pen;
	const p = w.plan;
	const gas: Gas = headlineTarget(plan)?.gas ?? 'CO2e';
	const { reference, residual } = evaluation.emissions[gas];
	if (!reference || !residual) return null;
	const title = p.path(gas === 'CO2' ? 'CO₂' : 'CO₂e');
	const targetText = (tonnes: Decimal | null) => (tonnes ? number(tonnes) : '');
	const marks = plan.targets.flatMap((target) =>
		target.scope === 'territorial' && target.gas === gas && target.targetTonnes
			? [{ name: p.target, year: target.targetYear, value: Number(target.targetTonnes) }]
			: []
	);
	return {
		title,
		drawing: yearsDrawing({
			unit: title,
			format: axisNumbers(locale),
			years: evaluation.years,
			columns: [],
			lines: [
				{
					name: p.pathWithout,
					colour: INK.axis,
					values: reference.map(Number),
					isDashed: true
				},
				{ name: p.pathWith, colour: INK.secured, values: residual.map(Number) }
			],
			marks
		}),
		alt: w.chartOf(title),
		table: {
			caption: title,
			columns: [
				{ name: w.year },
				...[p.pathWithout, p.pathWith, p.target].map((name) => ({ name, isNumber: true }))
			],
			rows: evaluation.years.map((year, index) => [
				String(year),
				number(reference[index] ?? null),
				number(residual[index] ?? null),
				targetText(targetIn(plan.targets, gas, year))
			])
		}
	};
}

function targetIn(targets: PaperSource['plan']['targets'], gas: Gas, year: number): Decimal | null {
	const found = targets.find(
		(target) => target.scope === 'territorial' && target.gas === gas && target.targetYear === year
	);
	return found?.targetTonnes ?? null;
}

/** The cost curve of all payers over the plan's years; null where no measure has a place on it. */
export function maccFigure({ plan, evaluation }: PaperSource, pen: Pen): PaperFigure | null {
	const { locale, number, t, w } = pen;
	const p = w.plan;
	const { steps } = evaluation.macc;
	if (steps.length === 0) return null;
	const carbon = carbonPrices(plan.settings.carbonValue, plan.settings)[0] ?? null;
	const nameOf = (id: string) => {
		const measure = plan.measures.find((one) => one.id === id);
		return measure ? pen.measure(measure) : id;
	};
	return {
		title: p.maccFigure,
		drawing: stepsDrawing({
			unit: t.macc.cost,
			widthUnit: p.maccWidth,
			format: axisNumbers(locale),
			steps: steps.map(({ measure, tonnes, costPerTonne }) => ({
				name: measure,
				width: Number(tonnes),
				height: Number(costPerTonne)
			})),
			level: carbon && { name: p.carbonValue(number(carbon)), value: Number(carbon) },
			paysName: p.pays,
			costsName: p.costs
		}),
		alt: w.chartOf(p.maccFigure),
		table: {
			caption: p.maccFigure,
			columns: [
				{ name: t.macc.measure, weight: 4 },
				{ name: p.layer, isNumber: true },
				{ name: p.tonnes, isNumber: true, weight: 1.4 },
				{ name: t.macc.cost, isNumber: true, weight: 1.6 }
			],
			rows: steps.map(({ measure, layer, tonnes, costPerTonne }) => [
				nameOf(measure),
				layer === null ? '' : String(layer),
				number(tonnes),
				number(costPerTonne)
			]),
			sums: [[w.sum, '', number(sum(steps.map(({ tonnes }) => tonnes))), '']]
		}
	};
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Numbers beside an axis: as short as they are round. */
function axisNumbers(locale: 'sv' | 'en'): (value: number) => string {
	const known =
		formatters.get(locale) ??
		new Intl.NumberFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: 2 });
	formatters.set(locale, known);
	return (value) => known.format(value);
}
