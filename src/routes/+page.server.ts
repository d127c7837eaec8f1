import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Everybody's first page: their plans, the operator's organisations, or the door. */
export const load: PageServerLoad = ({ locals }) => {
	const { actor } = locals.ctx;
	if (!actor) redirect(303, '/sign-in');
	redirect(303, actor.organisationId ? '/plans' : actor.isOperator ? '/organisations' : '/account');
};
