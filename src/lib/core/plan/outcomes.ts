import type { Application, FundingLine, Plan } from './plan.ts';

/** What one imagines of an application: that it is won or lost, or that its money comes a year later. */
export const imaginedOutcomes = ['won', 'lost', 'later'] as const;
export type ImaginedOutcome = (typeof imaginedOutcomes)[number];

/** The plan as it would be with these outcomes, by the ids of applications; others stay as they are. */
export function withOutcomes(plan: Plan, imagined: ReadonlyMap<string, ImaginedOutcome>): Plan {
	const change = <Kind extends Application | FundingLine>(
		one: Kind,
		id: string | undefined
	): Kind => {
		const outcome = imagined.get(id ?? '');
		if (outcome === 'won') return { ...one, status: 'granted' };
		return outcome === 'lost' ? { ...one, status: 'rejected' } : one;
	};
	return {
		...plan,
		applications: plan.applications.map((one) => change(one, one.id)),
		funding: plan.funding.map((line) => {
			const own = change(line, line.application);
			if (imagined.get(line.application ?? '') !== 'later') return own;
			return { ...own, amounts: own.amounts.map((one) => ({ ...one, year: one.year + 1 })) };
		})
	};
}
