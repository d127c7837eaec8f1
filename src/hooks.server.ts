import { randomUUID } from 'node:crypto';
import { building } from '$app/environment';
import { env } from '$env/dynamic/private';
import {
	error,
	isHttpError,
	redirect,
	type Handle,
	type HandleServerError,
	type RequestEvent,
	type ServerInit
} from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { localeFrom } from '$lib/i18n/messages';
import { startApp, type App } from '$lib/server/app';
import { isLoopback } from '$lib/server/auth/cookie-policy';
import { bodyLimit } from '$lib/server/body-limit';
import example from '$lib/server/example/alvesta.json?raw';
import { securityHeaders } from '$lib/server/security-headers';
import { settingsFrom } from '$lib/server/settings';

let app: App;

export const init: ServerInit = async () => {
	if (building) return;
	app = await startApp(settingsFrom(env), example);
	process.on('sveltekit:shutdown', () => app.close());
};

const prepareContext: Handle = async ({ event, resolve }) => {
	const { db, sessions, settings } = app;
	const sessionCookie = event.cookies.get(sessions.cookieName) ?? null;
	const found = sessionCookie ? await sessions.check(sessionCookie) : null;
	if (found?.cookie)
		event.cookies.set(found.cookie.name, found.cookie.value, {
			path: '/',
			...found.cookie.attributes
		});
	event.locals = {
		ctx: { db, now: Date.now, requestId: randomUUID(), actor: found?.actor ?? null },
		sessions,
		locale: localeFrom(event.cookies.get('locale')),
		sessionCookie,
		dataDir: settings.dataDir,
		origin: settings.origin
	};
	return resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%locale%', event.locals.locale)
	});
};

/** Pages for whoever has the address, and for nobody who searches. */
const SHARED = '/(public)/shared/';

const addHeaders: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	for (const [name, value] of Object.entries(securityHeaders(app.settings.origin)))
		if (!response.headers.has(name)) response.headers.set(name, value);
	response.headers.set('cache-control', 'no-store');
	if (event.route.id?.startsWith(SHARED)) response.headers.set('x-robots-tag', 'noindex, nofollow');
	return response;
};

/** Writes down every refusal under the id that its page shows. What fails unforeseen is written down by handleError. */
const noteRefusals: Handle = async ({ event, resolve }) => {
	const note = (status: number) => {
		if (status < 400 || status >= 500) return;
		app.log.info({ ...whatOf(event), status }, 'refused');
	};
	try {
		const response = await resolve(event);
		note(response.status);
		return response;
	} catch (thrown) {
		if (isHttpError(thrown)) note(thrown.status);
		throw thrown;
	}
};

/** What the log says of a request: no name, no address, no content. */
function whatOf({ locals, request, route }: RequestEvent) {
	return { id: locals.ctx.requestId, method: request.method, route: route.id };
}

/** Answers only for its own address: 127.0.0.1 goes to localhost, so that forms and the cookie work. */
const ownAddress: Handle = ({ event, resolve }) => {
	const host = event.request.headers.get('host');
	const own = new URL(app.settings.origin);
	if (host && host !== own.host && event.request.method === 'GET') {
		const asked = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null;
		if (asked && isLoopback(asked.hostname) && isLoopback(own.hostname) && asked.port === own.port)
			redirect(307, own.origin + event.url.pathname + event.url.search);
	}
	return resolve(event);
};

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A change is only taken from our own pages, and only in the size that its form needs. */
const ownForms: Handle = ({ event, resolve }) => {
	const { request, locals, route } = event;
	if (SAFE_METHODS.has(request.method)) return resolve(event);
	const id = locals.ctx.requestId;
	const site = request.headers.get('sec-fetch-site');
	const isForeign = request.headers.get('origin') !== event.url.origin;
	if (isForeign || (site && site !== 'same-origin')) error(403, { message: 'foreign-form', id });
	const length = request.headers.get('content-length');
	if (length === null) error(411, { message: 'length-needed', id });
	const isMultipart = /^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '');
	const most = bodyLimit(route.id, event.url.search, isMultipart);
	if (Number(length) > most) error(413, { message: 'too-large', id });
	return resolve(event);
};

export const handle: Handle = sequence(
	addHeaders,
	ownAddress,
	prepareContext,
	noteRefusals,
	ownForms
);

/** An error's name, message and place, without what else it carries: a plan's figures are not for the log. */
function named(thrown: unknown) {
	if (!(thrown instanceof Error)) return { message: typeof thrown };
	return { type: thrown.name, message: thrown.message, stack: thrown.stack };
}

/** Everything unforeseen gets an id that the error page shows and the log keeps; neither names a person. */
export const handleError: HandleServerError = ({ error: thrown, event, status }) => {
	const id = event.locals.ctx?.requestId ?? randomUUID();
	if (status >= 500)
		app.log.error(
			{ id, status, method: event.request.method, route: event.route.id, err: named(thrown) },
			'failed'
		);
	return { message: status === 404 ? 'not-found' : 'unexpected', id };
};
