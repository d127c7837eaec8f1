import { expect } from 'vitest';
import { Decimal, ZERO, min, sum } from '../../src/lib/core/decimal.ts';
import { FOREIGN_TRANSPORT } from '../../src/lib/core/emissions/reference.ts';
import type { Plan, Target } from '../../src/lib/core/plan/plan.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { near } from './part-law.ts';
import type { PlanLaw } from './plan-laws.ts';

const SOURCED = { source: '', confidence: '' };

/** Measures that only cut, and only in pools of one sector that holds less than they could take. */
function inOneSector(plan: Plan): Plan {
	return {
		...plan,
		settings: { ...plan.settings, method: { ...plan.settings.method, sectorCap: true } },
		pools: plan.pools.map((pool) => ({ ...pool, sector: 'transport' })),
		measures: plan.measures.map((one) => ({
			...one,
			effects:
				one.effects?.flatMap((effect) => {
					if (effect.pool === 'unknown') return [];
					return effect.kind === 'direct'
						? { ...effect, tonnesPerYear: effect.tonnesPerYear && effect.tonnesPerYear.abs() }
						: { ...effect, mwhPerYear: effect.mwhPerYear && effect.mwhPerYear.abs() };
				}) ?? null
		}))
	};
}

function withoutCap(plan: Plan): Plan {
	const method = { ...plan.settings.method, sectorCap: false };
	return { ...plan, settings: { ...plan.settings, method } };
}

function targetsOf({ firstYear, lastYear }: Plan['settings']): Target[] {
	const target = (id: string, rest: Partial<Target>): Target => ({
		id,
		name: id,
		scope: 'territorial',
		gas: 'CO2e',
		type: 'absolute-ceiling',
		value: null,
		baseYear: null,
		baseTonnes: null,
		targetYear: lastYear,
		targetTonnes: new Decimal('12.5'),
		...SOURCED,
		...rest
	});
	return [
		target('last', {}),
		target('first', { targetYear: firstYear, gas: 'CO2' }),
		target('later', { targetYear: lastYear + 1 }),
		target('earlier', { targetYear: firstYear - 1 }),
		target('no level', { targetTonnes: null }),
		target('elsewhere', { scope: 'consumption' })
	];
}

/** Laws of reference, targets and the order of credits. */
export const emissionPlanLaws: readonly PlanLaw[] = [
	{
		name: 'a target’s gap is reference less credits less target, and unknown with the reason where it cannot be',
		check: (plan) => {
			const aimed = { ...plan, targets: targetsOf(plan.settings) };
			const { emissions, targets, years } = evaluate(aimed, 'P');
			const reasons = targets.map(({ reason }) => reason);
			expect(reasons).toEqual([
				null,
				null,
				'outside-horizon',
				'outside-horizon',
				'no-tonne-level',
				'other-scope'
			]);
			for (const { gap, residual, reference, abatement, gas, year, reason } of targets) {
				const t = years.indexOf(year);
				const path = emissions[gas];
				if (reason) expect([gap, residual, reference]).toEqual([null, null, null]);
				else {
					near(reference, path.reference?.[t]);
					near(abatement, path.credited[t]);
					near(gap?.plus('12.5').plus(abatement ?? ZERO), reference);
				}
			}
			const bare = { ...aimed, inventory: [] };
			const found = evaluate(bare, 'P');
			expect(found.targets.map(({ reason }) => reason).slice(0, 2)).toEqual([
				'unknown-reference',
				'unknown-reference'
			]);
			expect(found.emissions.CO2e.residual).toBeNull();
			const warned = (one: Plan) =>
				evaluate(one, 'P').warnings.filter(({ code }) => code === 'inventory-row-missing').length;
			expect([warned(bare), warned(aimed)]).toEqual([1, 0]);
			const foreign = {
				...plan.reference[0],
				sector: FOREIGN_TRANSPORT
			} as Plan['reference'][number];
			expect(warned({ ...aimed, reference: [...plan.reference, foreign] })).toBe(0);
		}
	},
	{
		name: 'where a sector holds less, those credited first keep theirs, pool by pool, and the rest share what is left',
		check: (plan) => {
			const capped = inOneSector(plan);
			const [some, all] = [evaluate(capped, 'P'), evaluate(withoutCap(capped), 'P')];
			some.years.forEach((_, t) => {
				const credited = ({ measures }: typeof all, count: number) =>
					sum(
						measures
							.slice(0, count)
							.map((one) =>
								sum([...one.creditedByPool.values()].map((series) => series[t] ?? ZERO))
							)
					);
				const room = some.emissions.CO2e.reference?.[t] ?? ZERO;
				some.measures.forEach((_, k) =>
					near(credited(some, k + 1), min(room, credited(all, k + 1)))
				);
			});
		}
	},
	{
		name: 're-ordered by cost, measures are credited as if they came in the order of their curve',
		check: (plan) => {
			const method = { ...plan.settings.method, creditOrder: 'unit-cost' as const };
			const apart = { ...plan, pools: plan.pools.map((pool) => ({ ...pool, tonnes: null })) };
			const { warnings } = evaluate({ ...apart, settings: { ...plan.settings, method } }, 'P');
			expect(warnings.some(({ code }) => code === 'credit-order-unsettled')).toBe(false);
			const found = evaluate({ ...plan, settings: { ...plan.settings, method } }, 'P');
			if (found.warnings.some(({ code }) => code === 'credit-order-unsettled')) return;
			const onCurve = found.macc.steps.map(({ measure }) => measure);
			const place = (id: string) => {
				const index = onCurve.indexOf(id);
				return index < 0
					? onCurve.length + found.measures.findIndex((one) => one.id === id)
					: index;
			};
			const inOrder: Plan = {
				...plan,
				measures: plan.measures.map((one) => ({
					...one,
					startYear: place(one.id) - (plan.portfolios[0]?.shift[one.id] ?? 0)
				}))
			};
			const wanted = new Map(evaluate(inOrder, 'P').measures.map((one) => [one.id, one]));
			for (const { id, creditedPerYear, creditedByPool } of found.measures) {
				creditedPerYear?.forEach((tonnes, t) => near(tonnes, wanted.get(id)?.creditedPerYear?.[t]));
				for (const [pool, series] of creditedByPool)
					series.forEach((tonnes, t) =>
						near(tonnes, wanted.get(id)?.creditedByPool.get(pool)?.[t])
					);
			}
			expect(onCurve.length + found.macc.unranked.length).toBe(plan.measures.length);
		}
	}
];
