import { Decimal } from '../core/decimal';
import type { Messages } from '../i18n/messages';
import { typedNumber } from '../input/forms/amount';

/** Lists whose rows have a name, an id, a year or a number of their own, which follows in the path. */
const LISTS: ReadonlySet<string> = new Set([
	...[
		'costs',
		'effects',
		'applications',
		'reports',
		'funding',
		'jointWith',
		'sources',
		'redirected',
		'deMinimis',
		'measures',
		'portfolios'
	],
	...['years', 'amounts', 'SEK', 'EUR', 'budget', 'population', 'inventory', 'statedShares'],
	...['reference', 'targets', 'emissionFactors', 'points', 'pools', 'programmes'],
	...['in', 'shift', 'scale']
]);

/**
 * A field in words: costs.c1.years.2027.amount is "Kostnadspost c1, år 2027, belopp". The rows of a form count from 0, those
 * of a history from 1; a row of a form is called by its id where its values are given. What has no word is shown as it is.
 */
export function fieldName(
	path: string,
	t: Messages,
	firstRow: 0 | 1,
	values: Readonly<Record<string, string>> = {}
): string {
	const words: string[] = [];
	let isRow = false;
	const segments = path.split('.');
	for (const [index, segment] of segments.entries()) {
		if (isRow) {
			const id = values[`${segments.slice(0, index + 1).join('.')}.id`];
			const count = /^\d{1,3}$/.test(segment) ? String(Number(segment) + 1 - firstRow) : segment;
			const place = id ? id : count;
			words.push(`${words.pop() ?? ''} ${place}`);
			isRow = false;
			continue;
		}
		words.push(wordOf(segment, t));
		isRow = LISTS.has(segment);
	}
	return capitalised(words.join(', '));
}

/** Words as the beginning of a sentence. */
export function capitalised(words: string): string {
	return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

function wordOf(segment: string, t: Messages): string {
	return Object.hasOwn(t.fields, segment) ? (t.fields[segment] ?? segment) : segment;
}

const FRACTIONS =
	/(?:(?:^|\.)scale\..*|(?:^|\.)(?:probability|share|growth|yearlyChange|co2Share|discountRate|internalRate|maxSupportShare|loanRate|advanceShare|lastShare))$/;

/** A value of a plan file as people read it: amounts with spaces, shares in per cent, choices in words. */
export function fieldValue(path: string, value: string, t: Messages): string {
	if (value === '') return t.work.empty;
	if (value === '[]' || value === '{}') return t.work.none;
	if (FRACTIONS.test(path) && /^-?\d+(?:\.\d+)?$/.test(value))
		return `${typedNumber(new Decimal(value).times(100))} %`;
	if (/^-?\d+\.\d+$/.test(value)) return typedNumber(new Decimal(value)).replace(/,00$/, '');
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
		...t.settings.methodChoices,
		timing: { ...t.measureForm.timings, ...t.settings.methodChoices['timing'] },
		follows: { ...t.risk.prices, none: t.risk.followsNone },
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
