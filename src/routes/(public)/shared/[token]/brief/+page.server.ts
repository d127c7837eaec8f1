import { respond } from '$lib/server/respond';
import { sharedBrief } from '$lib/server/services/shares.queries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () =>
		sharedBrief(
			event.locals.ctx,
			event.params.token,
			event.getClientAddress(),
			event.url.searchParams.get('portfolio')
		)
	);
