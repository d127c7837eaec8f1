import type { RequestEvent } from '@sveltejs/kit';
import { formOf, respond, valuesOf } from '$lib/server/respond';
import { permit } from '$lib/server/services/context';

/** The form as it was, with room for one more row of a kind: what "add" does without JavaScript. */
export async function oneMore(event: RequestEvent) {
	await respond(event, () => permit(event.locals.ctx, 'plan.edit'));
	const form = await formOf(event);
	const { more = '', ...values } = valuesOf(form);
	return { form: 'more' as const, values, more };
}
