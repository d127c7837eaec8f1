import { redirect } from '@sveltejs/kit';
import { keptChoices } from '$lib/format/choices';
import { readMeasureForm } from '$lib/input/forms/measure-form';
import { field, formOf, respond, respondForm } from '$lib/server/respond';
import { copyMeasure, removeMeasure, saveMeasure } from '$lib/server/services/measures.commands';
import { measurePage } from '$lib/server/services/measures.queries';
import { measureValues, oneMore } from '../measure-actions';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		measure: measurePage(event.locals.ctx, event.params.plan, event.params.measure),
		copied: event.url.searchParams.get('copied')
	}));

export const actions: Actions = {
	save: async (event) => {
		const values = await measureValues(event);
		const read = readMeasureForm(values);
		return await respondForm(event, 'save', read.values, () => {
			const edit = { ...read, version: values['version'] ?? '' };
			saveMeasure(event.locals.ctx, event.params.plan, event.params.measure, edit);
			return { form: 'saved' as const };
		});
	},
	more: async (event) => oneMore(event),
	copy: async (event) => {
		const { plan, measure } = event.params;
		const id = await respond(event, () => copyMeasure(event.locals.ctx, plan, measure));
		const choices = keptChoices(event.url.searchParams, { copied: measure });
		redirect(303, `/plans/${plan}/measures/${id}${choices}`);
	},
	remove: async (event) => {
		const { plan, measure } = event.params;
		const version = field(await formOf(event), 'version');
		await respond(event, () => removeMeasure(event.locals.ctx, plan, measure, version));
		const choices = keptChoices(event.url.searchParams, { removed: measure });
		redirect(303, `/plans/${plan}/measures${choices}`);
	}
};
