import type { Text } from '../../errors.ts';
import { APPLICANT, UNDERTAKING, AID_ARTICLE } from '../../plan/facts.ts';
import { hasEnded, type ApplicantKind, type RuleOf } from '../../plan/funding-rules.ts';
import { rulesOf } from '../../plan/programme.ts';
import { bilingual, sectorName } from '../../words.ts';
import { aidCeiling, aidRuleOf } from '../stacking/aid.ts';
import type { Claim } from '../stacking/claims.ts';
import { outcomeOf, type Judge } from './finding.ts';

/** Who applies, where, for what: what a programme asks of the applicant and the theme. */

const APPLICANTS: Readonly<Record<ApplicantKind, Text>> = {
	municipality: { sv: 'kommun', en: 'municipality' },
	'municipal-company': { sv: 'kommunalt bolag', en: 'municipal company' },
	'municipal-federation': { sv: 'kommunalförbund', en: 'municipal federation' },
	region: { sv: 'region', en: 'region' },
	'state-agency': { sv: 'statlig myndighet', en: 'state agency' },
	company: { sv: 'företag', en: 'company' },
	nonprofit: { sv: 'ideell organisation', en: 'non-profit' },
	'housing-coop': { sv: 'bostadsrättsförening', en: 'housing co-operative' },
	university: { sv: 'universitet eller högskola', en: 'university' },
	'research-institute': { sv: 'forskningsinstitut', en: 'research institute' },
	'public-transport-authority': {
		sv: 'kollektivtrafikmyndighet',
		en: 'public transport authority'
	},
	landowner: { sv: 'markägare', en: 'landowner' },
	farmer: { sv: 'lantbrukare', en: 'farmer' },
	'credit-institution': { sv: 'kreditinstitut', en: 'credit institution' }
};

export function applicantName(kind: ApplicantKind): Text {
	return APPLICANTS[kind];
}

/** What a payer of a kind may also be: a business may be a farm or a housing co-operative, a region runs public transport. */
const MAY_BE: Readonly<Partial<Record<ApplicantKind, readonly ApplicantKind[]>>> = {
	company: ['nonprofit', 'housing-coop', 'farmer', 'landowner', 'university', 'research-institute'],
	region: ['public-transport-authority'],
	municipality: ['landowner', 'municipal-federation', 'public-transport-authority'],
	'state-agency': ['university']
};

export const applicant: Judge<RuleOf<'applicant'>> = ({ kinds }, claim) => {
	const kind = claim.facts(APPLICANT) as ApplicantKind | undefined;
	const isStated = claim.placed.measure.facts?.[APPLICANT] !== undefined;
	const names = kinds.map(applicantName);
	const needed = {
		sv: names.map(({ sv }) => sv).join(', '),
		en: names.map(({ en }) => en).join(', ')
	};
	const isOpen =
		kind === undefined || (!isStated && MAY_BE[kind]?.some((one) => kinds.includes(one)));
	const isTrue = kind && kinds.includes(kind) ? true : isOpen ? null : false;
	return {
		outcome: outcomeOf(isTrue),
		seen: kind ? applicantName(kind) : null,
		needed,
		missing: isTrue === null ? [APPLICANT] : [],
		isBarring: isStated
	};
};

export const geography: Judge<RuleOf<'geography'>> = ({ counties }, _, { plan }) => {
	const { county } = plan.municipality;
	const where = counties.includes('SE') ? bilingual('hela Sverige', 'all of Sweden') : null;
	const needed = where ?? bilingual(counties.join(', '), counties.join(', '));
	const isTrue = where ? true : county === '' ? null : counties.includes(county);
	return {
		outcome: outcomeOf(isTrue),
		seen: county === '' ? null : bilingual(county, county),
		needed,
		isBarring: true
	};
};

/** Themes and emission sectors of a plan in the words of the programmes. */
const THEMES: Readonly<Record<string, readonly string[]>> = {
	mobility: ['transport'],
	machinery: ['transport', 'construction-civil'],
	'power-and-district-heat': ['energy'],
	heating: ['energy', 'buildings'],
	renovation: ['renovation', 'buildings', 'energy'],
	products: ['consumption', 'industry'],
	governance: ['governance-innovation'],
	'foreign-transport': ['transport']
};

export function themesOf({ placed: { measure } }: Pick<Claim, 'placed'>): string[] {
	const own = [measure.theme, measure.sector ?? ''].filter((one) => one !== '');
	return [
		...new Set(own.flatMap((one) => (Object.hasOwn(THEMES, one) ? (THEMES[one] ?? []) : [one])))
	];
}

