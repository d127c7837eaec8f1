import { redirect } from '@sveltejs/kit';
import { respond } from '$lib/server/respond';
import { importPreview } from '$lib/server/services/imports.queries';
import { cancelImport, confirmImport } from '$lib/server/services/plans.commands';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => importPreview(event.locals.ctx, event.params.upload));

export const actions: Actions = {
	confirm: async (event) => {
		const id = await respond(event, () => confirmImport(event.locals.ctx, event.params.upload));
		redirect(303, `/plans/${id}?created`);
	},
	cancel: async (event) => {
		await respond(event, () => cancelImport(event.locals.ctx, event.params.upload));
		redirect(303, '/plans');
	}
};
