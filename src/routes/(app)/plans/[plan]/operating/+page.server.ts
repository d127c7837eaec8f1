import { respond } from '$lib/server/respond';
import { operatingPage } from '$lib/server/services/budget.queries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => {
		const { searchParams } = event.url;
		return {
			operating: operatingPage(
				event.locals.ctx,
				event.params.plan,
				searchParams.get('portfolio'),
				searchParams.get('funding')
			)
		};
	});
