import type { Decimal } from '../../core/decimal.ts';
import { countedFunding, type CountedFunding } from '../../core/funding/counted-funding.ts';
import { NO_CIRCUMSTANCES } from '../../core/funding/eligibility/finding.ts';
import { findingsOf } from '../../core/funding/eligibility/findings.ts';
import { itemKey } from '../../core/funding/stacking/rooms.ts';
import { compareIds, placedMeasures } from '../../core/plan/placement.ts';
import { factKind } from '../../core/plan/facts.ts';
import { chosen, type Chosen } from './chosen-portfolio.ts';
import { today, type Context } from './context.ts';

/** What each programme's rules say of every funding line of a portfolio: the stack of each cost before and after them. */
export function fundingRulesPage(ctx: Context, planId: string, portfolioId: string | null) {
	const found = chosen(ctx, planId, portfolioId);
	if (!found) return { portfolio: null };
	const day = today(ctx);
	return found.view(`funding-rules ${day}`, found.portfolio.id, () => rulesOf(found, day));
}

function rulesOf({ plan, portfolio, evaluation }: Chosen, day: string) {
	const stack = countedFunding(plan, placedMeasures(plan, portfolio));
	const netCosts = new Map(evaluation.measures.map(({ id, netCost }) => [id, netCost]));
	const circumstances = {
		...NO_CIRCUMSTANCES,
		plan,
		today: day,
		portfolioCapex: stack.portfolioCapex,
		headroom: least(evaluation.operating.secured.headroomPerYear)
	};
	const rules = new Map(evaluation.fundingRules.map((rule) => [rule.line, rule]));
	const statuses = new Map(plan.funding.map(({ id, status }) => [id, status]));
	const costs = [...new Set(stack.claims.map(itemKey))].map((key) => {
		const places = placesOf(stack, key);
		const first = stack.claims[places[0] ?? -1];
		return {
			measure: first?.placed.measure.id ?? '',
			name: first?.placed.measure.name ?? { sv: '', en: '' },
			item: first?.item.id ?? '',
			basis: first?.item.basis ?? '',
			cost: first?.cost ?? null,
			lines: places.flatMap((place) => {
				const claim = stack.claims[place];
				const rule = claim && rules.get(claim.id);
				if (!claim || !rule) return [];
				const netCost = netCosts.get(claim.placed.measure.id) ?? null;
				return [
					{
						id: claim.id,
						programme: claim.programme.name,
						status: statuses.get(claim.id) ?? 'planned',
						listed: rule.listed,
						counts: rule.counts,
						cut: rule.cut,
						findings: findingsOf(stack, place, { ...circumstances, netCost }).map(
							({ missing, ...finding }) => ({
								...finding,
								questions: missing.map((key) => factKind(key).question)
							})
						)
					}
				];
			})
		};
	});
	return {
		portfolio: { id: portfolio.id, name: portfolio.name },
		costs: costs.sort(
			(a, b) => Number(isKept(a)) - Number(isKept(b)) || compareIds(a.measure, b.measure)
		)
	};
}

/** What the rules cut comes first. */
function isKept({ lines }: { readonly lines: readonly { readonly cut: unknown }[] }): boolean {
	return lines.every(({ cut }) => cut === null);
}

function placesOf({ claims }: CountedFunding, key: string): number[] {
	return claims.flatMap((claim, place) => (itemKey(claim) === key ? [place] : []));
}

/** The least of the years; null when one is unknown. */
function least(years: readonly (Decimal | null)[]): Decimal | null {
	let lowest: Decimal | null = null;
	for (const value of years) {
		if (value === null) return null;
		if (lowest === null || value.lt(lowest)) lowest = value;
	}
	return lowest;
}
