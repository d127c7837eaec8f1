import { redirect } from '@sveltejs/kit';
import { keptChoices } from '$lib/format/choices';
import { readPortfolioForm } from '$lib/input/forms/portfolio-form';
import { formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { permit } from '$lib/server/services/context';
import { createPortfolio } from '$lib/server/services/portfolios.commands';
import { portfolioPage } from '$lib/server/services/portfolios.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => {
		permit(event.locals.ctx, 'plan.edit');
		return { edited: portfolioPage(event.locals.ctx, event.params.plan, null) };
	});

export const actions: Actions = {
	save: async (event) => {
		const read = readPortfolioForm(valuesOf(await formOf(event)));
		return await respondForm(event, 'save', read.values, () => {
			const id = createPortfolio(event.locals.ctx, event.params.plan, read);
			const choices = keptChoices(event.url.searchParams, { portfolio: id });
			redirect(303, `/plans/${event.params.plan}/portfolios/${id}${choices}`);
		});
	}
};
