import { fail, redirect } from '@sveltejs/kit';
import { LARGEST_LIST } from '$lib/server/body-limit';
import { field, formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { permit } from '$lib/server/services/context';
import {
	cancelSpend,
	dropFactorSet,
	readFactors,
	readLedger
} from '$lib/server/services/spend.commands';
import { spendPage } from '$lib/server/services/spend.queries';
import { waitALittle } from '$lib/server/wait-a-little';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	event.depends('spend:job');
	return respond(event, () => ({ page: spendPage(event.locals.ctx, event.params.plan) }));
};

/** Begins to read the file of a form, and waits a little for it. */
async function sent(event: RequestEvent, name: 'ledger' | 'factors', read: typeof readLedger) {
	const { ctx } = event.locals;
	const { plan } = event.params;
	await respond(event, () => {
		permit(ctx, 'plan.edit');
		spendPage(ctx, plan);
	});
	const form = await formOf(event);
	const values = valuesOf(form);
	const file = form.get('file');
	if (!(file instanceof File) || file.size === 0)
		return fail(422, { form: name, reason: 'no-file' as const, values });
	if (file.size > LARGEST_LIST)
		return fail(413, { form: name, reason: 'too-large' as const, values });
	const bytes = new Uint8Array(await file.arrayBuffer());
	const refused = await respondForm(event, name, values, () =>
		read(ctx, plan, { name: file.name, bytes }, values)
	);
	if (refused) return refused;
	await waitALittle(() => spendPage(ctx, plan).job?.state === 'running');
	const { job } = spendPage(ctx, plan);
	const kept = name === 'ledger' ? job?.kept : null;
	redirect(303, `/plans/${plan}/spend${kept ? `/${kept}` : ''}`);
}

export const actions: Actions = {
	ledger: (event) => sent(event, 'ledger', readLedger),
	factors: (event) => sent(event, 'factors', readFactors),
	removeSet: async (event) => {
		const { plan } = event.params;
		await respond(event, () => permit(event.locals.ctx, 'plan.edit'));
		const id = field(await formOf(event), 'set');
		return await respondForm(event, 'sets', {}, () => {
			dropFactorSet(event.locals.ctx, plan, id);
			redirect(303, `/plans/${plan}/spend`);
		});
	},
	cancel: async (event) => {
		await respond(event, () => cancelSpend(event.locals.ctx, event.params.plan));
		redirect(303, `/plans/${event.params.plan}/spend`);
	}
};
