import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticksFor } from '../../src/lib/papers/drawing/axes.ts';
import type { Drawing } from '../../src/lib/papers/drawing/drawing.ts';
import { stepsDrawing } from '../../src/lib/papers/drawing/steps-chart.ts';
import { svgText } from '../../src/lib/papers/drawing/svg.ts';
import { yearsDrawing, type YearsChart } from '../../src/lib/papers/drawing/years-chart.ts';
import { pngOf } from '../../src/lib/server/files/paper/raster.ts';

const value = fc.oneof(
	fc.integer({ min: -1_000_000, max: 1_000_000 }),
	fc.double({ min: -1e12, max: 1e12, noNaN: true }),
	fc.constantFrom(0, 1e-9, -1e-9)
);
const EMPTY: YearsChart = {
	unit: 'tkr',
	format: String,
	years: [2026, 2027, 2028],
	columns: [],
	lines: [],
	marks: []
};
const bars = ({ shapes }: Drawing, colour: string) =>
	shapes.flatMap((shape) => (shape.kind === 'rect' && shape.fill === colour ? [shape] : []));

describe('the value axis', () => {
	it('covers every value and zero in even round steps', () => {
		fc.assert(
			fc.property(fc.array(value, { maxLength: 8 }), (values) => {
				const ticks = ticksFor(values);
				const [first = 0, last = 0] = [ticks[0], ticks.at(-1)];
				const slack = 1e-9 * Math.max(1, Math.abs(first), Math.abs(last));
				expect(first).toBeLessThanOrEqual(Math.min(0, ...values) + slack);
				expect(last).toBeGreaterThanOrEqual(Math.max(0, ...values) - slack);
				expect(ticks.length).toBeGreaterThan(1);
				expect(ticks.length).toBeLessThan(12);
				expect(ticks).toContain(0);
			})
		);
	});
});

describe('columns by year', () => {
	it('are as high as their values, stacked on one another', () => {
		const drawing = yearsDrawing({
			...EMPTY,
			columns: [
				{ name: 'a', colour: '#111111', values: [10, 20, null] },
				{ name: 'b', colour: '#222222', values: [30, 0, 40] }
			]
		});
		// The legend's box is the last of each colour.
		const [a1, a2] = bars(drawing, '#111111');
		const [b1, b3] = bars(drawing, '#222222');
		expect((a2?.height ?? 0) / (a1?.height ?? 1)).toBeCloseTo(2);
		expect((b1?.height ?? 0) / (a1?.height ?? 1)).toBeCloseTo(3);
		expect((b3?.height ?? 0) / (a1?.height ?? 1)).toBeCloseTo(4);
		expect((b1?.y ?? 0) + (b1?.height ?? 0)).toBeCloseTo(a1?.y ?? 0);
		expect(bars(drawing, '#111111')).toHaveLength(3);
	});

	it('and lines break where a year is unknown', () => {
		const drawing = yearsDrawing({
			...EMPTY,
			years: [2026, 2027, 2028, 2029, 2030],
			lines: [{ name: 'a', colour: '#333333', values: [1, 2, null, 4, 5] }]
		});
		const lines = drawing.shapes.filter(
			(shape) => shape.kind === 'path' && shape.stroke === '#333333' && shape.points.length === 2
		);
		// Two parts, and the one in the legend.
		expect(lines).toHaveLength(3);
	});

	it('never leave the picture', () => {
		fc.assert(
			fc.property(fc.array(value, { minLength: 3, maxLength: 3 }), (values) => {
				const drawing = yearsDrawing({
					...EMPTY,
					columns: [{ name: 'a', colour: '#111111', values }],
					lines: [{ name: 'b', colour: '#333333', values }]
				});
				for (const shape of drawing.shapes)
					if (shape.kind === 'rect') {
						expect(shape.y).toBeGreaterThanOrEqual(-0.01);
						expect(shape.y + shape.height).toBeLessThanOrEqual(drawing.height + 0.01);
					}
			})
		);
	});
});

describe('a curve of steps', () => {
	it('is as wide as its tonnes and as high as its kronor, below zero where it pays', () => {
		const drawing = stepsDrawing({
			...{ unit: 'kr/t', widthUnit: 'ton', format: String, level: null },
			...{ paysName: 'betalar sig', costsName: 'kostar' },
			steps: [
				{ name: 'A', width: 100, height: -500 },
				{ name: 'B', width: 300, height: 1000 }
			]
		});
		const [pays] = bars(drawing, '#2f7d5d');
		const [costs] = bars(drawing, '#d9a04a');
		expect((costs?.width ?? 0) / (pays?.width ?? 1)).toBeCloseTo(3);
		expect((costs?.height ?? 0) / (pays?.height ?? 1)).toBeCloseTo(2);
		expect(pays?.y).toBeCloseTo((costs?.y ?? 0) + (costs?.height ?? 0));
	});
});

describe('a drawing as a file', () => {
	const drawing = yearsDrawing({
		...EMPTY,
		unit: 'ton <CO₂> & "mer"',
		columns: [{ name: 'Å & Ö', colour: '#a8402a', values: [1, 2, 3] }]
	});

	it('is SVG in which every text stands as it was', () => {
		const svg = svgText(drawing);
		expect(svg).toContain('>ton &lt;CO₂&gt; &amp; "mer"<');
		expect(svg.match(/<(rect|path|text)/g)).toHaveLength(drawing.shapes.length + 1);
	});

	it('is a PNG with the drawn colours, three points for each', async () => {
		const png = Buffer.from(await pngOf(drawing));
		expect(png.subarray(1, 4).toString()).toBe('PNG');
		expect(png.readUInt32BE(16)).toBe(drawing.width * 3);
		expect(png.readUInt32BE(20)).toBe(drawing.height * 3);
		const { createCanvas, loadImage } = await import('@napi-rs/canvas');
		const canvas = createCanvas(drawing.width * 3, drawing.height * 3);
		const ink = canvas.getContext('2d');
		ink.drawImage(await loadImage(png), 0, 0);
		const bar = bars(drawing, '#a8402a')[2];
		const [x, y] = [(bar?.x ?? 0) + 3, (bar?.y ?? 0) + 3];
		expect([...ink.getImageData(x * 3, y * 3, 1, 1).data]).toEqual([0xa8, 0x40, 0x2a, 255]);
		// Letters are drawn with the program's typeface, also where no other is installed.
		const head = ink.getImageData(0, 0, 300, 36).data;
		expect(head.filter((one, place) => place % 4 === 0 && one < 128).length).toBeGreaterThan(50);
	});
});
