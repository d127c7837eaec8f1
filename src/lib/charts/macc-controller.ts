import type { BarElement } from 'chart.js';
import {
	DatasetController,
	LinearScale,
	type BarControllerDatasetOptions,
	type ChartMeta,
	type CoreChartOptions,
	type ParsedDataType,
	type Scale,
	type UpdateMode
} from 'chart.js';

/** A step of the curve: from x0 to x1 tonnes at a height of y kronor per tonne. */
export type MaccPoint = { readonly x0: number; readonly x1: number; readonly y: number };

declare module 'chart.js' {
	interface ChartTypeRegistry {
		macc: {
			chartOptions: CoreChartOptions<'macc'>;
			datasetOptions: BarControllerDatasetOptions;
			defaultDataPoint: MaccPoint;
			metaExtensions: Record<never, never>;
			parsedDataType: { x: number; x0: number; x1: number; y: number };
			scales: 'linear';
		};
	}
}

const NARROWEST_PIXELS = 1;
/** A step close to zero must still be seen, and on which side it is. */
const LOWEST_PIXELS = 4;

/** Bars of unequal width on two linear scales: the width of each bar is a quantity of its own. */
export class MaccController extends DatasetController<'macc'> {
	static id = 'macc';
	static defaults = {
		datasetElementType: false,
		dataElementType: 'bar',
		animations: { numbers: { type: 'number', properties: ['x', 'y', 'base', 'width', 'height'] } }
	};

	override parseObjectData(_meta: ChartMeta, data: MaccPoint[], start: number, count: number) {
		return data
			.slice(start, start + count)
			.map(({ x0, x1, y }) => ({ x: (x0 + x1) / 2, x0, x1, y }));
	}

	override getMinMax(scale: Scale) {
		const steps = this._cachedMeta._parsed as unknown as ParsedDataType<'macc'>[];
		const values =
			scale.axis === 'x'
				? steps.flatMap(({ x0, x1 }) => [x0, x1])
				: [0, ...steps.map(({ y }) => y)];
		return { min: Math.min(...values), max: Math.max(...values) };
	}

	override update(mode: UpdateMode) {
		const bars = this._cachedMeta.data;
		this.updateElements(bars as unknown as BarElement[], 0, bars.length, mode);
	}

	override updateElements(bars: BarElement[], start: number, count: number, mode: UpdateMode) {
		const { xScale, yScale } = this._cachedMeta;
		if (!(xScale instanceof LinearScale) || !(yScale instanceof LinearScale)) return;
		const base = yScale.getPixelForValue(0);
		for (let index = start; index < start + count; index++) {
			const { x0, x1, y } = this.getParsed(index) as unknown as ParsedDataType<'macc'>;
			const left = xScale.getPixelForValue(x0);
			const width = Math.max(NARROWEST_PIXELS, xScale.getPixelForValue(x1) - left);
			const top = mode === 'reset' ? base : visibleTop(yScale.getPixelForValue(y), base, y);
			const bar = bars[index];
			if (!bar) continue;
			this.updateElement(
				bar,
				index,
				{
					x: left + width / 2,
					y: top,
					base,
					width,
					height: Math.abs(base - top),
					horizontal: false,
					// The bar element draws nothing right without these two.
					borderSkipped: {},
					inflateAmount: 0,
					options: this.resolveDataElementOptions(index, mode)
				},
				mode
			);
		}
	}
}

function visibleTop(top: number, base: number, y: number): number {
	if (Math.abs(base - top) >= LOWEST_PIXELS) return top;
	return y < 0 ? base + LOWEST_PIXELS : base - LOWEST_PIXELS;
}
