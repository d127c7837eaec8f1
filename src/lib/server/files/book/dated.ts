import type { DatedValue } from '../../../core/emissions/factors.ts';
import { say, type Book } from './book.ts';
import { at } from './cells.ts';
import { minus, over, plus, times, type Operand } from './formula.ts';
import type { CellRef, Sheet } from './sheet.ts';

type Point = { readonly year: CellRef; readonly value: CellRef };

/** The table of dated values, below everything else. */
export function pointTable(book: Book, sheet: Sheet) {
	sheet.headings(sheet.newRow(), [
		'',
		say(book, 'Värden vid vissa år', 'Values at certain years'),
		say(book, 'År', 'Year'),
		say(book, 'Värde', 'Value')
	]);
	return (label: string, points: readonly DatedValue[]): Point[] =>
		[...points]
			.sort((a, b) => a.year - b.year)
			.map(({ year, value }) => {
				const row = sheet.newRow();
				sheet.text(row, 0, `${label} ${year}`, 'note');
				sheet.text(row, 1, label);
				return {
					year: sheet.put(row, 2, year, 'program', 'year'),
					value: sheet.put(row, 3, value.toNumber(), 'input', 'factor')
				};
			});
}

/** Linear between the points on either side of a year, flat outside them. */
export function between(points: readonly Point[], year: CellRef): Operand {
	const before = points.findLast((point) => Number(point.year.value) <= Number(year.value));
	const after = points.find((point) => Number(point.year.value) >= Number(year.value));
	if (!before || !after || before === after) return (before ?? after ?? at(points, 0)).value;
	const passed = over(minus(year, before.year), minus(after.year, before.year));
	return plus(before.value, times(minus(after.value, before.value), passed));
}
