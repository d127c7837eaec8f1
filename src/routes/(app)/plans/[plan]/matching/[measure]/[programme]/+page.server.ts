import { field, formOf, respond, respondForm } from '$lib/server/respond';
import { addApplication, answerFact } from '$lib/server/services/matching.commands';
import { matchPage } from '$lib/server/services/matching.queries';
import type { Actions, PageServerLoad } from './$types';

const chosenOf = ({
	params,
	url
}: {
	params: { measure: string; programme: string };
	url: URL;
}) => ({
	measure: params.measure,
	programme: params.programme,
	call: url.searchParams.get('call')
});

export const load: PageServerLoad = (event) =>
	respond(event, () => {
		const portfolio = event.url.searchParams.get('portfolio');
		return {
			match: matchPage(event.locals.ctx, event.params.plan, portfolio, chosenOf(event))
		};
	});

export const actions: Actions = {
	answer: async (event) => {
		const form = await formOf(event);
		const fact = { key: field(form, 'key'), answer: field(form, 'answer') };
		const { plan, measure } = event.params;
		return await respondForm(event, 'answer', fact, () => {
			answerFact(event.locals.ctx, plan, measure, fact);
			return { form: 'answered' as const };
		});
	},
	add: async (event) => {
		const { ctx } = event.locals;
		const portfolio = event.url.searchParams.get('portfolio');
		return await respondForm(event, 'add', {}, () => {
			addApplication(ctx, event.params.plan, portfolio, chosenOf(event));
			return { form: 'added' as const };
		});
	}
};
