import type { Decimal } from '../../src/lib/core/decimal.ts';
import type { CostItem, FundingLine, Measure, Plan } from '../../src/lib/core/plan/plan.ts';
import type { Programme } from '../../src/lib/core/plan/programme.ts';
import { ONE, ZERO, add, cmp, fromText, mul, powInt, sub, sum, type Rational } from './rational.ts';
import { exact } from './oracle-time.ts';

/**
 * What counts of each line, a second time: line by line, each compared with every rule that it meets as the rule's words say.
 * Knows the rules that random plans have; amounts are of the whole project, by line id.
 */
type Move = { readonly scale: Rational };
type Asking = {
	readonly line: FundingLine;
	readonly programme: Programme;
	readonly measure: Measure;
	readonly item: CostItem;
	readonly scale: Rational;
	readonly asked: Rational;
};

const DECIDED = ['granted', 'contracted', 'paid'];

export function countedAmounts(
	plan: Plan,
	chosen: readonly Measure[],
	moveOf: (id: string) => Move
): ReadonlyMap<string, Rational> {
	const asking = plan.funding.flatMap((line): Asking[] => {
		const measure = chosen.find(({ id }) => id === line.measure);
		const item = measure?.costs.find(({ id }) => id === line.costItem);
		const programme = plan.programmes.find(({ id }) => id === line.programme);
		if (!measure || !item || !programme || sizeOf(item) === null) return [];
		if (
			line.status === 'rejected' ||
			line.status === 'idea' ||
			['loan', 'guarantee'].includes(programme.instrument)
		)
			return [];
		const { scale } = moveOf(measure.id);
		const kronor = line.amounts.map(({ amount, currency }) => {
			const rate = currency === 'EUR' ? plan.settings.euroRate : null;
			if (amount === null || (currency === 'EUR' && rate === null)) return ZERO;
			return rate ? mul(exact(amount), exact(rate)) : exact(amount);
		});
		return [{ line, programme, measure, item, scale, asked: mul(sum(kronor), scale) }];
	});
	const place = ({ line, programme }: Asking) =>
		(closesTheGap(programme) ? 0 : 2) + (DECIDED.includes(line.status) ? 0 : 1);
	const inOrder = [...asking].sort(
		(a, b) => place(a) - place(b) || (a.line.id < b.line.id ? -1 : 1)
	);
	for (const gone = new Set<Asking>(); ;) {
		const got = new Map<string, Rational>();
		const paid = new Set<Asking>();
		for (const one of inOrder) {
			const left = gone.has(one) ? null : leftFor(one, inOrder, got, paid);
			got.set(one.line.id, left ?? ZERO);
			const isOpen = DECIDED.includes(one.line.status) && hasUnknown(one.line);
			if (left && (cmp(left, ZERO) > 0 || isOpen)) paid.add(one);
		}
		const small = tooSmall(inOrder, got);
		if (small.length === 0) return got;
		for (const one of small) gone.add(one);
	}
}

/** Rule 13. */
export function closesTheGap(programme: Programme | undefined): boolean {
	if (!programme) return false;
	if (programme.id === 'exploateringsbidrag') return true;
	if (programme.instrument === 'equity') return programme.level !== 'municipal';
	return programme.instrument === 'grant' || programme.instrument === 'crowd';
}

/** Own cost of an item, whole project before scale; null: unknown. */
function sizeOf(item: CostItem): Rational | null {
	if (item.timing === 'one-off') return item.amount && exact(item.amount);
	if (item.amountPerYear === null) return null;
	const growth = add(ONE, exact(item.growth));
	const first = exact(item.amountPerYear);
	let total = ZERO;
	for (let year = item.from; year <= item.to; year++)
		total = add(total, mul(first, powInt(growth, year - item.from)));
	return total;
}

