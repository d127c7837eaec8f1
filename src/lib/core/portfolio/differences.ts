import type { Decimal } from '../decimal.ts';
import { sum } from '../decimal.ts';
import { isEffectKnown } from '../abatement/effects.ts';
import { isUnknown, ownValue } from '../plan/placement.ts';
import type { Plan, Portfolio } from '../plan/plan.ts';
import { targetGaps } from '../emissions/targets.ts';
import { fundingWeight } from '../funding/certainty.ts';
import { countedFunding } from '../funding/counted-funding.ts';
import { fundingFlows } from '../funding/funding-flows.ts';
import { fundingGap, totalOf } from '../funding/gap.ts';
import { memberships, type Membership } from './compare.ts';
import { emissionFigures, evaluatedPortfolio } from './evaluate.ts';
import { flowOf, isMunicipalCapex } from './payer-figures.ts';
import { usableMoney } from './usable-money.ts';

/** What a change does: secured gap (kr), credited tonnes of the plan's years, and of the target's year; null: unknown. */
export type Effect = {
	readonly gap: Decimal | null;
	readonly tonnes: Decimal | null;
	readonly targetTonnes: Decimal | null;
};

/** A measure that two portfolios hold in different ways, and what it does to the first to hold it as the second does. */
export type Difference = Effect & {
	readonly measure: string;
	readonly kind: 'only-first' | 'only-second' | 'placed';
	readonly places: readonly [Membership, Membership];
	/** What the first portfolio with this change alone would hold that it may not, or lack that it needs: ids of measures. */
	readonly excluded: readonly string[];
	readonly missing: readonly string[];
};

type Differences = {
	readonly rows: readonly Difference[];
	/** The second less the first. */
	readonly whole: Effect;
	/** What the changes do together beyond each by itself: measures share emissions, money and rules. */
	readonly together: Effect;
};

/** What sets two portfolios apart, one change at a time from the first. */
export function differences(
	plan: Plan,
	first: Portfolio,
	second: Portfolio,
	targetId: string | null
): Differences {
	const figuresOf = (portfolio: Portfolio) => figures(plan, portfolio, targetId);
	const from = figuresOf(first);
	const rows = memberships(plan, [first, second]).flatMap(
		({ measure, places, isAlike }): Difference[] => {
			const [a = null, b = null] = places;
			if (isAlike) return [];
			const kind = a === null ? 'only-second' : b === null ? 'only-first' : 'placed';
			const changed = withMeasureAs(first, second, measure);
			return [
				{
					measure,
					kind,
					places: [a, b],
					...conflictsOf(plan, changed, measure),
					...asKnown(plan, measure, less(figuresOf(changed), from))
				}
			];
		}
	);
	const whole = less(figuresOf(second), from);
	const added = (part: keyof Effect) => {
		const values = rows.map((row) => row[part]);
		return values.includes(null) ? null : sum(values.flatMap((value) => value ?? []));
	};
	return {
		rows,
		whole,
		together: less(whole, {
			gap: added('gap'),
			tonnes: added('tonnes'),
			targetTonnes: added('targetTonnes')
		})
	};
}

/** The first portfolio, but that it holds one measure as the second does. */
function withMeasureAs(first: Portfolio, second: Portfolio, id: string): Portfolio {
	const others = first.measures.filter((one) => one !== id);
	const moved = <Value>(
		own: Readonly<Record<string, Value>>,
		theirs: Readonly<Record<string, Value>>
	): Readonly<Record<string, Value>> => {
		const rest = Object.entries(own).filter(([name]) => name !== id);
		const value = ownValue(theirs, id);
		return Object.fromEntries([...rest, ...(value === undefined ? [] : [[id, value]])]);
	};
	return {
		...first,
		measures: second.measures.includes(id) ? [...others, id] : others,
		shift: moved(first.shift, second.shift),
		scale: moved(first.scale, second.scale)
	};
}

/** What of a change to a measure makes a portfolio that the plan's own rules warn of. */
function conflictsOf({ measures }: Plan, portfolio: Portfolio, id: string) {
	const isIn = (one: string) => portfolio.measures.includes(one);
	const own = measures.find((one) => one.id === id);
	if (!isIn(id)) {
		const needing = measures.filter((one) => isIn(one.id) && one.requires.includes(id));
		return { excluded: [], missing: needing.length > 0 ? [id] : [] };
	}
	const excluding = measures.filter((one) => one.excludes.includes(id)).map((one) => one.id);
	return {
		excluded: [...new Set([...(own?.excludes ?? []), ...excluding])].filter(isIn),
		missing: (own?.requires ?? []).filter((one) => !isIn(one))
	};
}

/** An effect of a measure that nobody knows is not zero. */
function asKnown({ measures }: Plan, id: string, effect: Effect): Effect {
	const measure = measures.find((one) => one.id === id);
	if (!measure) return effect;
	const isCostKnown = !measure.costs.some((item) => isMunicipalCapex(item) && isUnknown(item));
	const isKnown = isEffectKnown(measure.effects);
	return {
		gap: isCostKnown ? effect.gap : null,
		tonnes: isKnown ? effect.tonnes : null,
		targetTonnes: isKnown ? effect.targetTonnes : null
	};
}

/** Those figures of `evaluate` alone that the differences show. */
function figures(plan: Plan, portfolio: Portfolio, targetId: string | null): Effect {
	const own = { ...plan, portfolios: [portfolio] };
	const { frame, measures, pools } = evaluatedPortfolio(own, portfolio.id);
	const { horizon, years } = frame;
	const budget = new Map(plan.budget.map((row) => [row.year, row.ownInvestmentCapacity]));
	const placed = measures.map((one) => one.placed);
	const flows = fundingFlows(own, countedFunding(own, placed), horizon);
	const secured = usableMoney(
		flows.filter(({ item }) => isMunicipalCapex(item)),
		(line) => fundingWeight(line, 'secured'),
		horizon
	);
	const { perYear } = fundingGap(
		flowOf(measures, isMunicipalCapex, horizon),
		{
			perYear: years.map((year) => budget.get(year) ?? null),
			isCarried: plan.settings.method.carryCapacity
		},
		secured
	);
	const targets = targetGaps(plan, emissionFigures(plan, pools, horizon), horizon);
	return {
		gap: totalOf(perYear),
		tonnes: sum(pools.flatMap(({ credited }) => credited)),
		targetTonnes: targets.find(({ id }) => id === targetId)?.abatement ?? null
	};
}

function less(a: Effect, b: Effect): Effect {
	const minus = (x: Decimal | null, y: Decimal | null) => (x && y ? x.minus(y) : null);
	return {
		gap: minus(a.gap, b.gap),
		tonnes: minus(a.tonnes, b.tonnes),
		targetTonnes: minus(a.targetTonnes, b.targetTonnes)
	};
}
