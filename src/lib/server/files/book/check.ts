import { rounded } from '../../../core/decimal.ts';
import { newSheet, say, type Book, type Check } from './book.ts';
import { absolute, below, countIf, iff, isNumber, minus, type Term } from './formula.ts';
import { range, type CellRef, type Sheet } from './sheet.ts';

/** How many of the figures there are, and how many differ from the program's. */
export type Checked = { readonly count: number; readonly differing: Term };

/** Money is right to the öre, tonnes to the gram, as the method gives them out (METHODS §14, rule 18). */
const DECIMALS = { kr: 2, tonnes: 6, share: 12, factor: 6, year: 0, number: 6, text: 0 } as const;

/** Every figure as the program computes it beside what this book comes to. */
export function checkSheet(book: Book): Checked {
	const sheet = newSheet(book, 'Kontroll', 'Check', [
		'Programmets värden när boken togs ut, bredvid vad bokens formler ger. Den som ändrar i boken får avvikelser här: det är skillnaden mot planen.',
		'The program’s figures when the book was written, beside what the formulas of the book give. Who changes the book gets differences here: they are what differs from the plan.'
	]);
	sheet.headings(sheet.newRow(), [
		'',
		say(book, 'Värde', 'Value'),
		say(book, 'År', 'Year'),
		say(book, 'Programmet', 'The program'),
		say(book, 'Boken', 'The book'),
		say(book, 'Skillnad', 'Difference'),
		''
	]);
	const results = book.checks.map((check) => checkRow(book, sheet, check));
	return { count: results.length, differing: countIf(range(results), differs(book)) };
}

function differs(book: Book): string {
	return say(book, 'avviker', 'differs');
}

function checkRow(
	book: Book,
	sheet: Sheet,
	{ figure, year, format, inProgram, inBook }: Check
): CellRef {
	const row = sheet.newRow();
	const [agrees, other] = [say(book, 'stämmer', 'agrees'), differs(book)];
	sheet.text(row, 1, figure);
	if (year !== null) sheet.put(row, 2, year, 'text', 'year');
	const decimals = DECIMALS[format];
	const told = inProgram && rounded(inProgram, decimals).toNumber();
	const program = sheet.put(row, 3, told ?? '–', 'program', format);
	const own = sheet.put(row, 4, inBook, 'live', format);
	const apart = minus(own, program);
	const difference = iff(isNumber(program), iff(isNumber(own), apart, '–'), '–');
	sheet.put(row, 5, difference, 'live', format);
	// Half of the last decimal, and what doubles may add to it.
	const close = below(absolute(apart), 0.51 * 10 ** -decimals);
	const result = iff(
		isNumber(program),
		iff(isNumber(own), iff(close, agrees, other), other),
		iff(isNumber(own), other, agrees)
	);
	return sheet.put(row, 6, result, 'live', 'text');
}
