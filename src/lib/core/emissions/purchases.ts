import { ONE, ZERO, sum, type Decimal } from '../decimal.ts';
import type { MoneyBasis } from '../plan/plan.ts';

/**
 * The footprint of purchases: kronor of a ledger × kilograms of CO2e per krona. Consumption-based: what is emitted anywhere
 * to make what the municipality buys. It overlaps the territorial inventory and is never added to it.
 */

export type Vat = MoneyBasis['vat'];

/** In what kronor amounts are. */
export type KronorBasis = { readonly year: number; readonly vat: Vat };

export type PurchaseFactor = {
	readonly code: string;
	readonly name: string;
	/** Kilograms of CO2e per krona in the basis of its set. */
	readonly kgPerKrona: Decimal;
	/** As its set words it; empty: it says nothing. */
	readonly uncertainty: string;
};

export type PurchaseCategory = {
	readonly key: string;
	readonly name: string;
	/** Kronor in the basis of the ledger; a credit may be below zero. */
	readonly amount: Decimal;
};

/** What turns kronor of the ledger into kronor of the factors, where the two differ. */
export type KronorConversion = {
	/** A named index in the year of the ledger and of the factors. */
	readonly index: { readonly ofLedger: Decimal; readonly ofFactors: Decimal } | null;
	/** Value-added tax on what is bought, as a fraction of the price without it. */
	readonly vatRate: Decimal | null;
};

export type Missing = 'price-index' | 'vat-rate';

/**
 * By what an amount of the ledger is multiplied to be in the factors' kronor: index of their year ÷ index of the ledger's,
 * × (1 + VAT) or ÷ (1 + VAT). Null with what is missing: a difference of price level or tax is never passed over.
 */
export function kronorFactor(
	ledger: KronorBasis,
	factors: KronorBasis,
	{ index, vatRate }: KronorConversion
): { readonly factor: Decimal | null; readonly missing: readonly Missing[] } {
	const missing: Missing[] = [];
	let factor = ONE;
	if (ledger.year !== factors.year) {
		if (index?.ofLedger.gt(0)) factor = factor.times(index.ofFactors).div(index.ofLedger);
		else missing.push('price-index');
	}
	if (ledger.vat !== factors.vat) {
		if (vatRate === null) missing.push('vat-rate');
		else {
			const withTax = vatRate.plus(1);
			factor = factors.vat === 'included' ? factor.times(withTax) : factor.div(withTax);
		}
	}
	return { factor: missing.length > 0 ? null : factor, missing };
}

export type FootprintRow = PurchaseCategory & {
	readonly factor: PurchaseFactor | null;
	/** Null: no factor, or kronor that cannot be compared with it. */
	readonly tonnes: Decimal | null;
	/** Of the known footprint, as a fraction; of this row, and of it with all above. */
	readonly share: Decimal | null;
	readonly cumulative: Decimal | null;
};

export type Footprint = {
	/** Largest first; then those without, by amount. */
	readonly rows: readonly FootprintRow[];
	/** Tonnes of what has a factor; null: nothing has. */
	readonly tonnes: Decimal | null;
	readonly amount: Decimal;
	/** Kronor of what has no factor, credits and purchases alike: their footprint is unknown, not zero. */
	readonly amountWithout: Decimal;
	/** Of all kronor, credits and purchases alike, the fraction that has a factor; null: there are none. */
	readonly covered: Decimal | null;
	readonly byUncertainty: readonly {
		readonly uncertainty: string;
		readonly tonnes: Decimal;
		readonly share: Decimal | null;
	}[];
};

/** Footprint of a year's purchases by category. Tonnes; `factor` as `kronorFactor` gives it. */
export function footprint(
	categories: readonly PurchaseCategory[],
	factorOf: (category: PurchaseCategory) => PurchaseFactor | null,
	factor: Decimal | null
): Footprint {
	const rows = categories.map((category) => {
		const own = factorOf(category);
		const tonnes =
			own && factor ? category.amount.times(factor).times(own.kgPerKrona).div(1000) : null;
		return { ...category, factor: own, tonnes };
	});
	const known = rows.flatMap((row) => (row.tonnes ? [{ ...row, tonnes: row.tonnes }] : []));
	const total = known.length > 0 ? sum(known.map(({ tonnes }) => tonnes)) : null;
	// Parts of a whole that has negative parts are no shares.
	const hasShares = total?.gt(0) && known.every(({ tonnes }) => tonnes.gte(0));
	const shareOf = (tonnes: Decimal) => (hasShares && total ? tonnes.div(total) : null);
	const gross = (of: readonly PurchaseCategory[]) => sum(of.map(({ amount }) => amount.abs()));
	const byName = (a: PurchaseCategory, b: PurchaseCategory) => (a.key < b.key ? -1 : 1);
	known.sort((a, b) => b.tonnes.cmp(a.tonnes) || byName(a, b));
	const unknown = rows
		.filter(({ tonnes }) => tonnes === null)
		.sort((a, b) => b.amount.cmp(a.amount) || byName(a, b));
	let above = ZERO;
	const classes = [...new Set(known.map((row) => row.factor?.uncertainty ?? ''))];
	return {
		rows: [
			...known.map((row) => {
				above = above.plus(row.tonnes);
				return { ...row, share: shareOf(row.tonnes), cumulative: shareOf(above) };
			}),
			...unknown.map((row) => ({ ...row, tonnes: null, share: null, cumulative: null }))
		],
		tonnes: total,
		amount: sum(categories.map(({ amount }) => amount)),
		amountWithout: gross(unknown),
		covered: gross(categories).gt(0) ? gross(known).div(gross(categories)) : null,
		byUncertainty: classes
			.map((uncertainty) => {
				const tonnes = sum(
					known
						.filter((row) => (row.factor?.uncertainty ?? '') === uncertainty)
						.map((row) => row.tonnes)
				);
				return { uncertainty, tonnes, share: shareOf(tonnes) };
			})
			.sort((a, b) => b.tonnes.cmp(a.tonnes))
	};
}
