import { fileResponse } from '$lib/server/file-response';
import { respond } from '$lib/server/respond';
import { planList } from '$lib/server/services/exports.queries';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { locals, params, url } = event;
	const asked = { kind: url.searchParams.get('of'), style: url.searchParams.get('style') };
	const file = await respond(event, () => planList(locals.ctx, params.plan, asked, locals.locale));
	return fileResponse(file, 'text/csv; charset=utf-8');
};
