import { Decimal, sum } from '../../decimal.ts';
import type { RuleOf } from '../../plan/funding-rules.ts';
import { isUnknown } from '../../plan/placement.ts';
import { bilingual, kronorText, moneyText } from '../../words.ts';
import { itemCost, kronorOf } from '../stacking/claims.ts';
import { outcomeOf, type Judge } from './finding.ts';

/** How long and how large the project may be. */

export const duration: Judge<RuleOf<'duration'>> = ({ minMonths, maxMonths }, { item }) => {
	const years =
		item.timing === 'yearly'
			? item.to - item.from + 1
			: item.years.length > 0
				? Math.max(...item.years.map(({ year }) => year)) -
					Math.min(...item.years.map(({ year }) => year)) +
					1
				: null;
	const needed = bilingual(
		`${minMonths ?? 0}–${maxMonths ?? '…'} månader`,
		`${minMonths ?? 0} to ${maxMonths ?? '…'} months`
	);
	if (years === null) return { outcome: 'unknown', seen: null, needed };
	// A cost that falls in n calendar years takes between n − 2 and n years.
	const isTooLong = maxMonths !== null && (years - 2) * 12 >= maxMonths;
	const isTooShort = minMonths !== null && years * 12 < minMonths;
	return {
		outcome: outcomeOf(!isTooLong && !isTooShort),
		seen: bilingual(`kostnader i ${years} år`, `costs in ${years} years`),
		needed
	};
};

export const projectSize: Judge<RuleOf<'amount-range'>> = (rule, claim, { plan }) => {
	if (rule.of !== 'project') return null;
	const bound = (amount: string | null) =>
		amount === null ? null : kronorOf(amount, rule.currency, plan);
	const text = (amount: string | null) =>
		amount === null ? bilingual('…', '…') : moneyText(amount, rule.currency);
	const [least, most] = [bound(rule.min), bound(rule.max)];
	const isBounded = (rule.min === null || least !== null) && (rule.max === null || most !== null);
	const zero = new Decimal(0);
	const costs = claim.placed.measure.costs.filter(
		({ kind }) => kind === 'capex' || kind === 'opex'
	);
	const cost = costs.some(isUnknown) ? null : sum(costs.map(itemCost)).times(claim.placed.scale);
	return {
		outcome: outcomeOf(
			isBounded && cost ? cost.gte(least ?? zero) && (!most || cost.lte(most)) : null
		),
		seen: cost && kronorText(cost),
		needed: bilingual(
			`projekt mellan ${text(rule.min).sv} och ${text(rule.max).sv}`,
			`a project between ${text(rule.min).en} and ${text(rule.max).en}`
		)
	};
};
