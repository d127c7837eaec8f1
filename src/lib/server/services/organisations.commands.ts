import type { Text } from '../../core/errors.ts';
import { inTransaction } from '../db/open.ts';
import * as organisations from '../store/organisations.ts';
import * as users from '../store/users.ts';
import { permitOperator, record, type Context } from './context.ts';
import { InvalidInputError } from './errors.ts';
import { makeLink } from './links.ts';

export type OrganisationForm = {
	readonly name: string;
	readonly municipalityCode: string;
	readonly email: string;
};

/** Creates an organisation and the link by which its first administrator comes in. Returns the link's path. */
export function createOrganisation(ctx: Context, form: OrganisationForm): string {
	permitOperator(ctx);
	const problems: Record<string, Text> = {};
	if (form.name.trim() === '')
		problems['name'] = {
			sv: 'Skriv organisationens namn.',
			en: 'Write the name of the organisation.'
		};
	if (form.municipalityCode !== '' && !/^\d{4}$/.test(form.municipalityCode))
		problems['municipalityCode'] = {
			sv: 'Kommunkoden har fyra siffror, till exempel 0764.',
			en: 'The municipality code has four digits, such as 0764.'
		};
	const email = users.emailKey(form.email);
	if (!users.isEmail(email))
		problems['email'] = {
			sv: 'Skriv den första administratörens e-postadress.',
			en: 'Write the e-mail address of the first administrator.'
		};
	if (Object.keys(problems).length > 0) throw new InvalidInputError(problems);
	return inTransaction(ctx.db, () => {
		const organisationId = organisations.create(
			ctx.db,
			{ name: form.name.trim(), municipalityCode: form.municipalityCode || null },
			ctx.now()
		);
		record(ctx, {
			action: 'organisation.create',
			entity: 'organisation',
			entityId: organisationId,
			organisationId
		});
		return makeLink(ctx, { kind: 'invitation', organisationId, email, role: 'admin' });
	});
}
