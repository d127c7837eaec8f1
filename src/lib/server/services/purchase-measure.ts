import type { Decimal } from '../../core/decimal.ts';
import type { Text } from '../../core/errors.ts';
import type { PurchaseCategory, PurchaseFactor } from '../../core/emissions/purchases.ts';
import type { Measure } from '../../core/plan/plan.ts';

/** The target that public purchases serve. */
const SUSTAINABLE_PURCHASES = '12.7';
const LONGEST_NAME = 120;

type Row = PurchaseCategory & { readonly tonnes: Decimal; readonly factor: PurchaseFactor | null };
type Basis = {
	readonly year: number;
	readonly fileName: string;
	readonly set: { readonly name: string; readonly priceYear: number; readonly source: string };
	/** What a krona of the ledger is in the factors' kronor. */
	readonly kronorFactor: Decimal;
};

/** A measure about what is bought in a category: its baseline in words, no costs and no effect yet, since nobody knows them. */
export function purchaseMeasure(
	row: Row,
	{ year, fileName, set, kronorFactor }: Basis,
	{ id, startYear }: { readonly id: string; readonly startYear: number }
): Measure {
	const category = (row.name ? `${row.key} ${row.name}` : row.key).slice(0, LONGEST_NAME);
	const kronor = shown(row.amount, 0);
	const tonnes = shown(row.tonnes, 1);
	const perKrona = row.factor ? row.factor.kgPerKrona.toString().replace('.', ',') : '?';
	const basis = kronorFactor.eq(1)
		? ''
		: `; en krona i reskontran är ${shown(kronorFactor, 4)} av faktorns kronor efter prisindex och moms`;
	const description = [
		`Utgångsläge ${year}: inköp för ${kronor} kr i ${category}, ${tonnes} ton CO2e per år`,
		`(${perKrona} kg CO2e per krona, ${set.name}, prisår ${set.priceYear}${basis}).`,
		'Utsläppen är konsumtionsbaserade: de ingår inte i kommunens territoriella utsläpp och räknas inte mot territoriella mål.'
	].join(' ');
	const text = `Inköpsanalys ${year} av ${fileName}; faktorer: ${set.name}${set.source ? `, ${set.source}` : ''}`;
	return {
		id,
		name: named(category),
		description,
		sector: null,
		theme: '',
		owner: '',
		status: 'idea',
		startYear,
		lifetimeYears: null,
		costs: [],
		effects: null,
		uncertainty: null,
		excludes: [],
		requires: [],
		jointWith: [],
		commitments: [],
		sdg: [SUSTAINABLE_PURCHASES],
		coBenefits: [],
		sources: [{ text, url: null, confidence: 'derived' }]
	};
}

function named(category: string): Text {
	return {
		sv: `Minska klimatpåverkan från inköp: ${category}`,
		en: `Reduce the climate impact of purchases: ${category}`
	};
}

function shown(value: Decimal, decimals: number): string {
	return value.toNumber().toLocaleString('sv-SE', { maximumFractionDigits: decimals });
}
