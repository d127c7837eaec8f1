import { shapleyPoints } from '../../../core/abatement/shapley.ts';
import type { Pool } from '../../../core/plan/plan.ts';
import type { Assumptions } from './assumptions.ts';
import { newSheet, say, unknown, yearHeadings, yearRow, checkYears, type Book } from './book.ts';
import { at } from './cells.ts';
import type { MeasureEffects } from './effects.ts';
import {
	atMost,
	exponential,
	iff,
	isNumber,
	least,
	logarithm,
	minus,
	over,
	sum,
	sumProduct,
	times,
	type Operand
} from './formula.ts';
import type { MeasureSheet } from './measures.ts';
import { range, type CellRef, type Sheet, type Years } from './sheet.ts';
import { line, summed, sumOf } from './lines.ts';
import { capSectors, type Use } from './sector-cap.ts';

/** Tonnes per year of one measure. */
export type MeasureTonnes = {
	/** Whole project, alone; text where an effect is unknown. */
	readonly whole: Years;
	readonly standAlone: Years;
	readonly credited: Years;
};

export type Credits = {
	readonly uses: readonly Use[];
	readonly measures: readonly MeasureTonnes[];
};

/** What the measures take from each pool, and what each is credited with (METHODS §14, rule 10). */
export function creditSheet(
	book: Book,
	{ placements }: MeasureSheet,
	effects: readonly MeasureEffects[],
	assumed: Assumptions
): Credits {
	const sheet = newSheet(book, 'Samverkan', 'Interaction', [
		'Ton per år, egen andel. Åtgärder som minskar samma utsläpp delar på dem: var och en tar sin andel av det som de före lämnat.',
		'Tonnes per year, own share. Measures that cut the same emissions share them: each takes its share of what those before it left.'
	]);
	const header = yearHeadings(book, sheet, [
		'',
		'Id',
		say(book, 'Åtgärd', 'Measure'),
		say(book, 'Utsläppspost', 'Pool'),
		say(book, 'Vad', 'What'),
		...['', '', '', '', '', '', ''],
		say(book, 'Summa, ton', 'Sum, tonnes')
	]);
	const uses = book.plan.pools.flatMap((pool) => {
		const claims = placements.flatMap(({ measure, ownShare }, place) => {
			const own = at(effects, place).rows.filter((row) => row.pool === pool.id);
			if (own.length === 0) return [];
			const row = line(sheet, [
				measure.id,
				measure.name[book.locale],
				pool.id,
				say(book, 'för sig', 'alone')
			]);
			const claim = yearRow(
				sheet,
				row,
				header,
				(index) => times(ownShare, sum(...own.map(({ perYear }) => at(perYear, index)))),
				'tonnes'
			);
			return [{ measure: place, claim }];
		});
		return poolCredits(book, sheet, header, pool, claims, assumed);
	});
	if (book.plan.settings.method.sectorCap) capSectors(book, sheet, header, uses, assumed);
	const measures = placements.map(({ measure, ownShare }, place): MeasureTonnes => {
		const { rows, isUnsaid } = at(effects, place);
		const own = uses.filter((use) => use.measure === place);
		const added = (what: string, of: (index: number) => Operand) =>
			summed(
				book,
				sheet,
				line(sheet, [measure.id, measure.name[book.locale], '', what]),
				header,
				of
			).perYear;
		const whole = added(say(book, 'hela projektet, för sig', 'whole project, alone'), (index) => {
			const cells = rows.map(({ perYear }) => at(perYear, index));
			const missing = unknown(book);
			if (isUnsaid) return missing;
			if (cells.length === 0) return 0;
			return iff(allNumbers(cells), sum(...cells), missing);
		});
		const standAlone = added(say(book, 'för sig, summa', 'alone, sum'), (index) => {
			const cells = rows.map(({ perYear }) => at(perYear, index));
			return cells.length === 0 ? 0 : times(ownShare, sum(...cells));
		});
		const credited = added(say(book, 'tillgodoräknat, summa', 'credited, sum'), (index) =>
			sumOf(own.map(({ credit }) => at(credit, index)))
		);
		const figures = book.evaluation.measures.find(({ id }) => id === measure.id);
		if (figures?.creditedPerYear && figures.standAlonePerYear) {
			const of = (sv: string, en: string) => `${measure.id}: ${say(book, sv, en)}`;
			checkYears(
				book,
				of('ton för sig', 'tonnes alone'),
				figures.standAlonePerYear,
				standAlone,
				'tonnes'
			);
			checkYears(
				book,
				of('tillgodoräknade ton', 'credited tonnes'),
				figures.creditedPerYear,
				credited,
				'tonnes'
			);
		}
		return { whole, standAlone, credited };
	});
	return { uses, measures };
}

