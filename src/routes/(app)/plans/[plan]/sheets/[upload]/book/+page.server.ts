import { redirect } from '@sveltejs/kit';
import { formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { bookView, readBook, type Taken } from '$lib/server/services/books';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		book: bookView(event.locals.ctx, event.params.plan, event.params.upload)
	}));

export const actions: Actions = {
	read: async (event) => {
		const { plan, upload } = event.params;
		const values = valuesOf(await formOf(event));
		const taken = new Map(
			Object.entries(values).flatMap(([name, value]): [string, Taken][] =>
				name.startsWith('take.') && (value === 'book' || value === 'plan')
					? [[name.slice('take.'.length), value]]
					: []
			)
		);
		const answers = { seen: values['seen'] ?? '', taken, withoutRest: values['rest'] === 'on' };
		return await respondForm(event, 'read', values, () => {
			const count = readBook(event.locals.ctx, plan, upload, answers);
			redirect(303, `/plans/${plan}/sheets?changed=${count}`);
		});
	}
};
