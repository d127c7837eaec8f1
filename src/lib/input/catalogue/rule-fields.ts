import { Decimal } from '../../core/decimal.ts';
import { unitKinds, type FundingRule, type RuleContent } from '../../core/plan/funding-rules.ts';
import { typedNumber } from '../forms/amount.ts';
import type { FieldReader, FormValues } from '../forms/field-reader.ts';
import { currentRule, type WantedRules } from './rule-edits.ts';

/** The rules of a programme about what it may stand beside, where it holds, and what it pays per unit, as fields of its form. */

/** Programmes that are ticked as impossible to combine with: other.klimatklivet. */
const OTHER = 'other.';

/** The fields of these rules as they stand. */
export function ruleFieldValues(
	rules: readonly FundingRule[],
	geography: readonly string[]
): readonly (readonly [string, string])[] {
	const ceiling = currentRule(rules, 'public-ceiling');
	const exclusive = currentRule(rules, 'exclusive');
	const unit = currentRule(rules, 'unit-cap');
	const advance = currentRule(rules, 'payment')?.maxAdvanceShare ?? null;
	const percent = (share: number) => typedNumber(new Decimal(share).times(100));
	return [
		['counties', countiesOf(rules, geography).join(', ')],
		['population', String(currentRule(rules, 'population')?.min ?? '')],
		['publicCeiling', ceiling ? percent(ceiling.share) : ''],
		['deduction', currentRule(rules, 'deduction') ? 'on' : ''],
		['together', exclusive ? (exclusive.others === null ? 'none' : 'some') : ''],
		...(exclusive?.others ?? []).map((id) => [OTHER + id, 'on'] as const),
		['unitCap', unit ? typedNumber(new Decimal(unit.amount)) : ''],
		['unitCapCurrency', unit?.currency ?? 'SEK'],
		['unitCapPer', unit?.per ?? ''],
		['maxAdvance', advance === null ? '' : percent(advance)]
	];
}

/** What the form wants of these rules; a field that the form does not send changes nothing. */
export function ruleFields(
	form: FieldReader,
	values: FormValues,
	rules: readonly FundingRule[],
	geography: readonly string[]
): WantedRules {
	const wanted: { -readonly [Kind in keyof WantedRules]: WantedRules[Kind] } = {};
	const isSent = (name: string) => Object.hasOwn(values, name);
	if (isSent('counties')) {
		const counties = typedCounties(form);
		if (counties.join() !== countiesOf(rules, geography).join())
			wanted.geography = counties.length === 0 ? null : { kind: 'geography', counties };
	}
	if (isSent('population')) {
		const min = form.number('population');
		wanted.population = min === null ? null : { kind: 'population', min };
	}
	if (isSent('publicCeiling')) {
		const share = form.text('publicCeiling') === '' ? null : form.percent('publicCeiling');
		const scope = currentRule(rules, 'public-ceiling')?.scope ?? 'item';
		wanted['public-ceiling'] = share === null ? null : { kind: 'public-ceiling', share, scope };
	}
	if (isSent('together')) {
		wanted.exclusive = exclusive(form, values, rules);
		// Ticks are sent only when they are set; they are read where the choice beside them is sent.
		wanted.deduction = form.text('deduction') === '' ? null : { kind: 'deduction' };
	}
	if (isSent('unitCap')) wanted['unit-cap'] = unitCap(form, rules);
	return wanted;
}

/** Counties in which it holds, empty for the whole country: from its rule, else from the programme itself. */
function countiesOf(rules: readonly FundingRule[], geography: readonly string[]): string[] {
	const stated = currentRule(rules, 'geography')?.counties ?? geography;
	return stated.filter((county) => county !== 'SE');
}

export function typedCounties({ text }: FieldReader): string[] {
	return text('counties')
		.split(/[,;\n]+/)
		.map((county) => county.trim())
		.filter((county) => county !== '' && county !== 'SE');
}

function exclusive(
	form: FieldReader,
	values: FormValues,
	rules: readonly FundingRule[]
): RuleContent | null {
	const together = form.text('together');
	if (together === '') return null;
	const now = currentRule(rules, 'exclusive');
	const group = now?.group ?? null;
	if (together === 'none') return { kind: 'exclusive', group, others: null };
	const ticked = Object.keys(values).flatMap((name) =>
		name.startsWith(OTHER) && values[name] === 'on' ? [name.slice(OTHER.length)] : []
	);
	if (ticked.length === 0)
		form.errors['together'] = {
			sv: 'Kryssa för minst ett program, eller välj något annat här.',
			en: 'Tick at least one programme, or choose something else here.'
		};
	const kept = (now?.others ?? []).filter((id) => ticked.includes(id));
	const added = ticked.filter((id) => !kept.includes(id));
	return { kind: 'exclusive', group, others: [...kept, ...added] };
}

function unitCap(form: FieldReader, rules: readonly FundingRule[]): RuleContent | null {
	const amount = form.amount('unitCap');
	if (amount === null) return null;
	const per = unitKinds.find((kind) => kind === form.text('unitCapPer'));
	if (!per) {
		form.errors['unitCapPer'] = {
			sv: 'Välj vad beloppet gäller per.',
			en: 'Choose what the amount is per.'
		};
		return null;
	}
	const before = currentRule(rules, 'unit-cap')?.amount;
	const isSame = before !== undefined && new Decimal(before).eq(amount);
	return {
		kind: 'unit-cap',
		amount: isSame ? before : amount,
		currency: form.text('unitCapCurrency') === 'EUR' ? 'EUR' : 'SEK',
		per
	};
}
