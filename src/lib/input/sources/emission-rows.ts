import type { ReleaseRow } from '../../core/emissions/release.ts';
import { Decimal, sum } from '../../core/decimal.ts';
import type { Text } from '../../core/errors.ts';
import type { Gas } from '../../core/plan/plan.ts';
import { readDecimal } from '../forms/amount.ts';
import { isEmptyCell, shownCell, type Cell } from '../sheets/cell.ts';
import { gasName, SourceRefusal, type FoundEmissions, type Place } from './found.ts';
import { bare, databaseSectors, sectorOf } from './sectors.ts';
import { gasIn, OTHER, unitIn } from './title.ts';

const FOREIGN = 'foreign-transport';
/** Rows above the first figures that may be title and heading. */
const MOST_ABOVE = 30;
/** How far a stated sum may lie from that of its sectors: a tonne, for rounding. */
const ROUNDING = new Decimal(1);
const YEAR = /^(?:19[89]|20)\d\d$/;
const KEYS = ['huvudsektor', 'undersektor', 'lan', 'kommun'] as const;
type Key = (typeof KEYS)[number];
type Columns = Readonly<Record<Key, number>> & { readonly years: ReadonlyMap<number, number> };

/**
 * Reads the workbook of the national emission database row by row, as it comes: some rows of title, a heading over two rows
 * with Huvudsektor, Undersektor, Län and Kommun and a column per year; „Alla” marks sums. Keeps the main sectors of one
 * municipality. Tonnes.
 */
export class EmissionRows {
	readonly #place: Place;
	readonly #gas: Gas;
	readonly #above: Cell[][] = [];
	#columns: Columns | null = null;
	#kilo: 1 | 1000 | null = null;
	#isGasUnsaid = false;
	readonly #found = new Map<string, ReadonlyMap<number, Decimal | null>>();
	readonly #unknown = new Map<string, string>();
	readonly #unreadYears: string[] = [];
	#rows = 0;

	constructor(place: Place, gas: Gas) {
		this.#place = place;
		this.#gas = gas;
	}

	/** A sheet begins; its title and headings are its own. */
	sheet(): void {
		this.#above.length = 0;
	}

	/** Whether the headings have been found: the rest of the file is not the list. */
	isFound(): boolean {
		return this.#columns !== null;
	}

