import type { Pool } from '../../../core/plan/plan.ts';
import type { Assumptions } from './assumptions.ts';
import { say, type Book } from './book.ts';
import { at } from './cells.ts';
import { line, sumOf, summed } from './lines.ts';
import {
	above,
	iff,
	isNumber,
	least,
	minus,
	most,
	over,
	sum,
	times,
	type Operand
} from './formula.ts';
import { type CellRef, type Sheet, type Years } from './sheet.ts';

/** One measure's part in a pool, own share: what it would take alone, and what it is credited with. */
export type Use = {
	/** Place among the measures as they are credited. */
	readonly measure: number;
	readonly pool: Pool;
	readonly claim: Years;
	credit: Years;
};

/** Takes away what a sector's pools give beyond its reference emissions of the year (METHODS §7). */
export function capSectors(
	book: Book,
	sheet: Sheet,
	header: Years,
	uses: readonly Use[],
	assumed: Assumptions
): void {
	for (const [sector, { perYear: emissions, isKnown }] of assumed.reference) {
		if (!isKnown) continue;
		const own = uses
			.filter(({ pool }) => pool.sector === sector)
			.sort((a, b) => a.measure - b.measure);
		if (own.length === 0) continue;
		const before = own.map(({ credit }) => credit);
		const isShared = book.plan.settings.method.credit === 'shapley';
		own.forEach((use, place) => {
			const { measure } = at(book.measures, at(book.order, use.measure)).placed;
			const row = line(sheet, [
				measure.id,
				measure.name[book.locale],
				use.pool.id,
				say(book, 'efter sektorns tak', 'after the sector’s cap')
			]);
			const kept = own.slice(0, place).map(({ credit }) => credit);
			const { perYear } = summed(book, sheet, row, header, (index) => {
				const [credit, emitted] = [at(at(before, place), index), at(emissions, index)];
				const capped = isShared
					? shared(
							before.map((one) => at(one, index)),
							credit,
							emitted
						)
					: least(credit, most(0, minus(emitted, sumOf(kept.map((one) => at(one, index))))));
				return iff(isNumber(emitted), capped, credit);
			});
			use.credit = perYear;
		});
	}
}

/** All cuts of the sector shrink alike; what adds emissions stays. */
function shared(all: readonly CellRef[], credit: CellRef, emitted: CellRef): Operand {
	const cuts = sum(...all.map((one) => most(0, one)));
	const added = sum(...all.map((one) => least(0, one)));
	const factor = least(1, over(most(0, minus(emitted, added)), cuts));
	return iff(above(credit, 0), times(credit, factor), credit);
}
