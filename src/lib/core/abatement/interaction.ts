import type { Decimal } from '../decimal.ts';
import { ONE, ZERO } from '../decimal.ts';

/**
 * Sequential interaction inside one pool and one year (METHODS §7 and §14, rule 10). Each measure takes its share of
 * what the measures before it left:
 *     s_k = min(1, a_k / R),   credit_k = s_k × remaining,   remaining = R at first, less each credit.
 * A negative a_k gives a negative credit. An empty pool (R ≤ 0) credits nothing. Unit: tonnes.
 */
export function sequentialCredits(
	poolTonnes: Decimal,
	tonnes: readonly Decimal[]
): { credits: Decimal[]; remaining: Decimal } {
	if (poolTonnes.lte(0)) return { credits: tonnes.map(() => ZERO), remaining: poolTonnes };
	const perTonne = ONE.div(poolTonnes);
	let remaining = poolTonnes;
	const credits = tonnes.map((amount) => {
		const credit = creditOf(amount, poolTonnes, remaining, perTonne);
		remaining = remaining.minus(credit);
		return credit;
	});
	return { credits, remaining };
}

/** s × remaining, without the detour of a division where s is 1 or nothing has been taken. */
function creditOf(amount: Decimal, pool: Decimal, remaining: Decimal, perTonne: Decimal): Decimal {
	if (amount.isZero()) return ZERO;
	if (amount.gte(pool)) return remaining;
	return remaining === pool ? amount : amount.times(remaining).times(perTonne);
}

/** The same for measures given as shares of the pool: claims a_k = share × R. */
export function shareCredits(poolTonnes: Decimal, shares: readonly Decimal[]) {
	const claims = shares.map((share) => share.times(poolTonnes));
	return { claims, ...sequentialCredits(poolTonnes, claims) };
}
