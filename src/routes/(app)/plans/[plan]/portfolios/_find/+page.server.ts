import { redirect } from '@sveltejs/kit';
import { keptChoices } from '$lib/format/choices';
import { field, formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import {
	cancelSearch,
	saveFound,
	startSearch,
	stopSearch
} from '$lib/server/services/searches.commands';
import { searchPage } from '$lib/server/services/searches.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	event.depends('search:job');
	return respond(event, () => ({ search: searchPage(event.locals.ctx, event.params.plan) }));
};

export const actions: Actions = {
	start: async (event) => {
		const values = valuesOf(await formOf(event));
		return await respondForm(event, 'start', values, () => {
			startSearch(event.locals.ctx, event.params.plan, values);
			return { form: 'started' as const };
		});
	},
	stop: async (event) =>
		await respondForm(event, 'stop', {}, () => {
			stopSearch(event.locals.ctx, event.params.plan);
			return { form: 'stopped' as const };
		}),
	cancel: async (event) =>
		await respondForm(event, 'cancel', {}, () => {
			cancelSearch(event.locals.ctx, event.params.plan);
			return { form: 'cancelled' as const };
		}),
	save: async (event) => {
		const form = await formOf(event);
		const values = {
			name: field(form, 'name'),
			withApplications: field(form, 'withApplications'),
			place: field(form, 'place')
		};
		return await respondForm(event, 'save', values, () => {
			const id = saveFound(event.locals.ctx, event.params.plan, {
				name: values.name,
				withApplications: values.withApplications === 'on',
				place: Number(values.place)
			});
			const choices = keptChoices(event.url.searchParams, { portfolio: id });
			redirect(303, `/plans/${event.params.plan}/portfolios/${id}${choices}`);
		});
	}
};
