import type { Decimal } from '../core/decimal';
import { coverage } from '../core/funding/coverage';
import type { Messages } from '../i18n/messages';
import type { ChartOf } from './chart';

export type FinancingFigures = {
	readonly years: readonly number[];
	readonly need: readonly Decimal[];
	readonly secured: readonly Decimal[];
	readonly gap: readonly (Decimal | null)[];
};

/** Stacked columns that add up to the need of each year. */
export function financingChart(figures: FinancingFigures, perUnit: number, t: Messages): ChartOf {
	const parts = coverage(figures.need, figures.secured, figures.gap);
	const column = (label: string, values: readonly (Decimal | null)[], colour: string) => ({
		label,
		data: values.map((value) => (value ? Number(value) / perUnit : null)),
		backgroundColor: colour,
		stack: 'need'
	});
	return (theme) => ({
		type: 'bar',
		data: {
			labels: figures.years.map(String),
			datasets: [
				column(
					t.financing.chartOwn,
					parts.map(({ own }) => own),
					theme.own
				),
				column(
					t.financing.chartSecured,
					parts.map(({ funded }) => funded),
					theme.secured
				),
				{
					...column(
						t.financing.chartGap,
						parts.map(({ missing }) => missing),
						theme.surface
					),
					borderColor: theme.gap,
					borderWidth: 2
				}
			]
		},
		options: {
			interaction: { mode: 'index', intersect: false },
			scales: {
				x: { stacked: true, grid: { display: false } },
				y: { stacked: true, beginAtZero: true }
			},
			plugins: { legend: { position: 'bottom' } }
		}
	});
}
