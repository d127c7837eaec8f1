import type { Text } from '../../core/errors.ts';
import { jsonPath, type Problem } from '../../core/plan/problem.ts';
import { InvalidInputError, InvalidPlanFileError } from './errors.ts';

/** The form's field of a place in the plan file; null for what lies outside the form. */
export type FieldOf = (path: Problem['path']) => string | null;

/**
 * Runs an edit and tells what is wrong by the fields of the form that asked for it; what lies outside the form is told for
 * the form as a whole, with its place in the plan.
 */
export function asFieldProblems<Result>(fieldOf: FieldOf, work: () => Result): Result {
	try {
		return work();
	} catch (thrown) {
		if (!(thrown instanceof InvalidPlanFileError)) throw thrown;
		throw new InvalidInputError(fieldsOf(fieldOf, thrown.problems));
	}
}

/** Refuses a form in which something is known to be wrong, and tells with it what the plan's rules say of all else. */
export function refuse(
	known: Readonly<Record<string, Text>>,
	fieldOf: FieldOf,
	others: () => readonly Problem[]
): void {
	if (Object.keys(known).length === 0) return;
	throw new InvalidInputError({ ...fieldsOf(fieldOf, others()), ...known });
}

function fieldsOf(fieldOf: FieldOf, problems: readonly Problem[]): Record<string, Text> {
	const fields: Record<string, Text> = {};
	for (const problem of problems) {
		const field = fieldOf(problem.path);
		fields[field ?? 'form'] ??= field === null ? elsewhere(problem) : problem.expected;
	}
	return fields;
}

function elsewhere({ path, expected }: Problem): Text {
	const place = jsonPath(path);
	return {
		sv: `Ändringen går inte ihop med resten av planen. ${place} ${expected.sv}.`,
		en: `The change does not fit the rest of the plan. ${place} ${expected.en}.`
	};
}
