import { formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import {
	confirmDecision,
	declineDecision,
	recordDecision
} from '$lib/server/services/decisions.commands';
import { decisionPage } from '$lib/server/services/decisions.queries';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		decision: decisionPage(event.locals.ctx, event.params.plan, event.params.decision)
	}));

export const actions: Actions = {
	confirm: async (event) => {
		await formOf(event);
		return await respondForm(event, 'confirm', {}, () => {
			confirmDecision(event.locals.ctx, event.params.plan, event.params.decision);
			return { isSaved: true };
		});
	},
	decline: async (event) => {
		const values = valuesOf(await formOf(event));
		return await respondForm(event, 'decline', values, () => {
			const reason = values['reason'] ?? '';
			declineDecision(event.locals.ctx, event.params.plan, event.params.decision, reason);
			return { isSaved: true };
		});
	},
	record: async (event) => {
		const values = valuesOf(await formOf(event));
		return await respondForm(event, 'record', values, () => {
			recordDecision(event.locals.ctx, event.params.plan, event.params.decision, values);
			return { isSaved: true };
		});
	}
};
