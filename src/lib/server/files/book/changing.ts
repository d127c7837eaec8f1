import { baseRow } from '../../../core/emissions/reference.ts';
import type { ReferencePath } from '../../../core/plan/plan.ts';
import { known, say, unknown, yearRow, type Book } from './book.ts';
import { iff, isNumber, minus, plus, power, times } from './formula.ts';
import type { CellRef, Sheet, Years } from './sheet.ts';
import { sectorWord } from './words.ts';

/** Tonnes that change by a share a year from a base year on. */

export type Reference = {
	readonly co2Share: CellRef;
	readonly change: CellRef;
	readonly perYear: Years;
	readonly isKnown: boolean;
};

type Changing = { readonly base: CellRef; readonly tonnes: CellRef; readonly change: CellRef };

export function changing(
	book: Book,
	sheet: Sheet,
	row: number,
	header: Years,
	{ base, tonnes, change }: Changing
): Years {
	return yearRow(
		sheet,
		row,
		header,
		(_, year) =>
			iff(
				isNumber(tonnes),
				times(tonnes, power(plus(1, change), minus(year, base))),
				unknown(book)
			),
		'tonnes'
	);
}

export function referenceRow(
	book: Book,
	sheet: Sheet,
	row: (label: string, unit: string) => number,
	path: ReferencePath,
	header: Years
): Reference {
	const own = row(
		`${say(book, 'Referensutsläpp', 'Reference emissions')}: ${sectorWord(book, path.sector)}`,
		'ton CO₂e'
	);
	const base = sheet.put(own, 3, path.baseYear, 'program', 'year');
	const inventory = baseRow(book.plan, path)?.tonnes ?? null;
	const tonnes = sheet.put(own, 4, known(book, inventory), 'input', 'tonnes');
	const change = sheet.put(own, 5, path.yearlyChange.toNumber(), 'input', 'share');
	const co2Share = sheet.put(own, 6, path.co2Share.toNumber(), 'input', 'share');
	const perYear = changing(book, sheet, own, header, { base, tonnes, change });
	return { co2Share, change, perYear, isKnown: inventory !== null };
}
