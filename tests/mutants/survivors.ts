import type { Mutant } from './instrument.ts';

type Reason = {
	readonly file: RegExp;
	/** Part of the line that the mutant is in. */
	readonly within: string;
	/** What is broken; every mutant of the line when left out. */
	readonly from?: readonly string[];
	readonly why: string;
};

const FALLBACK =
	'never reached: the index is always inside; the fallback is there for the type checker';
const STEPS = 'one step of bisection or Newton more or fewer, far beyond the digits that are kept';

/** Mutants that change no figure, each with the reason. */
const REASONS: readonly Reason[] = [
	{
		file: /shapley/,
		within: 'quadrature(Math.min',
		why: 'more points than needed give the same integral'
	},
	{ file: /quadrature/, within: 'step < MOST_STEPS', why: STEPS },
	{ file: /quadrature/, within: 'move.abs().lt(CLOSE)', why: STEPS },
	{
		file: /quadrature/,
		within: 'let x = new Decimal(Math.cos',
		why: 'only the first guess of Newton’s method'
	},
	{
		file: /quadrature/,
		within: '[ZERO, ONE]',
		from: ['ZERO'],
		why: 'P(−1) is multiplied by k = 0'
	},
	{
		file: /pareto/,
		within: 'one.slice(-1)',
		from: ['1'],
		why: 'the last of a layer judges hardest; asking one more changes no verdict'
	},
	{ file: /pareto/, within: 'placeOf.get(a) ?? 0', why: FALLBACK },
	{ file: /effects/, within: 'n >= ramp', why: 'at n = ramp both are 1' },
	{
		file: /interaction/,
		within: 'amount.gte(pool)',
		why: 'an amount equal to the pool takes the same share, 1, either way'
	},
	{
		file: /credits/,
		within: 'ownShare.eq(ONE)',
		why: 'a shortcut: a share of 1 multiplies to the same'
	},
	{
		file: /carbon-value/,
		within: 'year <= last.year',
		why: 'in the last year the path gives its own value, grown by nothing'
	},
	{
		file: /levelised/,
		within: 'reason || !presentCost || !sum',
		why: 'without a reason both are known'
	},
	{
		file: /levelised/,
		within: 'total === null || discounted === null',
		why: 'both are known or neither'
	},
	{
		file: /levelised/,
		within: 'sum.isZero() || (sum.gt(0)',
		why: 'a sum of zero is answered before; a larger one with nothing discounted does not arise above zero'
	},
	{
		file: /levelised/,
		within: 'return sum.gt(0) && discountedSum.gt(0)',
		from: ['sum.gt(0)', 'discountedSum.gt(0)'],
		why: 'zero is answered on the line before'
	},
	{
		file: /unit-costs/,
		within: 'tonnes[0] ?? ZERO',
		why: 'without years it is multiplied by none'
	},
	{
		file: /variants/,
		within: 'rest.length > 0',
		why: 'of no variants none is next, which ends the loop too'
	},
	{
		file: /factors/,
		within: 'points.find',
		why: 'on a point the value before and after is its own'
	},
	{
		file: /targets/,
		within: 'reason || !path.reference',
		why: 'without a reason all of them are known'
	},
	{ file: /trajectories/, within: 'target[t] ?? ZERO', why: FALLBACK },
	{
		file: /trajectories/,
		within: 'credit.gt(0)',
		why: 'a credit of zero stays zero whatever it is multiplied by'
	},
	{ file: /trajectories/, within: 'credit.lt(0)', why: 'a credit of zero adds nothing' },
	{ file: /trajectories/, within: 'step < MOST_STEPS', why: STEPS },
	{
		file: /trajectories/,
		within: 'compoundSum(e0, middle, years).gt(budget)',
		why: 'both halves end at the same rate'
	},
	{
		file: /cost-flows/,
		within: 'item.amountPerYear ?? ZERO',
		why: 'an unknown amount is answered before'
	},
	{
		file: /cost-flows/,
		within: 'growthFactors(item.growth',
		from: ['1', 'item.to - item.from'],
		why: 'more factors are made than used'
	},
	{ file: /cost-flows/, within: 'growth[year - item.from] ?? ONE', from: ['ONE'], why: FALLBACK },
	{
		file: /residual-value/,
		within: 'rate: Decimal = ZERO',
		why: 'the linear rule, which is the default, reads no rate'
	},
	{ file: /residual-value/, within: 'let last = 0', why: 'set anew by the first purchase' },
	{
		file: /residual-value/,
		within: 'year < horizon',
		why: 'what is bought in the last year is worth all it cost'
	},
	{ file: /residual-value/, within: 'flows[horizon] ?? ZERO', why: FALLBACK },
	{ file: /returns/, within: 'flow.gt(0) ? flow : ZERO', why: 'a flow of zero is neither' },
	{ file: /returns/, within: 'flow.lt(0) ? flow.neg() : ZERO', why: 'a flow of zero is neither' },
	{ file: /returns/, within: 'factors[period] ?? ONE', why: FALLBACK },
	{ file: /returns/, within: 'terms[change]?.exponent ?? 0', why: FALLBACK },
	{
		file: /returns/,
		within: 'highEnd(terms, turning.at(-1))',
		from: ['1'],
		why: 'the search outwards may start further in'
	},
	{
		file: /returns/,
		within: 'const before = ends[i - 1]',
		why: 'each pair of neighbours is searched either way round'
	},
	{
		file: /returns/,
		within: 'const isTurning',
		why: 'the outermost ends are never roots, so they may be asked'
	},
	{
		file: /returns/,
		within: 'value.abs().times(v.pow(exponent))',
		why: 'only the size that rounding is compared with'
	},
	{
		file: /returns/,
		within: 'size.times(TOUCHES)',
		why: 'only the size that rounding is compared with'
	},
	{ file: /returns/, within: 'new Decimal(2)', why: 'the search outwards takes larger steps' },
	{ file: /returns/, within: 'step < MOST_STEPS', why: STEPS },
	{
		file: /awards-over-years/,
		within: 'random() <',
		why: 'a random number equals a probability never'
	},
	{
		file: /awards-over-years/,
		within: 'Math.max(1, known.length)',
		from: ['1'],
		why: 'a floor that only matters when no outcome is known, and then nothing is added up'
	},
	{
		file: /awards\.ts/,
		within: 'shortfall.lte(0)) return ZERO',
		why: 'no shortfall is no threshold for any outcome'
	},
	{ file: /awards\.ts/, within: 'whole.length / 2', why: 'any split in two gives the same sum' },
	{
		file: /awards\.ts/,
		within: 'x.amount < y.amount',
		why: 'the order of equal amounts is nothing to the sum, and only the sign is read'
	},
	{ file: /awards\.ts/, within: 'threshold <= 0n', why: 'nothing is below zero' },
	{ file: /awards\.ts/, within: 'value.decimalPlaces()', why: 'a finer unit gives the same' },
	{
		file: /awards\.ts/,
		within: 'let low = 0',
		why: 'the outcome that wins nothing is always below'
	},
	{ file: /awards\.ts/, within: 'amount < threshold', why: 'what exactly covers leaves nothing' },
	{
		file: /awards\.ts/,
		within: 'shortfall.gt(0) ? [index]',
		why: 'a year that lacks nothing is covered by nothing'
	},
	{
		file: /awards\.ts/,
		within: '?.probability ?? ZERO',
		why: 'past the last award every branch has ended'
	},
	{ file: /awards\.ts/, within: 'fill(ZERO)', why: 'more hope only ends branches later' },
	{
		file: /funding-flows/,
		within: '!one || !item',
		why: 'a line without its cost item is refused when a plan is read'
	},
	{
		file: /operating-budget/,
		within: 'year + k < spent.length',
		why: 'a year after the last is left alone'
	},
	{ file: /operating-budget/, within: 'factors[k]?.', why: FALLBACK },
	{ file: /largest-remainder/, within: 'floors[index] ?? ZERO', why: FALLBACK },
	{ file: /placement/, within: 'a < b ? -1', why: 'ids differ, and only the sign is read' },
	{
		file: /award-figures/,
		within: 'value ?? ZERO',
		why: 'an unknown year is answered as unknown before'
	},
	{ file: /crediting/, within: 'let round = 0', why: 'one of twenty rounds fewer' },
	{
		file: /crediting/,
		within: 'isSettled || round === MOST_ROUNDS',
		from: ['isSettled || round === MOST_ROUNDS'],
		why: 'a stable order is the same after more rounds'
	}
];

/** Why a mutant cannot be noticed; null when nobody has said so. */
export function explained({ file, within, from }: Mutant): string | null {
	const reason = REASONS.find(
		(one) =>
			one.file.test(file) && within.includes(one.within) && (one.from?.includes(from) ?? true)
	);
	return reason?.why ?? null;
}
