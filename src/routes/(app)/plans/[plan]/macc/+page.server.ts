import { respond } from '$lib/server/respond';
import { maccPage } from '$lib/server/services/plan-pages.queries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		macc: maccPage(event.locals.ctx, event.params.plan, event.url.searchParams.get('portfolio'))
	}));
