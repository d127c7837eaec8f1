import { redirect } from '@sveltejs/kit';
import { field, formOf, respond, respondForm } from '$lib/server/respond';
import { useLink } from '$lib/server/services/links.commands';
import { linkPage } from '$lib/server/services/links.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({ link: linkPage(event.locals.ctx, event.params.token) }));

export const actions: Actions = {
	default: async (event) => {
		const form = await formOf(event);
		const values = {
			organisation: field(form, 'organisation'),
			municipalityCode: field(form, 'municipalityCode').trim(),
			name: field(form, 'name'),
			email: field(form, 'email')
		};
		const result = await respondForm(event, 'link', values, () =>
			useLink(event.locals.ctx, event.params.token, {
				...values,
				password: field(form, 'password')
			})
		);
		if (typeof result !== 'string') return result;
		redirect(303, '/sign-in?ready');
	}
};
