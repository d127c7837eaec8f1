import { respond } from '$lib/server/respond';
import { portfoliosPage } from '$lib/server/services/portfolios.queries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		removed: event.url.searchParams.get('removed'),
		list: portfoliosPage(event.locals.ctx, event.params.plan)
	}));
