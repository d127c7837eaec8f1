import { field, formOf, respond, respondForm } from '$lib/server/respond';
import { changeRole, invite, makeResetLink, setActive } from '$lib/server/services/people.commands';
import { peoplePage } from '$lib/server/services/people.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => respond(event, () => peoplePage(event.locals.ctx));

export const actions: Actions = {
	invite: async (event) => {
		const form = await formOf(event);
		const values = { email: field(form, 'email'), role: field(form, 'role') };
		const { ctx, origin } = event.locals;
		return await respondForm(event, 'invite', values, () => ({
			link: origin + invite(ctx, values),
			who: values.email,
			hours: 72
		}));
	},
	reset: async (event) => {
		const form = await formOf(event);
		const { ctx, origin } = event.locals;
		return await respondForm(event, 'reset', {}, () => ({
			link: origin + makeResetLink(ctx, field(form, 'user')),
			who: field(form, 'email'),
			hours: 1
		}));
	},
	role: async (event) => {
		const form = await formOf(event);
		const change = { role: field(form, 'role'), version: Number(field(form, 'version')) };
		return await respondForm(event, 'role', {}, () => {
			changeRole(event.locals.ctx, field(form, 'user'), change);
			return { isSaved: true };
		});
	},
	active: async (event) => {
		const form = await formOf(event);
		return await respondForm(event, 'active', {}, () => {
			setActive(event.locals.ctx, field(form, 'user'), field(form, 'active') === 'true');
			return { isSaved: true };
		});
	}
};
