import { Decimal, ZERO, sum } from '../decimal.ts';
import type { Room } from '../funding/stacking/room.ts';
import type { Rules } from '../funding/stacking/stacking.ts';
import { supportOf, waterfall, type Award } from '../funding/stacking/waterfall.ts';
import { ProgramBuilder, type Program } from './program.ts';

/** What may be applied for, the rules between the claims, and how likely each is to be won. */
export type MixProblem = {
	readonly rules: Rules;
	/** Probability by claim: a krona asked counts so much. */
	readonly weights: readonly Decimal[];
	/** Claims of one application, by their places; `year` is when it is made. */
	readonly applications: readonly { readonly claims: readonly number[]; readonly year: number }[];
	/** What the claims that are not open get, kr, by place: granted, applied for, or kept from the plan. */
	readonly fixed: ReadonlyMap<number, Decimal>;
	/** At most so many new applications in a year; null: as many as there are. */
	readonly mostPerYear: number | null;
};

/** What to ask of each claim, kr, as the rules then count it, and what that is worth at its probabilities. */
export type Mix = { readonly awards: readonly Award[]; readonly worth: Decimal };

const MILLION = 1e6;
/** So many kronor a solver may be off: its tolerance is 1e-7 of a million. */
const SOLVER_ERROR = 0.2;

/**
 * The problem as a mixed-integer program: largest Σ probability × amount under every ceiling, exclusion, smallest grant,
 * deduction and number of applications (METHODS §9 and §10). Columns: amounts by claim first, in millions of kronor.
 */
export function mixProgram(problem: MixProblem): Program {
	const builder = new ProgramBuilder();
	const { weights, fixed } = problem;
	addMix(builder, problem, {
		worthOf: (place) => (fixed.has(place) ? 0 : (weights[place]?.toNumber() ?? 0)),
		presenceOf: () => null
	});
	return builder.build();
}

/** How a mix lies in a program. */
export type MixPlace = {
	/** What a million of a claim is worth. */
	readonly worthOf: (place: number) => number;
	/** Choices of which one is made where the claim is there at all; null: it is there. */
	readonly presenceOf: (place: number) => readonly number[] | null;
};

/** Adds amounts and rules of a mix to a program; returns the columns of the amounts by claim, in millions of kronor. */
export function addMix(
	builder: ProgramBuilder,
	problem: MixProblem,
	{ worthOf, presenceOf }: MixPlace
): number[] {
	const { rules, fixed } = problem;
	const { claims } = rules;
	const asked = (place: number) => inMillions(fixed.get(place) ?? claims[place]?.asked ?? ZERO);
	const columns = claims.map((_, place) => builder.amount(worthOf(place), asked(place)));
	const columnOf = (place: number) => columns[place] ?? 0;
	/** As much of a figure as there is of the claim: all of it, or where it is not there nothing. */
	const times = (place: number, figure: number) => {
		const presence = presenceOf(place);
		return presence
			? { terms: presence.map((choice) => [choice, -figure] as const), constant: 0 }
			: { terms: [], constant: figure };
	};
	claims.forEach((_, place) => {
		const { terms, constant } = times(place, asked(place));
		if (presenceOf(place)) builder.atMost(0, [[columnOf(place), 1], ...terms]);
		if (fixed.has(place)) builder.atLeast(constant, [[columnOf(place), 1], ...terms]);
	});
	/** Whether a claim gets anything; what is decided does. */
	const used = claims.map((_, place) => {
		const choice = builder.choice();
		builder.atMost(0, [
			[columnOf(place), 1],
			[choice, -asked(place)]
		]);
		if (isPaid(problem, place)) {
			const { terms, constant } = times(place, 1);
			builder.atLeast(constant, [[choice, 1], ...terms]);
		}
		return choice;
	});
	const usedOf = (place: number) => used[place] ?? 0;
	for (const room of rules.rooms) roomRows(builder, room, problem, columnOf, usedOf, asked);
	for (const { one, other } of rules.exclusions)
		builder.atMost(1, [
			[usedOf(one), 1],
			[usedOf(other), 1]
		]);
	// New investment grants leave what is paid from which they would be deducted as it is.
	for (const { claims: own, others } of rules.deductions) {
		const given = sum([...own, ...others].map((place) => fixed.get(place) ?? ZERO));
		const left = supportOf(rules, own).minus(given);
		builder.atMost(
			Math.max(0, inMillions(left)),
			[...own, ...others].filter((place) => !fixed.has(place)).map((place) => [columnOf(place), 1])
		);
	}
	for (const { claims: own, least } of rules.thresholds) {
		if (own.some((place) => isPaid(problem, place))) continue;
		for (const place of own.filter((one) => !fixed.has(one)))
			builder.atMost(0, [
				[usedOf(place), inMillions(least)],
				...own.map((at) => [columnOf(at), -1] as const)
			]);
	}
	applicationRows(builder, problem, usedOf);
	return columns;
}

export function inMillions(amount: Decimal): number {
	return amount.div(MILLION).toNumber();
}

/** Whether a claim that is not open is there: what is decided is, even if nobody knows its amount. */
function isPaid({ rules, fixed }: MixProblem, place: number): boolean {
	const claim = rules.claims[place];
	const amount = fixed.get(place);
	return (
		amount !== undefined && (amount.gt(0) || (claim?.isDecided && !claim.isAskedKnown) === true)
	);
}

