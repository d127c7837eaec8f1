import { ONE, ZERO, type Decimal } from '../decimal.ts';
import { annuity, npv, presentValueFactor } from '../finance/time-value.ts';
import { at, type Series } from '../years.ts';

/** Annuity form of the levelised cost, constant flows: CRF × I + O − S, and that over the yearly tonnes (METHODS §3). kr, kr/t. */
export function annualisedCost(input: {
	readonly capex: Decimal;
	readonly opex: Decimal;
	readonly saving: Decimal;
	readonly years: number;
	readonly rate: Decimal;
	readonly tonnesPerYear: Decimal;
}): { readonly perYear: Decimal; readonly perTonne: Decimal | null } {
	const perYear = annuity(input.capex, input.rate, input.years)
		.plus(input.opex)
		.minus(input.saving);
	return {
		perYear,
		perTonne: input.tonnesPerYear.gt(0) ? perYear.div(input.tonnesPerYear) : null
	};
}

/**
 * Carbon price at which a measure breaks even with profit tax t:
 *     P = [I + (1 − t)(O − R) a − t (I/n) a] / [(1 − t) A a],   a = a(r, n)
 * With t = 0 it is the levelised cost on discounted tonnes. METHODS §3.1.
 */
export function breakEvenPrice(input: {
	readonly investment: Decimal;
	readonly opex: Decimal;
	readonly revenue: Decimal;
	readonly years: number;
	readonly rate: Decimal;
	readonly tax: Decimal;
	readonly tonnesPerYear: Decimal;
}): Decimal | null {
	const { investment, years, tax } = input;
	const a = presentValueFactor(input.rate, years);
	const kept = ONE.minus(tax);
	const relief = tax.times(investment).div(years).times(a);
	const cost = investment.plus(kept.times(input.opex.minus(input.revenue)).times(a)).minus(relief);
	const tonnes = kept.times(input.tonnesPerYear).times(a);
	return tonnes.gt(0) ? cost.div(tonnes) : null;
}

/**
 * Klimatnytta as Klimatklivet counts it: kilograms CO2e avoided over the life per krona invested, undiscounted, gross
 * investment. Its inverse ignores running savings and is no levelised cost (METHODS §3).
 */
export function climateBenefit(
	tonnes: Decimal,
	investment: Decimal
): {
	readonly kilograms: Decimal;
	readonly kilogramsPerKrona: Decimal | null;
	readonly kronorPerKilogram: Decimal | null;
} {
	const kilograms = tonnes.times(1000);
	return {
		kilograms,
		kilogramsPerKrona: investment.gt(0) ? kilograms.div(investment) : null,
		kronorPerKilogram: kilograms.gt(0) ? investment.div(kilograms) : null
	};
}

/** Tonnes per year of an energy quantity: MWh × kg/MWh of the year / 1000; and what the first year's factor held flat would say. */
export function energyTonnes(
	mwhPerYear: Decimal,
	kilogramsPerMwh: readonly Decimal[]
): { readonly tonnes: Decimal[]; readonly atFirstFactor: Decimal } {
	const tonnes = kilogramsPerMwh.map((factor) => mwhPerYear.times(factor).div(1000));
	return { tonnes, atFirstFactor: (tonnes[0] ?? ZERO).times(tonnes.length) };
}

/**
 * Net present value to society of a cost series and the tonnes it avoids, at a carbon value per year (kr/t): −PV(cost),
 * Σ v_t A_t d_t, and their sum with other effects in kronor. Transfers and carbon tax must not be in the costs (METHODS §2).
 */
export function socialNpv(
	rate: Decimal,
	costs: Series,
	tonnes: Series,
	carbonValue: Series,
	otherEffects: Series = []
): { readonly financial: Decimal; readonly carbon: Decimal; readonly social: Decimal } {
	const financial = npv(rate, costs).neg();
	const carbon = npv(
		rate,
		tonnes.map((amount, t) => amount.times(at(carbonValue, t)))
	);
	return { financial, carbon, social: financial.plus(carbon).plus(npv(rate, otherEffects)) };
}
