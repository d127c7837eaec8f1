import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ownPath } from '$lib/server/own-path';
import { field, formOf, respond, respondForm } from '$lib/server/respond';
import { redo, undo } from '$lib/server/services/edits';
import { planFrame } from '$lib/server/services/plans.queries';
import type { Actions, PageServerLoad } from './$types';

/** The page that says why a step could not be undone or redone; nobody goes here else. */
export const load: PageServerLoad = (event) =>
	respond(event, () => {
		planFrame(event.locals.ctx, event.params.plan);
	});

async function take(event: RequestEvent<{ plan: string }>, step: typeof undo) {
	const { plan } = event.params;
	const to = ownPath(field(await formOf(event), 'to'));
	const refused = await respondForm(event, 'step', {}, () => step(event.locals.ctx, plan));
	if (refused) return refused;
	redirect(303, to === '/' ? `/plans/${plan}` : to);
}

export const actions: Actions = {
	undo: async (event) => take(event, undo),
	redo: async (event) => take(event, redo)
};
