import type { Decimal } from '../../core/decimal.ts';
import type { Text } from '../../core/errors.ts';
import type { Vat } from '../../core/emissions/purchases.ts';
import { readDecimal } from '../forms/amount.ts';
import { fieldReader, type FormValues } from '../forms/field-reader.ts';
import { factorUnits, type FactorUnit } from './factor-rows.ts';
import { ledgerFields, type LedgerChoices, type LedgerUnit } from './ledger-rows.ts';

const LONGEST = 200;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

type Errors = Record<string, Text>;

/** The form that goes with a ledger: its year, whether its amounts have tax in them, and how its columns are headed. */
export function readLedgerForm(values: FormValues): {
	readonly ledger: { year: number; vat: Vat; choices: LedgerChoices } | null;
	readonly errors: Errors;
} {
	const { errors, text } = fieldReader(values);
	const year = yearIn(text('year'), 'year', errors);
	const vat = vatIn(text('vat'), errors);
	const unit = (['kr', 'tkr', 'mnkr'] as const).find((one) => one === text('unit'));
	if (!unit) errors['unit'] = CHOOSE;
	const by = text('by') === 'supplier' ? 'supplier' : 'category';
	const columns = Object.fromEntries(
		ledgerFields.flatMap((field) => {
			const typed = text(`column.${field}`).slice(0, LONGEST);
			return typed === '' ? [] : [[field, typed]];
		})
	);
	if (year === null || vat === null || !unit) return { ledger: null, errors };
	return {
		ledger: { year, vat, choices: { by, unit: unit satisfies LedgerUnit, columns } },
		errors
	};
}

/** The form that goes with a list of factors: a name, and of what kronor they speak. */
export function readFactorSetForm(values: FormValues): {
	readonly set: {
		name: string;
		priceYear: number;
		vat: Vat;
		source: string;
		unit: FactorUnit;
	} | null;
	readonly errors: Errors;
} {
	const { errors, text } = fieldReader(values);
	const name = text('name');
	if (name === '' || name.length > LONGEST) errors['name'] = NAME;
	const source = text('source');
	if (source === '' || source.length > LONGEST) errors['source'] = SOURCE;
	const priceYear = yearIn(text('priceYear'), 'priceYear', errors);
	const vat = vatIn(text('vat'), errors);
	const unit = (Object.keys(factorUnits) as FactorUnit[]).find((one) => one === text('unit'));
	if (!unit) errors['unit'] = CHOOSE;
	if (Object.keys(errors).length > 0 || priceYear === null || vat === null || !unit)
		return { set: null, errors };
	return { set: { name, priceYear, vat, source, unit }, errors };
}

/** What makes kronor of two price levels and two ways with tax comparable; empty: not said. Decimals as text. */
export function readConversion(values: FormValues): {
	readonly index: { name: string; ofLedger: string; ofFactors: string } | null;
	readonly vatRate: string | null;
	readonly errors: Errors;
} {
	const { errors, text } = fieldReader(values);
	const positive = (field: string): Decimal | null => {
		const read = readDecimal(text(field));
		if (read.kind === 'value' && read.value.gt(0)) return read.value;
		if (read.kind !== 'empty') errors[field] = POSITIVE;
		return null;
	};
	const [name, ofLedger, ofFactors] = [
		text('indexName').slice(0, LONGEST),
		positive('indexOfLedger'),
		positive('indexOfFactors')
	];
	const typed = text('vatRate').replace(/\s*%$/, '');
	const rate = readDecimal(typed);
	const isRate = rate.kind === 'value' && rate.value.gte(0) && rate.value.lte(100);
	if (rate.kind !== 'empty' && !isRate) errors['vatRate'] = RATE;
	const isPart = name !== '' || ofLedger !== null || ofFactors !== null;
	if (isPart && name === '') errors['indexName'] = INDEX_NAME;
	if (isPart && ofLedger === null) errors['indexOfLedger'] ??= POSITIVE;
	if (isPart && ofFactors === null) errors['indexOfFactors'] ??= POSITIVE;
	return {
		index:
			name !== '' && ofLedger && ofFactors
				? { name, ofLedger: ofLedger.toString(), ofFactors: ofFactors.toString() }
				: null,
		vatRate: isRate && rate.kind === 'value' ? rate.value.div(100).toString() : null,
		errors
	};
}

function yearIn(typed: string, field: string, errors: Errors): number | null {
	const year = /^\d{4}$/.test(typed) ? Number(typed) : 0;
	if (year >= FIRST_YEAR && year <= LAST_YEAR) return year;
	errors[field] = {
		sv: `ska vara ett år mellan ${FIRST_YEAR} och ${LAST_YEAR}, till exempel 2024`,
		en: `must be a year between ${FIRST_YEAR} and ${LAST_YEAR}, such as 2024`
	};
	return null;
}

function vatIn(typed: string, errors: Errors): Vat | null {
	if (typed === 'excluded' || typed === 'included') return typed;
	errors['vat'] = CHOOSE;
	return null;
}

const CHOOSE: Text = { sv: 'välj ett av alternativen', en: 'choose one of these' };
const NAME: Text = {
	sv: 'ge uppsättningen ett namn med version, till exempel Miljöspend 2024 v2',
	en: 'give the set a name with its version, such as Miljöspend 2024 v2'
};
const SOURCE: Text = {
	sv: 'skriv varifrån faktorerna kommer: utgivare, fil och adress',
	en: 'write where the factors come from: publisher, file and address'
};
const POSITIVE: Text = {
	sv: 'ska vara indextalet för året, till exempel 391,9',
	en: 'must be the index figure of the year, such as 391.9'
};
const INDEX_NAME: Text = {
	sv: 'skriv vilket index det är och dess utgåva, till exempel KPI, SCB 2026-01',
	en: 'write which index it is and its edition, such as KPI, SCB 2026-01'
};
const RATE: Text = {
	sv: 'ska vara momsen i procent, 0 till 100, till exempel 25',
	en: 'must be the tax in per cent, 0 to 100, such as 25'
};
