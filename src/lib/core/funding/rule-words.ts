import { Decimal } from '../decimal.ts';
import type { Text } from '../errors.ts';
import { factKind } from '../plan/facts.ts';
import type { FundingRule, PaymentTiming, When } from '../plan/funding-rules.ts';
import { UNIT_NAMES, costBaseName } from '../plan/programme-words.ts';
import { bilingual, moneyText, percentText } from '../words.ts';
import { applicantName, themeName } from './eligibility/applicant.ts';
import { callModeName, programmeCostName } from './eligibility/conditions.ts';

/** What a rule says, in a sentence of its own; `nameOf` gives the name of a programme that it names, where there is one. */
export function ruleText(
	rule: FundingRule,
	nameOf: (programme: string) => Text | undefined = () => undefined
): Text {
	switch (rule.kind) {
		case 'share':
			return shareText(rule);
		case 'unit-cap': {
			const per = UNIT_NAMES[rule.per];
			const most = moneyText(rule.amount, rule.currency);
			return bilingual(`högst ${most.sv} per ${per.sv}`, `at most ${most.en} per ${per.en}`);
		}
		case 'amount-range': {
			const of = rule.of === 'grant' ? bilingual('stöd', 'grant') : bilingual('projekt', 'project');
			const bounds = [
				rule.min && join('minst', 'at least', moneyText(rule.min, rule.currency)),
				rule.max && join('högst', 'at most', moneyText(rule.max, rule.currency))
			].flatMap((one) => one || []);
			return join(of.sv, of.en, listed(bounds));
		}
		case 'public-ceiling': {
			const share = percentText(new Decimal(rule.share));
			return rule.scope === 'item'
				? bilingual(
						`allt offentligt stöd tillsammans högst ${share.sv} av kostnaden`,
						`all public support together at most ${share.en} of the cost`
					)
				: bilingual(
						`allt offentligt stöd tillsammans högst ${share.sv} av hela åtgärden`,
						`all public support together at most ${share.en} of the whole measure`
					);
		}
		case 'own-share': {
			const share = percentText(new Decimal(rule.share));
			return bilingual(`minst ${share.sv} egen del`, `an own share of at least ${share.en}`);
		}
		case 'exclusive':
			return rule.others
				? join(
						'inte på samma kostnad som',
						'not on the same cost as',
						listed(rule.others.map((id) => nameOf(id) ?? bilingual(id, id)))
					)
				: bilingual(
						'inte på samma kostnad som annat offentligt stöd',
						'not on the same cost as other public support'
					);
		case 'deduction':
			return bilingual('investeringsstöd räknas av', 'investment grants are taken off');
		case 'co-financing':
			return bilingual('resten inte ur EU:s budget', 'the rest not from the EU budget');
		case 'applicant':
			return listed(rule.kinds.map(applicantName));
		case 'geography':
			return rule.counties.includes('SE')
				? bilingual('hela Sverige', 'all of Sweden')
				: listed(rule.counties.map((one) => bilingual(one, one)));
		case 'theme':
			return listed(rule.themes.map(themeName));
		case 'cost-kind':
			return listed(rule.costs.map(programmeCostName));
		case 'start':
			return rule.after === 'application'
				? bilingual('arbetet börjar efter ansökan', 'the work begins after the application')
				: bilingual('arbetet börjar efter beslutet', 'the work begins after the decision');
		case 'legal-duty':
			return bilingual('krävs inte av lag eller tillstånd', 'not required by law or permit');
		case 'profitability':
			return bilingual('lönar sig inte utan stöd', 'does not pay for itself without support');
		case 'counter-performance':
		case 'prerequisite':
			return factKind(rule.fact).question;
		case 'population':
			return bilingual(`minst ${rule.min} invånare`, `at least ${rule.min} inhabitants`);
		case 'leverage': {
			const least = moneyText(rule.min, rule.currency);
			return bilingual(
				`portföljens investeringar minst ${least.sv}`,
				`the portfolio’s investments at least ${least.en}`
			);
		}
		case 'window': {
			const mode = callModeName(rule.mode);
			const months = rule.months.join(', ');
			return months === ''
				? mode
				: bilingual(`${mode.sv}, månad ${months}`, `${mode.en}, month ${months}`);
		}
		case 'scarcity':
			return bilingual(`rangordnas: ${rule.ranking}`, `ranked: ${rule.ranking}`);
		case 'payment': {
			const timing = PAYMENTS[rule.timing];
			const advance = rule.maxAdvanceShare;
			if (advance === null) return timing;
			const share = percentText(new Decimal(advance));
			return bilingual(
				`${timing.sv}, högst ${share.sv} i förväg`,
				`${timing.en}, at most ${share.en} in advance`
			);
		}
		case 'repaid':
			return bilingual(
				'betalas tillbaka; minskar inte gapet',
				'is repaid; does not shrink the gap'
			);
		case 'formula-income':
			return bilingual(
				'intäkt efter formel; får inte räknas två gånger',
				'income by formula; may not count twice'
			);
		case 'state-aid':
			return bilingual(
				`för företag: ${rule.articles.join(', ')}`,
				`for undertakings: ${rule.articles.join(', ')}`
			);
		case 'duration':
			return bilingual(
				`${rule.minMonths ?? 0}–${rule.maxMonths ?? '…'} månader`,
				`${rule.minMonths ?? 0} to ${rule.maxMonths ?? '…'} months`
			);
	}
}

const PAYMENTS: Readonly<Record<PaymentTiming, Text>> = {
	advance: { sv: 'betalas i förväg', en: 'paid in advance' },
	arrears: { sv: 'betalas i efterskott', en: 'paid in arrears' },
	mixed: { sv: 'betalas dels i förväg, dels i efterskott', en: 'paid partly in advance' },
	'over-time': { sv: 'betalas under tiden', en: 'paid over time' }
};

function shareText({ share, of, role, when }: Extract<FundingRule, { readonly kind: 'share' }>) {
	const percent = percentText(new Decimal(share));
	const base = costBaseName(of);
	const circumstances = when ? ` (${whenText(when).sv})` : '';
	const inEnglish = when ? ` (${whenText(when).en})` : '';
	return role === 'add-on'
		? bilingual(
				`${percent.sv.replace(' %', ' procentenheter')} till${circumstances}`,
				`${percent.en.replace(' %', ' percentage points')} more${inEnglish}`
			)
		: bilingual(
				`högst ${percent.sv} av ${base.sv}${circumstances}`,
				`at most ${percent.en} of ${base.en}${inEnglish}`
			);
}

const ANSWERS: Readonly<Record<string, Text>> = {
	true: { sv: 'ja', en: 'yes' },
	false: { sv: 'nej', en: 'no' },
	small: { sv: 'litet', en: 'small' },
	medium: { sv: 'medelstort', en: 'medium' },
	large: { sv: 'stort', en: 'large' }
};

function whenText(when: When): Text {
	return listed(
		Object.entries(when).map(([fact, value]) => {
			const { question } = factKind(fact);
			const key = String(value);
			const answer = ANSWERS[key] ?? bilingual(key, key);
			return bilingual(`${question.sv} ${answer.sv}`, `${question.en} ${answer.en}`);
		})
	);
}

function join(sv: string, en: string, what: Text): Text {
	return bilingual(`${sv} ${what.sv}`, `${en} ${what.en}`);
}

function listed(texts: readonly Text[]): Text {
	return bilingual(texts.map(({ sv }) => sv).join(', '), texts.map(({ en }) => en).join(', '));
}
