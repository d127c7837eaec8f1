import { respond } from '$lib/server/respond';
import { fundingRulesPage } from '$lib/server/services/funding-rules.queries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		rules: fundingRulesPage(
			event.locals.ctx,
			event.params.plan,
			event.url.searchParams.get('portfolio')
		)
	}));
