import { redirect } from '@sveltejs/kit';
import { field, formOf, respond } from '$lib/server/respond';
import { cancelImport } from '$lib/server/services/plans.commands';
import { confirmUpdate, updatePreview } from '$lib/server/services/updates';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		update: updatePreview(event.locals.ctx, event.params.plan, event.params.upload)
	}));

export const actions: Actions = {
	confirm: async (event) => {
		const { plan, upload } = event.params;
		const version = Number(field(await formOf(event), 'version'));
		await respond(event, () => confirmUpdate(event.locals.ctx, plan, upload, version));
		redirect(303, `/plans/${plan}/history`);
	},
	cancel: async (event) => {
		await respond(event, () => cancelImport(event.locals.ctx, event.params.upload));
		redirect(303, `/plans/${event.params.plan}/settings`);
	}
};
