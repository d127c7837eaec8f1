import { respond } from '$lib/server/respond';
import { financingPage } from '$lib/server/services/plan-pages.queries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		financing: financingPage(
			event.locals.ctx,
			event.params.plan,
			event.url.searchParams.get('portfolio')
		)
	}));