function allNumbers(cells: readonly CellRef[]) {
	return cells.map(isNumber).reduce((all, one) => times(all, one));
}

type Claim = { readonly measure: number; readonly claim: Years };

function poolCredits(
	book: Book,
	sheet: Sheet,
	header: Years,
	pool: Pool,
	claims: readonly Claim[],
	assumed: Assumptions
): Use[] {
	const level = assumed.levels.get(pool.id);
	if (!level || claims.length === 0) return [];
	const isShapley = book.plan.settings.method.credit === 'shapley';
	const meanLeft = isShapley ? meanLeftOf(book, sheet, header, pool, claims, level) : null;
	const credits: Years[] = [];
	return claims.map(({ measure, claim }): Use => {
		const { id, name } = at(book.measures, at(book.order, measure)).placed.measure;
		const row = line(sheet, [
			id,
			name[book.locale],
			pool.id,
			say(book, 'tillgodoräknat', 'credited')
		]);
		const before = [...credits];
		const { perYear: credit } = summed(book, sheet, row, header, (index) => {
			const [alone, held] = [at(claim, index), at(level, index)];
			const share = least(1, over(alone, held));
			const left =
				before.length === 0 ? held : minus(held, sum(range(before.map((one) => at(one, index)))));
			const gets = meanLeft ? meanLeft(share, index, held) : times(share, left);
			return iff(isNumber(held), iff(atMost(held, 0), 0, gets), alone);
		});
		credits.push(credit);
		return { measure, pool, claim, credit };
	});
}

/**
 * Order-free credit: R × s × Σ w Π(1 − t s) / (1 − t s own), over the points that make the integral exact (the core's
 * shapley.ts says why). Each point is a row: the product of what all leave, as e to the sum of logarithms.
 */
function meanLeftOf(
	book: Book,
	sheet: Sheet,
	header: Years,
	pool: Pool,
	claims: readonly Claim[],
	level: Years
) {
	const shareRows = claims.map(({ measure, claim }) => {
		const { id, name } = at(book.measures, at(book.order, measure)).placed.measure;
		const row = line(sheet, [
			id,
			name[book.locale],
			pool.id,
			say(book, 'andel av posten', 'share of the pool')
		]);
		return yearRow(
			sheet,
			row,
			header,
			(index) => {
				const held = at(level, index);
				const share = iff(atMost(held, 0), 0, least(1, over(at(claim, index), held)));
				return iff(isNumber(held), share, 0);
			},
			'factor'
		);
	});
	const points = shapleyPoints(claims.length).map(({ t, weight }) => {
		const row = line(sheet, [
			'',
			'',
			pool.id,
			say(book, 'hjälptal, ordningsfritt', 'aid, order-free')
		]);
		const time = sheet.put(row, 9, t.toNumber(), 'program', 'factor');
		const weighs = sheet.put(row, 10, weight.toNumber(), 'program', 'factor');
		const left = yearRow(
			sheet,
			row,
			header,
			(index) => {
				const shares = range(shareRows.map((shareRow) => at(shareRow, index)));
				return exponential(sumProduct(logarithm(minus(1, times(time, shares)))));
			},
			'factor'
		);
		return { time, weighs, left };
	});
	return (share: Operand, index: number, held: CellRef): Operand => {
		const weights = range(points.map(({ weighs }) => weighs));
		const without = over(
			range(points.map(({ left }) => at(left, index))),
			minus(1, times(range(points.map(({ time }) => time)), share))
		);
		return times(held, share, sumProduct(weights, without));
	};
}
