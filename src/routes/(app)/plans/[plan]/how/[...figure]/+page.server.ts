import { respond } from '$lib/server/respond';
import { explainPage } from '$lib/server/services/explain.queries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		explanation: explainPage(
			event.locals.ctx,
			event.params.plan,
			event.url.searchParams.get('portfolio'),
			{
				figure: figureIn(event.url.pathname),
				isAll: event.url.searchParams.has('all')
			}
		)
	}));

/** The figure's address as it stands in the path, its parts still encoded: an id may hold what parts addresses. */
function figureIn(pathname: string): string {
	return pathname.replace(/^.*?\/how\//, '');
}
