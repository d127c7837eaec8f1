import { respond } from '$lib/server/respond';
import { sharedComparison } from '$lib/server/services/shares.queries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		compare: sharedComparison(event.locals.ctx, event.params.token, event.getClientAddress())
	}));
