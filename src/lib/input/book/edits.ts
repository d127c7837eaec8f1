import { Decimal } from '../../core/decimal.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { membersOf, type FileEdit } from '../plan-file/edit-file.ts';
import { planFileOf } from '../plan-file/write.ts';
import { UNKNOWN } from '../sheets/values.ts';
import type { CellChange } from './changes.ts';
import { placeOf, thingsOf, yearOf, type Thing } from './things.ts';

type File = Record<string, unknown>;
type YearFile = {
	readonly year: number;
	readonly amount: string | null;
	readonly currency?: string;
};

/** The changed cells as edits of the plan file: one for each measure and funding line that any of them is of. */
export function bookEdits(plan: Plan, changes: readonly CellChange[]): FileEdit[] {
	const things = thingsOf(plan);
	const file = planFileOf(plan);
	const edited = new Map<string, FileEdit & { after: File }>();
	const memberOf = (part: 'measures' | 'funding', id: string): File => {
		const key = placeOf(part, id);
		const known = edited.get(key);
		if (known) return known.after;
		const after = JSON.parse(JSON.stringify(membersOf(file, part).get(id))) as File;
		edited.set(key, { part, id, after });
		return after;
	};
	for (const change of changes) {
		const thing = things.get(placeOf(change.part, change.key));
		if (!thing) continue;
		if (thing.part === 'funding') putInLine(memberOf('funding', thing.line.id), thing, change);
		else putInMeasure(memberOf('measures', thing.measure.id), thing, change);
	}
	return [...edited.values()];
}

function putInMeasure(
	measure: File,
	thing: Exclude<Thing, { part: 'funding' }>,
	{ field, typed }: CellChange
): void {
	if (thing.part === 'measures') measure[field] = numberOf(typed);
	else if (thing.part === 'costs') {
		const items = measure['costs'] as File[];
		const item = items.find(({ id }) => id === thing.item.id);
		if (item) putInCost(item, field, typed);
	} else {
		const effect = (measure['effects'] as File[])[thing.place];
		if (!effect) return;
		const isSize = field === 'size';
		const name = thing.effect.kind === 'direct' ? 'tonnesPerYear' : 'mwhPerYear';
		effect[isSize ? name : field] = numberOf(typed);
	}
}

function putInCost(item: File, field: string, typed: string): void {
	const year = yearOf(field, 'years');
	if (year === null) {
		item[field] = field === 'amountPerYear' ? kronorOf(typed) : numberOf(typed);
		return;
	}
	const years = yearsWith(
		(item['years'] ?? []) as YearFile[],
		{ year, amount: kronorOf(typed) },
		typed
	);
	item['years'] = years;
	const total = years.reduce((sum, { amount }) => sum.plus(amount ?? 0), new Decimal(0));
	// An item of which no year is filled in is unknown, as the book says too.
	item['amount'] = years.length > 0 ? total.toFixed(2) : null;
}

function putInLine(
	line: File,
	{ currency }: Extract<Thing, { part: 'funding' }>,
	{ field, typed }: CellChange
): void {
	const year = yearOf(field, 'amounts');
	if (year === null) {
		if (field === 'eligibleCost') {
			if (typed === '') delete line[field];
			else line[field] = kronorOf(typed);
		} else line[field] = numberOf(typed);
		return;
	}
	const all = line['amounts'] as YearFile[];
	const own = all.filter((one) => one.currency === currency);
	const others = all.filter((one) => one.currency !== currency);
	const amount = { year, amount: kronorOf(typed), currency };
	line['amounts'] = [...yearsWith(own, amount, typed), ...others].sort((a, b) => a.year - b.year);
}

/** The years with one of them as it was typed; left empty, it goes. */
function yearsWith<One extends YearFile>(all: readonly One[], one: One, typed: string): One[] {
	const others = all.filter(({ year }) => year !== one.year);
	return (typed === '' ? others : [...others, one]).sort((a, b) => a.year - b.year);
}

function kronorOf(typed: string): string | null {
	return typed === UNKNOWN || typed === '' ? null : new Decimal(typed).toFixed(2);
}

function numberOf(typed: string): number | null {
	return typed === UNKNOWN || typed === '' ? null : Number(typed);
}