export const theme: Judge<RuleOf<'theme'>> = ({ themes }, claim) => {
	const own = themesOf(claim);
	const words = (some: readonly string[]) => ({
		sv: some.map((one) => themeName(one).sv).join(', '),
		en: some.map((one) => themeName(one).en).join(', ')
	});
	const isTrue = own.length === 0 ? null : own.some((one) => themes.includes(one));
	return {
		outcome: outcomeOf(isTrue),
		seen: own.length > 0 ? words(own) : null,
		needed: words(themes)
	};
};

const THEME_NAMES: Readonly<Record<string, Text>> = {
	energy: { sv: 'energi', en: 'energy' },
	buildings: { sv: 'byggnader', en: 'buildings' },
	'construction-civil': { sv: 'anläggning', en: 'civil engineering' },
	renovation: { sv: 'renovering', en: 'renovation' },
	circularity: { sv: 'cirkularitet', en: 'circularity' },
	consumption: { sv: 'konsumtion', en: 'consumption' },
	water: { sv: 'vatten', en: 'water' },
	adaptation: { sv: 'klimatanpassning', en: 'adaptation' },
	'governance-innovation': { sv: 'styrning och innovation', en: 'governance and innovation' }
};

export function themeName(id: string): Text {
	return (Object.hasOwn(THEME_NAMES, id) ? THEME_NAMES[id] : undefined) ?? sectorName(id);
}

export const population: Judge<RuleOf<'population'>> = ({ min }, _, { plan }) => {
	const newest = [...plan.municipality.population].sort((a, b) => b.year - a.year)[0];
	const people = (count: number) => bilingual(`${count} invånare`, `${count} inhabitants`);
	return {
		outcome: outcomeOf(newest ? newest.persons >= min : null),
		seen: newest ? people(newest.persons) : null,
		needed: { sv: `minst ${people(min).sv}`, en: `at least ${people(min).en}` },
		isBarring: true
	};
};

/** R06: whether the support is state aid, and by which article. */
export const stateAid: Judge<RuleOf<'state-aid'>> = (
	{ articles },
	claim,
	{ plan, today, decisionDay }
) => {
	const isUndertaking = claim.facts(UNDERTAKING);
	if (isUndertaking === false)
		return {
			outcome: 'passed',
			seen: bilingual('inte ett företag i åtgärden', 'no undertaking in the measure'),
			needed: bilingual('inget statligt stöd', 'no state aid')
		};
	const needed = {
		sv: `stöd enligt ${articles.join(', ')}`,
		en: `aid by ${articles.join(', ')}`
	};
	if (isUndertaking === undefined)
		return { outcome: 'unknown', seen: null, needed, missing: [UNDERTAKING] };
	const article = claim.facts(AID_ARTICLE);
	if (article === undefined)
		return { outcome: 'unknown', seen: null, needed, missing: [AID_ARTICLE] };
	const seen = bilingual(String(article), String(article));
	if (!articles.includes(String(article))) return { outcome: 'failed', seen, needed };
	const rule = aidRuleOf(plan, claim);
	const day = decisionDay ?? today;
	if (rule?.validTo && day !== null && day > rule.validTo)
		return {
			outcome: 'unknown',
			seen: bilingual(
				`${rule.id} gällde till ${rule.validTo}`,
				`${rule.id} held until ${rule.validTo}`
			),
			needed
		};
	// What the article allows is a ceiling among the amounts; of some articles the plan cannot compute it.
	const isComputed = rule && (rule.accountEur !== undefined || aidCeiling(rule, claim));
	return { outcome: isComputed ? 'passed' : 'unknown', seen, needed };
};

/** R23: the days of the application against those between which the programme pays anything, or asks anything at all. */
export function termsOn(claim: Claim): {
	readonly isInForce: boolean | null;
	readonly until: string | null;
} {
	const all = rulesOf(claim.programme);
	const dated = all.filter(
		({ validFrom, validTo }) => validFrom !== undefined || validTo !== undefined
	);
	if (dated.length === 0) return { isInForce: true, until: null };
	const until =
		[...dated]
			.map(({ validTo }) => validTo ?? '9999')
			.sort()
			.at(-1) ?? null;
	const days = { applied: claim.day, decided: claim.decisionDay };
	if (claim.day === null && claim.decisionDay === null) return { isInForce: null, until };
	const paying = all.filter(({ kind }) => kind === 'share' || kind === 'unit-cap');
	const isOver = (paying.length > 0 ? paying : all).every((rule) => hasEnded(rule, days));
	return { isInForce: !isOver, until };
}
