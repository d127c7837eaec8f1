import { fail, redirect } from '@sveltejs/kit';
import { TooManyPasswordsError } from '$lib/server/auth/passwords';
import { ownPath } from '$lib/server/own-path';
import { field, formOf, respondForm } from '$lib/server/respond';
import { TooManyTriesError } from '$lib/server/services/errors';
import { signIn } from '$lib/server/services/sign-in.commands';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const to = ownPath(url.searchParams.get('to') ?? '/');
	if (locals.ctx.actor) redirect(303, to);
	return { to, isReady: url.searchParams.has('ready') };
};

export const actions: Actions = {
	default: async (event) => {
		const { ctx, sessions, sessionCookie } = event.locals;
		const form = await formOf(event);
		const email = field(form, 'email');
		const credentials = { email, password: field(form, 'password') };
		const caller = { address: event.getClientAddress(), oldCookie: sessionCookie };
		const result = await respondForm(event, 'sign-in', { email }, () =>
			signIn(ctx, sessions, credentials, caller).catch(waiting)
		);
		if ('status' in result) return result;
		if ('wait' in result) return fail(429, { values: { email }, ...result });
		event.cookies.set(result.name, result.value, { path: '/', ...result.attributes });
		redirect(303, ownPath(field(form, 'to')));
	}
};

/** Minutes to wait when the try was not made; 0 when the machine is busy. */
function waiting(thrown: unknown): { wait: number } {
	if (thrown instanceof TooManyTriesError) return { wait: Math.ceil(thrown.secondsLeft / 60) };
	if (thrown instanceof TooManyPasswordsError) return { wait: 0 };
	throw thrown;
}
