import { consistencyProblems } from '../../core/plan/consistency.ts';
import type { CostItem, Plan } from '../../core/plan/plan.ts';
import type { Problem } from '../../core/plan/problem.ts';
import { withCatalogue, type Catalogue, type Programme } from '../../core/plan/programme.ts';
import { problemsOf } from './issues.ts';
import { outlineOf } from './outline.ts';
import { planFile, type PlanFile } from './schema.ts';

export type PlanFileResult =
	| { readonly kind: 'plan'; readonly plan: Plan }
	| { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** Reads a plan file of version 1. Tells every problem at once, and never half a plan. */
export function readPlanFile(text: string, catalogue: Catalogue): PlanFileResult {
	const json = parseJson(text);
	if ('problem' in json) return { kind: 'problems', problems: [json.problem] };
	const parsed = planFile.safeParse(json.value);
	const problems = [
		...(parsed.success ? [] : problemsOf(parsed.error.issues, json.value)),
		...consistencyProblems(outlineOf(json.value), new Set(catalogue.keys()))
	];
	if (!parsed.success || problems.length > 0) return { kind: 'problems', problems };
	return { kind: 'plan', plan: planFrom(parsed.data, catalogue) };
}

type Parsed = { readonly value: unknown } | { readonly problem: Problem };

/** JSON has no NaN or Infinity, but some writers put them there: as text they get a path and a plain complaint. */
const BARE_NOT_A_NUMBER = /(?<=[:[,]\s*)-?(?:NaN|Infinity)(?=\s*[,\]}])/g;

function parseJson(text: string): Parsed {
	const withoutMark = text.replace(/^\uFEFF/, '');
	try {
		return { value: JSON.parse(withoutMark) };
	} catch (error) {
		try {
			return { value: JSON.parse(withoutMark.replace(BARE_NOT_A_NUMBER, '"$&"')) };
		} catch {
			const reason = error instanceof Error ? error.message : String(error);
			return {
				problem: {
					path: [],
					value: withoutMark.slice(0, 40),
					expected: {
						sv: `ska vara en planfil i JSON; filen gick inte att läsa: ${reason}`,
						en: `must be a plan file in JSON; it could not be read: ${reason}`
					}
				}
			};
		}
	}
}

function planFrom(file: PlanFile, catalogue: Catalogue): Plan {
	const own = file.programmes.map((programme): Programme => ({ origin: 'plan', ...programme }));
	return {
		illustrative: file.illustrative,
		schemaNotes: file.schemaNotes,
		disclaimer: file.disclaimer,
		municipality: file.municipality,
		settings: file.plan,
		tax: file.tax,
		inventory: file.inventory,
		statedShares: file.statedShares,
		reference: file.reference,
		targets: file.targets,
		emissionFactors: file.emissionFactors,
		budget: file.budget,
		pools: file.pools,
		programmes: withCatalogue(own, file.funding, catalogue),
		measures: file.measures.map((measure) => ({ ...measure, costs: measure.costs.map(costItem) })),
		funding: file.funding,
		portfolios: file.portfolios
	};
}

function costItem(item: PlanFile['measures'][number]['costs'][number]): CostItem {
	return 'amount' in item ? { timing: 'one-off', ...item } : { timing: 'yearly', ...item };
}
