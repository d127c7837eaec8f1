import { Decimal } from '../../core/decimal.ts';
import {
	applicantKinds,
	programmeCosts,
	programmeThemes,
	type FundingRule,
	type RuleContent
} from '../../core/plan/funding-rules.ts';
import { typedNumber } from '../forms/amount.ts';
import { fieldReader, type FieldReader, type FormValues } from '../forms/field-reader.ts';
import type { ProgrammeDocument } from './documents.ts';
import { currentRule, withWanted, type WantedRules } from './rule-edits.ts';
import { ruleFields, ruleFieldValues, typedCounties } from './rule-fields.ts';

/**
 * The form of a funding programme to its document, by what stood there before (null: a new one). What the form has no field
 * for stays: variants of shares, several exclusions, conditions.
 */
export function readProgrammeForm(values: FormValues, before: ProgrammeDocument | null) {
	const form = fieldReader(values);
	const { errors, text } = form;
	const nameSv = text('nameSv');
	if (nameSv === '')
		errors['nameSv'] = {
			sv: 'Skriv vad programmet heter.',
			en: 'Write what the programme is called.'
		};
	const from = dayOrNull(form, 'termsFrom');
	const evidence = {
		source: text('source'),
		asOf: text('asOf'),
		confidence: text('confidence') as ProgrammeDocument['confidence'] & string
	};
	const rules = (before?.rules ?? []) as readonly FundingRule[];
	const share = form.text('share') === '' ? null : form.percent('share');
	const hadShare = before !== null && shareOf(before) !== null;
	const hasOneShare = currentRule(rules, 'share') !== null;
	const geography = before?.geography ?? ['SE'];
	const edited = withWanted(
		rules,
		{
			...wantedRules(form, values, rules, share),
			...ruleFields(form, values, rules, geography)
		},
		evidence,
		from
	);
	if (from !== null && edited.earliest !== null && from <= edited.earliest)
		errors['termsFrom'] = {
			sv: `ska vara efter ${edited.earliest}, då villkoren som ändras börjar gälla`,
			en: `must be after ${edited.earliest}, when the terms that are changed begin`
		};
	if (from !== null && hasOneShare && share === null && hadShare)
		errors['share'] = {
			sv: 'Skriv den nya andelen. Har programmet upphört, ändra läget i stället.',
			en: 'Write the new share. If the programme has ended, change its status instead.'
		};
	const [least, most] = [form.amount('min'), form.amount('max')];
	if (least !== null && most !== null && Number(least) > Number(most))
		errors['max'] = {
			sv: 'ska vara minst så stort som minsta belopp',
			en: 'must be no less than the smallest amount'
		};
	const document = {
		...before,
		id: before?.id ?? '',
		name: { sv: nameSv, en: text('nameEn') || nameSv },
		funder: text('funder'),
		level: text('level') as ProgrammeDocument['level'],
		instrument: text('instrument') as ProgrammeDocument['instrument'],
		geography: geographyOf(form, values, geography),
		maxSupportShare: share ?? (hasOneShare && hadShare ? null : (before?.maxSupportShare ?? null)),
		euBudget: text('euBudget') !== '',
		status: text('status') as ProgrammeDocument['status'],
		...evidence,
		rules: edited.rules,
		about: {
			legalBasis: before?.about.legalBasis ?? [],
			sources: before?.about.sources ?? [],
			statusNote: text('statusNote'),
			note: text('note')
		}
	};
	return { document: document as ProgrammeDocument, errors, values };
}

/** The share that holds; null where there is none, several, or only such as have ended. */
function shareOf({ rules = [], maxSupportShare }: ProgrammeDocument): number | null {
	const all = rules as readonly FundingRule[];
	const now = currentRule(all, 'share');
	if (now) return now.share;
	return all.some(({ kind }) => kind === 'share') ? null : (maxSupportShare ?? null);
}

function wantedRules(
	form: FieldReader,
	values: FormValues,
	rules: readonly FundingRule[],
	share: number | null
): WantedRules {
	const now = {
		applicant: currentRule(rules, 'applicant'),
		theme: currentRule(rules, 'theme'),
		cost: currentRule(rules, 'cost-kind'),
		share: currentRule(rules, 'share'),
		range: currentRule(rules, 'amount-range'),
		payment: currentRule(rules, 'payment')
	};

	/** Those that are ticked: what stood there in its order, then what is new. */
	const ticked = <One extends string>(
		group: string,
		all: readonly One[],
		before: readonly string[] = []
	) => {
		const chosen = all.filter((one) => values[`${group}.${one}`] === 'on');
		const kept = before.filter((one) => chosen.some((id) => id === one)) as One[];
		return [...kept, ...chosen.filter((one) => !kept.includes(one))];
	};
	const kinds = ticked('applicant', applicantKinds, now.applicant?.kinds);
	const themes = ticked('theme', programmeThemes, now.theme?.themes);
	const costs = ticked('cost', programmeCosts, now.cost?.costs);
	const [min, max] = [form.amount('min'), form.amount('max')];
	const ownShare = form.text('ownShare') === '' ? null : form.percent('ownShare');
	const after = form.text('start');
	const mode = form.text('mode');
	const months = monthsOf(form);
	const timing = form.text('timing');
	const advance = maxAdvance(form, values, now.payment);
	return {
		share:
			share === null
				? null
				: { kind: 'share', of: 'eligible-cost', role: 'ceiling', ...content(now.share), share },
		applicant:
			kinds.length === 0 ? null : { kind: 'applicant', note: now.applicant?.note ?? '', kinds },
		theme: themes.length === 0 ? null : { kind: 'theme', themes },
		'cost-kind': costs.length === 0 ? null : { kind: 'cost-kind', costs },
		'amount-range':
			min === null && max === null
				? null
				: {
						kind: 'amount-range',
						min: sameAmount(now.range?.min, min),
						max: sameAmount(now.range?.max, max),
						currency: form.text('currency') === 'EUR' ? 'EUR' : 'SEK',
						of: now.range?.of ?? 'grant'
					},
		'own-share': ownShare === null ? null : { kind: 'own-share', share: ownShare },
		start: after === '' ? null : ({ kind: 'start', after } as RuleContent),
		'legal-duty': form.text('legalDuty') === '' ? null : { kind: 'legal-duty' },
		profitability: form.text('profitability') === '' ? null : { kind: 'profitability' },
		window: mode === '' ? null : ({ kind: 'window', mode, months } as RuleContent),
		payment:
			timing === ''
				? null
				: ({
						note: '',
						...content(now.payment),
						kind: 'payment',
						timing,
						maxAdvanceShare: advance
					} as RuleContent)
	};
}

