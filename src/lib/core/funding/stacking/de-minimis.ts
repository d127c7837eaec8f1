import { Decimal, ZERO, max, sum } from '../../decimal.ts';
import type { AidRule } from '../../plan/funding-rules.ts';
import type { Plan, ReceivedAid } from '../../plan/plan.ts';
import { isPublicSupport } from '../../plan/programme.ts';
import { aidRuleOf } from './aid.ts';
import type { Claim } from './claims.ts';
import { evidenceOf, type Room } from './room.ts';

/** So many years together, the year of the aid included, an account of de minimis aid runs. */
export const ACCOUNT_YEARS = 3;

/**
 * De minimis accounts (R22): the municipality and its companies are one undertaking, and in any three years running get no
 * more than the ceiling; what was received outside the plan is taken off. Aid counts in its first year.
 */
export function deMinimisRooms(plan: Plan, claims: readonly Claim[]): Room[] {
	const { euroRate } = plan.settings;
	if (euroRate === null) return [];
	return (plan.aidRules ?? []).flatMap((rule): Room[] => {
		const { accountEur } = rule;
		if (accountEur === undefined) return [];
		const own = claims.flatMap((claim, place) => (isOf(rule, plan, claim) ? [place] : []));
		const years = own.map((place) => claims[place]?.firstYear ?? 0);
		const limit = new Decimal(accountEur).times(euroRate);
		return windows(years).map((last): Room => {
			const isInside = (year: number) => year <= last && year > last - ACCOUNT_YEARS;
			const before = received(plan, euroRate).filter(({ year }) => isInside(year));
			const used = sum(before.map(({ kronor }) => kronor));
			const period = `${last - ACCOUNT_YEARS + 1}–${last}`;
			return {
				rule: { pattern: 'R22', evidence: evidenceOf(rule) },
				label: {
					sv: `kontot för försumbart stöd ${period}`,
					en: `the de minimis account ${period}`
				},
				capacity: max(ZERO, limit.minus(used)),
				parts: [
					{
						label: { sv: 'Högst på tre år', en: 'At most in three years' },
						unit: 'kr',
						value: limit
					},
					{ label: { sv: 'Redan mottaget', en: 'Already received' }, unit: 'kr', value: used }
				],
				made: 'difference',
				open: null,
				claims: own.filter((place) => isInside(claims[place]?.firstYear ?? 0)),
				owner: null
			};
		});
	});
}

/** Whether a claim would draw on any de minimis account. */
export function isInAccount(plan: Plan, claim: Claim): boolean {
	return (plan.aidRules ?? []).some(
		(rule) => rule.accountEur !== undefined && isOf(rule, plan, claim)
	);
}

function isOf(rule: AidRule, plan: Plan, claim: Claim): boolean {
	const isGroup = claim.item.payer !== 'business' && claim.item.payer !== 'households';
	return isGroup && isPublicSupport(claim.programme) && aidRuleOf(plan, claim)?.id === rule.id;
}

/** The last years of every window of three that holds one of the years. */
function windows(years: readonly number[]): number[] {
	const last = new Set(
		years.flatMap((year) => Array.from({ length: ACCOUNT_YEARS }, (_, later) => year + later))
	);
	return [...last].sort((a, b) => a - b);
}

function received(plan: Plan, euroRate: Decimal) {
	return (plan.municipality.deMinimis ?? []).map(({ year, amount, currency }: ReceivedAid) => ({
		year,
		kronor: currency === 'EUR' ? amount.times(euroRate) : amount
	}));
}
