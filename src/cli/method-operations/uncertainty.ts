import { levelisedCost } from '../../lib/core/abatement/levelised-cost.ts';
import { Decimal, ZERO } from '../../lib/core/decimal.ts';
import { discountFactors } from '../../lib/core/finance/time-value.ts';
import type { Range } from '../../lib/core/plan/plan.ts';
import {
	pertClassicDeviation,
	pertMean,
	triangularDeviation,
	triangularMean,
	triangularQuantile
} from '../../lib/core/uncertainty/distributions.ts';
import { swingOf, tornados } from '../../lib/core/uncertainty/tornado.ts';
import { decimal, decimals, type Inputs, type Operations } from './inputs.ts';

/** Distributions of three points, and what matters most. */
export const uncertaintyOperations: Operations = {
	triangular: (inputs) => {
		const range = rangeOf(inputs);
		const quantile = (probability: number) => triangularQuantile(range, new Decimal(probability));
		return {
			mean: triangularMean(range),
			sd: triangularDeviation(range),
			p10: quantile(0.1),
			p50: quantile(0.5),
			p90: quantile(0.9)
		};
	},
	pert: (inputs) => {
		const range = rangeOf(inputs);
		return { mean: pertMean(range), sd_classic: pertClassicDeviation(range) };
	},
	tornado: (inputs) => {
		const base = inputs['base'] as Readonly<Record<string, number>>;
		const ranges = inputs['ranges'] as Readonly<Record<string, unknown>>;
		const names = Object.keys(ranges);
		const ends = names.map((name) => {
			const [low = 0, high = 0] = decimals(ranges[name]).map(Number);
			return { name, low, high };
		});
		const found = tornados(
			names.map((name) => base[name] ?? 0),
			ends,
			(values) => [
				Number(
					costPerTonne({
						...base,
						...Object.fromEntries(names.map((name, index) => [name, values[index] ?? 0]))
					})
				)
			]
		);
		const swings = found.swings[0] ?? [];
		return {
			base: new Decimal(found.base[0] ?? NaN),
			order: swings.map(({ name }) => name),
			swing: swings.map((one) => new Decimal(swingOf(one)))
		};
	}
};

function rangeOf(inputs: Inputs): Range {
	return [decimal(inputs['low']), decimal(inputs['mode']), decimal(inputs['high'])];
}

/** One investment at the start, and running costs, savings and tonnes in every year of its life. */
function costPerTonne(one: Readonly<Record<string, number>>): Decimal | null {
	const value = (name: string) => decimal(one[name]);
	const life = one['life'] ?? 0;
	const running = value('opex').minus(value('saving'));
	const yearly = <Value>(amount: Value) => Array.from({ length: life }, () => amount);
	return levelisedCost(
		[value('capex'), ...yearly(running)],
		[ZERO, ...yearly(value('abatement_per_year'))],
		discountFactors(value('rate'), life + 1)
	).costPerTonne;
}
