import { redirect } from '@sveltejs/kit';
import { localeFrom } from '$lib/i18n/messages';
import { field, formOf } from '$lib/server/respond';
import { ownPath } from '$lib/server/own-path';
import type { RequestHandler } from './$types';

const YEAR = 365 * 24 * 3600;

export const POST: RequestHandler = async (event) => {
	const form = await formOf(event);
	event.cookies.set('locale', localeFrom(field(form, 'locale')), {
		path: '/',
		maxAge: YEAR,
		secure: event.url.protocol === 'https:'
	});
	redirect(303, ownPath(field(form, 'to')));
};
