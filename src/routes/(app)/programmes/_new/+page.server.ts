import { redirect } from '@sveltejs/kit';
import { formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { permitCatalogueEdit } from '$lib/server/services/catalogue';
import { createProgramme } from '$lib/server/services/catalogue.commands';
import { programmePage } from '$lib/server/services/programmes.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => {
		permitCatalogueEdit(event.locals.ctx);
		return { programme: programmePage(event.locals.ctx, null) };
	});

export const actions: Actions = {
	save: async (event) => {
		const values = valuesOf(await formOf(event));
		return await respondForm(event, 'save', values, () => {
			const id = createProgramme(event.locals.ctx, values);
			redirect(303, `/programmes/${id}`);
		});
	}
};
