import { respond } from '$lib/server/respond';
import { planFrame } from '$lib/server/services/plans.queries';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) =>
	respond(event, () => ({ frame: planFrame(event.locals.ctx, event.params.plan) }));
