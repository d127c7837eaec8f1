import { redirect } from '@sveltejs/kit';
import { field, formOf, respond, respondForm } from '$lib/server/respond';
import { changePassword, endSession } from '$lib/server/services/account.commands';
import { accountPage } from '$lib/server/services/account.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		...accountPage(event.locals.ctx, event.locals.sessionCookie ?? ''),
		isChanged: event.url.searchParams.has('changed')
	}));

export const actions: Actions = {
	password: async (event) => {
		const { ctx, sessions } = event.locals;
		const form = await formOf(event);
		const change = { current: field(form, 'current'), next: field(form, 'next') };
		const cookie = await respondForm(event, 'password', {}, () =>
			changePassword(ctx, sessions, change, event.getClientAddress())
		);
		if ('status' in cookie) return cookie;
		event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
		redirect(303, '/account?changed');
	},
	end: async (event) => {
		const handle = field(await formOf(event), 'session');
		await respond(event, () => endSession(event.locals.ctx, handle));
	}
};
