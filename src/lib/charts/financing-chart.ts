import { ZERO, max, min, type Decimal } from '../core/decimal';
import type { Messages } from '../i18n/messages';
import type { ChartOf } from './chart';

export type FinancingFigures = {
	readonly years: readonly number[];
	readonly need: readonly Decimal[];
	readonly secured: readonly Decimal[];
	readonly gap: readonly (Decimal | null)[];
};

/** How each year's need is met, in kronor: secured funding, own capacity up to the need, and what is missing. */
export function coverage({ need, secured, gap }: FinancingFigures) {
	return need.map((needed, index) => {
		const missing = gap[index] ?? null;
		const funded = min(needed, secured[index] ?? ZERO);
		const own = missing && max(ZERO, needed.minus(funded).minus(missing));
		return { funded, own, missing };
	});
}

/** Stacked columns that add up to the need of each year. */
export function financingChart(figures: FinancingFigures, perUnit: number, t: Messages): ChartOf {
	const parts = coverage(figures);
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
