import type { Claim } from '../../../core/funding/stacking/claims.ts';
import type { Room } from '../../../core/funding/stacking/room.ts';
import type { Assumptions } from './assumptions.ts';
import { checkOne, newSheet, say, type Book } from './book.ts';
import { at } from './cells.ts';
import type { CostInput, CostInputs } from './costs.ts';
import {
	equals,
	iff,
	isNumber,
	least,
	minus,
	most,
	over,
	plus,
	power,
	sum,
	times,
	type Operand,
	type Term
} from './formula.ts';
import { isListed, listedInAll, type FundingInputs } from './funding.ts';
import { line, sumOf } from './lines.ts';
import type { MeasureSheet, Placement } from './measures.ts';
import type { CellRef, Sheet } from './sheet.ts';

/** What of each line counts, kr of the whole project as placed, by line; a line that is not here counts in full. */
export type Counted = ReadonlyMap<string, CellRef>;

type ClaimRow = {
	readonly claim: Claim;
	readonly row: number;
	readonly cost: CellRef;
	readonly eligible: CellRef;
	readonly asked: CellRef;
};

/**
 * What the rules of the programmes leave of each line (METHODS §9): the lines are served in order, each with at most what
 * is left below every ceiling that it shares. Which ceilings there are, and which lines a rule shuts out, is found by the
 * program and stands as it is; the amounts are computed in the book.
 */
export function ruleSheet(
	book: Book,
	{ placements }: MeasureSheet,
	{ costs, funding }: { readonly costs: CostInputs; readonly funding: FundingInputs },
	{ euroRate }: Assumptions
): Counted {
	const sheet = newSheet(book, 'Stödregler', 'Funding rules', [
		'Vad som räknas av varje finansieringspost: posterna får pengar i den här ordningen, var och en högst det som är kvar under varje tak. Vilka tak som gäller och vad som utesluts är beräknat i programmet.',
		'What counts of each funding line: lines are served in this order, each with at most what is left below every ceiling. Which ceilings hold and what is shut out is computed in the program.'
	]);
	sheet.headings(sheet.newRow(), [
		'',
		'Id',
		say(book, 'Åtgärd', 'Measure'),
		say(book, 'Kostnadspost', 'Cost item'),
		say(book, 'Program', 'Programme'),
		say(book, 'Kostnad, kr', 'Cost, kr'),
		say(book, 'Stödberättigande, kr', 'Eligible, kr'),
		say(book, 'Inlagt, kr', 'Entered, kr'),
		say(book, 'Räknas, kr', 'Counts, kr'),
		say(book, 'Beräknat i programmet', 'Computed in the program')
	]);
	const { claims, rooms } = book.stack;
	const placementOf = new Map(placements.map((one) => [one.measure.id, one]));
	const rows = claims.map((claim): ClaimRow => {
		const { measure } = claim.placed;
		const placement = placementOf.get(measure.id);
		if (!placement) throw new RangeError(`${measure.id} is not in the book`);
		const row = line(sheet, [
			claim.id,
			measure.id,
			claim.item.id,
			claim.programme.name[book.locale]
		]);
		const typed = funding.of(claim.id);
		const cost = sheet.put(
			row,
			5,
			wholeCost(costs.of(measure.id, claim.item.id), placement),
			'live',
			'kr'
		);
		const part = least(times(typed.eligible, placement.scale), cost);
		const eligible = sheet.put(row, 6, iff(isNumber(typed.eligible), part, cost), 'live', 'kr');
		const asked = sheet.put(
			row,
			7,
			iff(isListed(book, typed), times(listedInAll(typed, euroRate), placement.scale), 0),
			'live',
			'kr'
		);
		return { claim, row, cost, eligible, asked };
	});
	sheet.newRow();
	sheet.headings(sheet.newRow(), [
		'',
		say(book, 'Tak', 'Ceiling'),
		say(book, 'Gäller posterna', 'Holds for the lines'),
		say(book, 'Kostnad som räknas, kr', 'Cost that counts, kr'),
		say(book, 'Högsta andel', 'Highest share'),
		say(book, 'Tak, kr', 'Ceiling, kr')
	]);
	const ceilings = rooms.map((room) => ceilingRow(book, sheet, room, rows, { placementOf, costs }));
	const counted: CellRef[] = [];
	rows.forEach(({ claim, row, asked }, place) => {
		const award = at(book.stack.awards, place);
		const out = fixedBy(book, place);
		const left = rooms.flatMap((room, index) => {
			if (!room.claims.includes(place) || !binds(book, room, place)) return [];
			const before = room.claims.filter((one) => one < place).map((one) => at(counted, one));
			const ceiling = at(ceilings, index);
			return [before.length === 0 ? most(0, ceiling) : most(0, minus(ceiling, sumOf(before)))];
		});
		const cell = out
			? sheet.put(row, 8, award.counted.toNumber(), 'program', 'kr')
			: sheet.put(row, 8, left.length === 0 ? asked : least(asked, ...left), 'live', 'kr');
		if (out) sheet.text(row, 9, out, 'note');
		counted.push(cell);
		checkOne(book, `${claim.id}: ${say(book, 'räknas', 'counts')}`, award.counted, cell);
	});
	return new Map(rows.map(({ claim }, place) => [claim.id, at(counted, place)]));
}

