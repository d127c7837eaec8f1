import type { Decimal } from '../../src/lib/core/decimal.ts';
import type { CarbonValue, PlanSettings } from '../../src/lib/core/plan/plan.ts';
import type { MethodSettings } from '../../src/lib/core/plan/method-settings.ts';
import {
	ONE,
	ZERO,
	add,
	div,
	fromText,
	mul,
	powInt,
	sub,
	sum,
	whole,
	type Rational
} from './rational.ts';

/** A figure that may be unknown. */
export type Maybe = Rational | null;
/** A value for each year of the plan. */
export type Yearly = readonly Rational[];
export type MaybeYearly = readonly Maybe[];

/** The years of a plan, and what money and tonnes of each year weigh. */
export type Clock = {
	readonly years: readonly number[];
	readonly first: number;
	readonly last: number;
	readonly discountRate: Rational;
	readonly discount: Yearly;
	readonly carbonPrice: Yearly;
};

export function exact(value: Decimal): Rational {
	return fromText(value.toFixed());
}

export function at(series: Yearly, index: number): Rational {
	return series[index] ?? ZERO;
}

export function zeros(clock: Clock): Rational[] {
	return clock.years.map(() => ZERO);
}

/** The years of several series added up. */
export function together(clock: Clock, series: readonly Yearly[]): Rational[] {
	return clock.years.map((_, index) => sum(series.map((one) => at(one, index))));
}

export function times(series: Yearly, factor: Rational): Rational[] {
	return series.map((value) => mul(value, factor));
}

/** Sum of the years; unknown when a year is. */
export function total(series: MaybeYearly): Maybe {
	let result = ZERO;
	for (const value of series) {
		if (value === null) return null;
		result = add(result, value);
	}
	return result;
}

/** Sum of the years, each times its discount factor. */
export function present(clock: Clock, series: Yearly): Rational {
	return sum(series.map((value, index) => mul(value, at(clock.discount, index))));
}

/** Present value of 1 a year during so many years, at the end of each: (1-(1+rate)^-years)/rate, or years at rate 0. */
export function annuityFactor(rate: Rational, years: number): Rational {
	if (rate.n === 0n) return whole(years);
	return div(sub(ONE, powInt(add(ONE, rate), -years)), rate);
}

export function clockOf(settings: PlanSettings): Clock {
	const { firstYear, lastYear } = settings;
	const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
	const discountRate = exact(settings.discountRate);
	const offset = timingOffset(settings.method);
	return {
		years,
		first: firstYear,
		last: lastYear,
		discountRate,
		discount: years.map((year) => powInt(add(ONE, discountRate), -(year - firstYear + offset))),
		carbonPrice: years.map((year) => carbonPrice(settings.carbonValue, firstYear, year))
	};
}

/** Flows count at the start of their year, or a whole year later. Half a year has no exact factor. */
function timingOffset({ timing }: MethodSettings): number {
	if (timing === 'mid') throw new RangeError('the factor of half a year is irrational');
	return timing === 'end' ? 1 : 0;
}

/** Rule 7, or the points: the first one before them, linear between them, growing from the last one on. */
function carbonPrice(value: CarbonValue, firstYear: number, year: number): Rational {
	const growth = add(ONE, exact(value.growth));
	const points = value.points ?? [];
	const last = points.at(-1);
	if (!last) return mul(exact(value.perTonne), powInt(growth, year - firstYear));
	if (year >= last.year) return mul(exact(last.perTonne), powInt(growth, year - last.year));
	return onLine(
		points.map((point) => ({ year: point.year, value: exact(point.perTonne) })),
		year
	);
}

/** Linear between points in ascending years, flat outside them. */
export function onLine(
	points: readonly { readonly year: number; readonly value: Rational }[],
	year: number
): Rational {
	const after = points.find((point) => point.year >= year);
	const before = points.findLast((point) => point.year <= year);
	if (!after || !before) {
		const nearest = after ?? before;
		if (!nearest) throw new RangeError('a line without points');
		return nearest.value;
	}
	if (after.year === before.year) return after.value;
	const part = div(whole(year - before.year), whole(after.year - before.year));
	return add(before.value, mul(part, sub(after.value, before.value)));
}
