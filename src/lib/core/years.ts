import { Decimal, ONE, ZERO } from './decimal.ts';

/** The plan's years, both ends included. */
export type Horizon = { readonly firstYear: number; readonly lastYear: number };

/** One value per year of a horizon; index 0 is the first year. */
export type Series = readonly Decimal[];

export function yearsOf(horizon: Horizon): number[] {
	const years: number[] = [];
	for (let year = horizon.firstYear; year <= horizon.lastYear; year++) years.push(year);
	return years;
}

export function isWithin(year: number, horizon: Horizon): boolean {
	return year >= horizon.firstYear && year <= horizon.lastYear;
}

export function zeros(horizon: Horizon): Decimal[] {
	return new Array<Decimal>(horizon.lastYear - horizon.firstYear + 1).fill(ZERO);
}

/** Adds to one cell of a series under construction; zero and years outside the series are left alone. */
export function addAt(series: Decimal[], index: number, value: Decimal): void {
	const before = series[index];
	if (before === undefined || value.isZero()) return;
	series[index] = before.isZero() ? value : before.plus(value);
}

/** Adds factor × values to a series under construction. */
export function addSeries(series: Decimal[], values: Series, factor: Decimal = ONE): void {
	const whole = factor.eq(ONE);
	values.forEach((value, index) => {
		if (!value.isZero()) addAt(series, index, whole ? value : value.times(factor));
	});
}

/** Value of a series at an index inside it; outside, zero. */
export function at(series: Series, index: number): Decimal {
	return series[index] ?? ZERO;
}

/** Sum of a_y × b_y. */
export function dotProduct(a: Series, b: Series): Decimal {
	let total = ZERO;
	a.forEach((value, index) => {
		if (!value.isZero()) total = total.plus(value.times(at(b, index)));
	});
	return total;
}

/** (1 + rate)^n for n = 0, 1, … count − 1, by repeated multiplication. */
export function growthFactors(rate: Decimal, count: number): Decimal[] {
	const step = rate.plus(1);
	const factors: Decimal[] = [];
	let factor: Decimal = new Decimal(1);
	for (let n = 0; n < count; n++) {
		factors.push(factor);
		factor = factor.times(step);
	}
	return factors;
}
