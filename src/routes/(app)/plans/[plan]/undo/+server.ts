import { redirect } from '@sveltejs/kit';
import { ownPath } from '$lib/server/own-path';
import { field, formOf, respond } from '$lib/server/respond';
import { undo } from '$lib/server/services/edits';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const to = ownPath(field(await formOf(event), 'to'));
	await respond(event, () => undo(event.locals.ctx, event.params.plan));
	redirect(303, to === '/' ? `/plans/${event.params.plan}` : to);
};
