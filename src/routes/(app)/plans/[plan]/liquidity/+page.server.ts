import { respond } from '$lib/server/respond';
import { liquidityPage } from '$lib/server/services/liquidity.queries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		liquidity: liquidityPage(
			event.locals.ctx,
			event.params.plan,
			event.url.searchParams.get('portfolio')
		)
	}));
