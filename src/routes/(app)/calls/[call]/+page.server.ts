import { redirect } from '@sveltejs/kit';
import { field, formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { callPage } from '$lib/server/services/calls.queries';
import { removeEntry, saveCall } from '$lib/server/services/catalogue.commands';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({ edited: callPage(event.locals.ctx, event.params.call, null) }));

export const actions: Actions = {
	save: async (event) => {
		const form = await formOf(event);
		const values = valuesOf(form);
		const { ctx } = event.locals;
		return await respondForm(event, 'save', values, () => {
			saveCall(ctx, event.params.call, field(form, 'version'), values);
			return { form: 'saved' as const };
		});
	},
	remove: async (event) => {
		const form = await formOf(event);
		const { ctx } = event.locals;
		return await respondForm(event, 'remove', {}, () => {
			removeEntry(ctx, 'call', event.params.call, field(form, 'version'));
			redirect(303, '/calls');
		});
	}
};
