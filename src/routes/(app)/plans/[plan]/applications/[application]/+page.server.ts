import { redirect } from '@sveltejs/kit';
import { keptChoices } from '$lib/format/choices';
import { readApplicationForm } from '$lib/input/forms/application-form';
import { field, formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { removeApplication, saveApplication } from '$lib/server/services/applications.commands';
import { applicationPage } from '$lib/server/services/applications.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		edited: applicationPage(event.locals.ctx, event.params.plan, event.params.application)
	}));

export const actions: Actions = {
	save: async (event) => {
		const form = await formOf(event);
		const read = readApplicationForm(valuesOf(form));
		const { plan, application } = event.params;
		return await respondForm(event, 'save', read.values, () => {
			const version = Number(field(form, 'version'));
			saveApplication(event.locals.ctx, plan, application, { ...read, version });
			return { form: 'saved' as const };
		});
	},
	remove: async (event) => {
		const { plan, application } = event.params;
		const form = await formOf(event);
		const seen = { version: Number(field(form, 'version')), lines: field(form, 'lines') };
		await respond(event, () => removeApplication(event.locals.ctx, plan, application, seen));
		const choices = keptChoices(event.url.searchParams, { removed: application });
		redirect(303, `/plans/${plan}/applications${choices}`);
	}
};
