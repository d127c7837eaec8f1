import type { Paper } from '../../../papers/paper.ts';

/** Signs that no file format takes: controls other than tab and line ends. */
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The same paper without signs that cannot be written in a file; half a sign becomes the sign for what is not known. */
export function printable(paper: Paper): Paper {
	return withTexts(paper, (text) => text.replace(UNPRINTABLE, '').toWellFormed());
}

/** No word is so long; to break it letter by letter would take minutes. */
const ENDLESS = /\S{500,}/g;
const LETTERS = /.{200}/gsu;

/** The same with a space now and then in words without end. */
export function breakable(paper: Paper): Paper {
	return withTexts(paper, (text) => text.replace(ENDLESS, (word) => word.replace(LETTERS, '$& ')));
}

function withTexts(paper: Paper, change: (text: string) => string): Paper {
	const changed = (_: string, value: unknown) =>
		typeof value === 'string' ? change(value) : value;
	return JSON.parse(JSON.stringify(paper, changed)) as Paper;
}
