import { secretHash } from '../auth/secrets.ts';
import * as links from '../store/one-time-links.ts';
import * as organisations from '../store/organisations.ts';
import * as users from '../store/users.ts';
import type { Context } from './context.ts';
import { NotFoundError } from './errors.ts';

/** What the holder of a one-time link is asked to do. Used, expired and unknown links answer alike. */
export function linkPage(ctx: Context, token: string) {
	const link = links.readUsable(ctx.db, secretHash(token), ctx.now());
	if (!link) throw new NotFoundError('no usable link');
	const user = link.userId ? users.readById(ctx.db, link.userId) : null;
	return {
		kind: link.kind,
		email: user?.email ?? link.email,
		role: link.role,
		organisation: link.organisationId
			? (organisations.read(ctx.db, link.organisationId)?.name ?? null)
			: null
	};
}
