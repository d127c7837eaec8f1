/** A drawn chart on the page's background, as a PNG. */
function pictureOf(canvas: HTMLCanvasElement): Promise<Blob> {
	const copy = document.createElement('canvas');
	copy.width = canvas.width;
	copy.height = canvas.height;
	const ink = copy.getContext('2d');
	if (ink) {
		ink.fillStyle = getComputedStyle(canvas).getPropertyValue('--surface') || '#fff';
		ink.fillRect(0, 0, copy.width, copy.height);
		ink.drawImage(canvas, 0, 0);
	}
	return new Promise((done, fail) =>
		copy.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture'))), 'image/png')
	);
}

/** Copies a chart as a picture; saves it as a file where the browser does not let it be copied. */
export async function copyPicture(
	canvas: HTMLCanvasElement,
	title: string
): Promise<'copied' | 'saved'> {
	const blob = await pictureOf(canvas);
	try {
		await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
		return 'copied';
	} catch {
		const link = document.createElement('a');
		link.href = URL.createObjectURL(blob);
		link.download = `${title.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}.png`;
		link.click();
		URL.revokeObjectURL(link.href);
		return 'saved';
	}
}

/** A table as text that a spreadsheet takes: a line per row, cells apart by tabs, plain spaces and minus signs. */
export function tableText(table: HTMLTableElement | null): string {
	const rows = [...(table?.rows ?? [])].map((row) =>
		[...row.cells].map((cell) => plain(cell.textContent ?? '')).join('\t')
	);
	return rows.join('\n');
}

/** Numbers lose their thousands' spaces, so that a spreadsheet reads them as numbers. */
function plain(text: string): string {
	const tidy = text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
	const number = tidy.replace(/\u2212/g, '-').replace(/(?<=\d) (?=\d{3}(?:\D|$))/g, '');
	return /^-?\d+(?:,\d+)?$/.test(number) ? number : tidy;
}
