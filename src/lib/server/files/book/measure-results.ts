import type { MeasureFigures } from '../../../core/portfolio/evaluation.ts';
import type { Assumptions } from './assumptions.ts';
import { checkOne, say, unknown, type Book } from './book.ts';
import { at } from './cells.ts';
import type { MeasureCosts } from './costs-per-year.ts';
import type { MeasureTonnes } from './credits.ts';
import { above, both, iff, isNumber, minus, over, sum, sumProduct } from './formula.ts';
import { isAllKnown } from './lines.ts';
import type { MeasureSheet } from './measures.ts';
import { range, type CellRef, type Format, type Sheet } from './sheet.ts';

/** What each measure of the portfolio comes to by itself (METHODS §14, rules 4, 5 and 7). */
export function measureResults(
	book: Book,
	{ sheet, placements }: MeasureSheet,
	costs: readonly MeasureCosts[],
	tonnes: readonly MeasureTonnes[],
	{ discount, carbonValue }: Assumptions
): readonly MeasureCells[] {
	return placements.map(({ row, measure }, place) => {
		const [cost, own] = [at(costs, place), at(tonnes, place)];
		const figures = book.evaluation.measures.find(({ id }) => id === measure.id);
		const missing = unknown(book);
		const put = (column: number, content: Parameters<Sheet['put']>[2], format: Format = 'kr') =>
			sheet.put(row, column, content, 'live', format);
		const capex = put(12, cost.capexTotal);
		const residual = put(13, cost.residual);
		const net = put(
			14,
			iff(isAllKnown(cost.net), sumProduct(range(cost.net), range(discount)), missing)
		);
		const alone = put(15, iff(isAllKnown(own.whole), sum(range(own.whole)), missing), 'tonnes');
		const discounted = put(
			16,
			iff(isAllKnown(own.whole), sumProduct(range(own.whole), range(discount)), missing),
			'tonnes'
		);
		const per = (column: number, amount: CellRef) =>
			put(
				column,
				iff(
					both(isNumber(net), isNumber(amount)),
					iff(isSomething(alone, discounted), over(net, amount), '–'),
					'–'
				)
			);
		const perTonne = per(17, discounted);
		const undiscounted = per(18, alone);
		const benefit = put(
			19,
			iff(
				both(isNumber(net), isNumber(alone)),
				minus(sumProduct(range(own.whole), range(discount), range(carbonValue)), net),
				missing
			)
		);
		checkMeasure(book, figures, {
			capex,
			residual,
			net,
			alone,
			discounted,
			perTonne,
			undiscounted,
			benefit
		});
		return { net, discounted };
	});
}

export type MeasureCells = { readonly net: CellRef; readonly discounted: CellRef };

/** Both sums above zero, by more than arithmetic in doubles leaves of nothing. */
function isSomething(alone: CellRef, discounted: CellRef) {
	return both(above(alone, LEAST_TONNES), above(discounted, LEAST_TONNES));
}

export const LEAST_TONNES = 1e-9;

function checkMeasure(
	book: Book,
	figures: MeasureFigures | undefined,
	cells: Readonly<
		Record<
			| 'capex'
			| 'residual'
			| 'net'
			| 'alone'
			| 'discounted'
			| 'perTonne'
			| 'undiscounted'
			| 'benefit',
			CellRef
		>
	>
): void {
	if (!figures) return;
	const { id } = figures;
	const of = (sv: string, en: string) => `${id}: ${say(book, sv, en)}`;
	checkOne(book, of('investering', 'investment'), figures.capexTotal, cells.capex);
	checkOne(book, of('restvärde', 'residual value'), figures.residualValue, cells.residual);
	checkOne(book, of('nettokostnad', 'net cost'), figures.netCost, cells.net);
	checkOne(book, of('ton', 'tonnes'), figures.tonnes, cells.alone, 'tonnes');
	checkOne(
		book,
		of('ton, diskonterade', 'tonnes, discounted'),
		figures.tonnesDiscounted,
		cells.discounted,
		'tonnes'
	);
	checkOne(book, of('kr per ton', 'kr per tonne'), figures.costPerTonne, cells.perTonne);
	checkOne(
		book,
		of('kr per ton, odiskonterat', 'kr per tonne, undiscounted'),
		figures.costPerTonneUndiscounted,
		cells.undiscounted
	);
	checkOne(book, of('nettonytta', 'net benefit'), figures.netBenefit, cells.benefit);
}
