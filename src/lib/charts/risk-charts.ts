import type { Decimal } from '../core/decimal';
import type { ChartOf } from './chart';

type Values = readonly (Decimal | null)[];
type Bands = {
	readonly labels: readonly string[];
	readonly low: Values;
	readonly middle: Values;
	readonly high: Values;
	readonly names: { readonly band: string; readonly middle: string };
};

/** For each year the middle of its outcomes as a line, and where eight of ten lie as a bar around it. */
export function bandChart({ labels, low, middle, high, names }: Bands, perUnit: number): ChartOf {
	const inUnits = (value: Decimal | null | undefined) => (value ? Number(value) / perUnit : null);
	return (theme) => ({
		type: 'bar',
		data: {
			labels: [...labels],
			datasets: [
				{
					label: names.band,
					data: labels.map((_, index): [number, number] | null => {
						const [from, to] = [inUnits(low[index]), inUnits(high[index])];
						return from === null || to === null ? null : [from, to];
					}),
					backgroundColor: theme.gap
				},
				{
					type: 'line',
					order: -1,
					label: names.middle,
					data: middle.map(inUnits),
					borderColor: theme.ink,
					backgroundColor: theme.ink,
					pointRadius: 3,
					borderWidth: 2
				}
			]
		},
		options: {
			interaction: { mode: 'index', intersect: false },
			scales: { x: { grid: { display: false } }, y: { beginAtZero: true } },
			plugins: { legend: { position: 'bottom', labels: { usePointStyle: true } } }
		}
	});
}

type TornadoBars = {
	readonly labels: readonly string[];
	readonly base: number;
	readonly low: readonly (number | null)[];
	readonly high: readonly (number | null)[];
	readonly names: { readonly low: string; readonly high: string; readonly axis: string };
};

/** As much of a label as leaves room for the bars: its beginning, which tells whose it is. */
function shortened(label: string, width: number): string {
	const most = Math.max(16, Math.min(34, Math.floor(width / 20)));
	return label.length > most ? `${label.slice(0, most - 1)}…` : label;
}

/** How far each uncertain value takes a figure from its base; longest first. */
export function tornadoChart({ labels, base, low, high, names }: TornadoBars): ChartOf {
	const bars = (ends: readonly (number | null)[]) =>
		ends.map((end): [number, number] | null => (end === null ? null : [base, end]));
	return (theme) => ({
		type: 'bar',
		data: {
			labels: [...labels],
			datasets: [
				{ label: names.low, data: bars(low), backgroundColor: theme.own },
				{ label: names.high, data: bars(high), backgroundColor: theme.costs }
			]
		},
		options: {
			indexAxis: 'y',
			grouped: false,
			interaction: { mode: 'index', axis: 'y', intersect: false },
			scales: {
				x: { title: { display: true, text: names.axis } },
				y: {
					grid: { display: false },
					ticks: {
						callback(_, index) {
							return shortened(labels[index] ?? '', this.chart.width);
						}
					}
				}
			},
			plugins: { legend: { position: 'bottom', labels: { usePointStyle: true } } }
		}
	});
}
