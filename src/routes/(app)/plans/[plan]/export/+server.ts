import { fileResponse } from '$lib/server/file-response';
import { respond } from '$lib/server/respond';
import { planExport } from '$lib/server/services/plans.queries';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const file = await respond(event, () => planExport(event.locals.ctx, event.params.plan));
	return fileResponse(file, 'application/json; charset=utf-8');
};
