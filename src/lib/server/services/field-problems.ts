import type { Text } from '../../core/errors.ts';
import { jsonPath, type Problem } from '../../core/plan/problem.ts';
import { InvalidInputError, InvalidPlanFileError } from './errors.ts';

/**
 * Runs an edit and tells what is wrong by the fields of the form that asked for it; what lies outside the form is told for
 * the form as a whole, with its place in the plan.
 */
export function asFieldProblems<Result>(
	fieldOf: (path: Problem['path']) => string | null,
	work: () => Result
): Result {
	try {
		return work();
	} catch (thrown) {
		if (!(thrown instanceof InvalidPlanFileError)) throw thrown;
		const fields: Record<string, Text> = {};
		for (const problem of thrown.problems) {
			const field = fieldOf(problem.path);
			fields[field ?? 'form'] ??= field === null ? elsewhere(problem) : problem.expected;
		}
		throw new InvalidInputError(fields);
	}
}

function elsewhere({ path, expected }: Problem): Text {
	const place = jsonPath(path);
	return {
		sv: `Ändringen går inte ihop med resten av planen. ${place} ${expected.sv}.`,
		en: `The change does not fit the rest of the plan. ${place} ${expected.en}.`
	};
}
