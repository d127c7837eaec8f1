import type * as audit from '../store/audit.ts';
import * as users from '../store/users.ts';
import type { Context } from './context.ts';

type LogRow = ReturnType<typeof audit.listOf>[number];

/** What those who belong to an organisation are called, by id. */
export function memberNames(
	ctx: Context,
	organisationId: string | null
): ReadonlyMap<string, string> {
	const members = organisationId === null ? [] : users.listMembers(ctx.db, organisationId);
	return new Map(members.map(({ id, name }) => [id, name]));
}

/**
 * Rows of the log as pages show them: who is null for people who are no longer here and for the program itself; of a thing
 * that came or went only that it was there, since its row holds all of it.
 */
export function logRows(ctx: Context, organisationId: string | null, rows: readonly LogRow[]) {
	const names = memberNames(ctx, organisationId);
	return rows.map(({ sequence, at, actorId, action, entityId, field, oldValue, newValue }) => {
		const shown = (value: string | null) => (field === null && value !== null ? '' : value);
		return {
			sequence,
			at,
			action,
			entityId,
			isProgram: actorId === null,
			who: (actorId && names.get(actorId)) ?? null,
			field,
			oldValue: shown(oldValue),
			newValue: shown(newValue)
		};
	});
}
