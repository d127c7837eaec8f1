import type { PlanOutline } from './outline.ts';
import { problem, type Problem } from './problem.ts';

/** Requirements that go in a circle, each circle told once at its first measure, and requirements that exclude back. */
export function requirementProblems(plan: PlanOutline): Problem[] {
	return [...circularRequirements(plan), ...excludedRequirements(plan)];
}

function circularRequirements(plan: PlanOutline): Problem[] {
	const requires = new Map(plan.measures.map((measure) => [measure.id, measure.requires]));
	const indexOf = new Map(plan.measures.map((measure, index) => [measure.id, index]));
	const told = new Set<string>();
	const problems: Problem[] = [];
	for (const { id } of plan.measures) {
		if (id === undefined) continue;
		const circle = circleFrom(id, requires);
		if (!circle || circle.some((member) => told.has(member))) continue;
		circle.forEach((member) => told.add(member));
		const round = [...circle, id].join(' → ');
		problems.push(
			problem(['measures', indexOf.get(id) ?? 0, 'requires'], circle[1] ?? id, {
				sv: `kraven går i cirkel: ${round}; ta bort ett av dem`,
				en: `the requirements are circular: ${round}; remove one of them`
			})
		);
	}
	return problems;
}

/** A path of requirements from a measure back to itself, through at least one other; null when there is none. */
function circleFrom(
	start: string,
	requires: ReadonlyMap<string | undefined, readonly (string | undefined)[]>
): string[] | null {
	const visited = new Set<string>();
	const walk = (id: string, trail: readonly string[]): string[] | null => {
		for (const next of requires.get(id) ?? []) {
			if (next === undefined || next === id) continue;
			if (next === start) return [...trail];
			if (visited.has(next)) continue;
			visited.add(next);
			const found = walk(next, [...trail, next]);
			if (found) return found;
		}
		return null;
	};
	return walk(start, [start]);
}

/** A measure whose requirement excludes it can never be carried out. */
function excludedRequirements(plan: PlanOutline): Problem[] {
	const byId = new Map(plan.measures.map((measure) => [measure.id, measure]));
	return plan.measures.flatMap((measure, index) =>
		measure.requires.flatMap((other, i) => {
			const excludesBack = other !== undefined && byId.get(other)?.excludes.includes(measure.id);
			if (!excludesBack || measure.id === undefined || measure.excludes.includes(other)) return [];
			return [
				problem(['measures', index, 'requires', i], other, {
					sv: `${other} krävs men utesluter ${measure.id}; ta bort det ena`,
					en: `${other} is required but excludes ${measure.id}; remove one`
				})
			];
		})
	);
}
