import { respond } from '$lib/server/respond';
import { matchingPage } from '$lib/server/services/matching.queries';
import type { PageServerLoad } from './$types';

/** So many measures at first. */
const FIRST = 4;

export const load: PageServerLoad = (event) =>
	respond(event, () => {
		const { searchParams } = event.url;
		const count = Number(searchParams.get('count'));
		const wishes = {
			search: searchParams.get('search') ?? '',
			measure: searchParams.get('measure') || null,
			count: Number.isInteger(count) && count > 0 ? count : FIRST,
			withFailing: searchParams.has('failing')
		};
		const portfolio = searchParams.get('portfolio');
		return {
			wishes,
			matching: matchingPage(event.locals.ctx, event.params.plan, portfolio, wishes)
		};
	});
