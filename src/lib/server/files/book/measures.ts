import { sectorWord } from './words.ts';
import type { Measure } from '../../../core/plan/plan.ts';
import { isForTyping, newSheet, roleOf, say, unknown, type Book } from './book.ts';
import { at } from './cells.ts';
import { type CellRef, type Sheet } from './sheet.ts';

/** Where a measure stands in the book, and how the portfolio places it. */
export type Placement = {
	readonly row: number;
	readonly measure: Measure;
	readonly shift: CellRef;
	readonly scale: CellRef;
	readonly ownShare: CellRef;
	readonly lifetime: CellRef;
};

export type MeasureSheet = {
	readonly sheet: Sheet;
	/** The measures of the portfolio, as they are credited. */
	readonly placements: readonly Placement[];
	readonly others: readonly Measure[];
};

/** What is typed of a measure stands in the first columns. */
const TYPED_COLUMNS = 8;

/** Every measure of the plan; those of the portfolio first, with what the method makes of each. */
export function measureSheet(book: Book): MeasureSheet {
	const about: [string, string] = isForTyping(book)
		? [
				'När åtgärderna börjar och hur länge de håller.',
				'When the measures begin and how long they last.'
			]
		: [
				'Planens åtgärder, hur portföljen lägger dem, och vad var och en kostar per ton för sig själv: hela projektet, före bidrag.',
				'The measures of the plan, how the portfolio places them, and what each costs per tonne by itself: whole project, before grants.'
			];
	const sheet = newSheet(book, 'Åtgärder', 'Measures', about);
	const headings = [
		say(book, 'Nyckel', 'Key'),
		'Id',
		say(book, 'Åtgärd', 'Measure'),
		say(book, 'Ansvarig', 'Responsible'),
		say(book, 'Sektor', 'Sector'),
		'Status',
		say(book, 'Startår', 'Start year'),
		say(book, 'Livslängd, år', 'Lifetime, years'),
		say(book, 'I portföljen', 'In the portfolio'),
		say(book, 'Flyttad, år', 'Moved, years'),
		say(book, 'Skala', 'Scale'),
		say(book, 'Egen andel', 'Own share'),
		say(book, 'Investering, kr', 'Investment, kr'),
		say(book, 'Restvärde, kr', 'Residual value, kr'),
		say(book, 'Nettokostnad, nuvärde, kr', 'Net cost, present value, kr'),
		say(book, 'Ton CO₂e', 'Tonnes CO₂e'),
		say(book, 'Ton, diskonterade', 'Tonnes, discounted'),
		say(book, 'Kr per ton', 'Kr per tonne'),
		say(book, 'Kr per ton, odiskonterat', 'Kr per tonne, undiscounted'),
		say(book, 'Nettonytta, kr', 'Net benefit, kr')
	];
	sheet.headings(sheet.newRow(), isForTyping(book) ? headings.slice(0, TYPED_COLUMNS) : headings);
	sheet.part = 'measures';
	sheet.hiddenColumns.add(0);
	sheet.frozen = { ...sheet.frozen, columns: 3 };
	const credited = book.order.map((place) => at(book.measures, place).placed);
	const placements = credited.map(({ measure, shift, scale, ownShare }): Placement => {
		const row = describe(book, sheet, measure, true);
		return {
			...{ row, measure },
			lifetime: lifetimeOf(book, sheet, row, measure),
			shift: sheet.put(row, 9, shift, 'program', 'number'),
			scale: sheet.put(row, 10, scale.toNumber(), 'input', 'factor'),
			ownShare: sheet.put(row, 11, ownShare.toNumber(), 'input', 'share')
		};
	});
	const chosen = new Set(book.portfolio.measures);
	const others = book.plan.measures.filter(({ id }) => !chosen.has(id));
	for (const measure of others)
		lifetimeOf(book, sheet, describe(book, sheet, measure, false), measure);
	return { sheet, placements, others };
}

function describe(book: Book, sheet: Sheet, measure: Measure, isChosen: boolean): number {
	const row = sheet.newRow();
	sheet.text(row, 0, measure.id, 'note');
	sheet.text(row, 1, measure.id);
	sheet.text(row, 2, measure.name[book.locale]);
	sheet.text(row, 3, measure.owner);
	sheet.text(row, 4, sectorWord(book, measure.sector));
	sheet.text(row, 5, book.t.measures.statuses[measure.status] ?? measure.status);
	sheet.put(
		row,
		6,
		measure.startYear,
		isForTyping(book) ? 'input' : 'program',
		'year',
		'startYear'
	);
	if (isForTyping(book)) return row;
	sheet.text(row, 8, isChosen ? say(book, 'ja', 'yes') : say(book, 'nej', 'no'));
	return row;
}

function lifetimeOf(
	book: Book,
	sheet: Sheet,
	row: number,
	{ id, lifetimeYears }: Measure
): CellRef {
	return sheet.put(
		row,
		7,
		lifetimeYears ?? unknown(book),
		roleOf(book, id),
		'number',
		'lifetimeYears'
	);
}
