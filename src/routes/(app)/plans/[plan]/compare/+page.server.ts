import { respond } from '$lib/server/respond';
import { comparePage } from '$lib/server/services/compare.queries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		compare: comparePage(event.locals.ctx, event.params.plan, {
			with: event.url.searchParams.getAll('with'),
			against: event.url.searchParams.get('against')
		})
	}));
