import { redirect } from '@sveltejs/kit';
import { formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { isBook } from '$lib/server/services/books';
import { chooseColumns, dropSheet } from '$lib/server/services/sheets.commands';
import { sheetColumns } from '$lib/server/services/sheets.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => {
		const { plan, upload } = event.params;
		if (isBook(event.locals.ctx, plan, upload))
			redirect(303, `/plans/${plan}/sheets/${upload}/book`);
		return { sheet: sheetColumns(event.locals.ctx, plan, upload) };
	});

export const actions: Actions = {
	choose: async (event) => {
		const { plan, upload } = event.params;
		const values = valuesOf(await formOf(event));
		return await respondForm(event, 'choose', values, () => {
			const isOtherTable = chooseColumns(event.locals.ctx, plan, upload, values);
			redirect(303, `/plans/${plan}/sheets/${upload}${isOtherTable ? '' : '/rows'}`);
		});
	},
	drop: async (event) => {
		await respond(event, () => dropSheet(event.locals.ctx, event.params.plan, event.params.upload));
		redirect(303, `/plans/${event.params.plan}/sheets`);
	}
};
