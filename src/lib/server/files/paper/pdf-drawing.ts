import type { Drawing, Shape } from '../../../papers/drawing/drawing.ts';
import { pathData } from '../../../papers/drawing/svg.ts';
import type { PdfDocument } from './pdf-sheet.ts';

/** A drawing as lines and letters of the page, so that it is sharp at any size. */
export function pdfDrawing(
	document: PdfDocument,
	{ shapes }: Drawing,
	x: number,
	y: number,
	scale: number
): void {
	document.save();
	document.translate(x, y).scale(scale);
	for (const shape of shapes) draw(document, shape);
	document.restore();
}

function draw(document: PdfDocument, shape: Shape): void {
	if (shape.kind === 'text') {
		drawText(document, shape);
		return;
	}
	document.undash();
	if (shape.kind === 'rect') {
		document.rect(shape.x, shape.y, shape.width, shape.height).lineWidth(1);
		if (shape.stroke) document.fillAndStroke(shape.fill, shape.stroke);
		else document.fill(shape.fill);
		return;
	}
	const { fill, stroke, width, dash } = shape;
	document.path(pathData(shape)).lineWidth(width);
	if (dash) document.dash(dash[0] ?? 4, { space: dash[1] ?? 4 });
	if (fill !== null && stroke !== null) document.fillAndStroke(fill, stroke);
	else if (fill !== null) document.fill(fill);
	else if (stroke !== null) document.stroke(stroke);
	document.undash();
}

function drawText(
	document: PdfDocument,
	{ x, y, text, size, anchor, fill, isBold }: Extract<Shape, { kind: 'text' }>
): void {
	document
		.font(isBold ? 'bold' : 'regular')
		.fontSize(size)
		.fillColor(fill);
	const width = document.widthOfString(text);
	const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
	document.text(text, left, y, { lineBreak: false, baseline: 'alphabetic' });
}
