import type { CostItem } from '../../../core/plan/plan.ts';
import { at } from './cells.ts';
import type { Book } from './book.ts';
import { kindWord, payerWord, sectorWord } from './words.ts';
import { equals, sumProduct, times, type Operand } from './formula.ts';
import { range, type CellRef, type Years } from './sheet.ts';

/** A row of the sheet of costs per year, by which costs are asked for. */
export type CostRow = {
	readonly kind: CellRef;
	readonly payer: CellRef;
	readonly sector: CellRef;
	readonly ownShare: CellRef;
	readonly perYear: Years;
};

/** Which costs are asked for; undefined: all. */
export type Asked = {
	readonly kind: CostItem['kind'];
	readonly payer?: CostItem['payer'] | undefined;
	/** The sector of the measure; null: none. */
	readonly sector?: string | null | undefined;
};

/** Own share of the costs asked for in one year; what is unknown adds nothing. */
export function ownShareOf(
	book: Book,
	{ rows }: { readonly rows: readonly CostRow[] },
	asked: Asked,
	index: number
): Operand {
	if (rows.length === 0) return 0;
	const column = (of: (row: CostRow) => CellRef) => range(rows.map(of));
	const masks = [
		equals(
			column(({ kind }) => kind),
			kindWord(book, asked.kind)
		)
	];
	if (asked.payer)
		masks.push(
			equals(
				column(({ payer }) => payer),
				payerWord(book, asked.payer)
			)
		);
	if (asked.sector !== undefined)
		masks.push(
			equals(
				column(({ sector }) => sector),
				sectorWord(book, asked.sector)
			)
		);
	const share = column(({ ownShare }) => ownShare);
	return sumProduct(
		times(share, ...masks),
		column(({ perYear }) => at(perYear, index))
	);
}
