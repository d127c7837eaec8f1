import { respond } from '$lib/server/respond';
import { portfoliosPage } from '$lib/server/services/portfolios.queries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		isRemoved: event.url.searchParams.has('removed'),
		list: portfoliosPage(event.locals.ctx, event.params.plan)
	}));
