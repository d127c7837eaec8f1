import { redirect } from '@sveltejs/kit';
import { formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { chooseColumns, dropSheet } from '$lib/server/services/sheets.commands';
import { sheetColumns } from '$lib/server/services/sheets.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		sheet: sheetColumns(event.locals.ctx, event.params.plan, event.params.upload)
	}));

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
