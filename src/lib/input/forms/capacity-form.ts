import { Decimal } from '../../core/decimal.ts';
import type { Text } from '../../core/errors.ts';
import { roomFigures, type RoomFigure } from '../../core/plan/room.ts';
import type { BudgetFile, FigureFile, RoomFile } from '../plan-file/write-budget.ts';
import { typedNumber } from './amount.ts';
import { fieldReader, yearsOf, type FormValues } from './field-reader.ts';

/**
 * The capacity form: a row per figure with a cell per year (result.years.2027), its source, and the last year for which
 * it is decided; the years after that are assumed. Redirected frames are rows of their own (redirected.0.years.2027).
 */
type Redirected = RoomFile['redirected'][number];

const CAPACITY = 'ownInvestmentCapacity';
const FRAME = 'operatingFrame';
/** Rows over all years; a year has at most 20. */
export const MOST_REDIRECTED = 400;

export function redirectedRows(values: FormValues): number {
	const rows = Object.keys(values).flatMap((name) => {
		const row = /^redirected\.(\d{1,3})\./.exec(name)?.[1];
		return row === undefined ? [] : [Number(row)];
	});
	return Math.min(MOST_REDIRECTED, 1 + Math.max(-1, ...rows));
}

/** The budget as typed. What a row's single source field leaves empty keeps the sources that its years have. */
export function readCapacityForm(values: FormValues, stored: readonly BudgetFile[]) {
	const form = fieldReader(values);
	const years = [
		...new Set([
			...stored.map(({ year }) => year),
			...Object.keys(values).flatMap((name) => {
				const year = /\.years\.(\d{4})$/.exec(name)?.[1];
				return year === undefined ? [] : [Number(year)];
			})
		])
	].sort((a, b) => a - b);
	const figure = (path: string, year: number, before: FigureFile | null): FigureFile | null => {
		const read = path === 'result' ? form.signedAmount : form.amount;
		const amount = read(`${path}.years.${year}`);
		if (amount === null) return null;
		const decided = form.year(`${path}.decidedTo`);
		return {
			amount,
			status:
				decided === null ? (before?.status ?? 'assumed') : year <= decided ? 'decided' : 'assumed',
			source: form.text(`${path}.source`) || (before?.source ?? '')
		};
	};
	/** Worked out where it can be; a figure that is typed beside that now and says something else is asked about. */
	const capacity = (
		year: number,
		room: RoomFile | undefined,
		before: string | null
	): string | null => {
		const field = `${CAPACITY}.years.${year}`;
		const [typed, known] = [form.amount(field), worked(room)];
		const isTypedNow = typed !== null && typed !== before;
		if (known !== null && isTypedNow && !new Decimal(known).eq(typed))
			form.errors[field] = {
				sv: `Av de fyra talen blir utrymmet ${typedNumber(new Decimal(known))} kr. Lämna rutan tom så gäller det, eller töm ett av talen.`,
				en: `From the four figures the room is SEK ${typedNumber(new Decimal(known))}. Leave the cell empty and that holds, or empty one of the figures.`
			};
		return known ?? typed;
	};
	const byYear = new Map(stored.map((row) => [row.year, row]));
	const redirectedCount = redirectedRows(values);
	const budget = years.flatMap((year): BudgetFile[] => {
		const before = byYear.get(year);
		const figures = Object.fromEntries(
			roomFigures.map((kind) => [kind, figure(kind, year, before?.room?.[kind] ?? null)])
		) as Record<RoomFigure, FigureFile | null>;
		const redirected = redirectedOf(values, redirectedCount, form.text, (path, name, nth) =>
			figure(path, year, framesOf(before, name)[nth] ?? null)
		);
		const isEmpty = Object.values(figures).every((one) => one === null) && redirected.length === 0;
		const room = isEmpty ? undefined : { ...figures, redirected };
		const row = {
			year,
			ownInvestmentCapacity: capacity(year, room, before?.ownInvestmentCapacity ?? null),
			operatingFrame: form.amount(`${FRAME}.years.${year}`),
			...(room && { room }),
			source: form.text('source') || (before?.source ?? ''),
			confidence: form.text('confidence') || (before?.confidence ?? '')
		};
		const isNothing = !room && row.ownInvestmentCapacity === null && row.operatingFrame === null;
		return isNothing && !before ? [] : [row];
	});
	return { budget, errors: { ...form.errors, ...unnamed(values, form.text) }, values };
}

/** Frames that leave the same budget are told apart by their order. */
function framesOf(row: BudgetFile | undefined, fromBudget: string): readonly Redirected[] {
	return (row?.room?.redirected ?? []).filter((one) => one.fromBudget === fromBudget);
}

