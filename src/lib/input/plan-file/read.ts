import type { z } from 'zod';
import { withApplications } from '../../core/plan/application.ts';
import { consistencyProblems } from '../../core/plan/consistency.ts';
import type { CostItem, Plan } from '../../core/plan/plan.ts';
import { problem, type Problem } from '../../core/plan/problem.ts';
import { withCatalogue, type Catalogue, type Programme } from '../../core/plan/programme.ts';
import { isOfLength, problemsOf, tooLong, valueAt } from './issues.ts';
import { outlineOf } from './outline.ts';
import { longLists, planFile, type PlanFile } from './schema.ts';
import { programmeFileOf } from './write.ts';

export type PlanFileResult =
	| { readonly kind: 'plan'; readonly plan: Plan }
	| { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** More faults than this are not told one by one; who has so many has chosen the wrong file. */
export const MOST_PROBLEMS = 1_000;

/** Reads a plan file of version 1. Tells every problem at once, and never half a plan. */
export function readPlanFile(text: string, catalogue: Catalogue): PlanFileResult {
	const json = parseJson(text);
	if ('problem' in json) return { kind: 'problems', problems: [json.problem] };
	const { value } = json;
	const { file, faults } = parsePlanFile(value);
	const isTooLong = faults.some(({ isOfLength }) => isOfLength);
	const problems = [
		...faults.map(({ problem }) => problem),
		...(isTooLong
			? []
			: consistencyProblems(outlineOf(value), new Set(catalogue.programmes.keys())))
	];
	if (!file || problems.length > 0)
		return { kind: 'problems', problems: problems.slice(0, MOST_PROBLEMS).map(named(value)) };
	return { kind: 'plan', plan: planFrom(file, catalogue) };
}

type Fault = { readonly problem: Problem; readonly isOfLength: boolean };

function faultsOf(
	issues: readonly z.core.$ZodIssue[],
	file: unknown,
	path: Problem['path']
): Fault[] {
	return issues.flatMap((issue) =>
		problemsOf([issue], file, path).map((problem) => ({ problem, isOfLength: isOfLength(issue) }))
	);
}

/** The file by its schema, its long lists entry by entry until there are faults enough. */
function parsePlanFile(value: unknown): { file: PlanFile | null; faults: Fault[] } {
	const faults: Fault[] = [];
	const parts: Record<string, unknown[]> = {};
	const note = (issues: readonly z.core.$ZodIssue[], path: Problem['path']) =>
		faults.push(...faultsOf(issues, value, path));
	for (const [name, { entry, most }] of Object.entries(longLists)) {
		const list = valueAt(value, [name]);
		if (!Array.isArray(list)) continue;
		if (list.length > most) {
			faults.push({ problem: problem([name], list, tooLong(most)), isOfLength: true });
			parts[name] = [];
			continue;
		}
		parts[name] = list.map((one, index): unknown => {
			if (faults.length >= MOST_PROBLEMS) return null;
			const parsed = entry.safeParse(one);
			if (!parsed.success) note(parsed.error.issues, [name, index]);
			return parsed.data;
		});
	}
	const rest = Object.fromEntries(Object.keys(parts).map((name) => [name, []]));
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	const parsed = planFile.safeParse(isObject ? { ...value, ...rest } : value);
	if (!parsed.success) note(parsed.error.issues, []);
	if (!parsed.success || faults.length > 0) return { file: null, faults };
	return { file: { ...parsed.data, ...(parts as Partial<PlanFile>) }, faults };
}

type Parsed = { readonly value: unknown } | { readonly problem: Problem };

/** A string, which is left alone, or a bare word that JSON does not have but some writers write. */
const STRING_OR_NOT_A_NUMBER = /"(?:[^"\\]|\\.)*(?:"|$)|-?\b(?:NaN|Infinity)\b/gs;

/** As text, such a word gets a path and a plain complaint. */
function withoutBareWords(text: string): string {
	return text.replace(STRING_OR_NOT_A_NUMBER, (found) =>
		found.startsWith('"') ? found : `"${found}"`
	);
}

function parseJson(text: string): Parsed {
	const json = text.replace(/^\uFEFF/, '');
	try {
		return { value: JSON.parse(json) };
	} catch (error) {
		try {
			return { value: JSON.parse(withoutBareWords(json)) };
		} catch {
			return { problem: notJson(json, error) };
		}
	}
}

function notJson(text: string, error: unknown): Problem {
	if (text.startsWith('PK'))
		return problem([], 'PK…', {
			sv: 'är ett kalkylark eller ett zip-arkiv; välj en planfil i JSON, till exempel en som är exporterad härifrån',
			en: 'is a workbook or a zip archive; choose a plan file in JSON, such as one exported here'
		});
	const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
	const line = text.slice(0, Number(position ?? 0)).split('\n').length;
	return problem([], text.slice(0, 40), {
		sv: `ska vara en planfil i JSON; det går inte att läsa filen som JSON${position ? `, rad ${line}` : ''}`,
		en: `must be a plan file in JSON; it cannot be read as JSON${position ? `, line ${line}` : ''}`
	});
}

/** Says of which measure, line or portfolio a problem is, by the id nearest above it. */
function named(file: unknown): (one: Problem) => Problem {
	return (one) => {
		for (let length = 2; length <= one.path.length; length++) {
			const id = valueAt(file, [...one.path.slice(0, length), 'id']);
			if (typeof id === 'string' && id.length <= 64) return { ...one, of: id };
		}
		return one;
	};
}

function planFrom(file: PlanFile, catalogue: Catalogue): Plan {
	const own = file.programmes
		.map((programme): Programme => ({ origin: 'plan', ...programme }))
		.filter((one) => !isSame(one, catalogue.programmes.get(one.id)));
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
		sharedRanges: file.sharedRanges,
		budget: file.budget,
		pools: file.pools,
		programmes: withCatalogue(own, [...file.funding, ...file.applications], catalogue),
		aidRules: catalogue.aidRules,
		measures: file.measures.map((measure) => ({ ...measure, costs: measure.costs.map(costItem) })),
		applications: file.applications,
		funding: withApplications(file.funding, file.applications),
		portfolios: file.portfolios
	};
}

/** What a file carries along of the catalogue that it is read with is no programme of the plan's own. */
function isSame(carried: Programme, known: Programme | undefined): boolean {
	if (!known) return false;
	const [one, other] = [carried, known].map((programme) =>
		JSON.stringify(programmeFileOf(programme))
	);
	return one === other;
}

function costItem(item: PlanFile['measures'][number]['costs'][number]): CostItem {
	return 'amount' in item ? { timing: 'one-off', ...item } : { timing: 'yearly', ...item };
}
