import { field, formOf, respond, respondForm } from '$lib/server/respond';
import { decidedNow } from '$lib/server/services/decisions.queries';
import { overviewPage, planDeadlines } from '$lib/server/services/overview.queries';
import { renamePlan } from '$lib/server/services/plans.commands';
import type { Actions, PageServerLoad } from './$types';

/** Says that this browser's user has read what the example is. */
const INTRO = 'intro';
const YEAR = 365 * 24 * 3600;

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		isIntroSeen: event.cookies.get(INTRO) !== undefined,
		decided: decidedNow(event.locals.ctx, event.params.plan),
		deadlines: planDeadlines(event.locals.ctx, event.params.plan),
		overview: overviewPage(
			event.locals.ctx,
			event.params.plan,
			event.url.searchParams.get('portfolio')
		)
	}));

export const actions: Actions = {
	intro: (event) => {
		event.cookies.set(INTRO, 'seen', {
			path: '/',
			maxAge: YEAR,
			secure: event.url.protocol === 'https:'
		});
	},
	rename: async (event) => {
		const form = await formOf(event);
		const name = field(form, 'name');
		const version = Number(field(form, 'version'));
		return await respondForm(event, 'rename', { name }, () => {
			renamePlan(event.locals.ctx, event.params.plan, { name, version });
			return { isSaved: true };
		});
	}
};
