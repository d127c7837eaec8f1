import { respond } from '$lib/server/respond';
import { briefPage } from '$lib/server/services/brief.queries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		brief: briefPage(event.locals.ctx, event.params.plan, event.url.searchParams.get('portfolio'))
	}));
