import type { Decimal } from '../core/decimal';
import type { ChartOf } from './chart';
import type { Theme } from './theme';

export type ComparedSeries = {
	readonly name: string;
	readonly values: readonly (Decimal | null)[];
};

/** Colours and, for grey print, dashes and point shapes, in the order of the portfolios. */
const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3]];
const POINTS = ['circle', 'rect', 'triangle', 'rectRot'] as const;

function colours({ secured, costs, gap, reference }: Theme): string[] {
	return [secured, costs, gap, reference];
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
				borderColor: colours(theme)[index] ?? theme.ink,
				backgroundColor: colours(theme)[index] ?? theme.ink,
				borderDash: DASHES[index] ?? [],
				pointStyle: POINTS[index] ?? 'circle',
				pointRadius: 3,
				borderWidth: 2
			}))
		},
		options: {
			interaction: { mode: 'index', intersect: false },
			scales: { y: { beginAtZero: true }, x: { grid: { display: false } } },
			plugins: { legend: { position: 'bottom', labels: { usePointStyle: true } } }
		}
	});
}