/** Why the program and not the book says what counts of a claim; null: the book does. */
function fixedBy(book: Book, place: number): string | null {
	const cut = book.stack.awards[place]?.cut;
	if (book.stack.deductions.some(({ claims }) => claims.includes(place)))
		return say(book, 'andra stöd räknas av', 'other grants are taken off');
	switch (cut?.kind) {
		case 'excluded':
			return say(
				book,
				'samma kostnad betalas redan av ett annat program',
				'the same cost is paid by another programme already'
			);
		case 'too-small':
			return say(
				book,
				'under programmets minsta belopp',
				'below the smallest grant of the programme'
			);
		case 'barred':
			return say(book, 'uppfyller inte programmets krav', 'does not meet what the programme asks');
		default:
			return null;
	}
}

/** Whether a ceiling holds for a claim: one with an owner binds others only where the owner has got something. */
function binds({ stack: { claims, awards } }: Book, room: Room, place: number): boolean {
	const isOwn = (one: number) => claims[one]?.programme.id === room.owner;
	return (
		room.owner === null ||
		isOwn(place) ||
		room.claims.some((one) => {
			const claim = claims[one];
			const isPaid =
				awards[one]?.counted.gt(0) === true || (claim?.isDecided && !claim.isAskedKnown) === true;
			return one < place && isOwn(one) && isPaid;
		})
	);
}

type Around = {
	readonly placementOf: ReadonlyMap<string, Placement>;
	readonly costs: CostInputs;
};

function ceilingRow(
	book: Book,
	sheet: Sheet,
	room: Room,
	rows: readonly ClaimRow[],
	around: Around
): CellRef {
	const row = line(sheet, [
		room.label[book.locale],
		room.claims.map((place) => at(rows, place).claim.id).join(', ')
	]);
	const share = room.parts.find(({ of, unit }) => of === undefined && unit === 'share');
	const base = room.parts.find(({ of }) => of !== undefined);
	const own = base && rows.find(({ claim }) => claim.id === base.of?.claim);
	if (!base?.of || !own || !share) {
		const isCost = room.rule.pattern === 'cost';
		return isCost
			? sheet.put(row, 5, at(rows, room.claims[0] ?? -1).cost, 'live', 'kr')
			: sheet.put(row, 5, room.capacity.toNumber(), 'program', 'kr');
	}
	const cost = sheet.put(row, 3, baseOf(base.of.is, base.value, own, around), 'live', 'kr');
	const part = sheet.put(row, 4, share.value.toNumber(), 'program', 'share');
	return sheet.put(row, 5, times(cost, part), 'live', 'kr');
}

type Base = NonNullable<Room['parts'][number]['of']>['is'];

function baseOf(
	is: Base,
	value: Room['parts'][number]['value'],
	{ claim, cost, eligible }: ClaimRow,
	{ placementOf, costs }: Around
): Operand {
	const { measure } = claim.placed;
	const placement = placementOf.get(measure.id);
	if (!placement) throw new RangeError(`${measure.id} is not in the book`);
	// Where claims share an item, the highest ceiling is of the whole cost.
	const counts = (whole: typeof value, part: typeof value) =>
		value.eq(part) ? eligible : value.eq(whole) ? cost : eligible;
	if (is === 'cost') return cost;
	if (is === 'eligible') return counts(claim.cost, claim.eligible);
	if (is === 'measure') {
		const items = measure.costs.filter(({ kind }) => kind === 'capex' || kind === 'opex');
		return sum(...items.map((item) => wholeCost(costs.of(measure.id, item.id), placement)));
	}
	const { referenceCost } = claim.item;
	if (referenceCost === undefined) return counts(claim.cost, claim.eligible);
	const reference = times(referenceCost.toNumber(), placement.scale);
	const above = (of: typeof value) => {
		const extra = of.minus(referenceCost.times(claim.placed.scale));
		return extra.lt(0) ? extra.times(0) : extra;
	};
	return most(0, minus(counts(above(claim.cost), above(claim.eligible)), reference));
}

/** The whole of a cost item as placed, every year of it. */
function wholeCost({ item, amount, from, to, growth }: CostInput, { scale }: Placement): Term {
	if (item.timing === 'one-off' || !from || !to || !growth) return times(amount, scale);
	const years = most(0, plus(minus(to, from), 1));
	const grown = over(minus(power(plus(1, growth), years), 1), growth);
	return times(amount, iff(equals(growth, 0), years, grown), scale);
}
