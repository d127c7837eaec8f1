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
	readonly range: { readonly low: Decimal; readonly high: Decimal } | null;
};

export type MaccLines = {
	/** kr/t */
	readonly carbonValue: Decimal;
	/** Tonnes that the target takes; null where it is not shown. */
	readonly needed: Decimal | null;
	/** What the height is. */
	readonly costLabel: string;
};

/** The abatement cost curve with whiskers, a line at the carbon value and one at the tonnes that the target takes. x: cumulative tonnes, y: kronor per tonne. */
export function maccChart(
	steps: readonly MaccStepFigures[],
	{ carbonValue, needed, costLabel }: MaccLines,
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
			plugins: [stepLabels(steps, theme), whiskers(steps, theme), targetLine(needed, theme)],
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
					y: { type: 'linear', ...suggestedEnds(steps), title: { display: true, text: costLabel } }
				},
				plugins: {
					legend: { display: false },
					tooltip: {
						filter: (item: Hit, index: number) => item.datasetIndex === 0 && index === 0,
						callbacks: {
							title: ([item]: Hit[]) => steps[item?.dataIndex ?? 0]?.name ?? '',
							label: (item: Hit) => stepSentence(steps[item.dataIndex], costLabel, t, locale)
						}
					}
				}
			}
		};
		return config as unknown as ChartConfiguration;
	};
}

/** The axis reaches as far as the whiskers. */
function suggestedEnds(steps: readonly MaccStepFigures[]) {
	const ends = steps.flatMap(({ range }) => (range ? [Number(range.low), Number(range.high)] : []));
	return ends.length > 0
		? { suggestedMin: Math.min(...ends), suggestedMax: Math.max(...ends) }
		: {};
}

const NARROWEST_LABELLED = 24;

/** Writes each measure's id across the zero line from its step and clear of its range, where the step is wide enough. */
function stepLabels(steps: readonly MaccStepFigures[], theme: Theme): Plugin<'macc' | 'line'> {
	return {
		id: 'step-labels',
		afterDatasetsDraw(chart) {
			const { ctx, scales } = chart;
			const heightOf = (cost: number | undefined) =>
				cost === undefined ? null : scales['y']?.getPixelForValue(cost);
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
				const { measure = '', range } = steps[index] ?? {};
				const isBelow = y > base;
				const end = heightOf(range ? Number(isBelow ? range.high : range.low) : undefined) ?? base;
				const place = isBelow ? Math.min(base, end) - 5 : Math.max(base, end) + 14;
				if (width >= NARROWEST_LABELLED) ctx.fillText(measure, x, place);
			});
			ctx.restore();
		}
	};
}

const CAP = 4;

/** Lowest and highest cost of each step as a line with caps; an end outside the axes is cut off there. */
function whiskers(steps: readonly MaccStepFigures[], theme: Theme): Plugin<'macc' | 'line'> {
	return {
		id: 'whiskers',
		afterDatasetsDraw(chart) {
			const { ctx, chartArea, scales } = chart;
			const bars = chart.getDatasetMeta(0).data as unknown as BarElement[];
			ctx.save();
			ctx.strokeStyle = theme.ink;
			ctx.lineWidth = 1.25;
			ctx.beginPath();
			bars.forEach((bar, index) => {
				const range = steps[index]?.range;
				const { x = 0, width = 0 } = bar.getProps(['x', 'width'], true) as Record<string, number>;
				if (!range || !scales['y'] || width < 2 * CAP) return;
				const inside = (value: Decimal) =>
					Math.min(
						chartArea.bottom,
						Math.max(chartArea.top, scales['y']?.getPixelForValue(Number(value)) ?? 0)
					);
				const [low, high] = [inside(range.low), inside(range.high)];
				ctx.moveTo(x, low);
				ctx.lineTo(x, high);
				for (const end of [low, high]) {
					ctx.moveTo(x - CAP, end);
					ctx.lineTo(x + CAP, end);
				}
			});
			ctx.stroke();
			ctx.restore();
		}
	};
}

/** An upright line at the tonnes that the target takes, where the curve reaches so far. */
function targetLine(needed: Decimal | null, theme: Theme): Plugin<'macc' | 'line'> {
	return {
		id: 'target-line',
		afterDatasetsDraw({ ctx, chartArea, scales }) {
			const x = needed && scales['x']?.getPixelForValue(Number(needed));
			if (x == null || x < chartArea.left || x > chartArea.right) return;
			ctx.save();
			ctx.strokeStyle = theme.ink;
			ctx.setLineDash([2, 4]);
			ctx.lineWidth = 2;
			ctx.beginPath();
			ctx.moveTo(x, chartArea.top);
			ctx.lineTo(x, chartArea.bottom);
			ctx.stroke();
			ctx.restore();
		}
	};
}

type Hit = { readonly datasetIndex: number; readonly dataIndex: number };

/** A step in words: tonnes and kronor per tonne. */
export function stepSentence(
	step: MaccStepFigures | undefined,
	costLabel: string,
	t: Messages,
	locale: Locale
): string {
	if (!step) return '';
	const tonnes = formatNumber(step.tonnes, 0, locale);
	const cost = formatNumber(step.costPerTonne, 0, locale);
	const range = step.range
		? ` ${t.maccViews.low}: ${formatNumber(step.range.low, 0, locale)}. ${t.maccViews.high}: ${formatNumber(step.range.high, 0, locale)}.`
		: '';
	return `${t.macc.tonnes}: ${tonnes}. ${costLabel}: ${cost}.${range}`;
}
