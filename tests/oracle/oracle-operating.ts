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
import { ownFlow, type Book, type PlacedLoan } from './oracle-book.ts';
import type { PlacedItem, PlacedMeasure } from './oracle-place.ts';
import {
	annuityFactor,
	at,
	exact,
	together,
	total,
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
	'grants',
	'loanDepreciation',
	'loanInterest'
] as const;
export type OperatingOracle = {
	readonly parts: Readonly<Record<(typeof partNames)[number], Yearly>>;
	readonly effect: Yearly;
	readonly headroom: MaybeYearly;
};
export type BudgetOracle = {
	readonly operating: Readonly<Record<Certainty, OperatingOracle>>;
	readonly driftgap: Summed;
	readonly liquidity: {
		readonly perYear: MaybeYearly;
		readonly position: MaybeYearly;
		readonly peakBridging: Maybe;
		readonly bridgeInterest: Maybe;
		readonly peakBridgingAfterLoans: Maybe;
	};
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
type CapitalCosts = {
	readonly depreciation: Yearly;
	readonly interest: Yearly;
	/** What of them is on borrowed money. */
	readonly loanDepreciation: Yearly;
	readonly loanInterest: Yearly;
};

/** Depreciation and interest of all municipal capex, each amount after the grants of its item, by who pays it. */
function capitalCost(book: Book, certainty: Certainty): CapitalCosts {
	const own = [zeros(book.clock), zeros(book.clock)] as const;
	const borrowed = [zeros(book.clock), zeros(book.clock)] as const;
	for (const measure of book.measures)
		for (const item of measure.items.filter(municipal('capex')))
			for (const { share, rate, isLoan } of paidBy(book, measure, item, certainty)) {
				const [depreciation, interest] = isLoan ? borrowed : own;
				(item.flow ?? []).forEach((amount, spent) => {
					const net = mul(mul(amount, measure.ownShare), share);
					if (sign(net) === 0) return;
					for (let index = spent + 1; index < book.clock.years.length; index++) {
						const cost = costOfYear(book, item, net, { k: index - spent, rate });
						depreciation[index] = add(at(depreciation, index), cost.depreciation);
						interest[index] = add(at(interest, index), cost.interest);
					}
				});
			}
	return {
		depreciation: together(book.clock, [own[0], borrowed[0]]),
		interest: together(book.clock, [own[1], borrowed[1]]),
		loanDepreciation: borrowed[0],
		loanInterest: borrowed[1]
	};
}

type PaidBy = { readonly share: Rational; readonly rate: Rational; readonly isLoan: boolean };

/** Grants first, then each loan what is left, and the rest is own money at the internal rate. */
function paidBy(
	book: Book,
	measure: PlacedMeasure,
	item: PlacedItem,
	certainty: Certainty
): PaidBy[] {
	const internal = exact(book.plan.settings.internalRate);
	const cost = mul(sum(item.flow ?? []), measure.ownShare);
	let left = sub(ONE, shareGranted(book, measure, item, certainty));
	const loans = book.loans
		.filter((loan) => loan.item === item)
		.map((loan): PaidBy => {
			const money = mul(sum(loan.amounts), weight(loan, certainty));
			const share = sign(cost) === 0 ? ZERO : min(left, div(money, cost));
			left = sub(left, share);
			return { share, rate: loan.rate ?? internal, isLoan: true };
		});
	return [...loans, { share: left, rate: internal, isLoan: false }];
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
function costOfYear(
	book: Book,
	item: PlacedItem,
	amount: Rational,
	{ k, rate }: { readonly k: number; readonly rate: Rational }
): CapitalCost {
	const { settings } = book.plan;
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
	const position = perYear.map((_, index) => {
		const soFar = perYear.slice(0, index + 1);
		const known = soFar.flatMap((value) => value ?? []);
		return known.length < soFar.length ? null : sum(known);
	});
	const internal = exact(book.plan.settings.internalRate);
	const owed = position.map((value) => value && mul(floored(negated(value)), internal));
	const ofLoans = together(
		book.clock,
		book.loans.filter(({ isSecured }) => isSecured).map((loan) => loanCash(book, loan))
	);
	return {
		perYear,
		position,
		peakBridging: peak(perYear),
		bridgeInterest: total(owed),
		peakBridgingAfterLoans: peak(
			perYear.map((value, index) => value && add(value, at(ofLoans, index)))
		)
	};
}

/** What a loan gives when it comes, less what is repaid and the interest on what is owed as the year begins. */
function loanCash(book: Book, { draws, rate, years }: PlacedLoan): Yearly {
	const interest = rate ?? exact(book.plan.settings.internalRate);
	return draws.map((amount, index) => {
		const before = draws.slice(0, index).map((drawn, spent) => {
			const k = index - spent;
			if (years === null) return mul(drawn, interest);
			if (k > years) return ZERO;
			const part = div(drawn, whole(years));
			return add(part, mul(interest, sub(drawn, mul(part, whole(k - 1)))));
		});
		return sub(amount, sum(before));
	});
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
