import { field, formOf, respond, respondForm } from '$lib/server/respond';
import {
	createOrganisation,
	inviteAdministrator
} from '$lib/server/services/organisations.commands';
import { organisationsPage } from '$lib/server/services/organisations.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => organisationsPage(event.locals.ctx));

export const actions: Actions = {
	create: async (event) => {
		const form = await formOf(event);
		const values = {
			name: field(form, 'name'),
			municipalityCode: field(form, 'municipalityCode').trim(),
			email: field(form, 'email')
		};
		const { ctx, origin } = event.locals;
		return await respondForm(event, 'create', values, () => ({
			link: origin + createOrganisation(ctx, values),
			who: values.email,
			hours: 72
		}));
	},
	invite: async (event) => {
		const form = await formOf(event);
		const email = field(form, 'email');
		const { ctx, origin } = event.locals;
		return await respondForm(event, 'invite', {}, () => ({
			link: origin + inviteAdministrator(ctx, field(form, 'organisation'), email),
			who: email,
			hours: 72
		}));
	}
};
