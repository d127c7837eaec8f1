import type { Payer } from '../../src/lib/core/plan/plan.ts';
import { negated, sum, type Rational } from './rational.ts';
import { fundingOf, leftOf, summed, type Certainty, type Summed } from './oracle-gap.ts';
import { isNeed, ownFlow, type Book } from './oracle-book.ts';
import type { PlacedItem } from './oracle-place.ts';
import { present, together, type Yearly } from './oracle-time.ts';

/** Need of the measures of one sector, the funding of it, and what secured money leaves. */
export type SectorOracle = {
	readonly sector: string | null;
	readonly need: Summed;
	readonly funding: Readonly<Record<Certainty, Summed>>;
	readonly left: Summed;
};

/** What one payer pays and gets within the plan's years, own share. */
export type PayerOracle = {
	readonly payer: Payer;
	readonly capex: Rational;
	readonly opex: Rational;
	readonly saving: Rational;
	readonly revenue: Rational;
	readonly grants: Rational;
	readonly net: Rational;
	readonly netPresent: Rational;
};

/** Sectors with known municipal capex, in the order of their first measure. */
export function sectors(book: Book): SectorOracle[] {
	const investing = book.measures.filter(({ items }) =>
		items.some((one) => one.flow && isNeed(one))
	);
	return [...new Set(investing.map(({ sector }) => sector))].map((sector) => {
		const measures = investing.filter((measure) => measure.sector === sector);
		const lines = book.lines.filter(
			({ item, measure }) => isNeed(item) && measures.includes(measure)
		);
		const need = ownFlow(book, isNeed, measures);
		return {
			sector,
			need: summed(need),
			funding: {
				secured: summed(fundingOf(book, lines, 'secured')),
				expected: summed(fundingOf(book, lines, 'expected')),
				planned: summed(fundingOf(book, lines, 'planned'))
			},
			left: summed(leftOf(book, need, lines))
		};
	});
}

/** Own share of the capex of everyone who has a known capex item. */
export function capexByPayer(book: Book): ReadonlyMap<Payer, Rational> {
	const isCapex = ({ kind }: PlacedItem) => kind === 'capex';
	return new Map(
		payersOf(book, isCapex).map((payer) => [
			payer,
			sum(ownFlow(book, (item) => isCapex(item) && item.payer === payer))
		])
	);
}

function payersOf(book: Book, fits: (item: PlacedItem) => boolean): Payer[] {
	const items = book.measures.flatMap((measure) => measure.items);
	return [...new Set(items.flatMap((item) => (item.flow && fits(item) ? [item.payer] : [])))];
}

/** Everyone who has a known cost item. */
export function whoPays(book: Book): PayerOracle[] {
	return payersOf(book, () => true).map((payer) => {
		const flow = (kind: PlacedItem['kind']): Yearly =>
			ownFlow(book, (item) => item.payer === payer && item.kind === kind);
		const lines = book.lines.filter(({ item }) => item.payer === payer);
		const parts = {
			capex: flow('capex'),
			opex: flow('opex'),
			saving: flow('saving'),
			revenue: flow('revenue'),
			grants: fundingOf(book, lines, 'secured')
		};
		const gains = [parts.saving, parts.revenue, parts.grants].map((one) => one.map(negated));
		const net = together(book.clock, [parts.capex, parts.opex, ...gains]);
		return {
			payer,
			capex: sum(parts.capex),
			opex: sum(parts.opex),
			saving: sum(parts.saving),
			revenue: sum(parts.revenue),
			grants: sum(parts.grants),
			net: sum(net),
			netPresent: present(book.clock, net)
		};
	});
}
