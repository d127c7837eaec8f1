import { INK, textWidth, type Drawing, type Shape } from './drawing.ts';

/** Where values lie on paper. */
export type Plot = {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
	readonly y: (value: number) => number;
};

export const WIDTH = 480;
const HEIGHT = 250;
const SMALL = 9;
const TOP = 22;
const LEGEND_ROW = 16;
const MOST_TICKS = 6;
/** Below it everything is drawn as zero. */
const SMALLEST_SPAN = 1e-6;

export type Legend = {
	readonly name: string;
	readonly colour: string;
	readonly mark: 'box' | 'frame' | 'line' | 'dashes' | 'diamond';
};

/** Round values that cover the given ones and zero, at even steps of 1, 2 or 5 times a power of ten. */
export function ticksFor(values: readonly number[]): number[] {
	const low = Math.min(0, ...values);
	const high = Math.max(0, ...values);
	const span = high - low > SMALLEST_SPAN ? high - low : 1;
	const rough = span / (MOST_TICKS - 1);
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? 10 * power;
	const first = Math.floor(low / step);
	const last = Math.max(first + 1, Math.ceil(high / step));
	return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** A chart's frame: the value axis with lines across, its unit above, and the legend below; `draw` fills it. */
export function framed(
	values: readonly number[],
	axis: { readonly unit: string; readonly format: (value: number) => string },
	legend: readonly Legend[],
	draw: (plot: Plot) => readonly Shape[]
): Drawing {
	const ticks = ticksFor(values);
	const labels = ticks.map((tick) => axis.format(tick));
	const left = Math.max(...labels.map((label) => textWidth(label, SMALL))) + 10;
	const rows = legendRows(legend);
	const plot: Plot = {
		left,
		right: WIDTH - 6,
		top: TOP,
		bottom: HEIGHT,
		y: (value) => {
			const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
			return HEIGHT - ((value - low) / (high - low)) * (HEIGHT - TOP);
		}
	};
	return {
		width: WIDTH,
		height: HEIGHT + 26 + rows.length * LEGEND_ROW,
		shapes: [
			word(0, 10, axis.unit, 'start', INK.soft),
			...ticks.flatMap((tick, index) => [
				lineAcross(plot, plot.y(tick), INK.line),
				word(left - 5, plot.y(tick) + 3, labels[index] ?? '', 'end', INK.soft)
			]),
			...draw(plot),
			lineAcross(plot, plot.y(0), INK.axis),
			...rows.flatMap((row, index) => legendRow(row, HEIGHT + 34 + index * LEGEND_ROW))
		]
	};
}

export function word(
	x: number,
	y: number,
	text: string,
	anchor: 'start' | 'middle' | 'end',
	fill: string = INK.soft
): Shape {
	return { kind: 'text', x, y, text, size: SMALL, anchor, fill };
}

function lineAcross({ left, right }: Plot, y: number, stroke: string): Shape {
	const points = [[left, y] as const, [right, y] as const];
	return { kind: 'path', points, stroke, fill: null, width: 0.75 };
}

export function diamond(x: number, y: number, size: number, colour: string): Shape {
	const points = [
		[x, y - size],
		[x + size, y],
		[x, y + size],
		[x - size, y]
	] as const;
	return { kind: 'path', points, stroke: INK.paper, fill: colour, width: 0.75 };
}

const SWATCH = 16;
const BETWEEN = 18;

function legendRows(legend: readonly Legend[]): Legend[][] {
	const rows: Legend[][] = [];
	let room = 0;
	for (const entry of legend) {
		const width = entryWidth(entry);
		const last = rows.at(-1);
		if (last && room >= width) last.push(entry);
		else {
			rows.push([entry]);
			room = WIDTH;
		}
		room -= width;
	}
	return rows;
}

function entryWidth({ name }: Legend): number {
	return SWATCH + 5 + textWidth(name, SMALL) + BETWEEN;
}

function legendRow(row: readonly Legend[], y: number): Shape[] {
	let x = 0;
	return row.flatMap((entry) => {
		const at = x;
		x += entryWidth(entry);
		return [swatch(entry, at, y), word(at + SWATCH + 5, y, entry.name, 'start', INK.text)];
	});
}

function swatch({ mark, colour }: Legend, x: number, y: number): Shape {
	if (mark === 'diamond') return diamond(x + SWATCH / 2, y - 3, 4.5, colour);
	if (mark === 'box' || mark === 'frame')
		return {
			kind: 'rect',
			...{ x: x + 3, y: y - 8, width: 10, height: 10 },
			fill: mark === 'box' ? colour : INK.paper,
			stroke: mark === 'frame' ? colour : undefined
		};
	const points = [[x, y - 3] as const, [x + SWATCH, y - 3] as const];
	const dash = mark === 'dashes' ? [4, 3] : undefined;
	return { kind: 'path', points, stroke: colour, fill: null, width: 2, dash };
}