/** The share paid ahead, as the form says; a form without the field keeps it. */
function maxAdvance(
	form: FieldReader,
	values: FormValues,
	now: { readonly maxAdvanceShare: number | null } | null | undefined
): number | null {
	if (!Object.hasOwn(values, 'maxAdvance')) return now?.maxAdvanceShare ?? null;
	if (form.text('maxAdvance') === '') return null;
	if (form.text('timing') === '')
		form.errors['timing'] = {
			sv: 'Välj hur programmet betalar ut.',
			en: 'Choose how the programme pays.'
		};
	return form.percent('maxAdvance');
}

/** Where the programme holds now: the counties as typed, SE for all of them. */
function geographyOf(form: FieldReader, values: FormValues, before: readonly string[]) {
	if (!Object.hasOwn(values, 'counties')) return before;
	const counties = typedCounties(form);
	const known = before.filter((one) => one !== 'SE');
	if (counties.join() === known.join()) return before;
	return counties.length === 0 ? ['SE'] : counties;
}

function content(rule: FundingRule | undefined | null) {
	if (!rule) return {};
	const { source: _, asOf: __, confidence: ___, validFrom: ____, ...own } = rule;
	return own;
}

/** An amount as it stood, where the form says the same: 50000 is not changed to 50000.00. */
function sameAmount(before: string | null | undefined, typed: string | null): string | null {
	if (!before || typed === null) return typed;
	return new Decimal(before).eq(typed) ? before : typed;
}

function monthsOf({ errors, text }: FieldReader): number[] {
	const months = text('months')
		.split(/[\s,;]+/)
		.filter((one) => one !== '')
		.map(Number);
	if (months.every((month) => Number.isInteger(month) && month >= 1 && month <= 12)) return months;
	errors['months'] = {
		sv: 'ska vara månader som tal med komma mellan, till exempel 9, 10',
		en: 'must be months as numbers with commas between, such as 9, 10'
	};
	return [];
}

/** A day as typed, null when nothing was; what is none is told by its field. */
export function dayOrNull({ errors, text }: FieldReader, name: string): string | null {
	const typed = text(name);
	if (typed === '') return null;
	const date = new Date(`${typed}T00:00:00Z`);
	if (/^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(date.getTime()))
		if (date.toISOString().startsWith(typed)) return typed;
	errors[name] = {
		sv: 'ska vara en dag, till exempel 2027-02-15',
		en: 'must be a day, such as 2027-02-15'
	};
	return null;
}

/** A programme as its form shows it. */
export function programmeFormValues(document: ProgrammeDocument): FormValues {
	const rules = (document.rules ?? []) as readonly FundingRule[];
	const share = shareOf(document);
	const range = currentRule(rules, 'amount-range');
	const ownShare = currentRule(rules, 'own-share');
	const window = currentRule(rules, 'window');
	const percent = (share: number) => typedNumber(new Decimal(share).times(100));
	const money = (amount: string | null | undefined) =>
		amount ? typedNumber(new Decimal(amount)) : '';
	const tick = (group: string, some: readonly string[] = []) =>
		some.map((one) => [`${group}.${one}`, 'on'] as const);
	return Object.fromEntries([
		['nameSv', document.name.sv],
		['nameEn', document.name.en],
		['funder', document.funder ?? ''],
		['level', document.level],
		['instrument', document.instrument],
		['share', share === null ? '' : percent(share)],
		['euBudget', document.euBudget ? 'on' : ''],
		['status', document.status ?? 'unknown'],
		['statusNote', document.about.statusNote],
		['note', document.about.note],
		['source', document.source ?? ''],
		['asOf', document.asOf ?? ''],
		['confidence', document.confidence ?? 'from-knowledge'],
		...tick('applicant', currentRule(rules, 'applicant')?.kinds),
		...tick('theme', currentRule(rules, 'theme')?.themes),
		...tick('cost', currentRule(rules, 'cost-kind')?.costs),
		['min', money(range?.min)],
		['max', money(range?.max)],
		['currency', range?.currency ?? 'SEK'],
		['ownShare', ownShare ? percent(ownShare.share) : ''],
		['start', currentRule(rules, 'start')?.after ?? ''],
		['legalDuty', currentRule(rules, 'legal-duty') ? 'on' : ''],
		['profitability', currentRule(rules, 'profitability') ? 'on' : ''],
		['mode', window?.mode ?? ''],
		['months', window?.months.join(', ') ?? ''],
		['timing', currentRule(rules, 'payment')?.timing ?? ''],
		...ruleFieldValues(rules, document.geography ?? ['SE'])
	]) as FormValues;
}
