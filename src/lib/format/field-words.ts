import { Decimal } from '../core/decimal';
import type { Messages } from '../i18n/messages';
import { typedNumber } from '../input/forms/amount';

/** Lists whose rows have a name, an id, a year or a number of their own, which follows in the path. */
const LISTS: ReadonlySet<string> = new Set([
	...[
		'costs',
		'effects',
		'funding',
		'jointWith',
		'sources',
		'redirected',
		'measures',
		'portfolios'
	],
	...['years', 'amounts', 'SEK', 'EUR', 'budget', 'population', 'inventory', 'statedShares'],
	...['reference', 'targets', 'emissionFactors', 'points', 'pools', 'programmes'],
	...['in', 'shift', 'scale']
]);

/**
 * A field in words: costs.c1.years.2027.amount is "Kostnadspost c1, år 2027, belopp". The rows of a form count from 0, those
 * of a history from 1. What has no word is shown as it is.
 */
export function fieldName(path: string, t: Messages, firstRow: 0 | 1): string {
	const words: string[] = [];
	let isRow = false;
	for (const segment of path.split('.')) {
		if (isRow) {
			const place = /^\d{1,3}$/.test(segment) ? String(Number(segment) + 1 - firstRow) : segment;
			words.push(`${words.pop() ?? ''} ${place}`);
			isRow = false;
			continue;
		}
		words.push(wordOf(segment, t));
		isRow = LISTS.has(segment);
	}
	const name = words.join(', ');
	return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}

function wordOf(segment: string, t: Messages): string {
	return Object.hasOwn(t.fields, segment) ? (t.fields[segment] ?? segment) : segment;
}

const FRACTIONS =
	/(?:^|\.)(?:probability|share|growth|yearlyChange|co2Share|discountRate|internalRate|maxSupportShare)$/;

/** A value of a plan file as people read it: amounts with spaces, shares in per cent, choices in words. */
export function fieldValue(path: string, value: string, t: Messages): string {
	if (/^-?\d+\.\d{2}$/.test(value)) return typedNumber(new Decimal(value)).replace(/,00$/, '');
	if (FRACTIONS.test(path) && /^-?\d+(?:\.\d+)?$/.test(value))
		return `${typedNumber(new Decimal(value).times(100))} %`;
	return choiceInWords(path, value, t);
}

/** The same of a form, whose numbers stand as they were typed. */
export function choiceInWords(path: string, value: string, t: Messages): string {
	if (value === 'true' || value === 'on') return t.yes;
	if (value === 'false') return t.no;
	const name = path.split('.').at(-1) ?? '';
	const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
		status: { ...t.measures.statuses, ...t.financing.status, ...t.capacity.statuses },
		kind: { ...t.measureForm.kinds, ...t.measureForm.effectKinds },
		costKind: t.measureForm.costKinds,
		timing: t.measureForm.timings,
		payer: t.financing.payerNames,
		sector: t.measures.sectors,
		vat: t.settings.vats,
		carrier: t.measureForm.carriers,
		confidence: t.work.confidences,
		rateConfidence: t.work.confidences
	};
	const words = Object.hasOwn(choices, name) ? choices[name] : undefined;
	return words && Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}
