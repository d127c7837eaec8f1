import { currencies } from '../../core/plan/funding-rules.ts';
import { yearsOf, type FieldReader, type FormValues } from './field-reader.ts';

const UNKNOWN = /^(?:okänt|okänd|unknown|\?)$/i;

type Instalment = {
	readonly year: number;
	readonly amount: string | null;
	readonly currency: string;
};

/** A funding line; a year may say that its amount is unknown. */
export function fundingLine(path: string, form: FieldReader, values: FormValues) {
	const { text } = form;
	const caseNumber = text(`${path}.decision.caseNumber`);
	const date = text(`${path}.decision.date`);
	const application = text(`${path}.application`);
	/** What the application says is not said by the line. */
	const own = () => ({
		status: text(`${path}.status`),
		probability: form.percent(`${path}.probability`),
		...optional('applied', text(`${path}.applied`) || null),
		...((caseNumber || date) && { decision: { caseNumber, date } })
	});
	return {
		id: text(`${path}.id`),
		costItem: chosen(`${path}.costItem`, form),
		programme: chosen(`${path}.programme`, form),
		...(application === '' ? own() : { application }),
		amounts: currencies.flatMap((currency) =>
			yearsOf(values, `${path}.${currency}`).flatMap((year): Instalment[] => {
				const name = `${path}.${currency}.${year}`;
				if (UNKNOWN.test(text(name))) return [{ year, amount: null, currency }];
				const amount = form.amount(name);
				return amount === null ? [] : [{ year, amount, currency }];
			})
		),
		note: text(`${path}.note`),
		...(text(`${path}.carryForward`) !== '' && { carryForward: true }),
		...optional('paidAfterYears', form.years(`${path}.paidAfterYears`)),
		...optional('loanRate', optionalPercent(`${path}.loanRate`, form)),
		...optional('loanYears', form.years(`${path}.loanYears`)),
		...optional('eligibleCost', form.amount(`${path}.eligibleCost`)),
		...secrecy(`${path}.possiblySecret`, form),
		source: text(`${path}.source`),
		confidence: text(`${path}.confidence`)
	};
}

/** Per cent as a fraction; what is not said is not 0. */
function optionalPercent(name: string, form: FieldReader): number | null {
	return form.text(name) === '' ? null : form.percent(name);
}

/** What is not said is left out. */
export function optional(name: string, value: string | number | null) {
	return value === null ? {} : { [name]: value };
}

/** Whether a row may be secret by law. */
export function secrecy(name: string, form: FieldReader) {
	return form.text(name) === '' ? {} : { possiblySecret: true };
}

/** A choice without which a row says nothing. */
export function chosen(name: string, form: FieldReader): string {
	const choice = form.text(name);
	if (choice === '')
		form.errors[name] = { sv: 'Välj vad raden gäller.', en: 'Choose what the row is about.' };
	return choice;
}
