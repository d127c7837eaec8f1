import type { Decimal } from '../core/decimal';
import type { ChartOf } from './chart';

type Pareto = {
	/** Largest first. */
	readonly bars: readonly { readonly name: string; readonly value: Decimal }[];
	/** Of the whole, as a fraction, of each bar with all above it. */
	readonly cumulative: readonly (Decimal | null)[];
	readonly names: { readonly bars: string; readonly line: string };
};

/** Names longer than this are cut; the table has them whole. */
const LONGEST = 26;

/** What makes up most of a whole: bars from the largest down, and a line of what they come to together. */
export function paretoChart({ bars, cumulative, names }: Pareto): ChartOf {
	return (theme) => ({
		type: 'bar',
		data: {
			labels: bars.map(({ name }) =>
				name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name
			),
			datasets: [
				{
					label: names.bars,
					data: bars.map(({ value }) => Number(value)),
					backgroundColor: theme.costs
				},
				{
					type: 'line',
					// Drawn over the bars.
					order: -1,
					label: names.line,
					data: cumulative.map((share) => (share ? Number(share) * 100 : null)),
					xAxisID: 'share',
					borderColor: theme.secured,
					backgroundColor: theme.secured,
					borderWidth: 2,
					pointRadius: 3
				}
			]
		},
		options: {
			indexAxis: 'y',
			interaction: { mode: 'index', axis: 'y', intersect: false },
			scales: {
				y: { grid: { display: false } },
				x: { beginAtZero: true, title: { display: true, text: names.bars } },
				share: {
					position: 'top',
					min: 0,
					max: 100,
					grid: { drawOnChartArea: false },
					title: { display: true, text: `${names.line}, %` }
				}
			},
			plugins: { legend: { position: 'bottom', labels: { usePointStyle: true } } }
		}
	});
}
