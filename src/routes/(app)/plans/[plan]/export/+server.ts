import { respond } from '$lib/server/respond';
import { planExport } from '$lib/server/services/plans.queries';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { content, fileName } = await respond(event, () =>
		planExport(event.locals.ctx, event.params.plan)
	);
	return new Response(content, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="${fileName}"`
		}
	});
};
