import type { BarElement, ChartConfiguration, ChartDataset, Plugin } from 'chart.js';
import type { Decimal } from '../core/decimal';
import { formatNumber } from '../format/numbers';
import type { Locale, Messages } from '../i18n/messages';
import type { ChartOf } from './chart';
import { CHART_FONT, type Theme } from './theme';

export type MaccStepFigures = {
	readonly measure: string;
	readonly name: string;
	readonly tonnes: Decimal;
	readonly cumulative: Decimal;
	readonly costPerTonne: Decimal;
};

/** The abatement cost curve with a line at the carbon value. x: cumulative tonnes, y: kronor per tonne. */
export function maccChart(
	steps: readonly MaccStepFigures[],
	carbonValue: Decimal,
	t: Messages,
	locale: Locale
): ChartOf {
	const points = steps.map(({ tonnes, cumulative, costPerTonne }) => ({
		x0: Number(cumulative.minus(tonnes)),
		x1: Number(cumulative),
		y: Number(costPerTonne)
	}));
	const right = points.at(-1)?.x1 ?? 0;
	return (theme) => {
		const bars: ChartDataset<'macc'> = {
			type: 'macc',
			label: t.plan.macc,
			data: points,
			backgroundColor: points.map(({ y }) => (y < 0 ? theme.pays : theme.costs)),
			borderColor: theme.surface,
			borderWidth: 1
		};
		const line: ChartDataset<'line', { x: number; y: number }[]> = {
			type: 'line',
			label: t.macc.carbonValue,
			data: [
				{ x: 0, y: Number(carbonValue) },
				{ x: right, y: Number(carbonValue) }
			],
			borderColor: theme.gap,
			borderDash: [6, 4],
			borderWidth: 2,
			pointRadius: 0
		};
		const config: ChartConfiguration<'macc' | 'line'> = {
			type: 'macc',
			data: { datasets: [bars, line as ChartDataset<'macc' | 'line'>] },
			plugins: [
				stepLabels(
					steps.map(({ measure }) => measure),
					theme
				)
			],
			options: {
				interaction: { mode: 'x', intersect: false },
				scales: {
					x: {
						type: 'linear',
						min: 0,
						max: right,
						ticks: { includeBounds: false },
						title: { display: true, text: t.macc.cumulative }
					},
					y: { type: 'linear', title: { display: true, text: t.macc.cost } }
				},
				plugins: {
					legend: { display: false },
					tooltip: {
						filter: (item: Hit, index: number) => item.datasetIndex === 0 && index === 0,
						callbacks: {
							title: ([item]: Hit[]) => steps[item?.dataIndex ?? 0]?.name ?? '',
							label: (item: Hit) => stepSentence(steps[item.dataIndex], t, locale)
						}
					}
				}
			}
		};
		return config as unknown as ChartConfiguration;
	};
}

const NARROWEST_LABELLED = 24;

/** Writes each measure's id by its step, where the step is wide enough. */
function stepLabels(ids: readonly string[], theme: Theme): Plugin<'macc' | 'line'> {
	return {
		id: 'step-labels',
		afterDatasetsDraw(chart) {
			const { ctx } = chart;
			ctx.save();
			ctx.font = `12px ${CHART_FONT}`;
			ctx.fillStyle = theme.ink;
			ctx.textAlign = 'center';
			const bars = chart.getDatasetMeta(0).data as unknown as BarElement[];
			bars.forEach((bar, index) => {
				const {
					x = 0,
					y = 0,
					base = 0,
					width = 0
				} = bar.getProps(['x', 'y', 'base', 'width'], true) as Record<string, number>;
				if (width >= NARROWEST_LABELLED)
					ctx.fillText(ids[index] ?? '', x, y > base ? y + 14 : y - 5);
			});
			ctx.restore();
		}
	};
}

type Hit = { readonly datasetIndex: number; readonly dataIndex: number };

/** A step in words: tonnes and kronor per tonne. */
export function stepSentence(
	step: MaccStepFigures | undefined,
	t: Messages,
	locale: Locale
): string {
	if (!step) return '';
	const tonnes = formatNumber(step.tonnes, 0, locale);
	const cost = formatNumber(step.costPerTonne, 0, locale);
	return `${t.macc.tonnes}: ${tonnes}. ${t.macc.cost}: ${cost}.`;
}
