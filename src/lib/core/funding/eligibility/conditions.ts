import {
	INCOME_IN_FRAME,
	PROFITABLE,
	REQUIRED_BY_LAW,
	WORK_START,
	factKind
} from '../../plan/facts.ts';
import { callState, type Call } from '../../plan/call.ts';
import type { CallMode, ProgrammeCost, RuleOf } from '../../plan/funding-rules.ts';
import type { Text } from '../../errors.ts';
import { bilingual, kronorText, moneyText, percentText } from '../../words.ts';
import { kronorOf, type Claim } from '../stacking/claims.ts';
import { outcomeOf, type Judge, type Verdict } from './finding.ts';

/** What a programme asks of the measure, its costs, its days and its money. */

const COSTS: Readonly<Record<ProgrammeCost, Text>> = {
	capex: { sv: 'investering', en: 'investment' },
	opex: { sv: 'drift', en: 'running costs' },
	personnel: { sv: 'personal', en: 'staff' },
	studies: { sv: 'utredning', en: 'studies' }
};

export function programmeCostName(cost: ProgrammeCost): Text {
	return COSTS[cost];
}

/** What a cost item is in the words of programmes; null where its kind is not stated and would settle it. */
function costsOf({ item }: Claim): readonly ProgrammeCost[] | null {
	if (item.kind === 'saving' || item.kind === 'revenue') return [];
	if (item.kind === 'opex' && item.costKind === null) return null;
	const own: ProgrammeCost = item.kind;
	if (item.costKind === 'personnel')
		return item.kind === 'capex' ? [own, 'personnel'] : ['personnel'];
	if (item.costKind === 'study') return item.kind === 'capex' ? [own, 'studies'] : ['studies'];
	return [own];
}

/** R20 */
export const costKind: Judge<RuleOf<'cost-kind'>> = ({ costs }, claim) => {
	const own = costsOf(claim);
	const words = (some: readonly ProgrammeCost[]) => ({
		sv: some.map((one) => COSTS[one].sv).join(', '),
		en: some.map((one) => COSTS[one].en).join(', ')
	});
	const isPersonnelToo = own === null && costs.length === 4;
	return {
		outcome: outcomeOf(
			isPersonnelToo ? true : own === null ? null : own.some((one) => costs.includes(one))
		),
		seen: own && words(own),
		needed: words(costs),
		isBarring: true
	};
};

/** R11: the work may not begin before the application or the decision. */
export const start: Judge<RuleOf<'start'>> = ({ after }, claim, { decisionDay, today }) => {
	const needed =
		after === 'application'
			? bilingual('arbetet börjar efter ansökan', 'the work begins after the application')
			: bilingual('arbetet börjar efter beslutet', 'the work begins after the decision');
	const { measure } = claim.placed;
	const begins = claim.facts(WORK_START);
	const decided = claim.decisionDay ?? decisionDay;
	const limit = after === 'application' ? (claim.day ?? today) : decided;
	if (typeof begins === 'string') {
		const seen = bilingual(`arbetet börjar ${begins}`, `the work begins ${begins}`);
		// No decision comes before the application, and none that is still open comes before today.
		const earliest = limit ?? claim.day ?? (claim.isDecided ? null : today);
		if (earliest !== null && begins < earliest)
			return { outcome: 'failed', seen, needed, isBarring: true };
		return { outcome: outcomeOf(limit === null ? null : true), seen, needed };
	}
	if (measure.status === 'ongoing' || measure.status === 'done')
		return {
			outcome: claim.isDecided ? 'unknown' : 'failed',
			seen: bilingual('åtgärden pågår eller är klar', 'the measure is under way or done'),
			needed,
			missing: [WORK_START]
		};
	return {
		outcome: 'unknown',
		seen: bilingual(`startår ${claim.placed.startYear}`, `start year ${claim.placed.startYear}`),
		needed,
		missing: [WORK_START]
	};
};

