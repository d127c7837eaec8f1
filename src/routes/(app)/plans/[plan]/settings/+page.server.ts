import { field, formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { saveSettings } from '$lib/server/services/sections.commands';
import { settingsPage } from '$lib/server/services/settings.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({ settings: settingsPage(event.locals.ctx, event.params.plan) }));

export const actions: Actions = {
	save: async (event) => {
		const form = await formOf(event);
		const values = valuesOf(form);
		return await respondForm(event, 'save', values, () => {
			const version = field(form, 'version');
			saveSettings(event.locals.ctx, event.params.plan, { version, values });
			return { form: 'saved' as const };
		});
	}
};
