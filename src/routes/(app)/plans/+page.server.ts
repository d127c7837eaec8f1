import { redirect } from '@sveltejs/kit';
import { field, formOf, respond } from '$lib/server/respond';
import { removePlan, restorePlan } from '$lib/server/services/plans.commands';
import { plansPage } from '$lib/server/services/plans.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		...plansPage(event.locals.ctx),
		removed: event.url.searchParams.get('removed')
	}));

export const actions: Actions = {
	remove: async (event) => {
		const id = field(await formOf(event), 'plan');
		await respond(event, () => removePlan(event.locals.ctx, id));
		redirect(303, `/plans?removed=${encodeURIComponent(id)}`);
	},
	restore: async (event) => {
		const id = field(await formOf(event), 'plan');
		await respond(event, () => restorePlan(event.locals.ctx, id));
		redirect(303, '/plans');
	}
};
