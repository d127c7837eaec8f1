import { redirect } from '@sveltejs/kit';
import { readMeasureForm } from '$lib/input/forms/measure-form';
import { field, formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { copyMeasure, removeMeasure, saveMeasure } from '$lib/server/services/measures.commands';
import { measurePage } from '$lib/server/services/measures.queries';
import { oneMore } from '../measure-actions';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		measure: measurePage(event.locals.ctx, event.params.plan, event.params.measure)
	}));

export const actions: Actions = {
	save: async (event) => {
		const form = await formOf(event);
		const read = readMeasureForm(valuesOf(form));
		return await respondForm(event, 'save', read.values, () => {
			const edit = { ...read, version: field(form, 'version') };
			saveMeasure(event.locals.ctx, event.params.plan, event.params.measure, edit);
			return { form: 'saved' as const };
		});
	},
	more: async (event) => oneMore(event),
	copy: async (event) => {
		const { plan, measure } = event.params;
		const id = await respond(event, () => copyMeasure(event.locals.ctx, plan, measure));
		redirect(303, `/plans/${plan}/measures/${id}`);
	},
	remove: async (event) => {
		const { plan, measure } = event.params;
		await respond(event, () => removeMeasure(event.locals.ctx, plan, measure));
		redirect(303, `/plans/${plan}/measures?removed=${encodeURIComponent(measure)}`);
	}
};
