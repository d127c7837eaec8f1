import { readSignedAmount } from '../forms/amount.ts';
import { isEmptyCell, shownCell, type Cell } from '../sheets/cell.ts';
import { HeadFinder, ListRefusal, type Columns, type Heading } from './table-head.ts';

const MOST_CATEGORIES = 5_000;
const LONGEST_NAME = 120;
/** So many rows are named that could not be read. */
const MOST_NAMED = 20;

export const ledgerFields = ['amount', 'category', 'name', 'supplier'] as const;
export type LedgerField = (typeof ledgerFields)[number];

const HEADINGS: Heading<LedgerField> = {
	amount: [
		'beloppexklmoms',
		'beloppsek',
		'beloppkr',
		'beloppikr',
		'amountsek',
		'nettobelopp',
		'belopp',
		'fakturabelopp',
		'utfall',
		'summa',
		'kostnad',
		'kronor',
		'netamount',
		'amount'
	],
	category: [
		'inkopskategori',
		'kategorikod',
		'kategori',
		'varugrupp',
		'cpvkod',
		'cpv',
		'unspsc',
		'konto',
		'kontonr',
		'kontonummer',
		'kontokod',
		'categorycode',
		'category',
		'account'
	],
	name: [
		'kategorinamn',
		'kontobenamning',
		'kontonamn',
		'kontotext',
		'cpvtext',
		'cpvbenamning',
		'varugruppsnamn',
		'benamning',
		'categoryname',
		'accountname'
	],
	supplier: ['leverantor', 'leverantorsnamn', 'levnamn', 'lev', 'motpart', 'supplier', 'vendor']
};

export type LedgerUnit = 'kr' | 'tkr' | 'mnkr';
const KRONOR: Readonly<Record<LedgerUnit, number>> = { kr: 1, tkr: 1_000, mnkr: 1_000_000 };

export type LedgerChoices = {
	/** What the rows are summed by. */
	readonly by: 'category' | 'supplier';
	readonly unit: LedgerUnit;
	/** Headings that were named outright. */
	readonly columns: Partial<Readonly<Record<LedgerField, string>>>;
};

/** A ledger as it is kept: sums by category, not its rows. Amounts are whole öre. */
export type Ledger = {
	readonly by: LedgerChoices['by'];
	readonly rows: number;
	readonly categories: readonly {
		readonly key: string;
		readonly name: string;
		readonly ore: number;
		readonly rows: number;
	}[];
	readonly leftOut: {
		/** Rows that sum others up, by their names: what they say, whole öre; the first of them. */
		readonly sums: readonly { readonly row: number; readonly name: string; readonly ore: number }[];
		readonly sumCount: number;
		readonly empty: number;
		/** Rows whose amount is no number; the first of them by their numbers in the file. */
		readonly unreadable: number;
		readonly unreadableRows: readonly number[];
		/** Sheets of the workbook after the one that was read. */
		readonly sheets: readonly string[];
	};
};

/** A label that says sum and nothing else: Summa, Totalt:, Slutsumma kr, S:a. A firm called Total Sverige AB is none. */
const SUM =
	/^(?:(?:del|slut|total|mellan)?summa|summor|summering|total|totalt|totalbelopp|tot|s:a|sum|sub-?total|grand total)[\s.:,]*(?:kr|sek|tkr)?[\s.:,]*$/i;
/** What stands behind or before the name of what was summed: Summa 4510, 4510 Summa. */
const SUM_WORD = /^(?:summa|totalt|total|s:a)\s+(.+)$|^(.+)\s+(?:summa|totalt|total)$/i;

/** Sums a purchase ledger by category while its rows come; none of them is kept. */
export class LedgerRows {
	readonly #choices: LedgerChoices;
	readonly #sums = new Map<string, { name: string; ore: number; rows: number }>();
	readonly #head: HeadFinder<LedgerField>;
	#columns: Columns<LedgerField> | null = null;
	#rows = 0;
	readonly #sumRows: { row: number; name: string; ore: number }[] = [];
	#sumCount = 0;
	/** Columns that have a heading. */
	#width = 0;
	#empty = 0;
	readonly #unreadable: number[] = [];
	#unreadableCount = 0;

