import {
	budgetRate,
	compoundRate,
	compoundSum,
	cutFromBase,
	exhaustion,
	linearLevel,
	linearStepShare,
	linearSum,
	pathGap
} from '../../lib/core/emissions/trajectories.ts';
import { at } from '../../lib/core/years.ts';
import { decimal, decimals, list, type Inputs, type Operations } from './inputs.ts';

function yearsIn({ n }: Inputs): number | null {
	return n === null || n === undefined ? null : Number(n);
}

/** Paths to a target and carbon budgets. */
export const pathOperations: Operations = {
	linear_target: ({ y0, e0, y1, e1, years }) => {
		const from = { year: Number(y0), tonnes: decimal(e0) };
		const to = { year: Number(y1), tonnes: decimal(e1) };
		const span = to.year - from.year;
		return {
			values: list(years).map((year) => linearLevel(from, to, Number(year))),
			step_share_of_base: linearStepShare(from.tonnes, to.tonnes, span),
			cumulative: linearSum(from.tonnes, to.tonnes, span)
		};
	},
	compound_rate: ({ e0, e1, n }) => ({
		rate: compoundRate(decimal(e0), decimal(e1), Number(n))
	}),
	budget_rate: (inputs) => ({
		rate: budgetRate(decimal(inputs['e0']), decimal(inputs['budget']), yearsIn(inputs))
	}),
	geometric_budget: (inputs) => ({
		cumulative: compoundSum(decimal(inputs['e0']), decimal(inputs['rate']), yearsIn(inputs))
	}),
	exhaustion_year: ({ budget, path }) => {
		const years = list(path).map((step) => {
			const [year, tonnes] = list(step);
			return { year: Number(year), tonnes: decimal(tonnes) };
		});
		const end = exhaustion(decimal(budget), years);
		return { year: end?.year ?? null, overshoot: end?.overshoot ?? null };
	},
	trajectory_gap: ({ baseline, measures, target }) => {
		const wedges = list(measures).map(decimals);
		const residual = decimals(baseline).map((tonnes, year) =>
			wedges.reduce((left, wedge) => left.minus(at(wedge, year)), tonnes)
		);
		const gap = pathGap(residual, decimals(target));
		return {
			residual: gap.residual,
			gap: gap.perYear,
			cumulative_overshoot: gap.net,
			cumulative_positive: gap.above,
			met_final_year: gap.isLastYearMet
		};
	},
	percent_of_base: ({ base, cut, now }) => {
		const found = cutFromBase(decimal(base), decimal(cut), decimal(now));
		return {
			level: found.level,
			required_from_now: found.fromNow,
			share_of_now: found.shareOfNow
		};
	}
};
