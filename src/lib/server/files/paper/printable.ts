import type { Paper } from '../../../papers/paper.ts';

/** Signs that no file format takes: controls other than tab and line ends. */
const UNPRINTABLE = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

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
