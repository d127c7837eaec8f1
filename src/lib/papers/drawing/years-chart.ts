import { diamond, framed, word, type Legend, type Plot } from './axes.ts';
import { INK, textWidth, type Drawing, type Point, type Shape } from './drawing.ts';

type PerYear = {
	readonly name: string;
	readonly colour: string;
	/** One for each year; null: unknown, and not drawn. */
	readonly values: readonly (number | null)[];
};

/** Figures by year, in the unit that the axis names. */
export type YearsChart = {
	readonly unit: string;
	readonly format: (value: number) => string;
	readonly years: readonly number[];
	/** Stacked on one another; hollow: an outline alone, for what is missing. */
	readonly columns: readonly (PerYear & { readonly isHollow?: boolean })[];
	readonly lines: readonly (PerYear & { readonly isDashed?: boolean })[];
	readonly marks: readonly {
		readonly name: string;
		readonly year: number;
		readonly value: number;
	}[];
};

/** Stacked columns, lines and marks over the years. Nothing is drawn where a value is unknown. */
export function yearsDrawing(chart: YearsChart): Drawing {
	const { years, columns, lines, marks } = chart;
	const tops = years.flatMap((_, index) => {
		const parts = columns.map(({ values }) => values[index] ?? 0);
		return [sumOf(parts.filter((one) => one > 0)), sumOf(parts.filter((one) => one < 0))];
	});
	const points = lines.flatMap(({ values }) => values.filter((value) => value !== null));
	const values = [...tops, ...points, ...marks.map(({ value }) => value)];
	return framed(values, chart, legendOf(chart), (plot) => {
		const slot = (plot.right - plot.left) / Math.max(1, years.length);
		const middle = (index: number) => plot.left + slot * (index + 0.5);
		return [
			...years.flatMap((_, index) =>
				column(columns, index, plot, middle(index), Math.min(32, slot * 0.62))
			),
			...lines.flatMap((line) => lineShapes(line, plot, middle)),
			...marks.flatMap(({ year, value }) => {
				const index = years.indexOf(year);
				return index < 0 ? [] : [diamond(middle(index), plot.y(value), 5.5, INK.gap)];
			}),
			...yearLabels(years, plot, slot, middle)
		];
	});
}

function sumOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0);
}

function legendOf({ columns, lines, marks }: YearsChart): Legend[] {
	const names = new Set(marks.map(({ name }) => name));
	return [
		...columns.map(({ name, colour, isHollow }) => ({
			name,
			colour,
			mark: isHollow ? ('frame' as const) : ('box' as const)
		})),
		...lines.map(({ name, colour, isDashed }) => ({
			name,
			colour,
			mark: isDashed ? ('dashes' as const) : ('line' as const)
		})),
		...[...names].map((name) => ({ name, colour: INK.gap, mark: 'diamond' as const }))
	];
}

function column(
	columns: YearsChart['columns'],
	index: number,
	plot: Plot,
	x: number,
	width: number
): Shape[] {
	let [up, down] = [0, 0];
	return columns.flatMap(({ values, colour, isHollow }): Shape[] => {
		const value = values[index] ?? 0;
		if (value === 0) return [];
		const from = value > 0 ? up : down;
		if (value > 0) up += value;
		else down += value;
		const [a, b] = [plot.y(from), plot.y(from + value)];
		const inset = isHollow ? 0.6 : 0;
		return [
			{
				kind: 'rect',
				x: x - width / 2 + inset,
				y: Math.min(a, b) + inset,
				width: width - 2 * inset,
				height: Math.max(0.5, Math.abs(a - b) - 2 * inset),
				fill: isHollow ? INK.paper : colour,
				stroke: isHollow ? colour : undefined
			}
		];
	});
}

/** A line breaks where a year is unknown. */
function lineShapes(
	{ values, colour, isDashed }: YearsChart['lines'][number],
	plot: Plot,
	middle: (index: number) => number
): Shape[] {
	const parts: Point[][] = [[]];
	values.forEach((value, index) => {
		if (value === null) parts.push([]);
		else parts.at(-1)?.push([middle(index), plot.y(value)]);
	});
	const dash = isDashed ? [5, 4] : undefined;
	return parts
		.filter(({ length }) => length > 0)
		.map((points) => ({ kind: 'path', points, stroke: colour, fill: null, width: 2, dash }));
}

/** As many years as have room, always the first. */
function yearLabels(
	years: readonly number[],
	plot: Plot,
	slot: number,
	middle: (index: number) => number
): Shape[] {
	const every = Math.max(1, Math.ceil((textWidth('0000', 9) + 8) / slot));
	return years.flatMap((year, index) =>
		index % every === 0 ? [word(middle(index), plot.bottom + 14, String(year), 'middle')] : []
	);
}
