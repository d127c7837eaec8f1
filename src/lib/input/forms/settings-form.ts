import { Decimal } from '../../core/decimal.ts';
import type { Text } from '../../core/errors.ts';
import { DEFAULT_METHOD } from '../../core/plan/method-settings.ts';
import { typedNumber } from './amount.ts';
import { fieldReader, rowsOf, type FieldReader, type FormValues } from './field-reader.ts';

export const FILL_IN: Text = { sv: 'Fyll i ett värde.', en: 'Fill in a value.' };

export const TWICE: Text = {
	sv: 'Året finns redan på en annan rad.',
	en: 'Another row has this year.'
};

type Section = Readonly<Record<string, unknown>>;

/** The settings form: the plan's own settings and its tax base, in the form of the plan file. */
export function readSettingsForm(values: FormValues) {
	const form = fieldReader(values);
	const { errors, text, number, year, amount, percent } = form;
	const needed = (name: string, value: unknown) => {
		if (value === null) errors[name] ??= FILL_IN;
		return value;
	};
	const rate = (name: string) => {
		if (text(name) === '') needed(name, null);
		return percent(name);
	};
	const sourced = (path: string) => ({
		source: text(`${path}.source`),
		confidence: text(`${path}.confidence`)
	});
	const plan = {
		name: text('plan.name'),
		basis: {
			currency: 'SEK',
			priceYear: needed('plan.basis.priceYear', year('plan.basis.priceYear')),
			vat: text('plan.basis.vat')
		},
		firstYear: needed('plan.firstYear', year('plan.firstYear')),
		lastYear: needed('plan.lastYear', year('plan.lastYear')),
		discountRate: rate('plan.discountRate'),
		internalRate: rate('plan.internalRate'),
		carbonValue: {
			perTonne: needed('plan.carbonValue.perTonne', amount('plan.carbonValue.perTonne')),
			currency: 'SEK',
			growth: percent('plan.carbonValue.growth', -100),
			...carbonPath(values, form),
			...sourced('plan.carbonValue')
		},
		euroRate: number('plan.euroRate'),
		euroRateSource: text('plan.euroRateSource'),
		method: chosenMethod(text),
		rateSources: {
			discountRate: sourced('plan.rateSources.discountRate'),
			internalRate: sourced('plan.rateSources.internalRate')
		}
	};
	const tax = values['hasTax']
		? {
				municipalRate: needed('tax.municipalRate', number('tax.municipalRate')),
				rateSource: text('tax.rateSource'),
				rateConfidence: text('tax.rateConfidence'),
				taxBasePerInhabitant: amount('tax.taxBasePerInhabitant'),
				oneKronaYields: amount('tax.oneKronaYields'),
				...sourced('tax'),
				note: text('tax.note')
			}
		: null;
	return { plan, tax, errors, values };
}

/** The settings of the method; what the form does not send keeps its default. */
function chosenMethod(text: (name: string) => string) {
	return Object.fromEntries(
		Object.entries(DEFAULT_METHOD).map(([name, usual]) => {
			const typed = text(`plan.method.${name}`);
			if (typeof usual === 'boolean') return [name, typed !== ''];
			return [name, typed === '' ? usual : typed];
		})
	);
}

const POINTS = 'plan.carbonValue.points';

/** The dated path of the carbon value; rows that were left empty are no points. */
function carbonPath(values: FormValues, { text, year, amount, errors }: FieldReader) {
	const seen = new Set<number>();
	const points = rowsOf(values, POINTS).flatMap((row) => {
		const path = `${POINTS}.${row}`;
		const fields = ['year', 'perTonne', 'source'].map((field) => `${path}.${field}`);
		if (fields.every((name) => text(name) === '')) return [];
		const [ofYear, perTonne] = [year(`${path}.year`), amount(`${path}.perTonne`)];
		if (ofYear === null) errors[`${path}.year`] ??= FILL_IN;
		if (perTonne === null) errors[`${path}.perTonne`] ??= FILL_IN;
		if (ofYear !== null && seen.has(ofYear)) errors[`${path}.year`] ??= TWICE;
		if (ofYear !== null) seen.add(ofYear);
		return [{ year: ofYear, perTonne, source: text(`${path}.source`) }];
	});
	points.sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
	return points.length > 0 ? { points } : {};
}

/** How many points of the carbon value's path the values hold. */
export function carbonPointCount(values: FormValues): number {
	return 1 + Math.max(-1, ...rowsOf(values, POINTS));
}

const AS_AMOUNT = /\.(?:perTonne|taxBasePerInhabitant|oneKronaYields)$/;
const AS_PERCENT = /\.(?:discountRate|internalRate|growth)$/;
const AS_YEAR = /(?:Year|\.year)$/;

/** The stored settings as the form shows them. */
export function settingsFormValues(plan: Section, tax: Section | null): FormValues {
	const values: Record<string, string> = {};
	const put = (name: string, value: unknown): void => {
		if (value === null || value === undefined) return;
		if (typeof value === 'boolean') {
			if (value) values[name] = 'on';
		} else if (typeof value === 'object')
			for (const [field, inner] of Object.entries(value)) put(`${name}.${field}`, inner);
		else if (AS_AMOUNT.test(name)) values[name] = typedNumber(new Decimal(String(value)));
		else if (AS_PERCENT.test(name))
			values[name] = typedNumber(new Decimal(String(value)).times(100));
		else if (typeof value === 'number' && !AS_YEAR.test(name))
			values[name] = typedNumber(new Decimal(value));
		else values[name] = String(value);
	};
	put('plan', { method: DEFAULT_METHOD, ...plan });
	put('tax', tax);
	if (tax) values['hasTax'] = 'on';
	return values;
}
