import { Decimal } from '../../core/decimal.ts';
import { typedNumber } from './amount.ts';
import { fieldReader, type FormValues } from './field-reader.ts';

type Section = Readonly<Record<string, unknown>>;

/** The settings form: the plan's own settings and its tax base, in the form of the plan file. */
export function readSettingsForm(values: FormValues) {
	const { errors, text, number, year, amount, percent } = fieldReader(values);
	const needed = (name: string, value: unknown) => {
		if (value === null) errors[name] ??= { sv: 'Fyll i ett värde.', en: 'Fill in a value.' };
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
			...sourced('plan.carbonValue')
		},
		euroRate: number('plan.euroRate'),
		euroRateSource: text('plan.euroRateSource'),
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

const AS_AMOUNT = /\.(?:perTonne|taxBasePerInhabitant|oneKronaYields)$/;
const AS_PERCENT = /\.(?:discountRate|internalRate|growth)$/;
const AS_YEAR = /Year$/;

/** The stored settings as the form shows them. */
export function settingsFormValues(plan: Section, tax: Section | null): FormValues {
	const values: Record<string, string> = {};
	const put = (name: string, value: unknown): void => {
		if (value === null || value === undefined) return;
		if (typeof value === 'object')
			for (const [field, inner] of Object.entries(value)) put(`${name}.${field}`, inner);
		else if (AS_AMOUNT.test(name)) values[name] = typedNumber(new Decimal(String(value)));
		else if (AS_PERCENT.test(name))
			values[name] = typedNumber(new Decimal(String(value)).times(100));
		else if (typeof value === 'number' && !AS_YEAR.test(name))
			values[name] = typedNumber(new Decimal(value));
		else values[name] = String(value);
	};
	put('plan', plan);
	put('tax', tax);
	if (tax) values['hasTax'] = 'on';
	return values;
}
