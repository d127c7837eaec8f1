import { field, formOf, respond, respondForm, valuesOf } from '$lib/server/respond';
import { fieldReader } from '$lib/input/forms/field-reader';
import { Decimal } from '$lib/core/decimal';
import { moveApplication } from '$lib/server/services/applications.commands';
import { applicationsPage } from '$lib/server/services/applications.queries';
import { InvalidInputError } from '$lib/server/services/errors';
import { gatherLines } from '$lib/server/services/loose-lines.commands';
import type { FundingStatus } from '$lib/core/plan/plan';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => ({
		applications: applicationsPage(
			event.locals.ctx,
			event.params.plan,
			event.url.searchParams.get('portfolio')
		)
	}));

export const actions: Actions = {
	move: async (event) => {
		const form = await formOf(event);
		const id = field(form, 'application');
		const values = valuesOf(form);
		return await respondForm(event, id, values, () => {
			const read = fieldReader(values);
			const granted = read.amount('granted');
			if (Object.keys(read.errors).length > 0) throw new InvalidInputError(read.errors);
			moveApplication(event.locals.ctx, event.params.plan, id, {
				status: field(form, 'status') as FundingStatus,
				caseNumber: field(form, 'decision.caseNumber'),
				date: field(form, 'decision.date'),
				granted: granted === null ? null : new Decimal(granted),
				version: Number(field(form, 'version')),
				lines: field(form, 'lines')
			});
			return { form: id };
		});
	},
	gather: async (event) => {
		const seen = Number(field(await formOf(event), 'count'));
		return await respondForm(event, 'gather', {}, () => ({
			form: 'gathered',
			count: gatherLines(event.locals.ctx, event.params.plan, seen)
		}));
	}
};
