import { redirect } from '@sveltejs/kit';
import { field, formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import {
	dropAnalysis,
	makePurchaseMeasure,
	saveAnalysis
} from '$lib/server/services/spend.commands';
import { analysisPage } from '$lib/server/services/spend.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		analysis: analysisPage(event.locals.ctx, event.params.plan, event.params.analysis),
		isSaved: event.url.searchParams.has('saved')
	}));

export const actions: Actions = {
	save: async (event) => {
		const { plan, analysis } = event.params;
		const values = valuesOf(await formOf(event));
		return await respondForm(event, 'save', values, () => {
			saveAnalysis(event.locals.ctx, plan, analysis, values);
			redirect(303, `/plans/${plan}/spend/${analysis}?saved`);
		});
	},
	measure: async (event) => {
		const { plan, analysis } = event.params;
		const category = field(await formOf(event), 'category');
		const id = await respond(event, () =>
			makePurchaseMeasure(event.locals.ctx, plan, analysis, category)
		);
		redirect(303, `/plans/${plan}/measures/${id}`);
	},
	remove: async (event) => {
		const { plan, analysis } = event.params;
		await respond(event, () => dropAnalysis(event.locals.ctx, plan, analysis));
		redirect(303, `/plans/${plan}/spend`);
	}
};
