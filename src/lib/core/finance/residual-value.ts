import { Decimal, ZERO } from '../decimal.ts';
import { DomainError } from '../errors.ts';
import type { MethodSettings } from '../plan/method-settings.ts';
import { npv, presentValueFactor } from './time-value.ts';

/**
 * Share of an asset's cost that is left after some years of use.
 *   linear   max(0, 1 − used/life)                       what municipal accounts show (default)
 *   annuity  a(r, life − used) / a(r, life)              the annuities not yet spent; only this makes the levelised cost
 *                                                        of a cut horizon equal that of the whole life
 * METHODS §1 and §14, rule 4.
 */
export function residualShare(
	life: number,
	used: number,
	rule: MethodSettings['residualValue'],
	rate: Decimal
): Decimal {
	if (used >= life) return ZERO;
	if (rule === 'linear') return new Decimal(life - used).div(life);
	return presentValueFactor(rate, life - used).div(presentValueFactor(rate, life));
}

/** Residual value as the present value of the flows of the remaining life, the first a year away (EU practice, METHODS §1). */
export function residualFromFlows(rate: Decimal, remainingFlows: readonly Decimal[]): Decimal {
	return npv(rate, remainingFlows, 'end');
}

/**
 * What one asset costs over a horizon when it is bought again at the end of each life, at real price: kr per year, index 0
 * the first purchase, with the last asset's residual value taken off in the last year (METHODS §1, L < H).
 */
export function reinvestmentFlows(
	price: Decimal,
	life: number,
	horizon: number,
	rule: MethodSettings['residualValue'] = 'linear',
	rate: Decimal = ZERO
): Decimal[] {
	if (life <= 0)
		throw new DomainError('life-not-positive', `An asset lasts more than 0 years; got ${life}.`);
	const flows = new Array<Decimal>(horizon + 1).fill(ZERO);
	let last = 0;
	for (let year = 0; year < horizon; year += life) {
		flows[year] = price;
		last = year;
	}
	const left = residualShare(life, horizon - last, rule, rate);
	flows[horizon] = (flows[horizon] ?? ZERO).minus(price.times(left));
	return flows;
}
