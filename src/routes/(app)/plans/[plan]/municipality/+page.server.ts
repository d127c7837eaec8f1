import { field, formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { saveMunicipality } from '$lib/server/services/sections.commands';
import { municipalityPage } from '$lib/server/services/settings.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({ edited: municipalityPage(event.locals.ctx, event.params.plan) }));

export const actions: Actions = {
	save: async (event) => {
		const form = await formOf(event);
		const values = valuesOf(form);
		return await respondForm(event, 'save', values, () => {
			const version = Number(field(form, 'version'));
			saveMunicipality(event.locals.ctx, event.params.plan, { version, values });
			return { form: 'saved' as const };
		});
	}
};
