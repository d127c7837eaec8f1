import type { Drawing, Shape } from './drawing.ts';

const FONT = "'Source Sans 3', 'Source Sans 3 Variable', sans-serif";

/** A drawing as a picture of its own (SVG 1.1). */
export function svgText({ width, height, shapes }: Drawing): string {
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}">`,
		`<rect width="${width}" height="${height}" fill="#ffffff"/>`,
		...shapes.map(element),
		'</svg>'
	].join('');
}

function element(shape: Shape): string {
	if (shape.kind === 'text') {
		const { x, y, size, anchor, fill, isBold, text } = shape;
		const weight = isBold ? ' font-weight="700"' : '';
		return `<text x="${short(x)}" y="${short(y)}" font-size="${size}" text-anchor="${anchor}" fill="${fill}"${weight}>${escaped(text)}</text>`;
	}
	if (shape.kind === 'rect') {
		const { x, y, width, height, fill, stroke } = shape;
		const edge = stroke ? ` stroke="${stroke}"` : '';
		return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" fill="${fill}"${edge}/>`;
	}
	const { fill, stroke, width, dash } = shape;
	const dashes = dash ? ` stroke-dasharray="${dash.join(' ')}"` : '';
	return `<path d="${pathData(shape)}" fill="${fill ?? 'none'}" stroke="${stroke ?? 'none'}" stroke-width="${width}"${dashes}/>`;
}

/** The way of a path: M x y L x y …, closed where it is filled. */
export function pathData({ points, fill }: Extract<Shape, { kind: 'path' }>): string {
	const way = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`);
	return way.join('') + (fill === null ? '' : 'Z');
}

function short(value: number): string {
	return String(Math.round(value * 100) / 100);
}

function escaped(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
