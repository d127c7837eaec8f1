import { formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { cancelRisk, startRisk } from '$lib/server/services/risks.commands';
import { riskPage } from '$lib/server/services/risks.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	event.depends('risk:job');
	return respond(event, () => ({
		risk: riskPage(event.locals.ctx, event.params.plan, event.url.searchParams.get('portfolio'))
	}));
};

export const actions: Actions = {
	start: async (event) => {
		const values = valuesOf(await formOf(event));
		return await respondForm(event, 'start', values, () => {
			const portfolio = event.url.searchParams.get('portfolio');
			startRisk(event.locals.ctx, event.params.plan, portfolio, values);
			return { form: 'started' as const };
		});
	},
	cancel: async (event) =>
		await respondForm(event, 'cancel', {}, () => {
			const portfolio = event.url.searchParams.get('portfolio');
			cancelRisk(event.locals.ctx, event.params.plan, portfolio);
			return { form: 'cancelled' as const };
		})
};
