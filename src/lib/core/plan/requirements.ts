import type { MeasureOutline, PlanOutline } from './outline.ts';
import { problem, type Problem } from './problem.ts';

/** Requirements that go in a circle, each circle told once at its first measure, and requirements that exclude back. */
export function requirementProblems(plan: PlanOutline): Problem[] {
	return [...circularRequirements(plan), ...excludedRequirements(plan)];
}

/** A walk along requirements: the measures on the way here, and how many requirements of each are tried. */
type Trail = { readonly id: string; next: number }[];

/**
 * Depth-first along the requirements, each measure entered once; a requirement that leads back onto the trail closes a
 * circle. No recursion, so that a chain of any length is walked.
 */
function circularRequirements(plan: PlanOutline): Problem[] {
	const requires = new Map<string, readonly string[]>();
	const place = new Map<string, number>();
	plan.measures.forEach((measure, index) => {
		if (measure.id === undefined || requires.has(measure.id)) return;
		requires.set(measure.id, othersRequired(measure));
		place.set(measure.id, index);
	});
	const entered = new Set<string>();
	const problems: Problem[] = [];
	for (const start of requires.keys()) {
		const trail: Trail = [];
		const onTrail = new Set<string>();
		const enter = (id: string) => {
			entered.add(id);
			onTrail.add(id);
			trail.push({ id, next: 0 });
		};
		if (!entered.has(start)) enter(start);
		for (let here = trail.at(-1); here; here = trail.at(-1)) {
			const next = requires.get(here.id)?.[here.next++];
			if (next === undefined) {
				onTrail.delete(here.id);
				trail.pop();
			} else if (onTrail.has(next)) {
				const ids = trail.map(({ id }) => id);
				problems.push(circle(ids.slice(ids.indexOf(next)), place));
			} else if (requires.has(next) && !entered.has(next)) enter(next);
		}
	}
	return problems;
}

const MOST_NAMED = 8;

function circle(members: readonly string[], place: ReadonlyMap<string, number>): Problem {
	const [first = '', second = first] = members;
	const named = members.length > MOST_NAMED ? [...members.slice(0, MOST_NAMED), '…'] : members;
	const round = [...named, first].join(' → ');
	return problem(['measures', place.get(first) ?? 0, 'requires'], second, {
		sv: `kraven går i cirkel: ${round}; ta bort ett av dem`,
		en: `the requirements are circular: ${round}; remove one of them`
	});
}

/** What a measure requires; a measure that requires itself is told of elsewhere. */
function othersRequired(measure: MeasureOutline): string[] {
	return measure.requires.flatMap((id) => (id === undefined || id === measure.id ? [] : [id]));
}

/** A measure whose requirement excludes it can never be carried out. */
function excludedRequirements(plan: PlanOutline): Problem[] {
	const excludes = new Map(plan.measures.map((measure) => [measure.id, new Set(measure.excludes)]));
	return plan.measures.flatMap((measure, index) =>
		measure.requires.flatMap((other, i) => {
			if (other === undefined || measure.id === undefined) return [];
			const excludesBack = excludes.get(other)?.has(measure.id);
			if (!excludesBack || excludes.get(measure.id)?.has(other)) return [];
			return [
				problem(['measures', index, 'requires', i], other, {
					sv: `${other} krävs men utesluter ${measure.id}; ta bort det ena`,
					en: `${other} is required but excludes ${measure.id}; remove one`
				})
			];
		})
	);
}
