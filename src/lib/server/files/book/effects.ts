import { effectKey } from '../../../input/book/things.ts';
import { effectSize } from '../../../core/abatement/effects.ts';
import type { Effect, Measure } from '../../../core/plan/plan.ts';
import type { Assumptions } from './assumptions.ts';
import {
	known,
	newSheet,
	roleOf,
	say,
	unknown,
	yearHeadings,
	yearRow,
	TOTAL_COLUMN,
	type Book
} from './book.ts';
import { at } from './cells.ts';
import { carrierWord } from './words.ts';
import {
	atLeast,
	atMost,
	both,
	iff,
	isNumber,
	least,
	minus,
	most,
	over,
	plus,
	sum,
	times,
	type Operand
} from './formula.ts';
import type { MeasureSheet, Placement } from './measures.ts';
import { range, type CellRef, type Sheet, type Years } from './sheet.ts';

/** Tonnes per year of one effect, whole project as placed. */
export type EffectRow = { readonly pool: string; readonly perYear: Years };

export type MeasureEffects = {
	readonly rows: readonly EffectRow[];
	/** Whether an effect is missing that nobody has said anything of. */
	readonly isUnsaid: boolean;
};

/** What every effect of the plan is, and what the portfolio's give per year (METHODS §14, rule 6). */
export function effectSheet(
	book: Book,
	{ placements, others }: MeasureSheet,
	assumed: Assumptions | null
): { readonly measures: readonly MeasureEffects[] } {
	const sheet = newSheet(book, 'Effekter', 'Effects', [
		'Ton per år som varje effekt ger, hela projektet. Energi räknas om med årets utsläppsfaktor. Minus: utsläppen ökar.',
		'Tonnes per year of every effect, whole project. Energy is converted by the emission factor of the year. Minus: emissions grow.'
	]);
	sheet.part = 'effects';
	sheet.hiddenColumns.add(0);
	const typed = [
		say(book, 'Nyckel', 'Key'),
		'Id',
		say(book, 'Åtgärd', 'Measure'),
		say(book, 'Utsläppspost', 'Pool'),
		say(book, 'Energislag', 'Energy carrier'),
		say(book, 'Storlek', 'Size'),
		say(book, 'Enhet', 'Unit'),
		say(book, 'Från', 'From'),
		say(book, 'Till', 'To'),
		say(book, 'Upptrappning, år', 'Ramp, years')
	];
	if (!assumed) {
		sheet.frozen = { rows: 0, columns: 3 };
		sheet.headings(sheet.newRow(), typed);
		typedRows(book, sheet, others);
		return { measures: [] };
	}
	const header = yearHeadings(book, sheet, [
		...typed,
		...['', ''],
		say(book, 'Summa, ton', 'Sum, tonnes')
	]);
	const measures = placements.map((placement): MeasureEffects => {
		const { measure } = placement;
		if (measure.effects === null) {
			unsaid(book, sheet, measure);
			return { rows: [], isUnsaid: true };
		}
		const rows = measure.effects.map((effect, place) => {
			const typed = effectRow(book, sheet, measure, effect, place);
			const perYear = yearRow(
				sheet,
				typed.row,
				header,
				(index, year) => tonnesOf(book, effect, typed, { placement, year, index, assumed }),
				'tonnes'
			);
			const total = iff(isNumber(typed.size), sum(range(perYear)), unknown(book));
			sheet.put(typed.row, TOTAL_COLUMN, total, 'live', 'tonnes');
			return { pool: effect.pool, perYear };
		});
		return { rows, isUnsaid: false };
	});
	typedRows(book, sheet, others);
	return { measures };
}

/** What is typed of effects that nothing is computed of. */
function typedRows(book: Book, sheet: Sheet, others: readonly Measure[]): void {
	for (const measure of others) {
		if (measure.effects === null) unsaid(book, sheet, measure);
		measure.effects?.forEach((effect, place) => effectRow(book, sheet, measure, effect, place));
	}
}

function unsaid(book: Book, sheet: Sheet, measure: Measure): void {
	const row = sheet.newRow();
	sheet.text(row, 0, effectKey(measure.id, -1), 'note');
	sheet.text(row, 1, measure.id);
	sheet.text(row, 2, measure.name[book.locale]);
	sheet.put(row, 5, unknown(book), 'program', 'tonnes', '-');
}

type Typed = {
	readonly row: number;
	readonly size: CellRef;
	readonly from: CellRef;
	readonly to: CellRef;
	readonly ramp: CellRef;
};

function effectRow(
	book: Book,
	sheet: Sheet,
	measure: Measure,
	effect: Effect,
	place: number
): Typed {
	const row = sheet.newRow();
	const isEnergy = effect.kind === 'energy';
	const role = roleOf(book, measure.id);
	sheet.text(row, 0, effectKey(measure.id, place), 'note');
	sheet.text(row, 1, measure.id);
	sheet.text(row, 2, measure.name[book.locale]);
	sheet.text(row, 3, effect.pool);
	if (isEnergy) sheet.text(row, 4, carrierWord(book, effect.carrier));
	const size = sheet.put(row, 5, known(book, effectSize(effect)), role, 'tonnes', 'size');
	sheet.text(
		row,
		6,
		say(book, isEnergy ? 'MWh per år' : 'ton per år', isEnergy ? 'MWh a year' : 'tonnes a year')
	);
	return {
		row,
		size,
		from: sheet.put(row, 7, effect.from, role, 'year', 'from'),
		to: sheet.put(row, 8, effect.to, role, 'year', 'to'),
		ramp: sheet.put(row, 9, effect.rampYears, role, 'number', 'rampYears')
	};
}

type InYear = {
	readonly placement: Placement;
	readonly year: CellRef;
	readonly index: number;
	readonly assumed: Assumptions;
};

function tonnesOf(
	book: Book,
	effect: Effect,
	{ size, from, to, ramp }: Typed,
	{ placement: { shift, scale }, year, index, assumed }: InYear
): Operand {
	const own = minus(year, shift);
	const ramped = least(1, over(plus(minus(own, from), 1), most(1, ramp)));
	const factor = effect.kind === 'energy' ? assumed.factors.get(effect.carrier) : undefined;
	const full = factor ? times(size, scale, ramped, at(factor, index)) : times(size, scale, ramped);
	return iff(
		isNumber(size),
		iff(both(atLeast(own, from), atMost(own, to)), full, 0),
		unknown(book)
	);
}
