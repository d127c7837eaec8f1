import type { NoCostReason } from '../../src/lib/core/abatement/levelised-cost.ts';
import { cmp, div, mul, sign, sum, type Rational } from './rational.ts';
import { creditedOf, type Credits } from './oracle-credit.ts';
import { netBenefit, noAbatement, type MeasureOracle } from './oracle-measures.ts';
import { type Book } from './oracle-book.ts';
import { textOrder } from './oracle-place.ts';
import { present } from './oracle-time.ts';

export type StepOracle = {
	readonly measure: string;
	readonly order: number;
	readonly layer: number | null;
	readonly tonnes: Rational;
	readonly costPerTonne: Rational;
};
export type MaccOracle = {
	readonly steps: readonly StepOracle[];
	readonly unranked: readonly { readonly measure: string; readonly reason: NoCostReason }[];
};

type Bar = {
	readonly measure: string;
	/** Own share of the present net cost. */
	readonly cost: Rational;
	/** Discounted credited tonnes. */
	readonly tonnes: Rational;
	readonly width: Rational;
	readonly benefit: Rational;
};
type LayeredBar = Bar & { readonly layer: number | null };

/** Rule 16. */
export function macc(book: Book, figures: readonly MeasureOracle[], credits: Credits): MaccOracle {
	const bars: Bar[] = [];
	const unranked: { measure: string; reason: NoCostReason }[] = [];
	book.measures.forEach((measure, index) => {
		const own = figures[index];
		const credited = creditedOf(book, credits, measure);
		const tonnes = present(book.clock, credited);
		const reason = own?.reason ?? noAbatement(tonnes);
		if (reason) unranked.push({ measure: measure.id, reason });
		if (reason || !own?.netCost) return;
		const cost = mul(measure.ownShare, own.netCost);
		const benefit = netBenefit(book.clock, credited, cost);
		bars.push({ measure: measure.id, cost, tonnes, width: sum(credited), benefit });
	});
	const paying = inLayers(bars.filter(({ cost }) => sign(cost) < 0));
	const costing = bars.filter(({ cost }) => sign(cost) >= 0).sort(byUnitCost);
	const ordered = [...paying, ...costing.map((bar) => ({ ...bar, layer: null }))];
	return { steps: ordered.map(step), unranked };
}

function step({ measure, cost, tonnes, width, layer }: LayeredBar, index: number): StepOracle {
	return { measure, order: index + 1, layer, tonnes: width, costPerTonne: div(cost, tonnes) };
}

/** More tonnes at no higher cost, or as many at a lower cost. */
function dominates(a: Bar, b: Bar): boolean {
	const [more, dearer] = [cmp(a.tonnes, b.tonnes), cmp(a.cost, b.cost)];
	return more >= 0 && dearer <= 0 && (more > 0 || dearer < 0);
}

/** The bars that none dominates are the first layer; without them, the next, and so on. */
function inLayers(bars: readonly Bar[]): LayeredBar[] {
	const result: LayeredBar[] = [];
	let rest = bars;
	for (let layer = 1; rest.length > 0; layer++) {
		const here = rest.filter((bar) => !rest.some((other) => dominates(other, bar)));
		rest = rest.filter((bar) => !here.includes(bar));
		result.push(...here.sort(byBenefit).map((bar) => ({ ...bar, layer })));
	}
	return result;
}

function byBenefit(a: Bar, b: Bar): number {
	return cmp(b.benefit, a.benefit) || textOrder(a.measure, b.measure);
}

function byUnitCost(a: Bar, b: Bar): number {
	return (
		cmp(div(a.cost, a.tonnes), div(b.cost, b.tonnes)) ||
		cmp(b.tonnes, a.tonnes) ||
		textOrder(a.measure, b.measure)
	);
}
