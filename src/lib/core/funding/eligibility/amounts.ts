import { ZERO, sum, type Decimal } from '../../decimal.ts';
import type { Text } from '../../errors.ts';
import { AID_ARTICLE, UNDERTAKING } from '../../plan/facts.ts';
import { bilingual, kronorText, moneyText, percentText } from '../../words.ts';
import { isUnknown } from '../../plan/placement.ts';
import type { Plan } from '../../plan/plan.ts';
import { UNIT_NAMES, costBaseName } from '../../plan/programme-words.ts';
import { aidRuleOf } from '../stacking/aid.ts';
import { baseAmount, shareCeilings } from '../stacking/shares.ts';
import { exclusionBetween, type Stacking } from '../stacking/stacking.ts';
import { ruleRef } from '../stacking/room.ts';
import { kronorOf, type Claim } from '../stacking/claims.ts';
import { outcomeOf, type Finding } from './finding.ts';

/**
 * What the rules on amounts say of one claim beside the others: what all of them ask of each room against what it holds, and
 * whom it shuts out. A ceiling that cannot be computed is unknown.
 */
export function amountFindings(plan: Plan, stacking: Stacking, place: number): Finding[] {
	const claim = stacking.claims[place];
	if (!claim) return [];
	return [
		...stacking.rooms
			.filter((room) => room.claims.includes(place))
			.filter(
				({ owner, claims }) =>
					owner === null || owner === claim.programme.id || asks(stacking, claims, owner)
			)
			.map(({ rule, claims, capacity, label, open }) => {
				const asked = total(stacking, claims);
				const isKnown = claims.every((one) => stacking.claims[one]?.isAskedKnown);
				return amount(
					rule,
					rule.pattern,
					asked.gt(capacity) ? false : isKnown && open === null ? true : null,
					asked,
					{
						sv: `högst ${kronorText(capacity).sv}: ${label.sv}`,
						en: `at most ${kronorText(capacity).en}: ${label.en}`
					},
					open ?? []
				);
			}),
		...openShares(claim),
		...openUnits(plan, claim),
		...openRange(plan, claim),
		...openMeasure(claim),
		...exclusions(stacking, place),
		...thresholds(stacking, place),
		...deductions(stacking, place),
		...deMinimis(plan, claim)
	];
}

function amount(
	rule: Finding['rule'],
	about: string,
	isKept: boolean | null,
	seen: Decimal | null,
	needed: Text,
	missing: readonly string[] = []
): Finding {
	return {
		rule,
		about,
		outcome: outcomeOf(isKept),
		seen: seen && kronorText(seen),
		needed,
		missing,
		isBarring: false
	};
}

/** R01: a share of something that the plan has no amount of, or no share at all. */
function openShares(claim: Claim): Finding[] {
	return shareCeilings(claim.rules, claim.facts)
		.filter(({ of }) => baseAmount(claim, of) === null)
		.map(({ rule, share, of, missing }) => {
			const percent = percentText(share);
			return amount(
				ruleRef(rule),
				'share',
				null,
				claim.asked,
				bilingual(
					`högst ${percent.sv} av ${costBaseName(of).sv}`,
					`at most ${percent.en} of ${costBaseName(of).en}`
				),
				missing
			);
		});
}

/** R07 and R10: ceilings on a measure of which a cost is unknown. */
function openMeasure(claim: Claim): Finding[] {
	const { costs, id } = claim.placed.measure;
	const open = costs.find(
		(item) => (item.kind === 'capex' || item.kind === 'opex') && isUnknown(item)
	);
	if (!open) return [];
	return claim.rules
		.filter(
			(rule) =>
				rule.kind === 'own-share' || (rule.kind === 'public-ceiling' && rule.scope === 'measure')
		)
		.map((rule) =>
			amount(
				ruleRef(rule),
				rule.kind,
				null,
				null,
				bilingual(
					`tak på hela åtgärden; ${id}.${open.id} saknar belopp`,
					`a ceiling on the whole measure; ${id}.${open.id} has no amount`
				)
			)
		);
}

/** R04: how many units there are is not said, or they are of another kind; or the euro rate is missing. */
function openUnits(plan: Plan, claim: Claim): Finding[] {
	return claim.rules.flatMap((rule): Finding[] => {
		if (rule.kind !== 'unit-cap') return [];
		const isCounted = claim.item.units?.of === rule.per;
		if (isCounted && kronorOf(rule.amount, rule.currency, plan)) return [];
		const per = UNIT_NAMES[rule.per];
		const most = moneyText(rule.amount, rule.currency);
		const cause = isCounted
			? NO_RATE
			: bilingual('antalet saknas på kostnadsposten', 'the cost item has no number');
		return [
			amount(
				ruleRef(rule),
				'unit-cap',
				null,
				claim.asked,
				bilingual(
					`högst ${most.sv} per ${per.sv}; ${cause.sv}`,
					`at most ${most.en} per ${per.en}; ${cause.en}`
				)
			)
		];
	});
}

const NO_RATE = bilingual('eurokursen saknas i inställningarna', 'the settings have no euro rate');

