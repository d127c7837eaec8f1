import { sum, type Decimal } from '../core/decimal';
import type { Messages } from '../i18n/messages';
import type { ChartOf } from './chart';
import type { Theme } from './theme';

export type WedgeFigures = {
	readonly years: readonly number[];
	readonly residual: readonly Decimal[];
	readonly reference: readonly Decimal[];
	readonly wedges: readonly { readonly name: string; readonly perYear: readonly Decimal[] }[];
	readonly targets: readonly { readonly year: number; readonly tonnes: Decimal }[];
};

/** The bands' colours, told apart in grey print by their order, which the legend keeps. */
function bandColours({ pays, costs, own, reference, gap, secured }: Theme): string[] {
	return [pays, costs, own, reference, gap, secured];
}

/** As many bands as there are colours: the largest, and the rest as one. The table beside the chart has them all. */
function shownBands({ wedges }: WedgeFigures, most: number, t: Messages): WedgeFigures['wedges'] {
	if (wedges.length <= most) return wedges;
	const total = ({ perYear }: (typeof wedges)[number]) => sum(perYear);
	const largest = new Set([...wedges].sort((a, b) => total(b).cmp(total(a))).slice(0, most - 1));
	const others = wedges.filter((wedge) => !largest.has(wedge));
	const perYear = (others[0]?.perYear ?? []).map((_, year) =>
		sum(others.flatMap((other) => other.perYear[year] ?? []))
	);
	const rest = { name: t.emissions.others(others.length), perYear };
	return [...wedges.filter((wedge) => largest.has(wedge)), rest];
}

/** Of two datasets the one of lower order is drawn over the other. */
const ON_TOP = -1;

/** What is left with the portfolio, with the wedges stacked on it up to the reference path, and the targets. t a year. */
export function wedgeChart(figures: WedgeFigures, t: Messages): ChartOf {
	return (theme) => {
		const colours = bandColours(theme);
		const band = (label: string, values: readonly Decimal[], colour: string) => ({
			label,
			data: values.map(Number),
			backgroundColor: colour,
			borderColor: colour,
			borderWidth: 1,
			pointStyle: 'rect',
			pointRadius: 0,
			fill: true,
			stack: 'path'
		});
		return {
			type: 'line',
			data: {
				labels: figures.years.map(String),
				datasets: [
					band(t.emissions.remaining, figures.residual, theme.line),
					...shownBands(figures, colours.length, t).map(({ name, perYear }, index) =>
						band(name, perYear, colours[index] ?? theme.own)
					),
					{
						label: t.emissions.reference,
						data: figures.reference.map(Number),
						borderColor: theme.ink,
						borderDash: [6, 4],
						borderWidth: 2,
						pointRadius: 0,
						pointStyle: 'line',
						order: ON_TOP,
						stack: 'reference'
					},
					{
						label: t.overview.pathTarget,
						data: figures.years.map((year) =>
							Number(figures.targets.find((target) => target.year === year)?.tonnes ?? NaN)
						),
						borderColor: theme.gap,
						backgroundColor: theme.gap,
						pointStyle: 'rectRot',
						pointRadius: 8,
						showLine: false,
						order: ON_TOP,
						stack: 'target'
					}
				]
			},
			options: {
				interaction: { mode: 'index', intersect: false },
				scales: { y: { stacked: true, beginAtZero: true }, x: { grid: { display: false } } },
				plugins: { legend: { position: 'bottom', labels: { usePointStyle: true } } }
			}
		};
	};
}
