import { negated, sum } from '../../core/decimal.ts';
import { certainties, type Certainty } from '../../core/funding/certainty.ts';
import { operatingGap, type OperatingParts } from '../../core/funding/operating-budget.ts';
import { selfFinancing } from '../../core/plan/room.ts';
import { totalled } from '../../core/portfolio/totalled.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { at } from '../../core/years.ts';
import { budgetFileOf } from '../../input/plan-file/write-budget.ts';
import * as parts from '../store/plan-parts.ts';
import { may, permit, type Context } from './context.ts';
import { chosen } from './chosen-portfolio.ts';
import { loadPlan } from './plan-cache.ts';

/** The operating budget as budget people know it: capital cost, running costs and what relieves them, per year. */
export function operatingPage(
	ctx: Context,
	planId: string,
	portfolioId: string | null,
	wanted: string | null
) {
	const certainty: Certainty = certainties.find((one) => one === wanted) ?? 'secured';
	const found = chosen(ctx, planId, portfolioId);
	if (!found) return { portfolio: null };
	return found.view(`operating ${certainty}`, found.portfolio.id, () => {
		const { plan, evaluation, portfolio } = found;
		const { parts, effectPerYear, headroomPerYear, taxOrePerYear } =
			evaluation.operating[certainty];
		const frames = evaluation.years.map(
			(year) => plan.budget.find((row) => row.year === year)?.operatingFrame ?? null
		);
		const gap = operatingGap(effectPerYear, headroomPerYear);
		return {
			portfolio: { id: portfolio.id, name: portfolio.name },
			years: evaluation.years,
			certainty,
			parts: {
				depreciation: totalled(parts.depreciation),
				interest: totalled(parts.interest),
				opex: totalled(parts.opex),
				saving: totalled(parts.saving.map(negated)),
				revenue: totalled(parts.revenue.map(negated)),
				grants: totalled(parts.grants.map(negated))
			},
			loans: hasLoans(parts)
				? {
						loanDepreciation: totalled(parts.loans.depreciation),
						loanInterest: totalled(parts.loans.interest)
					}
				: null,
			effect: totalled(effectPerYear),
			frame: totalled(frames),
			headroom: totalled(headroomPerYear),
			driftgap: totalled(gap),
			taxOre: taxOrePerYear,
			taxBase: plan.tax && { yield: plan.tax.oneKronaYields, source: plan.tax.source },
			internalRate: plan.settings.internalRate
		};
	});
}

function hasLoans({ loans }: OperatingParts): boolean {
	return [...loans.depreciation, ...loans.interest].some((amount) => !amount.isZero());
}

/** Investment capacity as its form shows it, with what it gives per year. */
export function capacityPage(ctx: Context, planId: string, portfolioId: string | null) {
	const { organisationId } = permit(ctx, 'plan.read');
	const { plan } = loadPlan(ctx, planId);
	const found = chosen(ctx, planId, portfolioId);
	const need = found?.evaluation.need.perYear ?? [];
	const { firstYear, lastYear } = plan.settings;
	const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
	return {
		mayEdit: may(ctx.actor, 'plan.finance'),
		version: parts.sectionVersion(ctx.db, { organisationId, planId }, 'budget'),
		portfolio: found && { name: found.portfolio.name },
		years,
		budget: plan.budget.map(budgetFileOf),
		figures: years.map((year, index) => {
			const row = plan.budget.find((one) => one.year === year);
			const debt = row?.room?.loanDebt?.amount ?? null;
			const persons = populationIn(plan, year);
			return {
				year,
				capacity: row?.ownInvestmentCapacity ?? null,
				isWorkedOut: row?.room !== undefined,
				need: at(need, index),
				selfFinancing: row?.room ? selfFinancing(row.room, at(need, index)) : null,
				debtPerInhabitant: debt && persons ? debt.div(persons) : null
			};
		}),
		total: sum(plan.budget.flatMap(({ ownInvestmentCapacity }) => ownInvestmentCapacity ?? [])),
		population: latestPopulation(plan)
	};
}

/** Inhabitants in a year: the latest figure up to then, else the first there is. */
function populationIn(plan: Plan, year: number): number | null {
	const rows = [...plan.municipality.population].sort((a, b) => a.year - b.year);
	return (rows.findLast((row) => row.year <= year) ?? rows[0])?.persons ?? null;
}

function latestPopulation(plan: Plan) {
	const rows = [...plan.municipality.population].sort((a, b) => b.year - a.year);
	const [latest] = rows;
	return latest ? { year: latest.year, persons: latest.persons } : null;
}
