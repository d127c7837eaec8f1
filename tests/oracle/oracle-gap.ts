import {
	ONE,
	ZERO,
	add,
	cmp,
	floored,
	min,
	mul,
	sign,
	sub,
	sum,
	type Rational
} from './rational.ts';
import { isCertain, isNeed, ownFlow, type Book, type PlacedLine } from './oracle-book.ts';
import {
	at,
	exact,
	times,
	together,
	total,
	zeros,
	type Maybe,
	type MaybeYearly,
	type Yearly
} from './oracle-time.ts';

export type Summed = { readonly total: Maybe; readonly perYear: MaybeYearly };
export type Certainty = 'secured' | 'expected' | 'planned';
export const certainties: readonly Certainty[] = ['secured', 'expected', 'planned'];

export type GapOracle = {
	readonly need: Summed;
	readonly ownCapacity: Summed;
	readonly funding: Readonly<Record<Certainty, Summed>>;
	readonly gap: Readonly<Record<Certainty | 'atExpectedFunding', Summed>>;
	readonly allFunded: { readonly probability: Maybe; readonly worstGap: Maybe };
};

/** Funding of the need: what only its own year may use, and what later years may use too. */
type Funds = { readonly fixed: Yearly; readonly carried: Yearly };

export function summed(perYear: MaybeYearly): Summed {
	return { total: total(perYear), perYear };
}

/** How much of a line counts. */
export function weight(
	line: Pick<PlacedLine, 'isSecured' | 'probability'>,
	certainty: Certainty
): Rational {
	if (line.isSecured || certainty === 'planned') return ONE;
	return certainty === 'expected' ? line.probability : ZERO;
}

export function fundingOf(
	book: Book,
	lines: readonly PlacedLine[],
	certainty: Certainty
): Rational[] {
	return together(
		book.clock,
		lines.map((line) => times(line.amounts, weight(line, certainty)))
	);
}

/** A figure of the budget by year; a year without a row is unknown. */
export function budgeted(
	book: Book,
	figure: 'ownInvestmentCapacity' | 'operatingFrame'
): MaybeYearly {
	return book.clock.years.map((year) => {
		const value = book.plan.budget.find((row) => row.year === year)?.[figure];
		return value ? exact(value) : null;
	});
}

/** Rules 13 and 14. */
export function gaps(book: Book): GapOracle {
	const need = ownFlow(book, isNeed);
	const capacity = budgeted(book, 'ownInvestmentCapacity');
	const lines = book.lines.filter(({ item }) => isNeed(item));
	const gapWith = (funds: Funds) => summed(gapPath(book, need, capacity, funds));
	const gapAt = (certainty: Certainty) =>
		gapWith(fundsOf(book, lines, (line) => weight(line, certainty)));
	const outcomes = awardOutcomes(book, lines).map(({ chance, funds }) => ({
		chance,
		gap: gapWith(funds).perYear
	}));
	const certain = fundsOf(book, lines, (line) => (isCertain(line) ? ONE : ZERO));
	return {
		need: summed(need),
		ownCapacity: summed(capacity),
		funding: {
			secured: summed(fundingOf(book, lines, 'secured')),
			expected: summed(fundingOf(book, lines, 'expected')),
			planned: summed(fundingOf(book, lines, 'planned'))
		},
		gap: {
			secured: gapAt('secured'),
			expected: summed(meanGap(book, outcomes)),
			planned: gapAt('planned'),
			atExpectedFunding: gapAt('expected')
		},
		allFunded: { probability: chanceOfNoGap(outcomes), worstGap: gapWith(certain).total }
	};
}

/** What secured lines leave of a need; nobody's own money is counted here, and what may wait does. */
export function leftOf(book: Book, need: Yearly, lines: readonly PlacedLine[]): Yearly {
	const none = need.map(() => ZERO);
	const secured = fundsOf(book, lines, (line) => weight(line, 'secured'));
	return gapPath(book, need, none, secured).map((gap) => gap ?? ZERO);
}

