import { error, type RequestEvent } from '@sveltejs/kit';
import { rowCount } from '$lib/input/forms/measure-form';
import { formOf, respond, valuesOf } from '$lib/server/respond';
import { permit } from '$lib/server/services/context';

/** More rows than a measure may have; a page with any number of them would be too heavy to make. */
const MOST_ROWS = 250;

/** What stands in the fields of a measure's form. */
export async function measureValues(event: RequestEvent): Promise<Record<string, string>> {
	const values = valuesOf(await formOf(event));
	if (
		(['costs', 'effects', 'funding'] as const).some((group) => rowCount(values, group) > MOST_ROWS)
	)
		error(400, { message: 'not-a-form', id: event.locals.ctx.requestId });
	return values;
}

/** The form as it was, with room for one more row of a kind: what "add" does without JavaScript. */
export async function oneMore(event: RequestEvent) {
	await respond(event, () => permit(event.locals.ctx, 'plan.edit'));
	const { more = '', ...values } = await measureValues(event);
	return { form: 'more' as const, values, more };
}
