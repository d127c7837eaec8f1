import { respond } from '$lib/server/respond';
import { historyPage, MOST_CHANGES } from '$lib/server/services/settings.queries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		most: MOST_CHANGES,
		changes: historyPage(event.locals.ctx, event.params.plan)
	}));
