import { respond } from '$lib/server/respond';
import { exportChoices } from '$lib/server/services/exports.queries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({ choices: exportChoices(event.locals.ctx, event.params.plan) }));
