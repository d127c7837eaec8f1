import type { MethodSettings } from '../../src/lib/core/plan/method-settings.ts';
import {
	ONE,
	ZERO,
	add,
	cmp,
	div,
	floored,
	max,
	min,
	mul,
	negated,
	sign,
	sub,
	sum,
	whole,
	type Rational
} from './rational.ts';
import {
	budgeted,
	certainties,
	fundingOf,
	summed,
	weight,
	type Certainty,
	type Summed
} from './oracle-gap.ts';
import { ownFlow, type Book, type PlacedItem, type PlacedMeasure } from './oracle-place.ts';
import {
	annuityFactor,
	at,
	exact,
	together,
	zeros,
	type Maybe,
	type MaybeYearly,
	type Yearly
} from './oracle-time.ts';

export const partNames = [
	'depreciation',
	'interest',
	'opex',
	'saving',
	'revenue',
	'grants'
] as const;
export type OperatingOracle = {
	readonly parts: Readonly<Record<(typeof partNames)[number], Yearly>>;
	readonly effect: Yearly;
	readonly headroom: MaybeYearly;
};
export type BudgetOracle = {
	readonly operating: Readonly<Record<Certainty, OperatingOracle>>;
	readonly driftgap: Summed;
	readonly liquidity: { readonly perYear: MaybeYearly; readonly peakBridging: Maybe };
};

export function budgetFigures(book: Book): BudgetOracle {
	const frame = budgeted(book, 'operatingFrame');
	const [secured, expected, planned] = certainties.map((one) => operating(book, one, frame));
	if (!secured || !expected || !planned) throw new RangeError('three variants are needed');
	return {
		operating: { secured, expected, planned },
		driftgap: summed(secured.effect.map((effect, index) => overFrame(effect, frame[index]))),
		liquidity: liquidity(book, frame)
	};
}

/** What the effect takes above the frame; without a frame, only an effect that is no burden is known to fit. */
function overFrame(effect: Rational, frame: Maybe | undefined): Maybe {
	if (frame) return floored(sub(effect, frame));
	return sign(effect) <= 0 ? ZERO : null;
}

/** Rule 15. */
function operating(book: Book, certainty: Certainty, frame: MaybeYearly): OperatingOracle {
	const capital = capitalCost(book, certainty);
	const parts = {
		...capital,
		opex: ownFlow(book, municipal('opex')),
		saving: ownFlow(book, municipal('saving')),
		revenue: ownFlow(book, municipal('revenue')),
		grants: fundingOf(
			book,
			book.lines.filter(({ item }) => item.payer === 'municipality' && item.kind !== 'capex'),
			certainty
		)
	};
	const burdens = [parts.depreciation, parts.interest, parts.opex];
	const reliefs = [parts.saving, parts.revenue, parts.grants];
	const effect = together(book.clock, [...burdens, ...reliefs.map((one) => one.map(negated))]);
	return {
		parts,
		effect,
		headroom: effect.map((value, index) => {
			const here = frame[index] ?? null;
			return here && sub(here, value);
		})
	};
}

function municipal(kind: PlacedItem['kind']): (item: PlacedItem) => boolean {
	return (item) => item.payer === 'municipality' && item.kind === kind;
}

type CapitalCost = { readonly depreciation: Rational; readonly interest: Rational };

/** Depreciation and interest of all municipal capex, each amount after the grants of its item. */
function capitalCost(
	book: Book,
	certainty: Certainty
): { readonly depreciation: Yearly; readonly interest: Yearly } {
	const [depreciation, interest] = [zeros(book.clock), zeros(book.clock)];
	for (const measure of book.measures)
		for (const item of measure.items.filter(municipal('capex'))) {
			const kept = mul(measure.ownShare, sub(ONE, shareGranted(book, measure, item, certainty)));
			(item.flow ?? []).forEach((amount, spent) => {
				const net = mul(amount, kept);
				if (sign(net) === 0) return;
				for (let index = spent + 1; index < book.clock.years.length; index++) {
					const cost = costOfYear(book, item, net, index - spent);
					depreciation[index] = add(at(depreciation, index), cost.depreciation);
					interest[index] = add(at(interest, index), cost.interest);
				}
			});
		}
	return { depreciation, interest };
}

/** Counted grants of an item over its amounts, both inside the plan's years; at most 1. */
function shareGranted(
	book: Book,
	measure: PlacedMeasure,
	item: PlacedItem,
	certainty: Certainty
): Rational {
	const amount = mul(sum(item.flow ?? []), measure.ownShare);
	if (sign(amount) === 0) return ZERO;
	const lines = book.lines.filter((line) => line.item === item);
	const grants = lines.map((line) => mul(sum(line.amounts), weight(line, certainty)));
	return min(ONE, div(sum(grants), amount));
}

/** Capital cost of an amount in the k-th year after it was spent. Land: interest on all of it, for ever. */
function costOfYear(book: Book, item: PlacedItem, amount: Rational, k: number): CapitalCost {
	const { settings } = book.plan;
	const rate = exact(settings.internalRate);
	if (item.isLand) return { depreciation: ZERO, interest: mul(rate, amount) };
	if (item.life === null || k > item.life) return { depreciation: ZERO, interest: ZERO };
	return settings.method.capitalCost === 'annuity'
		? annuityCost(amount, rate, item.life, k)
		: linearCost(amount, rate, item.life, k, settings.method);
}

function linearCost(
	amount: Rational,
	rate: Rational,
	life: number,
	k: number,
	{ interestBase }: MethodSettings
): CapitalCost {
	const halfYears = interestBase === 'average' ? 2 * k - 1 : 2 * k - 2;
	const owed = sub(ONE, div(whole(halfYears), whole(2 * life)));
	return {
		depreciation: div(amount, whole(life)),
		interest: mul(rate, mul(amount, owed))
	};
}

/** The same sum every year; the interest of what is still owed is part of it. */
function annuityCost(amount: Rational, rate: Rational, life: number, k: number): CapitalCost {
	const perYear = div(amount, annuityFactor(rate, life));
	const owed = mul(perYear, annuityFactor(rate, life - k + 1));
	const interest = mul(rate, owed);
	return { depreciation: sub(perYear, interest), interest };
}

/** Rule 17. A year without capacity or frame is unknown, and so is the peak, which adds up all years. */
function liquidity(book: Book, frame: MaybeYearly): BudgetOracle['liquidity'] {
	const capacity = budgeted(book, 'ownInvestmentCapacity');
	const paid = book.lines.filter(
		({ item, isSecured }) => isSecured && item.payer === 'municipality'
	);
	const inflows = [
		ownFlow(book, municipal('saving')),
		ownFlow(book, municipal('revenue')),
		...paid.map(({ payments }) => payments)
	];
	const outflows = ['capex' as const, 'opex' as const].map((kind) =>
		ownFlow(book, municipal(kind))
	);
	const flow = together(book.clock, [...inflows, ...outflows.map((one) => one.map(negated))]);
	const perYear = flow.map((value, index) => {
		const [own, running] = [capacity[index] ?? null, frame[index] ?? null];
		return own && running && sum([own, running, value]);
	});
	return { perYear, peakBridging: peak(perYear) };
}

/** How far the money of all years so far falls below zero at its lowest. */
function peak(perYear: MaybeYearly): Maybe {
	let [cumulative, deepest] = [ZERO, ZERO];
	for (const value of perYear) {
		if (value === null) return null;
		cumulative = add(cumulative, value);
		if (cmp(cumulative, ZERO) < 0) deepest = max(deepest, negated(cumulative));
	}
	return deepest;
}
