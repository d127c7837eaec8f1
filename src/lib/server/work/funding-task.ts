import type { Text } from '../../core/errors.ts';
import type { Call } from '../../core/plan/call.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { allProgrammes, type Catalogue } from '../../core/plan/programme.ts';
import { fundingFileOf } from '../../input/plan-file/write.ts';
import type { ProposedApplication } from '../../core/optimise/funding-proposal.ts';
import { proposeFunding, type FundingProposal, type ProposalProgress } from './propose-funding.ts';
import { loadSolver } from './solver.ts';

/** What is asked of a proposal. */
export type FundingAsk = {
	readonly portfolio: string;
	/** The day on which it is made. */
	readonly today: string;
	/** At most so many applications a year; null: no limit. */
	readonly mostPerYear: number | null;
	readonly seconds: number;
};

/** Ends when no mix can expect more than this fraction above. */
const WITHIN = 0.01;

/** A proposal as text can carry it: money in kronor as decimal text, lines in the form of the plan file. */
export type ProposalFile = {
	readonly portfolio: string;
	readonly status: FundingProposal['status'];
	readonly objective: string;
	readonly within: number;
	readonly bound: string | null;
	readonly seconds: number;
	readonly expectedGap: {
		readonly before: string | null;
		readonly after: string | null;
		readonly method: string;
		readonly standardError: string | null;
	};
	readonly proposal: readonly ProposedFile[];
};

export type ProposedFile = {
	readonly programme: string;
	readonly call: string | null;
	readonly measure: string;
	readonly amount: string;
	readonly probability: string;
	readonly items: readonly {
		readonly costItem: string;
		readonly cost: string;
		readonly amount: string;
		/** The ceilings that are full, which is why it is no more. */
		readonly full: readonly Text[];
	}[];
	/** What no rule fails but nobody has settled. */
	readonly open: readonly { readonly pattern: string; readonly needed: Text }[];
	readonly lines: readonly (Readonly<Record<string, unknown>> & { readonly measure: string })[];
};

/** Makes a proposal for a portfolio of the plan from every programme that it may apply to. */
export async function proposalFor(
	plan: Plan,
	catalogue: Catalogue,
	calls: readonly Call[],
	{ portfolio, today, mostPerYear, seconds }: FundingAsk,
	onProgress?: (progress: ProposalProgress) => void
): Promise<ProposalFile> {
	const started = performance.now();
	const proposal = proposeFunding(
		plan,
		portfolio,
		{ programmes: allProgrammes(plan, catalogue), calls, today, mostPerYear },
		await loadSolver(),
		{ seconds, gap: WITHIN },
		onProgress
	);
	const { applications, status, expected, bound, gap } = proposal;
	const { method } = gap.after;
	return {
		portfolio,
		status,
		objective: expected.toFixed(2),
		within: WITHIN,
		bound: bound === null ? null : bound.toFixed(2),
		seconds: Number(((performance.now() - started) / 1000).toFixed(2)),
		expectedGap: {
			before: gap.before.total?.toFixed(2) ?? null,
			after: gap.after.total?.toFixed(2) ?? null,
			method: method.kind,
			standardError: method.kind === 'sampled' ? method.standardError.toFixed(2) : null
		},
		proposal: applications.map(proposedFileOf)
	};
}

/** An application as text can carry it. */
export function proposedFileOf(one: ProposedApplication): ProposedFile {
	return {
		programme: one.programme.id,
		call: one.call?.id ?? null,
		measure: one.measure,
		amount: one.amount.toFixed(2),
		probability: one.probability.toString(),
		items: one.items.map((item) => ({
			costItem: item.costItem,
			cost: item.cost.toFixed(2),
			amount: item.amount.toFixed(2),
			full: item.limits
		})),
		open: openOf(one.open),
		lines: one.lines.map((line) => ({ ...fundingFileOf(line), measure: line.measure }))
	};
}

/** Each open rule once, though several costs ask it. */
function openOf(findings: FundingProposal['applications'][number]['open']): ProposedFile['open'] {
	const known = new Map(
		findings.map(({ rule: { pattern }, needed }) => [
			`${pattern} ${needed.sv}`,
			{ pattern, needed }
		])
	);
	return [...known.values()];
}
