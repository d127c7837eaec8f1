import { redirect } from '@sveltejs/kit';
import { keptChoices } from '$lib/format/choices';
import { readApplicationForm } from '$lib/input/forms/application-form';
import { formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { createApplication } from '$lib/server/services/applications.commands';
import { applicationPage } from '$lib/server/services/applications.queries';
import { permit } from '$lib/server/services/context';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => {
		permit(event.locals.ctx, 'plan.edit');
		return { edited: applicationPage(event.locals.ctx, event.params.plan, null) };
	});

export const actions: Actions = {
	save: async (event) => {
		const read = readApplicationForm(valuesOf(await formOf(event)));
		return await respondForm(event, 'save', read.values, () => {
			const id = createApplication(event.locals.ctx, event.params.plan, read);
			const choices = keptChoices(event.url.searchParams);
			redirect(303, `/plans/${event.params.plan}/applications/${id}${choices}`);
		});
	}
};
