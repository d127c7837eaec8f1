import type { Finding } from '../../core/funding/eligibility/finding.ts';
import { verdicts, type ItemMatch, type Match } from '../../core/funding/matching/match.ts';
import { cutText } from '../../core/portfolio/line-rules.ts';
import { whenOf } from './call-rows.ts';

/** Matches of programmes and measures as pages show them. */

/** A match as lists show it. */
export function rowOf(match: Match, day: string) {
	const { programme, call, verdict, highest, ownShare, items } = match;
	const first = items.find((item) => item.verdict === verdict);
	const failed = items.length === 0 ? undefined : reasonOf(first, match);
	return {
		programme: { id: programme.id, name: programme.name, funder: programme.funder },
		call: call && {
			id: call.id,
			name: call.name,
			...whenOf(call, day)
		},
		status: programme.status,
		verdict,
		highest,
		isCeilingKnown: match.isCeilingKnown,
		ownShare,
		/** The first rule that fails, where one does. */
		reason: verdict === 'fails' ? (failed ?? null) : null,
		open: new Set(items.flatMap(({ findings }) => findings.flatMap(({ missing }) => missing))).size
	};
}

function reasonOf(item: ItemMatch | undefined, { claims }: Match) {
	const failed = item?.findings.find(({ outcome }) => outcome === 'failed');
	if (failed) return { about: failed.about, needed: failed.needed, seen: failed.seen };
	const cut = item?.award.cut;
	return cut ? { about: 'cost', needed: cutText(cut, { claims }), seen: null } : undefined;
}

/** What fits first, then what is known to give most. */
export function byPromise(a: ReturnType<typeof rowOf>, b: ReturnType<typeof rowOf>): number {
	return (
		verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) ||
		Number(b.isCeilingKnown) - Number(a.isCeilingKnown) ||
		b.highest.cmp(a.highest)
	);
}

/** What the rules say of the whole application, and of each cost besides. */
export function findingsOf({ items }: Match) {
	const [first, ...rest] = items.map(
		({ findings }) => new Map(findings.map((one) => [keyOf(one), one]))
	);
	const common = [...(first ?? [])].filter(([key]) => rest.every((others) => others.has(key)));
	const shared = new Set(common.map(([key]) => key));
	return {
		common: common.map(([, finding]) => shownFinding(finding)),
		ofItem: (item: ItemMatch) =>
			item.findings.filter((one) => !shared.has(keyOf(one))).map(shownFinding)
	};
}

function keyOf({ about, outcome, needed, seen }: Finding): string {
	return [about, outcome, needed.sv, seen?.sv ?? ''].join('|');
}

/** What is missing is asked for in one place. */
function shownFinding({ missing: _, ...finding }: Finding) {
	return { ...finding, questions: [] };
}

export function itemOf(
	{ item, cost, highest, isCeilingKnown, ownShare, award }: ItemMatch,
	match: Match
) {
	return {
		id: item.id,
		basis: item.basis,
		cost,
		highest,
		isCeilingKnown,
		ownShare,
		why: award.cut ? cutText(award.cut, match) : null
	};
}
