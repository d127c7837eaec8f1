import { inTransaction } from '../db/open.ts';
import { roles, type Role } from '../db/roles.ts';
import * as links from '../store/one-time-links.ts';
import * as sessions from '../store/sessions.ts';
import * as reminders from '../store/reminders.ts';
import * as users from '../store/users.ts';
import { permit, record, type Context, type Member } from './context.ts';
import { ConflictError, InvalidInputError, NotFoundError } from './errors.ts';
import { linkHandle, makeLink } from './links.ts';

function checkedRole(role: string): Role {
	const known = roles.find((candidate) => candidate === role);
	if (known) return known;
	throw new InvalidInputError({
		role: { sv: 'Välj en roll i listan.', en: 'Choose a role from the list.' }
	});
}

/** Invites a colleague by a link that is good for 72 hours, for that address and role alone. Returns its path. */
export function invite(
	ctx: Context,
	values: { readonly email: string; readonly role: string }
): string {
	const actor = permit(ctx, 'users.manage');
	const email = users.emailKey(values.email);
	const role = checkedRole(values.role);
	if (!users.isEmail(email))
		throw new InvalidInputError({
			email: {
				sv: 'Skriv en e-postadress, till exempel namn@kommun.se.',
				en: 'Write an e-mail address, such as name@municipality.se.'
			}
		});
	if (users.listMembers(ctx.db, actor.organisationId).some((member) => member.email === email))
		throw new InvalidInputError({
			email: {
				sv: 'Den adressen har redan ett konto här. Ändra rollen i listan i stället.',
				en: 'That address already has an account here. Change the role in the list instead.'
			}
		});
	return inTransaction(ctx.db, () => {
		const path = makeLink(ctx, {
			kind: 'invitation',
			organisationId: actor.organisationId,
			email,
			role
		});
		record(ctx, {
			action: 'user.invite',
			entity: 'link',
			entityId: linkHandle(path),
			field: 'role',
			newValue: role
		});
		return path;
	});
}

/** A link by which a colleague sets a new password within the hour. Returns its path. */
export function makeResetLink(ctx: Context, userId: string): string {
	const actor = permit(ctx, 'users.manage');
	memberOf(ctx, actor, userId);
	return inTransaction(ctx.db, () => {
		record(ctx, { action: 'password.link', entity: 'user', entityId: userId });
		return makeLink(ctx, {
			kind: 'password-reset',
			organisationId: actor.organisationId,
			userId
		});
	});
}

export type RoleChange = { readonly role: string; readonly version: number };

/** Gives a colleague another role; their sessions end, so that the new role holds at once. */
export function changeRole(ctx: Context, userId: string, change: RoleChange): void {
	const actor = permit(ctx, 'users.manage');
	const role = checkedRole(change.role);
	inTransaction(ctx.db, () => {
		const member = memberOf(ctx, actor, userId);
		if (member.role === role) return;
		if (!users.setRole(ctx.db, actor.organisationId, userId, { role, version: change.version }))
			throw new ConflictError(`membership of ${userId} has changed`);
		keepAnAdministrator(ctx, actor);
		sessions.removeAllOfUser(ctx.db, userId);
		record(ctx, {
			action: 'user.role',
			entity: 'user',
			entityId: userId,
			field: 'role',
			oldValue: member.role,
			newValue: role
		});
	});
}

/** Shuts a colleague out, or lets them in again. */
export function setActive(ctx: Context, userId: string, isActive: boolean): void {
	const actor = permit(ctx, 'users.manage');
	inTransaction(ctx.db, () => {
		const member = memberOf(ctx, actor, userId);
		if (member.isActive === isActive) return;
		users.setActive(ctx.db, userId, isActive);
		if (!isActive) reminders.endFeeds(ctx.db, userId);
		keepAnAdministrator(ctx, actor);
		if (!isActive) {
			sessions.removeAllOfUser(ctx.db, userId);
			links.removeUnusedOfUser(ctx.db, userId);
		}
		record(ctx, {
			action: isActive ? 'user.activate' : 'user.deactivate',
			entity: 'user',
			entityId: userId,
			field: 'active',
			oldValue: String(member.isActive),
			newValue: String(isActive)
		});
	});
}

function memberOf(ctx: Context, actor: Member, userId: string) {
	const member = users.readMember(ctx.db, actor.organisationId, userId);
	if (!member) throw new NotFoundError(`No member ${userId} in this organisation.`);
	return member;
}

/** Undoes the transaction when nobody would be left who can manage people. */
function keepAnAdministrator(ctx: Context, actor: Member): void {
	if (users.countAdministrators(ctx.db, actor.organisationId) > 0) return;
	throw new InvalidInputError({
		role: {
			sv: 'Det måste finnas minst en aktiv administratör. Gör någon annan till administratör först.',
			en: 'There must be at least one active administrator. Make somebody else administrator first.'
		}
	});
}
