import { fail, redirect } from '@sveltejs/kit';
import { LARGEST_UPLOAD } from '$lib/server/body-limit';
import { formOf, respond, respondForm } from '$lib/server/respond';
import { cancelReading, readSheetFile } from '$lib/server/services/sheets.commands';
import { sheetStart } from '$lib/server/services/sheets.queries';
import { waitALittle } from '$lib/server/wait-a-little';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	event.depends('sheets:job');
	return respond(event, () => ({
		start: sheetStart(event.locals.ctx, event.params.plan),
		/** Rows of the file that was just read in. */
		done: Number(event.url.searchParams.get('done')) || null,
		/** Changes of the workbook that was just read in; none, where the plan's side of every conflict was chosen. */
		changed: event.url.searchParams.has('changed')
			? Number(event.url.searchParams.get('changed')) || 0
			: null
	}));
};

export const actions: Actions = {
	upload: async (event) => {
		const { ctx } = event.locals;
		const { plan } = event.params;
		await respond(event, () => sheetStart(ctx, plan));
		const file = (await formOf(event)).get('file');
		if (!(file instanceof File) || file.size === 0)
			return fail(422, { form: 'upload', reason: 'no-file' as const });
		if (file.size > LARGEST_UPLOAD)
			return fail(413, { form: 'upload', reason: 'too-large' as const });
		const bytes = new Uint8Array(await file.arrayBuffer());
		const refused = await respondForm(event, 'upload', {}, () =>
			readSheetFile(ctx, plan, { name: file.name, bytes })
		);
		if (refused) return refused;
		await waitALittle(() => sheetStart(ctx, plan).state === 'running');
		const { state, refusal, waiting } = sheetStart(ctx, plan);
		const read = state === 'done' && !refusal ? waiting : null;
		redirect(303, `/plans/${plan}/sheets${read ? `/${read.id}` : ''}`);
	},
	cancel: async (event) => {
		await respond(event, () => cancelReading(event.locals.ctx, event.params.plan));
		redirect(303, `/plans/${event.params.plan}/sheets`);
	}
};