/** R12 */
export const legalDuty: Judge<RuleOf<'legal-duty'>> = (_, { facts }) => {
	const duty = facts(REQUIRED_BY_LAW);
	const needed = bilingual('krävs inte av lag eller tillstånd', 'not required by law or permit');
	if (typeof duty !== 'boolean')
		return { outcome: 'unknown', seen: null, needed, missing: [REQUIRED_BY_LAW] };
	return {
		outcome: outcomeOf(!duty),
		seen: duty
			? bilingual('krävs av lag eller tillstånd', 'required by law or permit')
			: bilingual('krävs inte', 'not required'),
		needed,
		isBarring: true
	};
};

/** R13: what is stated comes first; else the net cost before grants, which is a computed judgement. */
export const profitability: Judge<RuleOf<'profitability'>> = (_, { facts }, { netCost }) => {
	const stated = facts(PROFITABLE);
	const needed = bilingual('lönar sig inte utan stöd', 'does not pay for itself without support');
	if (typeof stated === 'boolean')
		return {
			outcome: outcomeOf(!stated),
			seen: stated
				? bilingual('lönar sig utan stöd', 'pays for itself without support')
				: bilingual('lönar sig inte', 'does not pay for itself'),
			needed,
			isBarring: true
		};
	if (!netCost) return { outcome: 'unknown', seen: null, needed, missing: [PROFITABLE] };
	const cost = kronorText(netCost.toDecimalPlaces(0));
	return {
		outcome: outcomeOf(!netCost.isNegative() || netCost.isZero()),
		seen: {
			sv: `nettokostnad ${cost.sv} i nuvärde, beräknad`,
			en: `net cost ${cost.en} in present value, computed`
		},
		needed
	};
};

/** R14 and R15: facts that must be true. */
export const fulfilled: Judge<RuleOf<'prerequisite' | 'counter-performance'>> = (
	{ fact },
	{ facts }
) => {
	const answer = facts(fact);
	const { question } = factKind(fact);
	const seen =
		typeof answer === 'boolean' ? bilingual(answer ? 'ja' : 'nej', answer ? 'yes' : 'no') : null;
	return {
		outcome: outcomeOf(typeof answer === 'boolean' ? answer : null),
		seen,
		needed: question,
		missing: seen ? [] : [fact],
		isBarring: true
	};
};

/** R21 */
export const leverage: Judge<RuleOf<'leverage'>> = (rule, _, { plan, portfolioCapex }) => {
	const least = kronorOf(rule.min, rule.currency, plan);
	const needed = least
		? {
				sv: `investeringar för minst ${kronorText(least).sv}`,
				en: `investments of at least ${kronorText(least).en}`
			}
		: bilingual(
				`minst ${moneyText(rule.min, rule.currency).sv}`,
				`at least ${moneyText(rule.min, rule.currency).en}`
			);
	return {
		outcome: outcomeOf(least && portfolioCapex ? portfolioCapex.gte(least) : null),
		seen: portfolioCapex && kronorText(portfolioCapex),
		needed,
		isBarring: true
	};
};

const MODES: Readonly<Record<CallMode, Text>> = {
	continuous: { sv: 'löpande ansökan', en: 'continuous applications' },
	windows: { sv: 'utlysningar', en: 'calls' },
	invited: { sv: 'efter inbjudan', en: 'by invitation' },
	formula: { sv: 'efter formel', en: 'by formula' },
	ended: { sv: 'har upphört', en: 'has ended' },
	unknown: { sv: 'okänt', en: 'unknown' }
};

export function callModeName(mode: CallMode): Text {
	return MODES[mode];
}

/** R17: whether one can apply at all, and in which months. What has ended takes no new applications. */
export const window: Judge<RuleOf<'window'>> = ({ mode, months }, claim, { today, call }) => {
	if (call && today !== null) return ofCall(call, today);
	const month = today === null ? null : Number(today.slice(5, 7));
	const isInMonth = month === null || months.length === 0 ? null : months.includes(month);
	const isTrue =
		mode === 'continuous' ? true : mode === 'ended' ? false : mode === 'windows' ? isInMonth : null;
	const list = months.join(', ');
	const verdict: Verdict = {
		outcome: outcomeOf(
			claim.isDecided ? true : isTrue === false && mode === 'windows' ? null : isTrue
		),
		seen:
			today === null
				? MODES[mode]
				: { sv: `${MODES[mode].sv}; i dag ${today}`, en: `${MODES[mode].en}; today ${today}` },
		needed:
			months.length > 0
				? bilingual(`öppet månad ${list}`, `open in month ${list}`)
				: bilingual('öppet för ansökan', 'open for applications'),
		isBarring: mode === 'ended' && claim.day === null
	};
	return verdict;
};

