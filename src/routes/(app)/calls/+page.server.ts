import { field, formOf, respond, respondForm } from '$lib/server/respond';
import { endFeed, makeFeed, remindOf } from '$lib/server/services/calls.commands';
import { callsPage } from '$lib/server/services/calls.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => {
		const { searchParams } = event.url;
		const wishes = {
			search: searchParams.get('search') ?? '',
			theme: searchParams.get('theme') ?? ''
		};
		return { wishes, calendar: callsPage(event.locals.ctx, wishes) };
	});

export const actions: Actions = {
	remind: async (event) => {
		const form = await formOf(event);
		const [call, days] = [field(form, 'call'), field(form, 'daysBefore').trim()];
		return await respondForm(event, 'remind', { call, daysBefore: days }, () => {
			remindOf(event.locals.ctx, call, days === '' ? NaN : Number(days));
			return { form: 'reminded' as const };
		});
	},
	unremind: async (event) => {
		const call = field(await formOf(event), 'call');
		await respond(event, () => remindOf(event.locals.ctx, call, null));
		return { form: 'unreminded' as const };
	},
	feed: (event) =>
		respond(event, () => ({ feed: event.locals.origin + makeFeed(event.locals.ctx) })),
	endFeed: async (event) => {
		await respond(event, () => endFeed(event.locals.ctx));
		return { form: 'feed-ended' as const };
	}
};
