import { redirect } from '@sveltejs/kit';
import { formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { callPage } from '$lib/server/services/calls.queries';
import { permitCatalogueEdit } from '$lib/server/services/catalogue';
import { createCall } from '$lib/server/services/catalogue.commands';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => {
		permitCatalogueEdit(event.locals.ctx);
		const programme = event.url.searchParams.get('programme');
		return { edited: callPage(event.locals.ctx, null, programme) };
	});

export const actions: Actions = {
	save: async (event) => {
		const values = valuesOf(await formOf(event));
		return await respondForm(event, 'save', values, () => {
			const id = createCall(event.locals.ctx, values);
			redirect(303, `/calls/${id}`);
		});
	}
};