/** A call has days of its own. */
function ofCall(call: Call, today: string): Verdict {
	const state = callState(call, today);
	const { opens, closes } = call;
	return {
		outcome: state === 'closed' ? 'failed' : opens === null ? 'unknown' : 'passed',
		seen: bilingual(`i dag ${today}`, `today ${today}`),
		needed: bilingual(
			`utlysningen är öppen ${opens ?? '…'}–${closes ?? '…'}`,
			`the call is open ${opens ?? '…'} to ${closes ?? '…'}`
		),
		isBarring: state === 'closed'
	};
}

/** R16 */
export const scarcity: Judge<RuleOf<'scarcity'>> = (rule, _, { envelope, askedOfCall }) => ({
	outcome: outcomeOf(envelope && askedOfCall ? askedOfCall.lte(envelope) : null),
	seen: askedOfCall && kronorText(askedOfCall),
	needed: envelope
		? {
				sv: `högst ${kronorText(envelope).sv} i utlysningen`,
				en: `at most ${kronorText(envelope).en} in the call`
			}
		: bilingual(`rangordnas: ${rule.ranking}`, `ranked: ${rule.ranking}`)
});

/** R18: of money in arrears no more may be reckoned with by its own year than the programme pays ahead. */
export const payment: Judge<RuleOf<'payment'>> = ({ timing, maxAdvanceShare }, { paidInTime }) => {
	const isLate = timing === 'arrears' || (timing === 'mixed' && maxAdvanceShare !== null);
	const needed = isLate
		? bilingual('hela eller delar betalas i efterskott', 'all or part is paid in arrears')
		: bilingual('betalas under tiden', 'paid along the way');
	if (!isLate) return { outcome: timing === 'mixed' ? 'unknown' : 'passed', seen: null, needed };
	const share = paidInTime && percentText(paidInTime);
	return {
		outcome: outcomeOf(paidInTime === undefined ? null : paidInTime.lte(maxAdvanceShare ?? 0)),
		seen: share
			? bilingual(`${share.sv} kommer senast sitt år`, `${share.en} comes no later than its year`)
			: null,
		needed
	};
};

/** R19: what is repaid closes no gap; its interest and depreciation must find room in the operating budget. */
export const repaid: Judge<RuleOf<'repaid'>> = (_, __, { headroom }) => ({
	outcome: outcomeOf(headroom && !headroom.isNegative()),
	seen: headroom && {
		sv: `utrymme ${kronorText(headroom).sv}`,
		en: `headroom ${kronorText(headroom).en}`
	},
	needed: bilingual(
		'lån minskar inte gapet; kapitalkostnaden ska rymmas i driftramen',
		'a loan does not shrink the gap; its capital cost must fit the operating frame'
	)
});

/** R24: income by formula belongs to no measure, and may not count both in the frame and here. */
export const formulaIncome: Judge<RuleOf<'formula-income'>> = (_, { facts }) => {
	const inFrame = facts(INCOME_IN_FRAME);
	const isKnown = typeof inFrame === 'boolean';
	return {
		outcome: outcomeOf(isKnown ? !inFrame : null),
		seen: isKnown
			? bilingual(inFrame ? 'ingår i ramen' : 'ingår inte', inFrame ? 'in the frame' : 'not in it')
			: null,
		needed: bilingual(
			'ingår inte redan i kommunens ram',
			'is not already in the municipality’s frame'
		),
		missing: isKnown ? [] : [INCOME_IN_FRAME],
		isBarring: true
	};
};
