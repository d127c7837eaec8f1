import { respond } from '$lib/server/respond';
import { sharedFrame } from '$lib/server/services/shares.queries';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) =>
	respond(event, () => ({
		shared: sharedFrame(event.locals.ctx, event.params.token, event.getClientAddress())
	}));