	/** A row of the file; throws SourceRefusal where it cannot be one of the database's. */
	take(cells: readonly Cell[]): void {
		if (!this.#columns) {
			if (this.#above.length > MOST_ABOVE) return;
			this.#above.push([...cells]);
			this.#columns = this.#headings(cells);
			if (!this.#columns) return;
		}
		this.#rows++;
		const columns = this.#columns;
		const text = (key: Key) => shownCell(cells[columns[key]]).trim();
		if (!isOf(text('kommun'), this.#place) || bare(text('undersektor')) !== 'alla') return;
		const name = text('huvudsektor');
		const sector = /^(?:alla|total|samtliga|summa)/.test(bare(name))
			? 'total'
			: (sectorOf(name) ?? bare(name).slice(0, 40));
		if (sector === '') return;
		if (this.#found.has(sector))
			throw new SourceRefusal(
				`Filen har två rader för ${name} i ${this.#place.name}. Hämta filen på nytt, med alla kolumner.`,
				`The file has two rows for ${name} in ${this.#place.name}. Get the file again, with all its columns.`
			);
		if (sector !== 'total' && !sectorOf(name)) this.#unknown.set(sector, name);
		this.#found.set(
			sector,
			new Map([...columns.years].map(([year, column]) => [year, this.#tonnes(cells[column])]))
		);
	}

	/** Whether the row is the first with figures; then the heading above it says what the columns are. */
	#headings(cells: readonly Cell[]): Columns | null {
		const head = this.#above.findIndex((row) =>
			['huvudsektor', 'kommun'].every((key) => row.some((cell) => bare(shownCell(cell)) === key))
		);
		if (head < 0 || head === this.#above.length - 1) return null;
		const names = (this.#above[head] ?? []).map((cell) => bare(shownCell(cell)));
		const place = (key: Key) => names.indexOf(key);
		if (isEmptyCell(cells[place('huvudsektor')]) || isEmptyCell(cells[place('kommun')]))
			return null;
		const missing = KEYS.filter((key) => place(key) < 0);
		const years = new Map<number, number>();
		// The years stand in the row of the names, below it, or above it.
		const above = this.#above.slice(0, -1);
		const row = [head, head + 1, head - 1]
			.map((at) => above[at] ?? [])
			.find((one) => one.some((cell) => YEAR.test(shownCell(cell).trim())));
		(row ?? []).forEach((cell, column) => {
			const text = shownCell(cell).trim();
			if (KEYS.some((key) => place(key) === column)) return;
			if (YEAR.test(text)) this.#addYear(years, Number(text), column);
			else if (/\d{4}/.test(text)) this.#unreadYears.push(text.slice(0, 40));
		});
		if (missing.length > 0 || years.size === 0) throw noHeadings();
		this.#checkTitle();
		return {
			huvudsektor: place('huvudsektor'),
			undersektor: place('undersektor'),
			lan: place('lan'),
			kommun: place('kommun'),
			years
		};
	}

	/** One column for each year; two would be two things, and nobody says which is in tonnes. */
	#addYear(years: Map<number, number>, year: number, column: number): void {
		const known = years.get(year);
		if (known !== undefined && known !== column)
			throw new SourceRefusal(
				`Filen har två kolumner för ${year} och säger inte vilken som är ton. Hämta den från databasens webbplats och skicka in den som den är.`,
				`The file has two columns for ${year} and does not say which is in tonnes. Get it from the database’s site and send it in as it is.`
			);
		years.set(year, column);
	}

	#checkTitle(): void {
		const title = this.#title();
		this.#kilo = unitIn(title);
		const gas = gasIn(title);
		if (gas === this.#gas) return;
		const chosen = gasName[this.#gas];
		if (gas === null) {
			this.#isGasUnsaid = true;
			return;
		}
		const said = gas === 'other' ? OTHER : gasName[gas];
		throw new SourceRefusal(
			`Filens rubrik säger ${said.sv} (”${title.trim().slice(0, 120)}”), men ${chosen.sv} är valt. Välj rätt gas, eller en annan fil.`,
			`The heading of the file says ${said.en} (“${title.trim().slice(0, 120)}”), but ${chosen.en} is chosen. Choose the right gas, or another file.`
		);
	}

	#title(): string {
		return this.#above
			.slice(0, -1)
			.flatMap((row) => row.map(shownCell))
			.join(' ')
			.slice(0, 4_000);
	}

	/** Tonnes in whole kilograms; null: the cell says nothing that is a number. */
	#tonnes(cell: Cell | undefined): Decimal | null {
		const text = shownCell(cell).trim();
		const read =
			typeof cell === 'object' && cell && 'n' in cell && !cell.isPercent
				? new Decimal(String(cell.n))
				: numberIn(text);
		return read && read.gte(0) ? read.times(this.#kilo ?? 1).toDecimalPlaces(3) : null;
	}

	/** What the file says of the municipality. Throws SourceRefusal where that is nothing. */
	found(): FoundEmissions {
		const years = this.#columns?.years;
		if (!years) throw noHeadings();
		const { name, code } = this.#place;
		const sectors = [...this.#found.keys()].filter((sector) => sector !== 'total');
		if (sectors.length === 0)
			throw new SourceRefusal(
				`Filen har ${this.#rows} rader men ingen med huvudsektorer för ${name} (${code}). Hämta filen med din kommun eller alla kommuner valda.`,
				`The file has ${this.#rows} rows, but none with main sectors of ${name} (${code}). Get the file with your municipality or all municipalities chosen.`
			);
		const remarks: Text[] = [...this.#remarks(sectors)];
		const rows = [...years.keys()]
			.sort((a, b) => a - b)
			.flatMap((year) => this.#year(year, sectors, remarks));
		if (rows.length === 0)
			throw new SourceRefusal(
				`Filen har inga hela år för ${name}: i varje år saknar någon sektor tal.`,
				`The file has no whole years of ${name}: in each year some sector has no figure.`
			);
		const title = this.#title();
		return {
			release: { gas: this.#gas, rows },
			edition: /(?:submission|utgåva|version)\s*:?\s*(\d{4})/i.exec(title)?.[1] ?? '',
			source: 'Nationella emissionsdatabasen (SMHI, Naturvårdsverket)',
			remarks
		};
	}

	*#remarks(sectors: readonly string[]): Iterable<Text> {
		if (this.#isGasUnsaid)
			yield {
				sv: `Filens rubrik säger inte vilken gas den gäller. Talen är lästa som ${gasName[this.#gas].sv}, som du valde.`,
				en: `The heading of the file does not say of which gas it is. The figures are read as ${gasName[this.#gas].en}, as you chose.`
			};
		if (this.#unreadYears.length > 0) {
			const names = this.#unreadYears.map((name) => `”${name}”`).join(', ');
			yield {
				sv: `Kolumnerna ${names} är inte lästa: rubriken är inte ett årtal för sig.`,
				en: `The columns ${names} are not read: their heading is not a year alone.`
			};
		}
		if (this.#kilo === null)
			yield {
				sv: 'Filens rubrik anger ingen enhet som känns igen. Talen är lästa som ton, som databasen brukar ange dem: jämför med planens tal innan du tar in dem.',
				en: 'The heading of the file states no known unit. The figures are read as tonnes, as the database usually states them: compare them with the plan’s before you take them in.'
			};
		for (const name of this.#unknown.values())
			yield {
				sv: `Huvudsektorn ”${name}” är inte en av databasens kända. Den läses under eget namn och räknas med i summan.`,
				en: `The main sector “${name}” is not one of the database’s known ones. It is read under its own name and counts in the sum.`
			};
		const missing = databaseSectors.filter((one) => one !== FOREIGN && !sectors.includes(one));
		if (missing.length > 0)
			yield {
				sv: `Filen har ingen rad för ${missing.length} av databasens huvudsektorer (${missing.join(', ')}): summan kan vara för låg.`,
				en: `The file has no row for ${missing.length} of the database’s main sectors (${missing.join(', ')}): the sum may be too low.`
			};
	}

	/** The rows of a year; none where a sector has no figure, so that no sum is silently too low. */
	#year(year: number, sectors: readonly string[], remarks: Text[]): ReleaseRow[] {
		const values = sectors.map((sector) => ({
			sector,
			tonnes: this.#found.get(sector)?.get(year) ?? null
		}));
		const known = values.flatMap(({ sector, tonnes }) =>
			tonnes ? [{ year, sector, tonnes }] : []
		);
		if (known.length === 0) return [];
		const gaps = values.filter(({ sector, tonnes }) => !tonnes && sector !== FOREIGN);
		if (gaps.length > 0) {
			const names = gaps.map(({ sector }) => sector).join(', ');
			remarks.push({
				sv: `${year} är inte läst: filen saknar tal för ${names}, och summan hade blivit för låg.`,
				en: `${year} is not read: the file has no figure for ${names}, and the sum would have been too low.`
			});
			return [];
		}
		const stated = this.#found.get('total')?.get(year);
		const own = sum(known.flatMap(({ sector, tonnes }) => (sector === FOREIGN ? [] : [tonnes])));
		const all = sum(known.map(({ tonnes }) => tonnes));
		const agrees = (total: Decimal) => !stated || total.minus(stated).abs().lte(ROUNDING);
		if (!agrees(own) && !agrees(all))
			remarks.push({
				sv: `${year}: filens summa är ${shown(stated)} ton, sektorernas ${shown(own)}. Här gäller sektorernas summa, utan utrikes transporter.`,
				en: `${year}: the file’s sum is ${shown(stated)} tonnes, that of the sectors ${shown(own)}. Here the sum of the sectors holds, without foreign transport.`
			});
		return known;
	}
}

function shown(tonnes: Decimal | null | undefined): string {
	return tonnes ? tonnes.toDecimalPlaces(1).toString().replace('.', ',') : '';
}

function numberIn(text: string): Decimal | null {
	const read = readDecimal(text);
	return read.kind === 'value' ? read.value : null;
}

/** Whether a cell names the municipality, by name or code: Alvesta, Alvesta kommun, 0764, 0764 Alvesta, Göteborgs stad. */
function isOf(cell: string, { code, name }: Place): boolean {
	const own = plainPlace(cell);
	if (own === code) return true;
	const [a, b] = [namesOf(own.replace(/^\d{4}\s+/, '')), namesOf(plainPlace(name))];
	return a.some((one) => b.includes(one));
}

/** Habo and Håbo are two municipalities: letters stay as they are. */
function plainPlace(text: string): string {
	return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function namesOf(text: string): string[] {
	const short = text.replace(/ (?:kommun|stad)$/, '');
	return short === text ? [text] : [text, short, short.replace(/s$/, '')];
}

function noHeadings(): SourceRefusal {
	return new SourceRefusal(
		'Filen har inte den nationella emissionsdatabasens rubriker: Huvudsektor, Undersektor, Län, Kommun och en kolumn per år. Hämta den som Excel från databasens webbplats och skicka in den som den är.',
		'The file does not have the headings of the national emission database: Huvudsektor, Undersektor, Län, Kommun and a column per year. Get it as Excel from the database’s site and send it in as it is.'
	);
}
