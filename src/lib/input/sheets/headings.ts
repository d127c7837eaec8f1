import { isEmptyCell, shownCell, type Cell, type Sheet } from './cell.ts';
import { fieldsOf, listKinds, type ListKind, type ValueKind } from './fields.ts';
import type { Choices, SheetUnit } from './choices.ts';

/** What a table's headings say of its columns. Everything here is a proposal, which its reader sees and may change. */

/** Units in headings; the first that fits holds. */
const UNITS: readonly (readonly [words: RegExp, unit: Exclude<SheetUnit, ''>])[] = [
	[/(?<!\p{L})(?:mnkr|mkr|msek|milj\.? ?kr|miljoner)(?!\p{L})/iu, 'mnkr'],
	[/(?<!\p{L})(?:tkr|kkr|tsek|ksek|tusen ?kr\w*|tusental\w*)(?!\p{L})/iu, 'tkr'],
	[/(?<!\p{L})(?:kr|kronor|sek)(?!\p{L})/iu, 'kr']
];

/** The unit that a text names; null: none. */
export function unitIn(text: string): Exclude<SheetUnit, ''> | null {
	return UNITS.find(([words]) => words.test(text))?.[1] ?? null;
}

const YEAR = /(?<!\d)((?:19|20|21)\d\d)(?!\d)/;

/** Words that make more of a year than that year: t.o.m. 2027, efter 2030, 2027 och framåt, ackumulerat 2028. */
const BEYOND =
	/(?<!\p{L})(?:t\.?\s?o\.?\s?m\.?|till|fr\.?\s?o\.?\s?m\.?|from|från|efter|före|innan|framåt|ff|ack\p{L}*|until|after|before|onwards?)(?!\p{L})|\d{4}\s*[-–—]\s*(?:$|\d)|[-–—]\s*\d{4}\s*$/iu;

/** The year that a heading names, where it names one alone: "Budget 2027" but not "2027–2030" or "t.o.m. 2027". */
export function yearIn(heading: string): number | null {
	if (BEYOND.test(heading)) return null;
	const years = heading.match(new RegExp(YEAR, 'g')) ?? [];
	return years.length === 1 ? Number(years[0]) : null;
}

/** Longer texts are no headings, and no names. */
const LONGEST_HEADING = 300;

/** A heading without unit, year, signs and case, by which columns are known. */
export function plainHeading(text: string): string {
	const cut = text.slice(0, LONGEST_HEADING).toLowerCase();
	const bare = UNITS.reduce((left, [words]) => left.replace(words, ' '), cut)
		.replace(new RegExp(YEAR, 'g'), ' ')
		.replace(/co₂/g, 'co2')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
	return bare.replace(/^(?:id nr|nr id)$/, 'id');
}

