import type { Decimal } from '../core/decimal';
import type { Messages } from '../i18n/messages';
import type { ChartOf } from './chart';

export type OperatingSeries = {
	readonly years: readonly number[];
	readonly effect: readonly (Decimal | null)[];
	readonly frame: readonly (Decimal | null)[];
};

/** The yearly effect on the operating budget as columns, the frame as a line. */
export function operatingChart(
	{ years, effect, frame }: OperatingSeries,
	perUnit: number,
	t: Messages
): ChartOf {
	const values = (series: readonly (Decimal | null)[]) =>
		series.map((value) => (value ? Number(value) / perUnit : null));
	return (theme) => ({
		type: 'bar',
		data: {
			labels: years.map(String),
			datasets: [
				{ label: t.operating.effect, data: values(effect), backgroundColor: theme.costs },
				{
					type: 'line',
					// Drawn over the columns.
					order: -1,
					label: t.operating.frame,
					data: values(frame),
					borderColor: theme.secured,
					backgroundColor: theme.secured,
					borderDash: [6, 4],
					pointRadius: 2,
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
