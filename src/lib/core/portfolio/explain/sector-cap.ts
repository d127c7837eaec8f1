import { sum, type Decimal } from '../../decimal.ts';
import type { Pool } from '../../plan/plan.ts';
import { SUM } from '../../sums.ts';
import { at } from '../../years.ts';
import type { EvaluatedMeasure } from '../frame.ts';
import { derived, figureOf, inYear, text, type Explained } from './explained.ts';
import { yearAt, type Scope } from './scope.ts';

/** A credit before the cap, what the sector emits, and what all cuts and all additions of it come to. */
export function sharedInputs(
	scope: Scope,
	measure: EvaluatedMeasure,
	pool: Pool,
	index: number
): readonly Explained[] {
	const year = yearAt(scope, index);
	const pools = scope.plan.pools.filter(({ sector }) => sector === pool.sector);
	const all = scope.inCreditOrder.flatMap(({ placed, abatement }) =>
		pools.flatMap((of) =>
			abatement.byPool.has(of.id)
				? [scope.find(figureOf('rawCredit', of.id, placed.measure.id, year))]
				: []
		)
	);
	const summed = (label: Explained['label'], isAsked: (value: Decimal) => boolean) => {
		const nodes = all.filter(({ value }) => value !== null && isAsked(value));
		return derived({
			label: inYear(label, year),
			unit: 't',
			value: sum(nodes.flatMap(({ value }) => value ?? [])),
			formula: SUM,
			inputs: () => nodes
		});
	};
	return [
		scope.find(figureOf('rawCredit', pool.id, measure.placed.measure.id, year)),
		scope.find(figureOf('sectorReference', pool.sector ?? '', year)),
		summed(text('Alla minskningar i sektorn', 'All cuts of the sector'), (value) => value.gt(0)),
		summed(text('Alla ökningar i sektorn', 'All additions of the sector'), (value) => value.lt(0))
	];
}

/** What the sector's pools have given in a year before this measure takes from this pool. */
export function alreadyCredited(
	scope: Scope,
	measure: EvaluatedMeasure,
	pool: Pool,
	index: number
): Explained {
	const pools = scope.plan.pools.filter(({ sector }) => sector === pool.sector);
	const uses = scope.inCreditOrder.flatMap((one) =>
		pools.flatMap((of) => {
			const series = one.credits.creditedByPool.get(of.id);
			return series ? [{ measure: one, pool: of, series }] : [];
		})
	);
	const own = uses.findIndex((use) => use.measure === measure && use.pool === pool);
	const before = uses.slice(0, own);
	return derived({
		label: inYear(
			text('Redan tillräknat i sektorn', 'Already credited in the sector'),
			yearAt(scope, index)
		),
		unit: 't',
		value: sum(before.map(({ series }) => at(series, index))),
		formula: SUM,
		inputs: () =>
			before.map((use) =>
				scope.find(
					figureOf('credit', use.pool.id, use.measure.placed.measure.id, yearAt(scope, index))
				)
			)
	});
}
