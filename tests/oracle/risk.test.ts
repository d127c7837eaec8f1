import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, ONE } from '../../src/lib/core/decimal.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { outcomesOf } from '../../src/lib/core/uncertainty/risk-outcome.ts';
import { riskModel, type RiskModel } from '../../src/lib/core/uncertainty/risk-model.ts';
import { arbitrarySettledPlan } from './arbitrary-settings.ts';
import { drawnPlan, exactFigures, withRanges } from './drawn-plan.ts';

/** The risk model in plain numbers against the exact core: each draw as a plan of its own. */
const numRuns = Number(process.env['RISK_RUNS'] ?? 300);
const CLOSE = 1e-9;

/** Per cents of the way as values between the ends of each range; awards won above one half. */
function drawOf({ uncertain }: RiskModel, places: readonly number[]): Decimal[] {
	return uncertain.map((one, index) => {
		const place = new Decimal(places[index % places.length] ?? 0).div(100);
		if (one.kind === 'award') return new Decimal(place.gt('0.5') ? 1 : 0);
		const [low, , high] = one.range;
		return low.plus(high.minus(low).times(place));
	});
}

const plans = arbitrarySettledPlan
	.map((plan) => ({
		...plan,
		// The order of crediting stays that of the stated values, where it hangs on costs.
		settings: {
			...plan.settings,
			method: { ...plan.settings.method, creditOrder: 'start-year' as const }
		}
	}))
	.chain(withRanges);

describe('a draw in plain numbers', () => {
	it('is what the exact core makes of the same draw as a plan', () => {
		let compared = 0;
		fc.assert(
			fc.property(
				plans,
				fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 7, maxLength: 7 }),
				(plan, places) => {
					const model = riskModel(plan, 'P');
					const draw = drawOf(model, places);
					const plain = outcomesOf(model)(Float64Array.of(1, ...draw.map(Number)));
					const names = new Map(
						model.uncertain.map(({ kind, name }, index) => [`${kind} ${name}`, draw[index]])
					);
					const exactly = exactFigures(
						drawnPlan(plan, 'P', (kind, name) => names.get(`${kind} ${name}`) ?? ONE),
						'P'
					);
					model.figures.forEach((figure, index) => {
						const exact = exactly(figure);
						const value = plain[index] ?? NaN;
						compared += exact === null ? 0 : 1;
						if (exact === null) expect(value, figure.kind).toBeNaN();
						else {
							const off = Math.abs(value - Number(exact));
							const allowed = CLOSE * (1e6 + Math.abs(Number(exact)));
							expect(off, `${figure.kind} ${value} ${exact.toFixed(6)}`).toBeLessThan(
								figure.kind.startsWith('gap') ? allowed + 0.006 : allowed
							);
						}
					});
				}
			),
			{ numRuns }
		);
		expect(compared).toBeGreaterThan(numRuns);
	});

	it('gives the plan’s own figures where everything is as stated and no award is won', () => {
		fc.assert(
			fc.property(arbitrarySettledPlan.chain(withRanges), (plan) => {
				const model = riskModel(plan, 'P');
				const stated = model.uncertain.map((one) => (one.kind === 'award' ? 0 : 1));
				const plain = outcomesOf(model)(Float64Array.of(1, ...stated));
				const exactly = exactFigures(plan, 'P');
				const { allFunded } = evaluate(plan, 'P');
				model.figures.forEach((figure, index) => {
					const needsGrants = figure.kind === 'gapYear' || figure.kind === 'municipalCost';
					if (needsGrants) return;
					const exact = figure.kind === 'gap' ? allFunded.worstGap : exactly(figure);
					if (exact === null) expect(plain[index], figure.kind).toBeNaN();
					else expect(plain[index], figure.kind).toBeCloseTo(Number(exact), 1);
				});
			}),
			{ numRuns }
		);
	});
});
