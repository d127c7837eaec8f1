import { respond } from '$lib/server/respond';
import { paperPage } from '$lib/server/services/papers.queries';
import { askedIn } from '../asked';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locals, params, url } = event;
	const asked = askedIn(url, locals.locale);
	return {
		made: await respond(event, () => paperPage(locals.ctx, params.plan, params.report, asked))
	};
};
