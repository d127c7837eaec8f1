import { respond } from '$lib/server/respond';
import { whatIfPage } from '$lib/server/services/what-if.queries';
import type { PageServerLoad } from './$types';

const PREFIX = 'if.';

/** What is imagined stands in the address: if.AN01=lost. */
export const load: PageServerLoad = (event) =>
	respond(event, () => {
		const { searchParams } = event.url;
		const wanted = new Map(
			[...searchParams].flatMap(([name, value]) =>
				name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), value] as const] : []
			)
		);
		const portfolio = searchParams.get('portfolio');
		return { whatIf: whatIfPage(event.locals.ctx, event.params.plan, portfolio, wanted) };
	});
