import { respond } from '$lib/server/respond';
import { papersPage } from '$lib/server/services/papers.queries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locals, params, url } = event;
	const portfolio = url.searchParams.get('portfolio');
	return {
		papers: await respond(event, () =>
			papersPage(locals.ctx, params.plan, portfolio, locals.locale)
		)
	};
};
