import { respond } from '$lib/server/respond';
import { maccPage } from '$lib/server/services/macc.queries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => {
		const { searchParams } = event.url;
		return {
			macc: maccPage(event.locals.ctx, event.params.plan, {
				portfolio: searchParams.get('portfolio'),
				view: searchParams.get('view'),
				year: searchParams.get('year')
			})
		};
	});
