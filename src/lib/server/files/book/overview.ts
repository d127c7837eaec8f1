import { say, type Book } from './book.ts';
import type { Checked } from './check.ts';
import { iff, equals, join, type Operand } from './formula.ts';
import type { CellRef, Format, Role, Sheet } from './sheet.ts';

/** The headline figures, by name, as they stand elsewhere in the book. */
export type Headline = readonly {
	readonly label: string;
	readonly cell: CellRef;
	readonly unit: string;
	readonly format: Format;
	readonly role?: Role;
}[];

/** The first sheet: what the book is, its headline figures, whether it agrees, and how to read it. */
export function overview(book: Book, sheet: Sheet, headline: Headline, checked: Checked): void {
	const { settings, municipality, disclaimer } = book.plan;
	const put = (
		label: string,
		value: Operand,
		format: Format = 'text',
		role: Role = 'text'
	): void => {
		const row = sheet.newRow();
		sheet.text(row, 1, label);
		sheet.put(row, 2, value, role, format);
	};
	put(say(book, 'Plan', 'Plan'), settings.name);
	put(say(book, 'Kommun', 'Municipality'), municipality.name);
	put(say(book, 'Portfölj', 'Portfolio'), book.portfolio.name || book.portfolio.id);
	const vat =
		settings.basis.vat === 'excluded'
			? say(book, 'exklusive moms', 'VAT excluded')
			: say(book, 'inklusive moms', 'VAT included');
	put(
		say(book, 'Priser', 'Prices'),
		say(
			book,
			`kronor, fasta priser, ${settings.basis.priceYear} års nivå, ${vat}`,
			`kronor, constant prices of ${settings.basis.priceYear}, ${vat}`
		)
	);
	put(say(book, 'Uttagen', 'Taken out'), book.day);
	if (disclaimer) put(say(book, 'Observera', 'Note'), disclaimer[book.locale]);
	sheet.newRow();
	sheet.headings(sheet.newRow(), [
		'',
		say(book, 'I korthet', 'In short'),
		say(book, 'Belopp', 'Amount'),
		say(book, 'Enhet', 'Unit')
	]);
	for (const { label, cell, unit, format, role } of headline) {
		const row = sheet.newRow();
		sheet.text(row, 1, label);
		// What the program computed holds only while nothing has been changed.
		const content = role === 'program' ? iff(equals(checked.differing, 0), cell, '–') : cell;
		sheet.put(row, 2, content, role ?? 'total', format);
		sheet.text(row, 3, unit);
	}
	sheet.newRow();
	const all = say(
		book,
		`alla ${checked.count} värden är desamma som i programmet när boken togs ut`,
		`all ${checked.count} values are those of the program when the book was taken out`
	);
	const some = join(
		checked.differing,
		say(
			book,
			` av ${checked.count} värden är andra än i programmet när boken togs ut, se bladet Kontroll`,
			` of ${checked.count} values are other than those of the program when the book was taken out, see the sheet Check`
		)
	);
	put(
		say(book, 'Kontroll', 'Check'),
		iff(equals(checked.differing, 0), all, some),
		'text',
		'total'
	);
	sheet.newRow();
	sheet.headings(sheet.newRow(), ['', say(book, 'Så läser du boken', 'How to read the book')]);
	const legend: readonly (readonly [Role, string])[] = [
		[
			'input',
			say(
				book,
				'Indata som går att ändra; allt annat räknas om',
				'Input that can be changed; everything else follows'
			)
		],
		[
			'live',
			say(book, 'Räknas här i boken, med formler', 'Computed here in the book, by formulas')
		],
		[
			'program',
			say(
				book,
				'Beräknat i programmet: ändras inte när du ändrar i boken',
				'Computed in the program: does not follow what you change in the book'
			)
		]
	];
	for (const [role, words] of legend) {
		const row = sheet.newRow();
		sheet.put(row, 1, words, role, 'text');
	}
	sheet.newRow();
	sheet.headings(sheet.newRow(), [
		'',
		say(book, 'Blad', 'Sheet'),
		say(book, 'Innehåll', 'What it holds')
	]);
	for (const other of book.sheets.filter((one) => one !== sheet && !one.isHidden)) {
		const row = sheet.newRow();
		sheet.text(row, 1, other.name);
		sheet.text(row, 2, other.about);
	}
}
