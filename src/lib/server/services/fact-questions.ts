import type { Text } from '../../core/errors.ts';
import {
	AID_ARTICLE,
	AID_CASE,
	APPLICANT,
	ASSISTED_AREA,
	COMPANY_SIZE,
	INCOME_IN_FRAME,
	PROFITABLE,
	REQUIRED_BY_LAW,
	UNDERTAKING,
	WORK_START,
	factKind,
	type FactKind,
	type Facts
} from '../../core/plan/facts.ts';
import type { AidRule, FundingRule } from '../../core/plan/funding-rules.ts';
import type { Measure, Plan } from '../../core/plan/plan.ts';
import { rulesOf, type Programme } from '../../core/plan/programme.ts';
import { bilingual } from '../../core/words.ts';

/** A fact as it is asked for; a choice without a name is named by the interface. */
export type FactQuestion = Pick<FactKind, 'scope' | 'question'> & {
	readonly key: string;
	readonly answer: 'yes-no' | 'day' | 'text' | readonly Choice[];
};
type Choice = { readonly value: string; readonly name: Text | null };

/** What every measure is asked, for the rules that most programmes have. */
const COMMON: readonly string[] = [
	UNDERTAKING,
	REQUIRED_BY_LAW,
	PROFITABLE,
	WORK_START,
	APPLICANT,
	COMPANY_SIZE,
	AID_ARTICLE
];

/** The facts that the measure's form asks for: the common ones, those told, and those that its programmes and its article ask. */
export function questionsOf(plan: Plan, measure: Measure | null): FactQuestion[] {
	const facts = measure?.facts ?? {};
	const named = new Set(
		plan.funding.filter((line) => line.measure === measure?.id).map(({ programme }) => programme)
	);
	const asked = plan.programmes
		.filter(({ id }) => named.has(id))
		.flatMap((programme) => rulesOf(programme).flatMap(factsAsked));
	const keys = new Set([
		...COMMON,
		...Object.keys(facts),
		...asked,
		...factsOfArticle(articleOf(plan, facts))
	]);
	return [...keys]
		.map((key) => questionOf(plan, key, facts))
		.filter(({ scope, key }) => scope === 'measure' || facts[key] !== undefined);
}

/** What the rules of programmes ask of the municipality, and what it has told. */
export function municipalityQuestions(
	plan: Plan,
	programmes: readonly Programme[]
): FactQuestion[] {
	const facts = plan.municipality.facts ?? {};
	const asked = programmes.flatMap((programme) => rulesOf(programme).flatMap(factsAsked));
	return [...new Set([ASSISTED_AREA, INCOME_IN_FRAME, ...asked, ...Object.keys(facts)])]
		.map((key) => questionOf(plan, key, facts))
		.filter(({ scope, key }) => scope === 'municipality' || facts[key] !== undefined);
}

export function questionOf(plan: Plan, key: string, facts: Facts): FactQuestion {
	const { aidRules = [] } = plan;
	const { scope, question, answer } = factKind(key);
	const ask = (choices: FactQuestion['answer']) => ({ key, scope, question, answer: choices });
	const named = ({ id }: { readonly id: string }, title: string): Choice => {
		const name = `${id} – ${title}`;
		return { value: id, name: bilingual(name, name) };
	};
	if (key === AID_ARTICLE && aidRules.length > 0)
		return ask(aidRules.map((rule) => named(rule, rule.title)));
	const cases = key === AID_CASE ? casesOf(articleOf(plan, facts)) : [];
	if (cases.length > 0) return ask(cases.map((one) => named(one, one.name)));
	return ask(typeof answer === 'string' ? answer : answer.map((value) => ({ value, name: null })));
}

function articleOf({ aidRules = [] }: Plan, facts: Facts): AidRule | undefined {
	return aidRules.find(({ id }) => id === facts[AID_ARTICLE]);
}

function casesOf(article: AidRule | undefined) {
	return article?.intensities.filter(({ role }) => role === 'case') ?? [];
}

/** Which case applies, where there are several, and what the shares hang on. */
function factsOfArticle(article: AidRule | undefined): string[] {
	const when = (article?.intensities ?? []).flatMap((one) => Object.keys(one.when ?? {}));
	return casesOf(article).length > 1 ? [AID_CASE, ...when] : when;
}

function factsAsked(rule: FundingRule): string[] {
	if (rule.kind === 'prerequisite' || rule.kind === 'counter-performance') return [rule.fact];
	return rule.kind === 'share' ? Object.keys(rule.when ?? {}) : [];
}
