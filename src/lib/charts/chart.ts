import {
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	Filler,
	Legend,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Tooltip,
	type ChartConfiguration
} from 'chart.js';
import { MaccController } from './macc-controller';
import { CHART_FONT, type Theme } from './theme';

Chart.register(
	BarController,
	BarElement,
	CategoryScale,
	Filler,
	Legend,
	LinearScale,
	LineController,
	LineElement,
	MaccController,
	PointElement,
	Tooltip
);

/** Everything a chart draws, given the page's colours. */
export type ChartOf = (theme: Theme) => ChartConfiguration;

export function drawChart(
	canvas: HTMLCanvasElement,
	make: ChartOf,
	theme: Theme,
	language: string
): Chart {
	Chart.defaults.font.family = CHART_FONT;
	Chart.defaults.font.size = 13;
	Chart.defaults.color = theme.inkSoft;
	Chart.defaults.borderColor = theme.line;
	const config = make(theme);
	return new Chart(canvas, {
		...config,
		options: {
			responsive: true,
			maintainAspectRatio: false,
			locale: language,
			// A figure on its way is a wrong figure, also in a picture that is copied.
			animation: false,
			...config.options
		}
	});
}
