import type { Gas } from '../plan/plan.ts';
import type { Evaluation } from '../portfolio/evaluation.ts';

/** A figure that a draw comes to. */
export type RiskFigure =
	/** The whole gap with the awards of the draw; kr. */
	| { readonly kind: 'gap' }
	/** Present net cost of all payers before grants, and of the municipality after the grants of the draw; kr, known costs. */
	| { readonly kind: 'netCost' | 'municipalCost' }
	/** Credited tonnes of all years and pools. */
	| { readonly kind: 'tonnes' }
	/** Present net cost over discounted credited tonnes, of the measures whose cost and effect are known; kr/t. */
	| { readonly kind: 'costPerTonne' }
	/** Credited territorial tonnes in the year of a target, and what it takes to reach it. */
	| {
			readonly kind: 'target';
			readonly target: string;
			readonly gas: Gas;
			readonly place: number;
			readonly needed: number;
	  }
	/** The gap of one year; kr. */
	| { readonly kind: 'gapYear'; readonly place: number };

/** The figures of a portfolio whose distributions are looked for; targets without a tonne level or outside the plan have none. */
export function riskFigures({ targets, years }: Evaluation): RiskFigure[] {
	const [firstYear = 0] = years;
	return [
		{ kind: 'gap' },
		{ kind: 'netCost' },
		{ kind: 'municipalCost' },
		{ kind: 'tonnes' },
		{ kind: 'costPerTonne' },
		...targets.flatMap(({ id, gas, year, reference, target }): RiskFigure[] =>
			reference && target
				? [
						{
							kind: 'target',
							target: id,
							gas,
							place: year - firstYear,
							needed: Number(reference.minus(target))
						}
					]
				: []
		),
		...years.map((_, place): RiskFigure => ({ kind: 'gapYear', place }))
	];
}

/** Whether more of the figure is worse: gaps and costs. Of tonnes, less is. */
export function isHighBad({ kind }: RiskFigure): boolean {
	return kind !== 'tonnes' && kind !== 'target';
}
