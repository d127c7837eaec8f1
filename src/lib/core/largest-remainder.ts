import { Decimal, ZERO, rounded, sum } from './decimal.ts';

/**
 * Rounds parts so that they add up to the rounded total (largest remainder; ties to the earlier part). What tables show
 * then sums as shown. METHODS §4.
 */
export function roundedParts(parts: readonly Decimal[], decimalPlaces: number): Decimal[] {
	const total = rounded(sum(parts), decimalPlaces);
	// Where plain rounding already sums, it has raised the same parts.
	const plain = parts.map((part) => rounded(part, decimalPlaces));
	if (sum(plain).eq(total)) return plain;
	const unit = new Decimal(10).pow(-decimalPlaces);
	const floors = parts.map((part) => part.toDecimalPlaces(decimalPlaces, Decimal.ROUND_FLOOR));
	const missing = total.minus(sum(floors)).div(unit).round().toNumber();
	const raised = new Set(
		parts
			.map((part, index) => ({ index, remainder: part.minus(floors[index] ?? ZERO) }))
			.sort((a, b) => b.remainder.cmp(a.remainder))
			.slice(0, missing)
			.map(({ index }) => index)
	);
	return floors.map((floor, index) => (raised.has(index) ? floor.plus(unit) : floor));
}

/** Splits a whole number in proportion to weights into whole parts that add up to it. */
export function largestRemainder(total: Decimal, weights: readonly Decimal[]): Decimal[] {
	const whole = sum(weights);
	return roundedParts(
		weights.map((weight) => total.times(weight).div(whole)),
		0
	);
}
