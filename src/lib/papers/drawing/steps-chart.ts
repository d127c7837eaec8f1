import { framed, word, type Plot } from './axes.ts';
import { INK, textWidth, type Drawing, type Shape } from './drawing.ts';

/** A curve of steps: each as wide as its tonnes and as high as what a tonne costs. */
export type StepsChart = {
	/** What the height is. */
	readonly unit: string;
	/** What the width is. */
	readonly widthUnit: string;
	readonly format: (value: number) => string;
	readonly steps: readonly {
		readonly name: string;
		readonly width: number;
		readonly height: number;
	}[];
	readonly level: { readonly name: string; readonly value: number } | null;
	readonly paysName: string;
	readonly costsName: string;
};

/** The steps side by side in their order, with their ids where these have room, and a dashed line at a level. */
export function stepsDrawing(chart: StepsChart): Drawing {
	const { steps, level, widthUnit, format } = chart;
	const total = steps.reduce((sum, { width }) => sum + width, 0) || 1;
	const values = [...steps.map(({ height }) => height), ...(level ? [level.value] : [])];
	return framed(
		values,
		chart,
		[
			{ name: chart.paysName, colour: INK.pays, mark: 'box' },
			{ name: chart.costsName, colour: INK.costs, mark: 'box' },
			...(level ? [{ name: level.name, colour: INK.gap, mark: 'dashes' as const }] : [])
		],
		(plot) => {
			const scale = (plot.right - plot.left) / total;
			let x = plot.left;
			const shapes = steps.flatMap(({ name, width, height }) => {
				const at = x;
				x += width * scale;
				return step(name, at, width * scale, height, plot);
			});
			return [
				...shapes,
				...(level ? [levelLine(level.value, plot)] : []),
				word(plot.left, plot.bottom + 14, '0', 'start'),
				word(plot.right, plot.bottom + 14, `${widthUnit}: ${format(Math.round(total))}`, 'end')
			];
		}
	);
}

function step(name: string, x: number, width: number, height: number, plot: Plot): Shape[] {
	const [zero, end] = [plot.y(0), plot.y(height)];
	const hasRoom = width >= textWidth(name, 9) + 3;
	return [
		{
			kind: 'rect',
			x,
			y: Math.min(zero, end),
			width: Math.max(0.5, width),
			height: Math.max(0.75, Math.abs(zero - end)),
			fill: height < 0 ? INK.pays : INK.costs,
			stroke: INK.paper
		},
		...(hasRoom ? [word(x + width / 2, height < 0 ? zero - 4 : zero + 11, name, 'middle')] : [])
	];
}

function levelLine(value: number, { left, right, y }: Plot): Shape {
	const points = [[left, y(value)] as const, [right, y(value)] as const];
	return { kind: 'path', points, stroke: INK.gap, fill: null, width: 1.5, dash: [5, 4] };
}