function fundsOf(
	book: Book,
	lines: readonly PlacedLine[],
	counted: (line: PlacedLine) => Rational
): Funds {
	const part = (isCarried: boolean) =>
		together(
			book.clock,
			lines
				.filter((line) => line.isCarried === isCarried)
				.map((line) => times(line.amounts, counted(line)))
		);
	return { fixed: part(false), carried: part(true) };
}

/**
 * The gap year by year, which is known where it is the same whether the unknown capacities are nothing or more than
 * enough.
 */
function gapPath(book: Book, need: Yearly, capacity: MaybeYearly, funds: Funds): MaybeYearly {
	const enough = sum(need);
	const [least, most] = [ZERO, enough].map((amount) =>
		pathWith(
			book,
			need,
			need.map((_, index) => capacity[index] ?? amount),
			funds
		)
	);
	return need.map((_, index) => {
		const [a, b] = [at(least ?? [], index), at(most ?? [], index)];
		return cmp(a, b) === 0 ? a : null;
	});
}

/**
 * Money that cannot be carried is used first, then capacity that can, then funding that can; what is left of the latter
 * two is used in later years.
 */
function pathWith(book: Book, need: Yearly, capacity: Yearly, funds: Funds): Yearly {
	const { carryCapacity } = book.plan.settings.method;
	let [ownStock, fundStock] = [ZERO, ZERO];
	return need.map((wanted, index) => {
		const own = at(capacity, index);
		const fixed = add(at(funds.fixed, index), carryCapacity ? ZERO : own);
		ownStock = add(ownStock, carryCapacity ? own : ZERO);
		fundStock = add(fundStock, at(funds.carried, index));
		const afterFixed = floored(sub(wanted, fixed));
		const fromOwn = min(afterFixed, ownStock);
		const afterOwn = sub(afterFixed, fromOwn);
		const fromFunds = min(afterOwn, fundStock);
		ownStock = sub(ownStock, fromOwn);
		fundStock = sub(fundStock, fromFunds);
		return sub(afterOwn, fromFunds);
	});
}

function chanceOf([first]: readonly PlacedLine[]): Rational {
	return first?.probability ?? ONE;
}

type Outcome<Value> = { readonly chance: Rational } & Value;
type GapOutcome = Outcome<{ readonly gap: MaybeYearly }>;

/** Every combination of awards won and lost that can happen, with its probability and the money it gives. */
function awardOutcomes(
	book: Book,
	lines: readonly PlacedLine[]
): Outcome<{ readonly funds: Funds }>[] {
	const open = lines.filter((line) => !isCertain(line));
	const awards = [...new Set(open.map(({ award }) => award))].map((name) =>
		open.filter(({ award }) => award === name)
	);
	if (awards.length > 16) throw new RangeError(`${awards.length} awards are too many to enumerate`);
	let outcomes: Outcome<{ readonly won: ReadonlySet<PlacedLine> }>[] = [
		{ chance: ONE, won: new Set(lines.filter(isCertain)) }
	];
	for (const award of awards)
		outcomes = outcomes.flatMap(({ chance, won }) => [
			{ chance: mul(chance, chanceOf(award)), won: new Set([...won, ...award]) },
			{ chance: mul(chance, sub(ONE, chanceOf(award))), won }
		]);
	return outcomes
		.filter(({ chance }) => sign(chance) > 0)
		.map(({ chance, won }) => ({
			chance,
			funds: fundsOf(book, lines, (line) => (won.has(line) ? ONE : ZERO))
		}));
}

/** Unknown in a year in which an outcome that can happen leaves it unknown. */
function meanGap(book: Book, outcomes: readonly GapOutcome[]): MaybeYearly {
	return zeros(book.clock).map((_, index) =>
		total(
			outcomes.map(({ chance, gap }) => {
				const here = gap[index] ?? null;
				return here && mul(chance, here);
			})
		)
	);
}

/** Probability that no year has a gap; unknown when an outcome that can happen leaves a year unknown. */
function chanceOfNoGap(outcomes: readonly GapOutcome[]): Maybe {
	if (outcomes.some(({ gap }) => gap.includes(null))) return null;
	const funded = outcomes.filter(({ gap }) => gap.every((value) => value && sign(value) === 0));
	return sum(funded.map(({ chance }) => chance));
}
