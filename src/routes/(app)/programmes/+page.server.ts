import { respond } from '$lib/server/respond';
import { programmesPage } from '$lib/server/services/programmes.queries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => {
		const wish = (name: string) => event.url.searchParams.get(name) ?? '';
		const wishes = {
			search: wish('search'),
			theme: wish('theme'),
			cost: wish('cost'),
			applicant: wish('applicant'),
			level: wish('level'),
			status: wish('status'),
			deadline: wish('deadline')
		};
		return { wishes, programmes: programmesPage(event.locals.ctx, wishes) };
	});
