import { dueReminders } from '$lib/server/services/calls.queries';
import { may } from '$lib/server/services/context';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
	const { actor } = locals.ctx;
	return {
		locale: locals.locale,
		viewer: actor && {
			name: actor.name,
			organisation: actor.organisationName,
			role: actor.role ?? 'operator',
			isOperator: actor.isOperator,
			mayManagePeople: may(actor, 'users.manage'),
			dueReminders: dueReminders(locals.ctx)
		}
	};
};
