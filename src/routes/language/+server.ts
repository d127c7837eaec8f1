import { redirect } from '@sveltejs/kit';
import { localeFrom } from '$lib/i18n/messages';
import { field } from '$lib/server/respond';
import { ownPath } from '$lib/server/own-path';
import type { RequestHandler } from './$types';

const YEAR = 365 * 24 * 3600;

export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData();
	cookies.set('locale', localeFrom(field(form, 'locale')), {
		path: '/',
		maxAge: YEAR,
		secure: url.protocol === 'https:'
	});
	redirect(303, ownPath(field(form, 'to')));
};
