import type { Decimal } from '../core/decimal';
import type { ChartOf } from './chart';
import type { Theme } from './theme';

export type ComparedSeries = {
	readonly name: string;
	readonly values: readonly (Decimal | null)[];
};

/** Colours and, for grey print, dashes and point shapes, in the order of the portfolios. */
const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [12, 6], [4, 4]];
const POINTS = ['circle', 'rect', 'triangle', 'rectRot', 'star', 'cross'] as const;

function colours({ secured, costs, gap, reference, own, ink }: Theme): string[] {
	return [secured, costs, gap, reference, own, ink];
}

/** How the line of the n-th portfolio is drawn. */
function lineOf(theme: Theme, index: number) {
	const colour = colours(theme)[index] ?? theme.ink;
	return {
		borderColor: colour,
		backgroundColor: colour,
		borderDash: DASHES[index] ?? [],
		pointStyle: POINTS[index] ?? 'circle',
		borderWidth: 2
	};
}

/** One line per portfolio over the same years and the same axes. */
export function compareChart(
	years: readonly number[],
	series: readonly ComparedSeries[],
	perUnit: number
): ChartOf {
	return (theme) => ({
		type: 'line',
		data: {
			labels: years.map(String),
			datasets: series.map(({ name, values }, index) => ({
				label: name,
				data: values.map((value) => (value ? Number(value) / perUnit : null)),
				...lineOf(theme, index),
				pointRadius: 3
			}))
		},
		options: {
			interaction: { mode: 'index', intersect: false },
			scales: { y: { beginAtZero: true }, x: { grid: { display: false } } },
			plugins: { legend: { position: 'bottom', labels: { usePointStyle: true } } }
		}
	});
}

type Curve = {
	readonly name: string;
	readonly steps: readonly { readonly tonnes: Decimal; readonly costPerTonne: Decimal }[];
};

/** Cost curves over one another: kr/t against the tonnes of the steps added up from the cheapest. */
export function curvesChart(
	curves: readonly Curve[],
	names: { readonly tonnes: string; readonly cost: string }
): ChartOf {
	return (theme) => ({
		type: 'line',
		data: {
			datasets: curves.map(({ name, steps }, index) => ({
				label: name,
				data: cornersOf(steps),
				...lineOf(theme, index),
				pointRadius: 0,
				stepped: 'after' as const
			}))
		},
		options: {
			interaction: { mode: 'nearest', axis: 'x', intersect: false },
			scales: {
				x: { type: 'linear', title: { display: true, text: names.tonnes } },
				y: { title: { display: true, text: names.cost } }
			},
			plugins: { legend: { position: 'bottom', labels: { usePointStyle: true } } }
		}
	});
}

/** Each step from its left edge to its right; the next begins where it ends. */
function cornersOf(steps: Curve['steps']): { x: number; y: number }[] {
	let from = 0;
	return steps.flatMap(({ tonnes, costPerTonne }) => {
		const left = from;
		from += Number(tonnes);
		const y = Number(costPerTonne);
		return [
			{ x: left, y },
			{ x: from, y }
		];
	});
}
