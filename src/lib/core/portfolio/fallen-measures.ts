import type { ImaginedOutcome } from '../plan/outcomes.ts';
import type { Plan, Portfolio } from '../plan/plan.ts';
import type { Evaluation } from './evaluation.ts';

export type FallenMeasure = {
	readonly id: string;
	/** The applications whose loss or delay takes its money; empty: it needs a measure that falls. */
	readonly applications: readonly string[];
	readonly needs: readonly string[];
};

/**
 * Measures of which money falls away with nothing in its place: an application that pays for them is lost or late, and the
 * gap of a year in which it would have paid grows even if all else is won; and the measures that need those. In the
 * portfolio's order.
 */
export function fallenMeasures(
	plan: Plan,
	portfolio: Portfolio,
	imagined: ReadonlyMap<string, ImaginedOutcome>,
	before: Evaluation,
	after: Evaluation
): FallenMeasure[] {
	const grows = (year: number) => {
		const index = before.years.indexOf(year);
		const [was, is] = [before, after].map(({ gap }) => gap.planned.perYear[index] ?? null);
		return Boolean(was && is && is.gt(was));
	};
	const fallen = new Map<string, Set<string>>();
	for (const { application, measure, amounts } of plan.funding) {
		const outcome = imagined.get(application ?? '');
		if (application === undefined || (outcome !== 'lost' && outcome !== 'later')) continue;
		const shift = portfolio.shift[measure] ?? 0;
		if (!portfolio.measures.includes(measure)) continue;
		if (amounts.some(({ year, amount }) => amount?.gt(0) && grows(year + shift)))
			fallen.set(measure, (fallen.get(measure) ?? new Set()).add(application));
	}
	const needing = new Map<string, string[]>();
	const isDown = (id: string) => fallen.has(id) || needing.has(id);
	for (let found = true; found;) {
		found = false;
		for (const { id, requires } of plan.measures) {
			if (isDown(id) || !portfolio.measures.includes(id)) continue;
			const needs = requires.filter(isDown);
			if (needs.length === 0) continue;
			needing.set(id, needs);
			found = true;
		}
	}
	return portfolio.measures.filter(isDown).map((id) => ({
		id,
		applications: [...(fallen.get(id) ?? [])],
		needs: needing.get(id) ?? []
	}));
}
