import { redirect } from '@sveltejs/kit';
import { keptChoices } from '$lib/format/choices';
import { formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { proposeDecision } from '$lib/server/services/decisions.commands';
import { newDecisionPage } from '$lib/server/services/decisions.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		page: newDecisionPage(
			event.locals.ctx,
			event.params.plan,
			event.url.searchParams.get('portfolio')
		)
	}));

export const actions: Actions = {
	propose: async (event) => {
		const values = valuesOf(await formOf(event));
		return await respondForm(event, 'propose', values, () => {
			const { ctx } = event.locals;
			const state = values['state'] ?? '';
			const portfolio = values['portfolio'] || null;
			const id = proposeDecision(ctx, event.params.plan, portfolio, { state, values });
			const choices = keptChoices(event.url.searchParams);
			redirect(303, `/plans/${event.params.plan}/decisions/${id}${choices}`);
		});
	}
};