function roomRows(
	builder: ProgramBuilder,
	{ owner, capacity, claims: own }: Room,
	{ rules: { claims } }: MixProblem,
	columnOf: (place: number) => number,
	usedOf: (place: number) => number,
	asked: (place: number) => number
): void {
	const terms = own.map((place) => [columnOf(place), 1] as const);
	const most = Math.max(0, inMillions(capacity));
	const ofOwner = own.filter((place) => claims[place]?.programme.id === owner);
	if (owner === null || ofOwner.length === own.length) {
		builder.atMost(most, terms);
		return;
	}
	// It binds as soon as one of the owner's claims gets anything.
	const slack = Math.max(0, own.reduce((total, place) => total + asked(place), 0) - most);
	for (const place of ofOwner) builder.atMost(most + slack, [...terms, [usedOf(place), slack]]);
}

/** At most so many new applications in a year. */
function applicationRows(
	builder: ProgramBuilder,
	{ applications, mostPerYear, fixed }: MixProblem,
	usedOf: (place: number) => number
): void {
	if (mostPerYear === null) return;
	const byYear = new Map<number, number[]>();
	for (const { claims, year } of applications) {
		const open = claims.filter((place) => !fixed.has(place));
		const made = builder.choice();
		for (const place of open)
			builder.atMost(0, [
				[usedOf(place), 1],
				[made, -1]
			]);
		byYear.set(year, [...(byYear.get(year) ?? []), made]);
	}
	for (const made of byYear.values())
		builder.atMost(
			mostPerYear,
			made.map((choice) => [choice, 1])
		);
}

/**
 * What the solver's amounts (millions of kronor) come to: whole kronor asked, and what the rules count of that, exactly. What
 * a tolerance of the solver has given too much the waterfall takes back.
 */
export function exactMix(problem: MixProblem, amounts: readonly number[]): Mix {
	const { rules, fixed } = problem;
	const asked = (place: number) => {
		const amount = new Decimal(amounts[place] ?? 0).times(MILLION);
		const most = rules.claims[place]?.asked ?? ZERO;
		if (most.minus(amount).abs().lt(SOLVER_ERROR)) return most;
		const whole = amount.round();
		return whole.minus(amount).abs().lt(SOLVER_ERROR) ? whole : amount.ceil();
	};
	return mixOf(problem, (place) => fixed.get(place) ?? asked(place));
}

/** What one gets by asking all of everything, the likeliest and largest first: the plain way, and a floor for the best. */
export function greedyMix(problem: MixProblem): Mix {
	const { rules, weights, fixed, applications, mostPerYear } = problem;
	const worth = (place: number) =>
		(weights[place] ?? ZERO).times(rules.claims[place]?.asked ?? ZERO);
	const left = new Set<number>();
	const made = new Map<number, number>();
	const byWorth = [...applications]
		.map((one) => ({ ...one, worth: sum(one.claims.map(worth)) }))
		.sort((a, b) => b.worth.cmp(a.worth));
	for (const { claims, year } of byWorth) {
		const count = made.get(year) ?? 0;
		if (mostPerYear !== null && count >= mostPerYear) for (const place of claims) left.add(place);
		else made.set(year, count + 1);
	}
	const order = rules.claims
		.map((_, place) => place)
		.sort((a, b) => rank(a) - rank(b) || worth(b).cmp(worth(a)) || a - b);
	function rank(place: number): number {
		return fixed.has(place) ? 0 : 1;
	}
	const asked = (place: number) =>
		fixed.get(place) ?? (left.has(place) ? ZERO : (rules.claims[place]?.asked ?? ZERO));
	return mixOf(problem, asked, order);
}

/** What claims count that ask so much, served in an order; by place. */
function mixOf(
	{ rules, weights, fixed }: MixProblem,
	asked: (place: number) => Decimal,
	order: readonly number[] = rules.claims.map((_, place) => place)
): Mix {
	const served = waterfall(inOrder(rules, asked, order));
	const awards: Award[] = [];
	order.forEach((place, index) => {
		const award = served[index];
		if (award) awards[place] = award;
	});
	const worth = sum(
		awards.map(({ counted }, place) =>
			fixed.has(place) ? ZERO : counted.times(weights[place] ?? ZERO)
		)
	);
	return { awards, worth };
}

/** The same rules with the claims in another order, each asking what is said. */
function inOrder(rules: Rules, asked: (place: number) => Decimal, order: readonly number[]): Rules {
	const now = new Map(order.map((place, index) => [place, index]));
	const moved = (places: readonly number[]) => places.map((place) => now.get(place) ?? place);
	const movedOne = (place: number) => now.get(place) ?? place;
	return {
		claims: order.flatMap((place) => {
			const claim = rules.claims[place];
			return claim ? [{ ...claim, asked: asked(place) }] : [];
		}),
		rooms: rules.rooms.map((room) => ({ ...room, claims: moved(room.claims) })),
		exclusions: rules.exclusions.map(({ one, other, ...rest }) => ({
			...rest,
			one: movedOne(one),
			other: movedOne(other)
		})),
		thresholds: rules.thresholds.map((one) => ({ ...one, claims: moved(one.claims) })),
		deductions: rules.deductions.map((one) => ({
			...one,
			claims: moved(one.claims),
			others: moved(one.others)
		}))
	};
}
