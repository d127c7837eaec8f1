import { respond } from '$lib/server/respond';
import { emissionsPage } from '$lib/server/services/emissions.queries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => {
		const { searchParams } = event.url;
		return {
			emissions: emissionsPage(event.locals.ctx, event.params.plan, {
				portfolio: searchParams.get('portfolio'),
				gas: searchParams.get('gas') === 'CO2' ? 'CO2' : 'CO2e',
				by: searchParams.get('by') === 'measure' ? 'measure' : 'sector'
			})
		};
	});