/** Null: shut out by another that is paid. */
function leftFor(
	own: Asking,
	all: readonly Asking[],
	got: ReadonlyMap<string, Rational>,
	paid: ReadonlySet<Asking>
): Rational | null {
	const has = ({ line }: Asking) => got.get(line.id) ?? ZERO;
	const total = (some: readonly Asking[]) => sum(some.map(has));
	const onItem = all.filter(({ measure, item }) => measure === own.measure && item === own.item);
	const onMeasure = all.filter(({ measure }) => measure === own.measure);
	if (onItem.some((other) => other !== own && paid.has(other) && shutOut(own, other))) return null;
	const cost = mul(sizeOf(own.item) ?? ZERO, own.scale);
	const limits = [sub(cost, total(onItem))];
	const share = own.programme.maxSupportShare;
	if (share) {
		const same = onItem.filter(({ programme }) => programme === own.programme);
		limits.push(sub(mul(cost, exact(share)), total(same)));
		const { eligibleCost } = own.line;
		const base = eligibleCost ? mul(exact(eligibleCost), own.scale) : cost;
		const alike = same.filter(({ line }) => sameAmount(line.eligibleCost, eligibleCost));
		limits.push(sub(mul(base, exact(share)), total(alike)));
	}
	for (const rule of own.programme.rules ?? [])
		if (rule.kind === 'amount-range' && rule.max !== null) {
			const same = onMeasure.filter(({ programme }) => programme === own.programme);
			limits.push(sub(fromText(rule.max), total(same)));
			const together = all.filter((other) => isOneApplication(own, other));
			limits.push(sub(fromText(rule.max), total(together)));
		}
	limits.push(...limitsOfMeasure(own, onMeasure, paid, total));
	const least = limits.reduce((a, b) => (cmp(a, b) < 0 ? a : b), own.asked);
	return cmp(least, ZERO) < 0 ? ZERO : least;
}

/** Ceilings on the whole measure: the line's own, and those of programmes that have got money already. */
function limitsOfMeasure(
	own: Asking,
	onMeasure: readonly Asking[],
	paid: ReadonlySet<Asking>,
	total: (some: readonly Asking[]) => Rational
): Rational[] {
	const costs = own.measure.costs.filter(({ kind }) => kind === 'capex' || kind === 'opex');
	if (costs.some((item) => sizeOf(item) === null)) return [];
	const cost = mul(sum(costs.map((item) => sizeOf(item) ?? ZERO)), own.scale);
	const holders = new Set(
		onMeasure.filter((one) => one === own || paid.has(one)).map(({ programme }) => programme)
	);
	const isPublic = ({ programme }: Asking) =>
		programme.instrument === 'grant' && ['regional', 'national', 'eu'].includes(programme.level);
	return [...holders].flatMap((programme) =>
		(programme.rules ?? []).flatMap((rule): Rational[] => {
			if (rule.kind === 'public-ceiling')
				return isPublic(own)
					? [sub(mul(cost, fromText(String(rule.share))), total(onMeasure.filter(isPublic)))]
					: [];
			if (rule.kind === 'own-share' && own.programme.instrument !== 'own') {
				const others = onMeasure.filter((one) => one.programme.instrument !== 'own');
				return [sub(mul(cost, sub(ONE, fromText(String(rule.share)))), total(others))];
			}
			return [];
		})
	);
}

function sameAmount(a: Decimal | undefined, b: Decimal | undefined): boolean {
	return a && b ? a.eq(b) : a === b;
}

function shutOut(a: Asking, b: Asking): boolean {
	if (a.programme === b.programme) return false;
	if (a.programme.euBudget && b.programme.euBudget) return true;
	return [[a, b] as const, [b, a] as const].some(([one, other]) =>
		one.programme.rules?.some(
			(rule) => rule.kind === 'exclusive' && rule.others?.includes(other.programme.id)
		)
	);
}

/** The first application, nothing of it decided, that gets something but less than the smallest grant of its programme. */
function tooSmall(all: readonly Asking[], got: ReadonlyMap<string, Rational>): readonly Asking[] {
	for (const one of all)
		for (const rule of one.programme.rules ?? []) {
			if (rule.kind !== 'amount-range' || rule.min === null) continue;
			const together = all.filter((other) => isOneApplication(one, other));
			if (together.some(({ line }) => DECIDED.includes(line.status) || hasUnknown(line))) continue;
			const total = sum(together.map(({ line }) => got.get(line.id) ?? ZERO));
			if (cmp(total, ZERO) > 0 && cmp(total, fromText(rule.min)) < 0) return together;
		}
	return [];
}

/** Named as the same application, or else of the same programme on the same measure. */
function isOneApplication(a: Asking, b: Asking): boolean {
	if (a.line.application !== undefined || b.line.application !== undefined)
		return a.line.application === b.line.application;
	return a.measure === b.measure && a.programme === b.programme;
}

function hasUnknown({ amounts }: FundingLine): boolean {
	return amounts.some(({ amount }) => amount === null);
}
