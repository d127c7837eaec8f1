import { field, formOf, respond, respondForm } from '$lib/server/respond';
import { overviewPage } from '$lib/server/services/plan-pages.queries';
import { renamePlan } from '$lib/server/services/plans.commands';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		overview: overviewPage(
			event.locals.ctx,
			event.params.plan,
			event.url.searchParams.get('portfolio')
		)
	}));

export const actions: Actions = {
	rename: async (event) => {
		const form = await formOf(event);
		const name = field(form, 'name');
		const version = Number(field(form, 'version'));
		return await respondForm(event, 'rename', { name }, () => {
			renamePlan(event.locals.ctx, event.params.plan, { name, version });
			return { isSaved: true };
		});
	}
};
