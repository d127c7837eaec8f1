import { Decimal } from './decimal.ts';
import type { Text } from './errors.ts';
import type { FundingStatus, Payer } from './plan/plan.ts';

/** Numbers inside Swedish sentences: decimal comma, thousands apart. */

export function kronor(value: Decimal): string {
	return swedish(value, 2).replace(/,00$/, '');
}

export function swedish(value: Decimal, decimalPlaces: number): string {
	const [whole = '', part = ''] = value.toFixed(decimalPlaces).split('.');
	const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '\u00a0');
	return part === '' ? grouped : `${grouped},${part}`;
}

const PAYERS: Readonly<Record<Payer, Text>> = {
	municipality: { sv: 'kommunen', en: 'the municipality' },
	'municipal-company': { sv: 'kommunala bolag', en: 'municipal companies' },
	'fee-collective': { sv: 'taxekollektivet', en: 'the fee payers' },
	business: { sv: 'företag', en: 'businesses' },
	households: { sv: 'hushåll', en: 'households' },
	region: { sv: 'regionen', en: 'the region' },
	state: { sv: 'staten', en: 'the state' }
};

export function payerName(payer: Payer): Text {
	return PAYERS[payer];
}

/** The sectors of the national emission database; a plan may have others, which keep their id. */
const SECTORS: Readonly<Record<string, Text>> = {
	transport: { sv: 'transporter', en: 'transport' },
	machinery: { sv: 'arbetsmaskiner', en: 'machinery' },
	agriculture: { sv: 'jordbruk', en: 'agriculture' },
	waste: { sv: 'avfall', en: 'waste' },
	products: { sv: 'produktanvändning', en: 'product use' },
	heating: { sv: 'egen uppvärmning', en: 'own heating' },
	'power-and-district-heat': { sv: 'el och fjärrvärme', en: 'power and district heat' },
	industry: { sv: 'industri', en: 'industry' },
	'foreign-transport': { sv: 'utrikes transporter', en: 'foreign transport' },
	total: { sv: 'summa', en: 'total' }
};

export function sectorName(id: string): Text {
	return Object.hasOwn(SECTORS, id) ? (SECTORS[id] ?? { sv: id, en: id }) : { sv: id, en: id };
}

const STATUSES: Readonly<Record<FundingStatus, Text>> = {
	planned: { sv: 'planerad', en: 'planned' },
	applied: { sv: 'sökt', en: 'applied for' },
	granted: { sv: 'beviljad', en: 'granted' },
	contracted: { sv: 'avtalad', en: 'contracted' },
	paid: { sv: 'utbetald', en: 'paid' },
	idea: { sv: 'idé', en: 'idea' },
	rejected: { sv: 'avslagen', en: 'rejected' }
};

export function statusName(status: FundingStatus): Text {
	return STATUSES[status];
}

/** An amount inside a sentence, in whole kronor where it is whole. */
export function kronorText(value: Decimal): Text {
	return { sv: `${kronor(value)} kr`, en: `SEK ${value.toFixed(2).replace(/\.00$/, '')}` };
}

/** An amount of a rule, in its own currency, inside a sentence. */
export function moneyText(amount: string, currency: 'SEK' | 'EUR'): Text {
	const number = kronor(new Decimal(amount));
	return currency === 'SEK'
		? { sv: `${number} kr`, en: `SEK ${number}` }
		: { sv: `${number} euro`, en: `EUR ${number}` };
}

/** A share inside a sentence, in per cent. */
export function percentText(share: Decimal): Text {
	const percent = share.times(100).toDecimalPlaces(1);
	return { sv: `${percent.toString().replace('.', ',')} %`, en: `${percent.toString()} %` };
}

export function bilingual(sv: string, en: string): Text {
	return { sv, en };
}
