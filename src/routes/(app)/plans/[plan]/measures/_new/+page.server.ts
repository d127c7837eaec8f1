import { redirect } from '@sveltejs/kit';
import { keptChoices } from '$lib/format/choices';
import { readMeasureForm } from '$lib/input/forms/measure-form';
import { respond, respondForm } from '$lib/server/respond';
import { permit } from '$lib/server/services/context';
import { createMeasure } from '$lib/server/services/measures.commands';
import { measurePage } from '$lib/server/services/measures.queries';
import { measureValues, oneMore } from '../measure-actions';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => {
		permit(event.locals.ctx, 'plan.edit');
		return { measure: measurePage(event.locals.ctx, event.params.plan, null) };
	});

export const actions: Actions = {
	save: async (event) => {
		const read = readMeasureForm(await measureValues(event));
		return await respondForm(event, 'save', read.values, () => {
			const id = createMeasure(event.locals.ctx, event.params.plan, read);
			const choices = keptChoices(event.url.searchParams);
			redirect(303, `/plans/${event.params.plan}/measures/${id}${choices}`);
		});
	},
	more: async (event) => oneMore(event)
};
