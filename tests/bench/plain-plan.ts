import type { Decimal } from '../../src/lib/core/decimal.ts';
import { closesGap } from '../../src/lib/core/plan/programme.ts';
import type { Plan } from '../../src/lib/core/plan/plan.ts';

/** A plan with plain numbers in place of decimals: what the reference of the bench computes on. Unknowns are left out. */
export type PlainPlan = ReturnType<typeof plainPlan>;

const number = (value: Decimal | null | undefined) => (value ? Number(value) : 0);

export function plainPlan(plan: Plan) {
	const programmes = new Map(plan.programmes.map((one) => [one.id, closesGap(one)]));
	const { settings } = plan;
	return {
		firstYear: settings.firstYear,
		lastYear: settings.lastYear,
		discountRate: number(settings.discountRate),
		internalRate: number(settings.internalRate),
		carbonValue: number(settings.carbonValue.perTonne),
		carbonGrowth: number(settings.carbonValue.growth),
		budget: plan.budget.map((row) => ({
			capacity: number(row.ownInvestmentCapacity),
			frame: number(row.operatingFrame)
		})),
		factors: new Map(
			plan.emissionFactors.map((factor) => [
				factor.carrier,
				factor.points.map(({ year, value }) => ({ year, value: number(value) }))
			])
		),
		reference: plan.reference.map((path) => ({
			...path,
			yearlyChange: number(path.yearlyChange),
			co2Share: number(path.co2Share),
			tonnes: number(
				plan.inventory.find(
					(row) =>
						row.gas === 'CO2e' &&
						row.sector === path.sector &&
						row.year === path.baseYear &&
						row.vintage === path.vintage
				)?.tonnes
			)
		})),
		targets: plan.targets.map((target) => ({
			gas: target.gas,
			year: target.targetYear,
			tonnes:
				target.scope === 'territorial' && target.targetTonnes ? number(target.targetTonnes) : null
		})),
		pools: plan.pools.map((pool) => ({ ...pool, tonnes: pool.tonnes && number(pool.tonnes) })),
		measures: plan.measures.map((one) => ({
			id: one.id,
			startYear: one.startYear,
			lifetimeYears: one.lifetimeYears,
			ownShare: 1 - one.jointWith.reduce((sum, { share }) => sum + number(share), 0),
			costs: one.costs.map((item) => ({
				id: item.id,
				kind: item.kind,
				payer: item.payer,
				isLand: item.costKind === 'land',
				life: item.depreciationYears ?? one.lifetimeYears,
				years:
					item.timing === 'one-off'
						? item.years.map((row) => ({ year: row.year, amount: number(row.amount) }))
						: [],
				perYear: item.timing === 'yearly' ? number(item.amountPerYear) : 0,
				from: item.timing === 'yearly' ? item.from : 1,
				to: item.timing === 'yearly' ? item.to : 0,
				growth: item.timing === 'yearly' ? number(item.growth) : 0
			})),
			effects: (one.effects ?? []).map((effect) => ({
				pool: effect.pool,
				carrier: effect.kind === 'energy' ? effect.carrier : null,
				size: number(effect.kind === 'energy' ? effect.mwhPerYear : effect.tonnesPerYear),
				from: effect.from,
				to: effect.to,
				ramp: Math.max(1, effect.rampYears)
			}))
		})),
		funding: plan.funding
			.filter(
				(line) =>
					line.status !== 'rejected' && line.status !== 'idea' && programmes.get(line.programme)
			)
			.map((line) => ({
				measure: line.measure,
				costItem: line.costItem,
				isSecured: line.status !== 'applied' && line.status !== 'planned',
				probability: number(line.probability),
				amounts: line.amounts.map(({ year, amount }) => ({ year, amount: number(amount) }))
			}))
	};
}
