import { fileResponse } from '$lib/server/file-response';
import { respond } from '$lib/server/respond';
import { planWorkbook } from '$lib/server/services/exports.queries';
import type { RequestHandler } from './$types';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const GET: RequestHandler = async (event) => {
	const { locals, params, url } = event;
	const { searchParams } = url;
	const asked = { portfolio: searchParams.get('portfolio'), owner: searchParams.get('owner') };
	const file = await respond(event, () =>
		planWorkbook(locals.ctx, params.plan, asked, locals.locale)
	);
	return fileResponse(file, XLSX);
};
