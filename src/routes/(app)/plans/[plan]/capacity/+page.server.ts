import { field, formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { capacityPage } from '$lib/server/services/budget.queries';
import { saveCapacity } from '$lib/server/services/sections.commands';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		capacity: capacityPage(
			event.locals.ctx,
			event.params.plan,
			event.url.searchParams.get('portfolio')
		)
	}));

export const actions: Actions = {
	save: async (event) => {
		const form = await formOf(event);
		const values = valuesOf(form);
		return await respondForm(event, 'save', values, () => {
			const version = Number(field(form, 'version'));
			saveCapacity(event.locals.ctx, event.params.plan, { version, values });
			return { form: 'saved' as const };
		});
	}
};
