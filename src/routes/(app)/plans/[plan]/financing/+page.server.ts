import { field, formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { financingPage } from '$lib/server/services/financing.queries';
import { setFundingStatus } from '$lib/server/services/funding.commands';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		financing: financingPage(
			event.locals.ctx,
			event.params.plan,
			event.url.searchParams.get('portfolio')
		)
	}));

export const actions: Actions = {
	status: async (event) => {
		const form = await formOf(event);
		const line = field(form, 'line');
		return await respondForm(event, line, valuesOf(form), () => {
			setFundingStatus(event.locals.ctx, event.params.plan, line, {
				status: field(form, 'status'),
				caseNumber: field(form, 'decision.caseNumber'),
				date: field(form, 'decision.date'),
				version: Number(field(form, 'version'))
			});
			return { form: line };
		});
	}
};
