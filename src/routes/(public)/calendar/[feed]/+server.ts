import { respond } from '$lib/server/respond';
import { calendarFeed } from '$lib/server/services/calls.queries';
import type { RequestHandler } from './$types';

/** A calendar program comes without a session: the address itself is the secret. */
export const GET: RequestHandler = (event) =>
	respond(event, () => {
		const token = event.params.feed.replace(/\.ics$/, '');
		const { ctx, origin } = event.locals;
		return new Response(calendarFeed(ctx, token, origin), {
			headers: {
				'content-type': 'text/calendar; charset=utf-8',
				'content-disposition': 'inline; filename="utlysningar.ics"'
			}
		});
	});
