import { Decimal } from '../../core/decimal.ts';
import { readDecimal } from '../forms/amount.ts';
import { isEmptyCell, shownCell, type Cell } from '../sheets/cell.ts';
import { HeadFinder, ListRefusal, type Columns, type Heading } from './table-head.ts';

const MOST_FACTORS = 5_000;
const LONGEST_NAME = 160;
/** Kilograms per krona; even cement lies far below. */
const HIGHEST = new Decimal(10);

type FactorField = 'factor' | 'code' | 'name' | 'uncertainty';

const HEADINGS: Heading<FactorField> = {
	factor: [
		'faktor',
		'emissionsfaktor',
		'utslappsfaktor',
		'klimatfaktor',
		'klimatintensitet',
		'utslappsintensitet',
		'kgco2ekr',
		'kgco2eperkr',
		'kgco2eperkrona',
		'kgco2ekvkr',
		'gco2ekr',
		'tonmnkr',
		'factor',
		'intensity'
	],
	code: ['kod', 'kategorikod', 'cpvkod', 'cpv', 'konto', 'unspsc', 'code', 'account'],
	name: ['kategori', 'namn', 'benamning', 'inkopskategori', 'produktgrupp', 'category', 'name'],
	uncertainty: ['osakerhet', 'osakerhetsklass', 'kvalitet', 'uncertainty', 'uncertaintyclass']
};

/** Of what the factors are, in kilograms per krona: a gram per krona is a tonne per million. */
export const factorUnits = { 'kg/kr': 1, 'g/kr': 0.001 } as const;
export type FactorUnit = keyof typeof factorUnits;

/** The unit that a heading says: kg CO2e/kr, g/kr, ton/mnkr; null: none. */
function unitIn(heading: string): FactorUnit | null {
	const plain = heading.toLowerCase().replace(/\s+/g, '');
	if (
		/(?:^|[^k])g(?:co2\w*)?\/(?:kr|sek)|kg(?:co2\w*)?\/(?:tkr|1000)|ton(?:co2\w*)?\/(?:mnkr|mkr)/.test(
			plain
		)
	)
		return 'g/kr';
	return /kg(?:co2\w*)?\/(?:kr|sek)|kg(?:co2\w*)?perkr/.test(plain) ? 'kg/kr' : null;
}

/** A factor as it is kept: decimals as text. */
export type StoredFactor = {
	readonly code: string;
	readonly name: string;
	readonly kgPerKrona: string;
	readonly uncertainty: string;
};

/** Reads a list of factors while its rows come. */
export class FactorRows {
	readonly #unit: FactorUnit;
	readonly #head = new HeadFinder(
		HEADINGS,
		({ factor, code, name }) => factor !== undefined && (code ?? name) !== undefined
	);
	#columns: Columns<FactorField> | null = null;
	readonly #factors = new Map<string, StoredFactor>();

	constructor(unit: FactorUnit) {
		this.#unit = unit;
	}

	/** A sheet begins; its headings are its own. */
	sheet(): void {
		this.#head.sheet();
	}

	/** Whether the headings have been found: the rest of the file is not the list. */
	isFound(): boolean {
		return this.#columns !== null;
	}

	/** A row of the file. Throws ListRefusal with the row where a factor cannot be read, stands twice or is too high to be one. */
	take(cells: readonly Cell[], row: number): void {
		if (!this.#columns) {
			const found = this.#head.columnsIn(cells);
			if (found) this.#useColumns(found, cells);
			return;
		}
		const { factor, code, name, uncertainty } = this.#columns;
		const text = (column: number | undefined) =>
			column === undefined ? '' : shownCell(cells[column]).trim().slice(0, LONGEST_NAME);
		const cell = factor === undefined ? null : cells[factor];
		// A heading of a group, or a category for which the list has no figure: it has no factor, and none is made up.
		if (isEmptyCell(cell) || /^[-–—]$|^(?:saknas|n\/a)$/i.test(text(factor))) return;
		const own = {
			code: text(code),
			name: text(name) || text(code),
			uncertainty: text(uncertainty)
		};
		const key = own.code || own.name;
		if (key === '')
			throw atRow(row, 'har en faktor men ingen kategori', 'has a factor but no category');
		const read = decimalIn(cell ?? null, this.#unit);
		if (!read || read.lt(0))
			throw atRow(
				row,
				`har faktorn ”${text(factor)}”, som inte är ett entydigt tal från noll`,
				`has the factor “${text(factor)}”, which is no single number from zero`
			);
		const kgPerKrona = read.times(factorUnits[this.#unit]);
		if (kgPerKrona.gt(HIGHEST))
			throw atRow(
				row,
				`har ${text(factor)} ${this.#unit}, mer än ${HIGHEST.toString()} kg per krona; kontrollera enheten`,
				`has ${text(factor)} ${this.#unit}, more than ${HIGHEST.toString()} kg per krona; check the unit`
			);
		if (this.#factors.has(key))
			throw atRow(row, `säger ${key} en andra gång`, `says ${key} a second time`);
		if (this.#factors.size >= MOST_FACTORS)
			throw atRow(
				row,
				`är fler än ${MOST_FACTORS} faktorer`,
				`is more than ${MOST_FACTORS} factors`
			);
		this.#factors.set(key, { ...own, kgPerKrona: kgPerKrona.toString() });
	}

	/** A unit in the heading of the factors must be the one that was chosen. */
	#useColumns(found: Columns<FactorField>, cells: readonly Cell[]): void {
		const heading = shownCell(cells[found.factor ?? -1]);
		const said = unitIn(heading);
		if (said && said !== this.#unit)
			throw new ListRefusal(
				`Rubriken ”${heading.slice(0, 60)}” säger ${said}, men ${this.#unit} är valt. Välj enheten som rubriken säger.`,
				`The heading “${heading.slice(0, 60)}” says ${said}, but ${this.#unit} is chosen. Choose the unit that the heading says.`
			);
		this.#columns = found;
	}

	/** Throws ListRefusal where there is none. */
	factors(): StoredFactor[] {
		if (!this.#columns) throw this.#noHeadings();
		if (this.#factors.size === 0)
			throw new ListRefusal(
				'Listan har inga faktorer under rubrikerna.',
				'The list has no factors under its headings.'
			);
		return [...this.#factors.values()];
	}

	#noHeadings(): ListRefusal {
		return new ListRefusal(
			`Hittar inte rubrikerna: listan ska ha en kolumn Faktor och en kolumn Kod eller Kategori, och gärna Osäkerhet. Filen har ${this.#head.likeliest() || 'inga rubriker'}.`,
			`Cannot find the headings: the list should have a column Faktor and a column Kod or Kategori, and preferably Osäkerhet. The file has ${this.#head.likeliest() || 'no headings'}.`
		);
	}
}

function decimalIn(cell: Cell, unit: FactorUnit): Decimal | null {
	if (typeof cell === 'object' && cell)
		return 'n' in cell && !cell.isPercent ? new Decimal(String(cell.n)) : null;
	const text = (cell ?? '').trim();
	// A factor below ten with three decimals is no thousand kilograms per krona; of grams it could be.
	const plain = unit === 'kg/kr' && /^\d[.,]\d+$/.exec(text);
	if (plain) return new Decimal(text.replace(',', '.'));
	const read = readDecimal(text);
	return read.kind === 'value' ? read.value : null;
}

function atRow(row: number, sv: string, en: string): ListRefusal {
	return new ListRefusal(
		`Rad ${row} ${sv}. Inget är inläst.`,
		`Row ${row} ${en}. Nothing has been read.`
	);
}