	constructor(choices: LedgerChoices) {
		this.#choices = choices;
		this.#head = new HeadFinder(
			HEADINGS,
			({ amount, category, name, supplier }) =>
				amount !== undefined &&
				(choices.by === 'supplier' ? supplier : (category ?? name)) !== undefined,
			choices.columns
		);
	}

	/** A sheet begins; its headings are its own. */
	sheet(): void {
		this.#head.sheet();
	}

	/** Whether the headings have been found: the rest of the file is not the list. */
	isFound(): boolean {
		return this.#columns !== null;
	}

	/** A row of the file. Throws ListRefusal where no headings are found, or there are too many categories. */
	take(cells: readonly Cell[], row: number): void {
		if (!this.#columns) {
			this.#columns = this.#head.columnsIn(cells);
			this.#width = cells.length;
			return;
		}
		const { amount, category, name, supplier } = this.#columns;
		const text = (column: number | undefined) => (column === undefined ? '' : short(cells[column]));
		const isBySupplier = this.#choices.by === 'supplier';
		const key = isBySupplier ? text(supplier) : text(category) || text(name);
		if (cells.slice(this.#width).some((one) => typeof one === 'string' && /^\s*\d/.test(one))) {
			// An amount with the list's own separator in it has moved the columns.
			this.#unread(row);
			return;
		}
		const cell = amount === undefined ? null : (cells[amount] ?? null);
		if (isEmptyCell(cell)) {
			this.#empty++;
			return;
		}
		const ore = oreIn(cell, KRONOR[this.#choices.unit]);
		if (ore === null) {
			this.#unread(row);
			return;
		}
		const label = key || short(cells.find((one) => !isEmptyCell(one)));
		if (this.#isSum(label)) {
			this.#sumCount++;
			if (this.#sumRows.length < MOST_NAMED) this.#sumRows.push({ row, name: label, ore });
			return;
		}
		this.#rows++;
		const known = this.#sums.get(key);
		if (known) {
			known.ore += ore;
			known.rows++;
			if (known.name === '') known.name = isBySupplier ? '' : text(name);
			return;
		}
		if (this.#sums.size >= MOST_CATEGORIES) throw tooMany();
		this.#sums.set(key, { name: isBySupplier ? '' : text(name), ore, rows: 1 });
	}

	#unread(row: number): void {
		this.#unreadableCount++;
		if (this.#unreadable.length < MOST_NAMED) this.#unreadable.push(row);
	}

	/** Whether a row sums up others: by its label alone, or with the name of a category before or behind it. */
	#isSum(label: string): boolean {
		if (SUM.test(label)) return true;
		const [, behind, before] = SUM_WORD.exec(label) ?? [];
		const of = behind ?? before;
		if (of === undefined) return false;
		return this.#sums.has(of) || [...this.#sums.values()].some(({ name }) => name === of);
	}

	#noHeadings(): ListRefusal {
		const by = this.#choices.by === 'supplier';
		return new ListRefusal(
			`Hittar inte rubrikerna för belopp och ${by ? 'leverantör' : 'kategori eller konto'}. Filen har ${this.#head.likeliest() || 'inga rubriker'}. Skriv vilka som gäller under ”Rubriker i filen”.`,
			`Cannot find the headings of amount and ${by ? 'supplier' : 'category or account'}. The file has ${this.#head.likeliest() || 'no headings'}. Write which hold under “Headings in the file”.`
		);
	}

	/** The sums. Throws ListRefusal where nothing was summed. */
	ledger(unreadSheets: readonly string[] = []): Ledger {
		if (!this.#columns) throw this.#noHeadings();
		if (this.#rows === 0)
			throw new ListRefusal(
				'Listan har inga rader med belopp under rubrikerna.',
				'The list has no rows with amounts under its headings.'
			);
		return {
			by: this.#choices.by,
			rows: this.#rows,
			categories: [...this.#sums]
				.map(([key, own]) => ({ key, ...own }))
				.sort((a, b) => b.ore - a.ore || (a.key < b.key ? -1 : 1)),
			leftOut: {
				sums: this.#sumRows,
				sumCount: this.#sumCount,
				empty: this.#empty,
				unreadable: this.#unreadableCount,
				unreadableRows: this.#unreadable,
				sheets: unreadSheets.slice(0, MOST_NAMED)
			}
		};
	}
}

/** A text in one line, and no longer than a name. */
function short(cell: Cell | undefined): string {
	return shownCell(cell).trim().slice(0, LONGEST_NAME).replace(/\s+/g, ' ').trim();
}

/** Whole öre; null: no amount, or one that could mean two. */
function oreIn(cell: Cell, kronor: number): number | null {
	if (typeof cell === 'object' && cell) {
		if (!('n' in cell) || cell.isPercent) return null;
		return whole(cell.n * kronor * 100);
	}
	const text = (cell ?? '').trim();
	// What most ledgers have: nothing that could mean two things.
	const simple = /^(-?)(\d{1,11})(?:,(\d{1,2}))?$/.exec(text);
	if (simple && kronor === 1) {
		const [, sign, kr = '', ore = ''] = simple;
		const value = Number(kr) * 100 + Number(ore.padEnd(2, '0'));
		return sign ? -value : value;
	}
	const read = readSignedAmount(text, kronor);
	return read.kind === 'value' ? whole(read.value.times(100).toNumber()) : null;
}

/** Computed numbers have digits beyond the öre. */
function whole(ore: number): number | null {
	const rounded = Math.round(ore);
	return Number.isSafeInteger(rounded) ? rounded : null;
}

function tooMany(): ListRefusal {
	return new ListRefusal(
		`Kolumnen har fler än ${MOST_CATEGORIES} olika värden. Summera per kategori eller konto, eller välj en annan kolumn.`,
		`The column has more than ${MOST_CATEGORIES} different values. Sum by category or account, or choose another column.`
	);
}
