import { json } from '@sveltejs/kit';
import { respond } from '$lib/server/respond';
import { workingCopy } from '$lib/server/services/plans.queries';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) =>
	json(await respond(event, () => workingCopy(event.locals.ctx, event.params.plan)));
