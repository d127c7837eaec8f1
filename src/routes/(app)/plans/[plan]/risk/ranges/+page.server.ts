import { field, formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { saveSharedRanges } from '$lib/server/services/risks.commands';
import { rangesPage } from '$lib/server/services/risks.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({ ranges: rangesPage(event.locals.ctx, event.params.plan) }));

export const actions: Actions = {
	save: async (event) => {
		const form = await formOf(event);
		const values = valuesOf(form);
		return await respondForm(event, 'save', values, () => {
			const version = Number(field(form, 'version'));
			saveSharedRanges(event.locals.ctx, event.params.plan, { version, values });
			return { form: 'saved' as const };
		});
	}
};
