import { redirect } from '@sveltejs/kit';
import { field, formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { removeEntry, saveProgramme } from '$lib/server/services/catalogue.commands';
import { programmePage } from '$lib/server/services/programmes.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		programme: programmePage(event.locals.ctx, event.params.programme)
	}));

export const actions: Actions = {
	save: async (event) => {
		const form = await formOf(event);
		const values = valuesOf(form);
		const { ctx } = event.locals;
		return await respondForm(event, 'save', values, () => {
			saveProgramme(ctx, event.params.programme, field(form, 'version'), values);
			return { form: 'saved' as const };
		});
	},
	remove: async (event) => {
		const form = await formOf(event);
		const { ctx } = event.locals;
		return await respondForm(event, 'remove', {}, () => {
			removeEntry(ctx, 'programme', event.params.programme, field(form, 'version'));
			redirect(303, '/programmes');
		});
	}
};
