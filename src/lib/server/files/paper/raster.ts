import { GlobalFonts, createCanvas, loadImage } from '@napi-rs/canvas';
import type { Drawing } from '../../../papers/drawing/drawing.ts';
import { svgText } from '../../../papers/drawing/svg.ts';
import { FONT_FILES } from './fonts.ts';

/** Points of the picture for each of the drawing: sharp on paper at its full width. */
const SCALE = 3;

/** A drawing as a PNG, without a browser. */
export async function pngOf(drawing: Drawing): Promise<Uint8Array> {
	if (!GlobalFonts.has('Source Sans 3'))
		for (const file of Object.values(FONT_FILES))
			GlobalFonts.registerFromPath(file, 'Source Sans 3');
	const picture = await loadImage(Buffer.from(svgText(drawing)));
	const canvas = createCanvas(drawing.width * SCALE, drawing.height * SCALE);
	canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
	return await canvas.encode('png');
}
