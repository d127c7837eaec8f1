import type { Paper } from '../../../papers/paper.ts';

/** Signs that no file format takes: controls other than tab and line ends. */
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The same paper without signs that cannot be written in a file; half a sign becomes the sign for what is not known. */
export function printable(paper: Paper): Paper {
	const clean = (_: string, value: unknown) =>
		typeof value === 'string' ? value.replace(UNPRINTABLE, '').toWellFormed() : value;
	return JSON.parse(JSON.stringify(paper, clean)) as Paper;
}
