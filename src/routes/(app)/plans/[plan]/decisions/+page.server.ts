import { respond } from '$lib/server/respond';
import { decisionsPage } from '$lib/server/services/decisions.queries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({ page: decisionsPage(event.locals.ctx, event.params.plan) }));
