import { fail, redirect } from '@sveltejs/kit';
import { LARGEST_LIST } from '$lib/server/body-limit';
import { field, formOf, respond, respondForm } from '$lib/server/respond';
import { permit } from '$lib/server/services/context';
import { InvalidInputError } from '$lib/server/services/errors';
import { askSource, cancelSource, readEmissionFile } from '$lib/server/services/sources.commands';
import { sourcesPage } from '$lib/server/services/sources.queries';
import { sourceNames } from '$lib/server/services/sources';
import { waitALittle } from '$lib/server/wait-a-little';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	event.depends('sources:job');
	return respond(event, () => ({
		page: sourcesPage(event.locals.ctx, event.params.plan),
		isDone: event.url.searchParams.has('done')
	}));
};

async function back(ctx: App.Locals['ctx'], plan: string): Promise<never> {
	await waitALittle(() => sourcesPage(ctx, plan).job?.state === 'running');
	redirect(303, `/plans/${plan}/sources`);
}

const CHOOSE = { sv: 'Välj en av källorna.', en: 'Choose one of the sources.' };

export const actions: Actions = {
	fetch: async (event) => {
		const { ctx } = event.locals;
		const { plan } = event.params;
		await respond(event, () => {
			permit(ctx, 'plan.edit');
			sourcesPage(ctx, plan);
		});
		const form = await formOf(event);
		const gas = field(form, 'gas') === 'CO2' ? 'CO2' : 'CO2e';
		const refused = await respondForm(event, 'fetch', {}, () => {
			const source = sourceNames.find((one) => one === field(form, 'source'));
			if (!source) throw new InvalidInputError({ form: CHOOSE });
			askSource(ctx, plan, source, gas);
		});
		return refused ?? (await back(ctx, plan));
	},
	file: async (event) => {
		const { ctx } = event.locals;
		const { plan } = event.params;
		await respond(event, () => {
			permit(ctx, 'plan.edit');
			sourcesPage(ctx, plan);
		});
		const form = await formOf(event);
		const file = form.get('file');
		if (!(file instanceof File) || file.size === 0)
			return fail(422, { form: 'file', reason: 'no-file' as const });
		if (file.size > LARGEST_LIST) return fail(413, { form: 'file', reason: 'too-large' as const });
		const bytes = new Uint8Array(await file.arrayBuffer());
		const gas = field(form, 'gas') === 'CO2' ? 'CO2' : 'CO2e';
		const refused = await respondForm(event, 'file', {}, () =>
			readEmissionFile(ctx, plan, { name: file.name, bytes }, gas)
		);
		return refused ?? (await back(ctx, plan));
	},
	cancel: async (event) => {
		await respond(event, () => cancelSource(event.locals.ctx, event.params.plan));
		redirect(303, `/plans/${event.params.plan}/sources`);
	}
};
