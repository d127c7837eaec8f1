import { field, formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { makeShare, revokeShare } from '$lib/server/services/shares.commands';
import { sharingPage } from '$lib/server/services/shares.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		sharing: sharingPage(
			event.locals.ctx,
			event.params.plan,
			event.url.searchParams.get('decision') || null
		)
	}));

export const actions: Actions = {
	make: async (event) => {
		const values = valuesOf(await formOf(event));
		const { ctx, origin } = event.locals;
		return await respondForm(event, 'make', values, () => ({
			link: origin + makeShare(ctx, event.params.plan, values)
		}));
	},
	revoke: async (event) => {
		const form = await formOf(event);
		return await respondForm(event, 'revoke', {}, () => {
			revokeShare(event.locals.ctx, event.params.plan, field(form, 'link'));
			return { isRevoked: true };
		});
	}
};
