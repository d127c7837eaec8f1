import type { Decimal } from '../../decimal.ts';
import type { FundingRule } from '../../plan/funding-rules.ts';
import type { Plan } from '../../plan/plan.ts';
import type { PlacedMeasure } from '../../plan/placement.ts';
import { isPublicSupport, type Programme } from '../../plan/programme.ts';
import { claimsOf, kronorOf, type Claim } from './claims.ts';
import { ruleRef, type Room, type RuleRef } from './room.ts';
import { groups } from './places.ts';
import { applicationOf, itemKey, roomsOf } from './rooms.ts';

/** Two claims that may not both get money: of the same cost item, by their places in the list of claims. */
export type Exclusion = { readonly rule: RuleRef; readonly one: number; readonly other: number };

/** Claims of one application, which together get nothing or at least `least`, kr. */
export type Threshold = {
	readonly rule: RuleRef;
	readonly least: Decimal;
	readonly claims: readonly number[];
};

/** Claims of one application, from all of which together what others get is taken off. */
export type Deduction = {
	readonly rule: RuleRef;
	readonly claims: readonly number[];
	readonly others: readonly number[];
};

/** What the rules between claims need to know of one. */
export type Asking = Pick<Claim, 'asked' | 'isDecided' | 'isAskedKnown'> & {
	readonly programme: Pick<Programme, 'id'>;
};

/** What claims ask, and every rule between them. */
export type Rules<One extends Asking = Asking> = {
	readonly claims: readonly One[];
	readonly rooms: readonly Room[];
	readonly exclusions: readonly Exclusion[];
	readonly thresholds: readonly Threshold[];
	readonly deductions: readonly Deduction[];
};

/** The claims on the cost items of a plan with the rules between them (METHODS §9). */
export type Stacking = Rules<Claim>;

export function stackingOf(plan: Plan, placed: readonly PlacedMeasure[]): Stacking {
	return stackingAmong(plan, claimsOf(plan, placed));
}

/** The rules between some claims, which are served in the order given. */
export function stackingAmong(plan: Plan, claims: readonly Claim[]): Stacking {
	const places = claims.map((_, place) => place);
	return {
		claims,
		rooms: roomsOf(plan, claims),
		exclusions: groups(claims, places, itemKey).flatMap((own) => exclusionsOn(claims, own)),
		thresholds: groups(claims, places, applicationOf).flatMap((own) =>
			thresholdsOf(plan, claims, own)
		),
		deductions: groups(claims, places, ({ placed }) => placed.measure.id).flatMap((own) =>
			deductionsOn(claims, own)
		)
	};
}

/** R08 and R10: pairs of claims on one cost item that shut each other out. */
function exclusionsOn(claims: readonly Claim[], own: readonly number[]): Exclusion[] {
	return own.flatMap((one, index) =>
		own.slice(index + 1).flatMap((other): Exclusion[] => {
			const [a, b] = [claims[one], claims[other]];
			const rule = a && b && exclusionBetween(a, b);
			return rule ? [{ rule, one, other }] : [];
		})
	);
}

/** The rule by which two programmes do not pay the same cost; null when they may. */
export function exclusionBetween(a: Claim, b: Claim): RuleRef | null {
	if (a.programme.id === b.programme.id) return null;
	for (const [own, other] of [
		[a, b],
		[b, a]
	] as const) {
		const rule = own.rules.find((one) => excludes(one, other.programme));
		if (rule) return ruleRef(rule);
	}
	if (!a.programme.euBudget || !b.programme.euBudget) return null;
	return { pattern: 'R08', evidence: null };
}

function excludes(rule: FundingRule, other: Programme): boolean {
	if (rule.kind === 'co-financing') return other.euBudget;
	if (rule.kind !== 'exclusive') return false;
	return rule.others ? rule.others.includes(other.id) : isPublicSupport(other);
}

/** R05: the smallest grant of one application. */
function thresholdsOf(plan: Plan, claims: readonly Claim[], own: readonly number[]): Threshold[] {
	const rules = claims[own[0] ?? -1]?.rules ?? [];
	return rules.flatMap((rule): Threshold[] => {
		if (rule.kind !== 'amount-range' || rule.of !== 'grant' || rule.min === null) return [];
		const least = kronorOf(rule.min, rule.currency, plan);
		return least ? [{ rule: ruleRef(rule), least, claims: own }] : [];
	});
}

/** R09: investment grants to the measure are taken off production support. */
function deductionsOn(claims: readonly Claim[], own: readonly number[]): Deduction[] {
	return groups(claims, own, applicationOf).flatMap((application): Deduction[] => {
		const rule = claims[application[0] ?? -1]?.rules.find(({ kind }) => kind === 'deduction');
		if (!rule) return [];
		const others = own.filter((one) => {
			const claim = claims[one];
			return (
				claim?.item.kind === 'capex' &&
				isPublicSupport(claim.programme) &&
				!application.includes(one)
			);
		});
		return [{ rule: ruleRef(rule), claims: application, others }];
	});
}
