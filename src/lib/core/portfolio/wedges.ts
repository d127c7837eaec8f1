import { settled, type Decimal } from '../decimal.ts';
import { FOREIGN_TRANSPORT } from '../emissions/reference.ts';
import type { Gas, Plan } from '../plan/plan.ts';
import { addSeries, zeros } from '../years.ts';
import type { Evaluation } from './evaluation.ts';

/** Credited territorial tonnes per year of a sector or a measure: one band between reference and residual path. */
export type Wedge = { readonly id: string; readonly perYear: readonly Decimal[] };

/**
 * The bands by which a portfolio takes the reference path down, by sector of the pool or by measure; they sum to the
 * credited tonnes of that gas (METHODS §11). Measures come in the order in which they are credited.
 */
export function wedges(
	plan: Plan,
	evaluation: Evaluation,
	gas: Gas,
	by: 'sector' | 'measure'
): Wedge[] {
	const { firstYear, lastYear } = plan.settings;
	const pools = new Map(plan.pools.map((pool) => [pool.id, pool]));
	const bands = new Map<string, Decimal[]>();
	for (const { id, creditedByPool } of evaluation.measures)
		for (const [poolId, tonnes] of creditedByPool) {
			const pool = pools.get(poolId);
			if (!pool?.sector || pool.sector === FOREIGN_TRANSPORT) continue;
			if (gas === 'CO2' && pool.gas !== 'CO2') continue;
			const name = by === 'sector' ? pool.sector : id;
			const band = bands.get(name) ?? zeros({ firstYear, lastYear });
			addSeries(band, tonnes);
			bands.set(name, band);
		}
	return [...bands].map(([id, perYear]) => ({ id, perYear: perYear.map(settled) }));
}
