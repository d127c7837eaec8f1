import type { Assumptions } from './assumptions.ts';
import { checkOne, newSheet, say, type Book } from './book.ts';
import { at } from './cells.ts';
import type { MeasureTonnes } from './credits.ts';
import { above, iff, minus, over, plus, sum, sumProduct, times } from './formula.ts';
import type { MeasureCells } from './measure-results.ts';
import type { MeasureSheet } from './measures.ts';
import { range, type CellRef } from './sheet.ts';

/** The cost curve: lifetime basis, all payers, before grants, own share, credited tonnes (METHODS §14, rule 16). */
export function maccSheet(
	book: Book,
	{ placements }: MeasureSheet,
	{
		cells,
		tonnes
	}: { readonly cells: readonly MeasureCells[]; readonly tonnes: readonly MeasureTonnes[] },
	{ discount, carbonValue }: Assumptions
): void {
	const sheet = newSheet(book, 'Kostnadskurva', 'Cost curve', [
		'Höjd × bredd: kr per tillgodoräknat diskonterat ton, och tillgodoräknade ton under planens år. Ordning och skikt är beräknade i programmet.',
		'Height × width: kr per credited discounted tonne, and credited tonnes in the plan’s years. Order and layer are computed in the program.'
	]);
	sheet.headings(sheet.newRow(), [
		'',
		'Id',
		say(book, 'Åtgärd', 'Measure'),
		say(book, 'Ordning', 'Order'),
		say(book, 'Skikt', 'Layer'),
		say(book, 'Nettokostnad, nuvärde, egen andel, kr', 'Net cost, present value, own share, kr'),
		say(book, 'Ton, diskonterade', 'Tonnes, discounted'),
		say(book, 'Kr per ton', 'Kr per tonne'),
		say(book, 'Ton under planens år', 'Tonnes in the plan’s years'),
		say(
			book,
			'Ton till vänster om stapelns högra kant',
			'Tonnes to the left of the bar’s right edge'
		),
		say(book, 'Nettonytta, kr', 'Net benefit, kr')
	]);
	const { steps, unranked } = book.evaluation.macc;
	let reached: CellRef | null = null;
	for (const step of steps) {
		const place = placements.findIndex(({ measure }) => measure.id === step.measure);
		const [{ measure, ownShare }, own, { net }] = [
			at(placements, place),
			at(tonnes, place),
			at(cells, place)
		];
		const row = sheet.newRow();
		sheet.text(row, 1, measure.id);
		sheet.text(row, 2, measure.name[book.locale]);
		sheet.put(row, 3, step.order, 'program', 'number');
		sheet.put(row, 4, step.layer ?? '', 'program', 'number');
		const cost = sheet.put(row, 5, times(net, ownShare), 'live', 'kr');
		const discounted = sheet.put(
			row,
			6,
			sumProduct(range(own.credited), range(discount)),
			'live',
			'tonnes'
		);
		const height = sheet.put(
			row,
			7,
			iff(above(discounted, 0), over(cost, discounted), '–'),
			'live',
			'kr'
		);
		const width = sheet.put(row, 8, sum(range(own.credited)), 'live', 'tonnes');
		reached = sheet.put(row, 9, reached ? plus(reached, width) : width, 'live', 'tonnes');
		const value = sumProduct(range(own.credited), range(discount), range(carbonValue));
		sheet.put(row, 10, minus(value, cost), 'live', 'kr');
		const of = (sv: string, en: string) => `${measure.id}: ${say(book, sv, en)}`;
		checkOne(
			book,
			of('kostnadskurvan, kr per ton', 'cost curve, kr per tonne'),
			step.costPerTonne,
			height
		);
		checkOne(book, of('kostnadskurvan, ton', 'cost curve, tonnes'), step.tonnes, width, 'tonnes');
	}
	if (unranked.length === 0) return;
	sheet.newRow();
	sheet.text(
		sheet.newRow(),
		1,
		say(book, 'Utan plats på kurvan', 'Without a place on the curve'),
		'total'
	);
	for (const { measure, reason } of unranked) {
		const row = sheet.newRow();
		const name = placements.find((one) => one.measure.id === measure)?.measure.name[book.locale];
		sheet.text(row, 1, measure);
		sheet.text(row, 2, name ?? '');
		sheet.text(row, 3, book.t.macc.reasons[reason] ?? reason);
	}
}