/** A name without signs and case, by which things are known; its years and numbers tell it from others. */
export function plainName(text: string): string {
	return text
		.slice(0, LONGEST_HEADING)
		.toLowerCase()
		.replace(/co₂/g, 'co2')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** The headings of a row by column; where a row above groups years, its word comes before: "Drift 2027". */
export function headingsOf({ rows }: Sheet, headerRow: number): string[] {
	const own = (rows[headerRow - 1] ?? []).map(headingText);
	const above = rows[headerRow - 2] ?? [];
	let group = '';
	const isGrouped = above.filter((cell) => !isEmptyCell(cell)).length > 1;
	return own.map((text, column) => {
		const over = above[column];
		if (!isEmptyCell(over)) group = typeof over === 'string' && over.length < 60 ? over : '';
		const isYearAlone = /^\D*\d{4}\D*$/.test(text) && plainHeading(text) === '';
		return isYearAlone && group !== '' && isGrouped ? `${group.trim()} ${text}` : text;
	});
}

function headingText(cell: Cell): string {
	if (cell !== null && typeof cell === 'object' && 'n' in cell) return String(cell.n);
	// A year that is a day: its first or its last.
	const ofDay = cell !== null && typeof cell === 'object' && 'day' in cell ? cell.day : '';
	if (/-(?:01-01|12-31)$/.test(ofDay)) return ofDay.slice(0, 4);
	return shownCell(cell).slice(0, LONGEST_HEADING).replace(/\s+/g, ' ').trim();
}

/** A word of fewer letters, such as år, is in headings of everything. */
const SHORTEST_PART = 4;

/** How well a heading fits the words of a field: 3 the same, 2 begins so, 1 has them in it. */
function fit(heading: string, words: readonly string[]): number {
	return Math.max(
		0,
		...words.map((word) => {
			if (heading === word) return 3;
			if (word.length < SHORTEST_PART) return 0;
			if (heading.startsWith(`${word} `)) return 2;
			return ` ${heading} `.includes(` ${word} `) ? 1 : 0;
		})
	);
}

/** Words of money that is not what a plan is made of. */
const NOT_PLANNED =
	/utfall|bokslut|prognos|hittills|upparbeta|förbruka|kvar|återst|avvik|andel|procent|%|actual|outcome|forecast|spent|remain/i;

/** A field for each column that seems to say it; each field once, but for years. */
function proposedColumns(
	kind: ListKind,
	headings: readonly string[],
	remembered: ReadonlyMap<string, string> = new Map(),
	looks: readonly Look[] = []
): Record<number, string> {
	const fields = Object.entries(fieldsOf[kind]);
	const fits = headings.flatMap((heading, column) => {
		const plain = plainHeading(heading);
		const isOfYear = yearIn(heading) !== null;
		const known = remembered.get(memoryKey(heading));
		if (known !== undefined) return [{ column, field: known, score: 10, isOfYear }];
		const isOfMoney = unitIn(heading) !== null;
		return fields.flatMap(([field, { headings: words, value, isPerYear = false }], order) => {
			if (isPerYear !== isOfYear || (isOfMoney && value !== 'amount')) return [];
			const unlike = isFigure(value) ? 'words' : isWords(field, value) ? 'figures' : null;
			if (value === 'amount' && NOT_PLANNED.test(heading)) return [];
			// A heading that names a unit is of money, whatever stands below.
			if (looks[column] === unlike && !isOfMoney) return [];
			// A year alone is of the first field that has years.
			const score = isOfYear && plain === '' ? 0.5 : fit(plain, words);
			// Money is not guessed from a word in the middle: what is left of a budget is none.
			const least = value === 'amount' && !(isOfYear && plain === '') ? 2 : 0.5;
			return score >= least ? [{ column, field, score: score - order / 1000, isOfYear }] : [];
		});
	});
	const columns: Record<number, string> = {};
	const taken = new Set<string>();
	for (const { column, field, isOfYear } of fits.sort((a, b) => b.score - a.score)) {
		if (columns[column] !== undefined) continue;
		const key = isOfYear ? `${field} ${yearIn(headings[column] ?? '')}` : field;
		if (field !== '' && taken.has(key)) continue;
		taken.add(key);
		columns[column] = field;
	}
	return Object.fromEntries(Object.entries(columns).filter(([, field]) => field !== ''));
}

/** The heading as an organisation's choices remember it, whichever year it names. */
export function memoryKey(heading: string): string {
	return `${yearIn(heading) === null ? '' : 'år '}${plainHeading(heading)}`.slice(0, 200);
}

/** What stands in a column, below its heading. */
type Look = 'figures' | 'words' | 'nothing';

function isFigure(value: ValueKind): boolean {
	return ['amount', 'number', 'percent', 'year', 'years'].includes(value);
}

function isWords(field: string, value: ValueKind): boolean {
	return field === 'name' || value === 'word';
}

const FIGURE = /^[-−(]?\s*[\d.,]/;

function looksOf({ rows }: Sheet, headerRow: number): Look[] {
	const below = rows.slice(headerRow, headerRow + LOOKED_THROUGH);
	return (rows[headerRow - 1] ?? []).map((_, column) => {
		const filled = below.map((row) => row[column]).filter((cell) => !isEmptyCell(cell));
		const figures = filled.filter((cell) =>
			typeof cell === 'string' ? FIGURE.test(cell.trim()) : cell && 'n' in cell
		).length;
		const words = filled.filter((cell) => typeof cell === 'string' && !FIGURE.test(cell.trim()));
		if (figures * 2 >= filled.length && figures > 0) return 'figures';
		return words.length * 2 > filled.length ? 'words' : 'nothing';
	});
}

const LOOKED_THROUGH = 40;

/** The sheet and row that most look like a list. */
export function likeliestTable(sheets: readonly Sheet[]): { sheet: number; headerRow: number } {
	const found = sheets.map((sheet, place) => ({ place, ...headerIn(sheet) }));
	const [first, ...others] = found;
	const best = others.reduce((a, b) => (a && b.score > a.score ? b : a), first);
	return { sheet: best?.place ?? 0, headerRow: best?.row ?? 1 };
}

/** The row that most looks like headings. */
export function proposedHeader(sheet: Sheet): number {
	return headerIn(sheet).row;
}

/** The row with most words that are known, and how many. */
function headerIn(sheet: Sheet): { row: number; score: number } {
	let best = { row: 1, score: 0 };
	sheet.rows.slice(0, LOOKED_THROUGH).forEach((row, index) => {
		const texts = row.filter((cell) => typeof cell === 'string' && cell.trim() !== '').length;
		if (row.filter((cell) => !isEmptyCell(cell)).length < 2) return;
		const headings = headingsOf(sheet, index + 1);
		const known = Math.max(
			...listKinds.map(
				(kind) =>
					Object.keys(proposedColumns(kind, headings, undefined, looksOf(sheet, index + 1))).length
			)
		);
		const score = known * 2 + texts / 100;
		if (score > best.score) best = { row: index + 1, score };
	});
	return best;
}

/** What the list seems to be of. */
function proposedKind(headings: readonly string[], looks: readonly Look[] = []): ListKind {
	const has = (kind: ListKind, field: string) =>
		Object.values(proposedColumns(kind, headings, undefined, looks)).includes(field);
	if (has('funding', 'programme')) return 'funding';
	const isOfCosts =
		has('costs', 'measure') && (has('costs', 'kind') || has('costs', 'amountPerYear'));
	const isOfMeasures = ['startYear', 'owner', 'tonnes', 'lifetimeYears'].some((field) =>
		has('measures', field)
	);
	return isOfCosts && !isOfMeasures ? 'costs' : 'measures';
}

/** The unit that headings, or the lines above them, name; empty: none does, and it must be asked. */
function proposedUnit(sheet: Sheet, headerRow: number): SheetUnit {
	const above = sheet.rows.slice(0, headerRow - 1).flat();
	for (const text of [...headingsOf(sheet, headerRow), ...above.map(shownCell)]) {
		const unit = unitIn(text);
		if (unit) return unit;
	}
	return '';
}

/** Everything that can be proposed for a table before anybody has chosen. */
export function proposedChoices(
	sheet: Sheet,
	place: number,
	remembered: (kind: ListKind) => ReadonlyMap<string, string>,
	chosen: { readonly headerRow?: number; readonly kind?: ListKind } = {}
): Choices {
	const headerRow = chosen.headerRow ?? proposedHeader(sheet);
	const headings = headingsOf(sheet, headerRow);
	const looks = looksOf(sheet, headerRow);
	const kind = chosen.kind ?? proposedKind(headings, looks);
	return {
		sheet: place,
		headerRow,
		kind,
		unit: proposedUnit(sheet, headerRow),
		columns: proposedColumns(kind, headings, remembered(kind), looks),
		startYear: '',
		status: 'planned',
		payer: 'municipality',
		pool: '',
		probability: '',
		blank: 'unknown',
		twins: 'ask',
		isMinus: false,
		answers: {}
	};
}