/** R05: the smallest or largest grant is in euro, of which the plan has no rate. */
function openRange(plan: Plan, claim: Claim): Finding[] {
	return claim.rules.flatMap((rule): Finding[] => {
		if (rule.kind !== 'amount-range' || rule.of !== 'grant') return [];
		const { min, max, currency } = rule;
		if (kronorOf(min ?? max ?? '0', currency, plan)) return [];
		const [least, most] = [min, max].map((one) =>
			one === null ? bilingual('…', '…') : moneyText(one, currency)
		);
		return [
			amount(
				ruleRef(rule),
				'amount-range',
				null,
				claim.asked,
				bilingual(
					`${least?.sv ?? ''} till ${most?.sv ?? ''} i en ansökan; ${NO_RATE.sv}`,
					`${least?.en ?? ''} to ${most?.en ?? ''} in one application; ${NO_RATE.en}`
				)
			)
		];
	});
}

function exclusions({ claims }: Stacking, place: number): Finding[] {
	const claim = claims[place];
	if (!claim) return [];
	const rivals = claims.flatMap((other, index) => {
		if (index === place || other.item !== claim.item || other.placed !== claim.placed) return [];
		const rule = exclusionBetween(claim, other);
		return rule ? [{ rule, other }] : [];
	});
	if (rivals.length > 0)
		return rivals.map(({ rule, other }) => ({
			...amount(
				rule,
				'exclusive',
				other.asked.gt(0) || (other.isDecided && !other.isAskedKnown) ? false : null,
				null,
				bilingual(
					'inget annat stöd som utesluter det på samma kostnad',
					'no other support that shuts it out on the same cost'
				)
			),
			seen: bilingual(
				`${other.programme.name.sv} (${other.id})`,
				`${other.programme.name.en} (${other.id})`
			)
		}));
	return claim.rules
		.filter(({ kind }) => kind === 'exclusive' || kind === 'co-financing')
		.map((rule) => ({
			...amount(
				ruleRef(rule),
				rule.kind,
				true,
				null,
				rule.kind === 'co-financing'
					? bilingual('resten inte ur EU:s budget', 'the rest not from the EU budget')
					: bilingual(
							'inget annat stöd som utesluter det på samma kostnad',
							'no other support that shuts it out on the same cost'
						)
			),
			seen: bilingual('inget sådant stöd på kostnaden', 'no such support of the cost')
		}));
}

function thresholds(stacking: Stacking, place: number): Finding[] {
	return stacking.thresholds
		.filter(({ claims }) => claims.includes(place))
		.map(({ rule, least, claims }) => {
			const asked = total(stacking, claims);
			const isKnown = claims.every((one) => stacking.claims[one]?.isAskedKnown);
			const needed = {
				sv: `minst ${kronorText(least).sv} i en ansökan`,
				en: `at least ${kronorText(least).en} in one application`
			};
			return amount(
				rule,
				'amount-range',
				asked.gte(least) && asked.gt(0) ? true : isKnown && asked.gt(0) ? false : null,
				asked,
				needed
			);
		});
}

function deductions(stacking: Stacking, place: number): Finding[] {
	return stacking.deductions
		.filter(({ claims }) => claims.includes(place))
		.map(({ rule, others }) => {
			const taken = total(stacking, others);
			return {
				...amount(
					rule,
					'deduction',
					taken.gt(0) ? false : others.length > 0 ? null : true,
					taken,
					bilingual('investeringsstöd räknas av', 'investment grants are taken off')
				),
				seen: bilingual(
					`${kronorText(taken).sv} i investeringsstöd`,
					`${kronorText(taken).en} in investment grants`
				)
			};
		});
}

/** R22 where the account cannot be reckoned: nobody has said whether the support is de minimis aid, or the euro rate is missing. */
function deMinimis(plan: Plan, claim: Claim): Finding[] {
	if (claim.facts(UNDERTAKING) !== true) return [];
	const account = plan.aidRules?.find(
		({ id, accountEur }) =>
			accountEur !== undefined &&
			claim.rules.some((rule) => rule.kind === 'state-aid' && rule.articles.includes(id))
	);
	const isChosen = aidRuleOf(plan, claim)?.id === account?.id;
	const isOpen =
		claim.facts(AID_ARTICLE) === undefined || (isChosen && plan.settings.euroRate === null);
	if (!account || !isOpen) return [];
	const { id, source, asOf, confidence } = account;
	const most = moneyText(account.accountEur ?? '0', 'EUR');
	return [
		amount(
			{ pattern: 'R22', evidence: { source, asOf, confidence } },
			'de-minimis',
			null,
			claim.asked,
			bilingual(
				`högst ${most.sv} på tre år enligt ${id}`,
				`at most ${most.en} in three years by ${id}`
			),
			claim.facts(AID_ARTICLE) === undefined ? [AID_ARTICLE] : []
		)
	];
}

function total({ claims }: Stacking, places: readonly number[]): Decimal {
	return sum(places.map((place) => claims[place]?.asked ?? ZERO));
}

function asks({ claims }: Stacking, places: readonly number[], owner: string): boolean {
	return places.some(
		(place) => claims[place]?.programme.id === owner && claims[place]?.asked.gt(0)
	);
}
