import { respond } from '$lib/server/respond';
import { comparePage } from '$lib/server/services/portfolios.queries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		compare: comparePage(event.locals.ctx, event.params.plan, event.url.searchParams.getAll('with'))
	}));
