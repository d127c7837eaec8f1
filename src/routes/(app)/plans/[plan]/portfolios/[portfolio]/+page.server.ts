import { redirect } from '@sveltejs/kit';
import { keptChoices } from '$lib/format/choices';
import { readPortfolioForm } from '$lib/input/forms/portfolio-form';
import { field, formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import {
	copyPortfolio,
	removePortfolio,
	savePortfolio
} from '$lib/server/services/portfolios.commands';
import { portfolioPage } from '$lib/server/services/portfolios.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		edited: portfolioPage(event.locals.ctx, event.params.plan, event.params.portfolio)
	}));

export const actions: Actions = {
	save: async (event) => {
		const form = await formOf(event);
		const read = readPortfolioForm(valuesOf(form));
		const { plan, portfolio } = event.params;
		return await respondForm(event, 'save', read.values, () => {
			const version = Number(field(form, 'version'));
			savePortfolio(event.locals.ctx, plan, portfolio, { ...read, version });
			return { form: 'saved' as const };
		});
	},
	copy: async (event) => {
		const { plan, portfolio } = event.params;
		const id = await respond(event, () => copyPortfolio(event.locals.ctx, plan, portfolio));
		const choices = keptChoices(event.url.searchParams, { portfolio: id });
		redirect(303, `/plans/${plan}/portfolios/${id}${choices}`);
	},
	remove: async (event) => {
		const { plan, portfolio } = event.params;
		const version = field(await formOf(event), 'version');
		await respond(event, () => removePortfolio(event.locals.ctx, plan, portfolio, Number(version)));
		const choices = keptChoices(event.url.searchParams, { portfolio: null, removed: portfolio });
		redirect(303, `/plans/${plan}/portfolios${choices}`);
	}
};