function redirectedOf(
	values: FormValues,
	count: number,
	text: (name: string) => string,
	figureOf: (path: string, fromBudget: string, nth: number) => FigureFile | null
): Redirected[] {
	const seen = new Map<string, number>();
	return Array.from({ length: count }, (_, row) => `redirected.${row}`).flatMap((path) => {
		const fromBudget = text(`${path}.fromBudget`);
		const nth = seen.get(fromBudget) ?? 0;
		seen.set(fromBudget, nth + 1);
		const found = figureOf(path, fromBudget, nth);
		return found ? [{ fromBudget, ...found }] : [];
	});
}

/** A frame that is redirected must say which budget the money leaves. */
function unnamed(values: FormValues, text: (name: string) => string): Record<string, Text> {
	const errors: Record<string, Text> = {};
	const count = redirectedRows(values);
	for (let row = 0; row < count; row++) {
		const path = `redirected.${row}`;
		const hasMoney = yearsOf(values, `${path}.years`).some(
			(year) => text(`${path}.years.${year}`) !== ''
		);
		if (hasMoney && text(`${path}.fromBudget`) === '')
			errors[`${path}.fromBudget`] = {
				sv: 'Skriv vilken budget pengarna lämnar.',
				en: 'Write which budget the money leaves.'
			};
	}
	return errors;
}

/** The room where its four figures are known; else what is typed counts. */
function worked(room: RoomFile | undefined): string | null {
	if (!room) return null;
	const { result, depreciation, newBorrowing, otherInvestments, redirected } = room;
	if (!result || !depreciation || !newBorrowing || !otherInvestments) return null;
	const sum = [result, depreciation, newBorrowing, ...redirected].reduce(
		(total, { amount }) => total.plus(amount),
		new Decimal(0)
	);
	return Decimal.max(0, sum.minus(otherInvestments.amount)).toFixed(2);
}

/** The form's field of a place in the budget that was read: [0, "room", "result", "source"] is result.source. */
export function capacityFieldOf(
	values: FormValues,
	budget: readonly BudgetFile[],
	[index, ...rest]: readonly (string | number)[]
): string {
	const row = budget[Number(index)];
	const cell = (figure: string, what: unknown) => {
		if (what === 'amount') return `${figure}.years.${row?.year}`;
		return `${figure}.${what === 'status' ? 'decidedTo' : String(what)}`;
	};
	const [first, kind, ...inner] = rest;
	if (first !== 'room') {
		const isMoney = first === CAPACITY || first === FRAME;
		return isMoney ? cell(first, 'amount') : rest.join('.');
	}
	if (kind !== 'redirected') return cell(String(kind), inner[0]);
	const name = row?.room?.redirected[Number(inner[0])]?.fromBudget;
	const place = Array.from({ length: redirectedRows(values) }, (_, one) => one).find(
		(one) => values[`redirected.${one}.fromBudget`]?.trim() === name
	);
	return cell(`redirected.${place ?? 0}`, inner[1]);
}

/** The stored budget as the form shows it. */
export function capacityFormValues(budget: readonly BudgetFile[]): FormValues {
	const values: Record<string, string> = {};
	const show = (
		path: string,
		figures: readonly (readonly [year: number, figure: FigureFile])[]
	) => {
		for (const [year, { amount }] of figures)
			values[`${path}.years.${year}`] = typedNumber(new Decimal(amount));
		const sources = new Set(figures.map(([, { source }]) => source));
		if (sources.size === 1) values[`${path}.source`] = [...sources][0] ?? '';
		const decided = figures.flatMap(([year, { status }]) => (status === 'decided' ? [year] : []));
		const last = Math.max(...decided);
		const isInOrder = figures.every(
			([year, { status }]) => (status === 'decided') === year <= last
		);
		if (decided.length > 0 && isInOrder) values[`${path}.decidedTo`] = String(last);
	};
	for (const kind of roomFigures)
		show(
			kind,
			budget.flatMap(({ year, room }) => (room?.[kind] ? [[year, room[kind]] as const] : []))
		);
	const names = new Set(
		budget.flatMap(({ room }) => room?.redirected.map((one) => one.fromBudget) ?? [])
	);
	const rows = [...names].flatMap((fromBudget) => {
		const most = Math.max(...budget.map((row) => framesOf(row, fromBudget).length));
		return Array.from({ length: most }, (_, nth) => ({ fromBudget, nth }));
	});
	rows.forEach(({ fromBudget, nth }, row) => {
		values[`redirected.${row}.fromBudget`] = fromBudget;
		show(
			`redirected.${row}`,
			budget.flatMap((year) => {
				const frame = framesOf(year, fromBudget)[nth];
				return frame ? [[year.year, frame] as const] : [];
			})
		);
	});
	for (const row of budget)
		for (const name of [CAPACITY, FRAME] as const)
			if (row[name] !== null && !(name === CAPACITY && worked(row.room) !== null))
				values[`${name}.years.${row.year}`] = typedNumber(new Decimal(row[name]));
	return values;
}
