import type { Text } from '../../core/errors.ts';
import type { FieldChange } from '../../core/plan/changes.ts';
import type { Problem } from '../../core/plan/problem.ts';

/** There is no such thing, or not for this organisation: the two answer alike. */
export class NotFoundError extends Error {
	override name = 'NotFoundError';
}

/** Nobody is signed in. */
export class SignInNeededError extends Error {
	override name = 'SignInNeededError';
}

/** Signed in, but the role may not do this. */
export class ForbiddenError extends Error {
	override name = 'ForbiddenError';
}

/** Somebody else changed the thing first. */
export class ConflictError extends Error {
	override name = 'ConflictError';
}

/** The same, with every field in which what is stored now (before) differs from what was to be saved (after). */
export class EditConflictError extends ConflictError {
	override name = 'EditConflictError';
	constructor(
		readonly seenVersion: number | null,
		readonly changes: readonly FieldChange[]
	) {
		super(`the thing was changed since version ${seenVersion}`);
	}
}

/** What somebody typed is wrong; the texts say, by field, what would be right. */
export class InvalidInputError extends Error {
	override name = 'InvalidInputError';
	constructor(readonly fields: Readonly<Record<string, Text>>) {
		super(`Invalid input: ${Object.keys(fields).join(', ')}`);
	}
}

/** A plan file that cannot be taken in, with everything that is wrong in it. */
export class InvalidPlanFileError extends Error {
	override name = 'InvalidPlanFileError';
	constructor(readonly problems: readonly Problem[]) {
		super(`Invalid plan file: ${problems.length} problems`);
	}
}

/** Too many tries lately; the next may come after some seconds. */
export class TooManyTriesError extends Error {
	override name = 'TooManyTriesError';
	constructor(readonly secondsLeft: number) {
		super(`Too many tries; wait ${secondsLeft} s.`);
	}
}
