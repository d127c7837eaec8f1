import type { Decimal } from '../core/decimal';
import type { Messages } from '../i18n/messages';
import type { ChartOf } from './chart';

export type PathFigures = {
	readonly years: readonly number[];
	readonly reference: readonly Decimal[];
	readonly residual: readonly Decimal[];
	readonly targets: readonly {
		readonly year: number;
		readonly tonnes: Decimal;
		readonly name: string;
	}[];
};

/** Emissions without and with the portfolio, and the targets as diamonds. Tonnes per year. */
export function pathChart(
	{ years, reference, residual, targets }: PathFigures,
	t: Messages
): ChartOf {
	return (theme) => ({
		type: 'line',
		data: {
			labels: years.map(String),
			datasets: [
				{
					label: t.overview.pathReference,
					data: reference.map(Number),
					borderColor: theme.reference,
					backgroundColor: theme.reference,
					borderDash: [6, 4],
					pointRadius: 0,
					borderWidth: 2
				},
				{
					label: t.overview.pathResidual,
					data: residual.map(Number),
					borderColor: theme.secured,
					backgroundColor: theme.secured,
					pointRadius: 0,
					borderWidth: 3
				},
				{
					label: t.overview.pathTarget,
					data: years.map((year) =>
						Number(targets.find((target) => target.year === year)?.tonnes ?? NaN)
					),
					borderColor: theme.gap,
					backgroundColor: theme.gap,
					pointStyle: 'rectRot',
					pointRadius: 8,
					showLine: false
				}
			]
		},
		options: {
			interaction: { mode: 'index', intersect: false },
			scales: { y: { beginAtZero: true }, x: { grid: { display: false } } },
			plugins: { legend: { position: 'bottom', labels: { usePointStyle: true } } }
		}
	});
}
