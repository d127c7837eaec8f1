import { redirect } from '@sveltejs/kit';
import { field, formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { answerRows, forgetAnswers, importSheet } from '$lib/server/services/sheets.commands';
import { sheetRows } from '$lib/server/services/sheets.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		rows: sheetRows(event.locals.ctx, event.params.plan, event.params.upload)
	}));

export const actions: Actions = {
	answer: async (event) => {
		const { plan, upload } = event.params;
		const values = valuesOf(await formOf(event));
		await respond(event, () => answerRows(event.locals.ctx, plan, upload, values));
		redirect(303, `/plans/${plan}/sheets/${upload}/rows`);
	},
	forget: async (event) => {
		const { plan, upload } = event.params;
		await respond(event, () => forgetAnswers(event.locals.ctx, plan, upload));
		redirect(303, `/plans/${plan}/sheets/${upload}/rows`);
	},
	read: async (event) => {
		const { plan, upload } = event.params;
		const seen = field(await formOf(event), 'seen');
		return await respondForm(event, 'read', {}, () => {
			const count = importSheet(event.locals.ctx, plan, upload, seen);
			redirect(303, `/plans/${plan}/sheets?done=${count}`);
		});
	}
};
