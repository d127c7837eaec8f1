import { redirect } from '@sveltejs/kit';
import { respond } from '$lib/server/respond';
import { signOut } from '$lib/server/services/sign-in.commands';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const { ctx, sessions, sessionCookie } = event.locals;
	if (sessionCookie) {
		const cookie = await respond(event, () => signOut(ctx, sessions, sessionCookie));
		event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
	}
	redirect(303, '/sign-in');
};
