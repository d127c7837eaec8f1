import { roles } from '../db/roles.ts';
import * as users from '../store/users.ts';
import { permit, type Context } from './context.ts';

export function peoplePage(ctx: Context) {
	const actor = permit(ctx, 'users.manage');
	return { members: users.listMembers(ctx.db, actor.organisationId), roles, self: actor.userId };
}
