import { respond } from '$lib/server/respond';
import { decisionFile } from '$lib/server/services/decisions.queries';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	respond(event, () => {
		const { ctx } = event.locals;
		const { content, fileName } = decisionFile(ctx, event.params.plan, event.params.decision);
		return new Response(content, {
			headers: {
				'content-type': 'application/json; charset=utf-8',
				'content-disposition': `attachment; filename="${fileName}"`
			}
		});
	});
