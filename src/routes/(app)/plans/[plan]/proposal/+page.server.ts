import { field, formOf, respond, respondForm } from '$lib/server/respond';
import {
	acceptProposal,
	cancelProposal,
	startProposal
} from '$lib/server/services/proposals.commands';
import { proposalPage } from '$lib/server/services/proposals.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	event.depends('proposal:job');
	return respond(event, () => ({
		proposal: proposalPage(
			event.locals.ctx,
			event.params.plan,
			event.url.searchParams.get('portfolio')
		)
	}));
};

export const actions: Actions = {
	start: async (event) => {
		const form = await formOf(event);
		const wishes = { seconds: field(form, 'seconds'), mostPerYear: field(form, 'mostPerYear') };
		const portfolio = event.url.searchParams.get('portfolio');
		return await respondForm(event, 'start', wishes, () => {
			startProposal(event.locals.ctx, event.params.plan, portfolio, wishes);
			return { form: 'started' as const };
		});
	},
	cancel: async (event) => {
		const portfolio = event.url.searchParams.get('portfolio');
		return await respondForm(event, 'cancel', {}, () => {
			cancelProposal(event.locals.ctx, event.params.plan, portfolio);
			return { form: 'cancelled' as const };
		});
	},
	accept: async (event) => {
		const form = await formOf(event);
		const places = form.getAll('application').map(String);
		const portfolio = event.url.searchParams.get('portfolio');
		return await respondForm(event, 'accept', {}, () => ({
			form: 'accepted' as const,
			count: acceptProposal(event.locals.ctx, event.params.plan, portfolio, places)
		}));
	}
};
