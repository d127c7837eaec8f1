import type { Text } from '../errors.ts';
import { applicantKinds } from './funding-rules.ts';
import { conditionWords, type FactScope } from './condition-words.ts';

/**
 * What is known of a measure or of the municipality that funding rules ask for, by key. A key that is absent is unknown,
 * and the rule that asks becomes a question.
 */
export type Facts = Readonly<Record<string, boolean | string>>;

/** How a fact is asked for. */
export type FactKind = {
	readonly scope: FactScope;
	readonly question: Text;
	readonly answer: 'yes-no' | 'day' | 'text' | readonly string[];
};

export const companySizes = ['small', 'medium', 'large'] as const;
export const assistedAreas = ['none', 'a', 'c'] as const;

export const UNDERTAKING = 'undertaking';
export const REQUIRED_BY_LAW = 'required-by-law';
export const PROFITABLE = 'profitable-without-support';
export const WORK_START = 'work-start';
export const APPLICANT = 'applicant-kind';
export const COMPANY_SIZE = 'company-size';
export const ASSISTED_AREA = 'assisted-area';
export const AID_ARTICLE = 'aid-article';
export const AID_CASE = 'aid-case';
export const INCOME_IN_FRAME = 'formula-income-in-frame';

const own: Readonly<Record<string, FactKind>> = {
	[UNDERTAKING]: {
		scope: 'measure',
		question: {
			sv: 'Är den som söker ett företag i åtgärden, det vill säga säljer varor eller tjänster på en marknad?',
			en: 'Does the applicant act as an undertaking in the measure, selling goods or services on a market?'
		},
		answer: 'yes-no'
	},
	[REQUIRED_BY_LAW]: {
		scope: 'measure',
		question: {
			sv: 'Krävs åtgärden av lag, föreskrift eller villkor i tillstånd?',
			en: 'Is the measure required by law, regulation or the conditions of a permit?'
		},
		answer: 'yes-no'
	},
	[PROFITABLE]: {
		scope: 'measure',
		question: {
			sv: 'Skulle åtgärden löna sig utan stöd?',
			en: 'Would the measure pay for itself without support?'
		},
		answer: 'yes-no'
	},
	[WORK_START]: {
		scope: 'measure',
		question: {
			sv: 'Vilken dag beställs eller påbörjas arbetet?',
			en: 'On which day is the work ordered or begun?'
		},
		answer: 'day'
	},
	[APPLICANT]: {
		scope: 'measure',
		question: { sv: 'Vem söker stödet?', en: 'Who applies?' },
		answer: applicantKinds
	},
	[COMPANY_SIZE]: {
		scope: 'measure',
		question: {
			sv: 'Hur stort är företaget som får stödet? Bolag som en kommun äger räknas oftast som stora.',
			en: 'How large is the undertaking that is supported? Companies owned by a municipality mostly count as large.'
		},
		answer: companySizes
	},
	[AID_ARTICLE]: {
		scope: 'measure',
		question: {
			sv: 'Vilken artikel om statligt stöd bygger stödet på?',
			en: 'Which article on state aid does the support rest on?'
		},
		answer: 'text'
	},
	[AID_CASE]: {
		scope: 'measure',
		question: { sv: 'Vilket fall i artikeln gäller?', en: 'Which case of the article applies?' },
		answer: 'text'
	},
	[INCOME_IN_FRAME]: {
		scope: 'municipality',
		question: {
			sv: 'Ingår intäkten redan i kommunens ram?',
			en: 'Is the income already in the municipality’s frame?'
		},
		answer: 'yes-no'
	},
	[ASSISTED_AREA]: {
		scope: 'municipality',
		question: {
			sv: 'Ligger kommunen i ett stödområde enligt regionalstödskartan?',
			en: 'Is the municipality in an assisted area of the regional aid map?'
		},
		answer: assistedAreas
	}
};

/** How a fact is asked for; a condition that the program has no words for is asked for as it is written. */
export function factKind(key: string): FactKind {
	const known = ownFact(key);
	if (known) return known;
	const [name = key, parameter = ''] = splitParameter(key);
	const words = Object.hasOwn(conditionWords, name) ? conditionWords[name] : undefined;
	const [scope, sv, en] =
		words ??
		(['measure', `Uppfylls villkoret ”${key}”?`, `Is the condition “${key}” met?`] as const);
	return {
		scope,
		question: { sv: sv.replace('{n}', parameter), en: en.replace('{n}', parameter) },
		answer: 'yes-no'
	};
}

export function ownFact(key: string): FactKind | undefined {
	return Object.hasOwn(own, key) ? own[key] : undefined;
}

/** consortium-min-parties.3: a condition and what it is of. */
function splitParameter(key: string): string[] {
	const at = key.indexOf('.');
	return at < 0 ? [key] : [key.slice(0, at), key.slice(at + 1)];
}

/** What would be a right answer, when `answer` is none to the fact; null when it is one. */
export function wrongAnswer(key: string, answer: boolean | string): readonly string[] | null {
	const kind = factKind(key).answer;
	if (kind === 'yes-no') return typeof answer === 'boolean' ? null : ['true', 'false'];
	if (typeof answer !== 'string') return kind === 'day' ? ['2027-05-01'] : ['text'];
	if (kind === 'text') return answer.trim() === '' ? ['text'] : null;
	if (kind === 'day') return /^\d{4}-\d{2}-\d{2}$/.test(answer) ? null : ['2027-05-01'];
	return kind.includes(answer) ? null : kind;
}
