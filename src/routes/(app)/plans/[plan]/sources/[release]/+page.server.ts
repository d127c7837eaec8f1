import { redirect } from '@sveltejs/kit';
import { formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { takeIn } from '$lib/server/services/sources.commands';
import { releasePage } from '$lib/server/services/sources.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => {
		const { searchParams } = event.url;
		return {
			release: releasePage(event.locals.ctx, event.params.plan, event.params.release, {
				against: searchParams.get('against'),
				from: searchParams.get('from')
			})
		};
	});

export const actions: Actions = {
	take: async (event) => {
		const { plan, release } = event.params;
		const values = valuesOf(await formOf(event));
		return await respondForm(event, 'take', values, () => {
			takeIn(event.locals.ctx, plan, release, values);
			redirect(303, `/plans/${plan}/sources?done`);
		});
	}
};
