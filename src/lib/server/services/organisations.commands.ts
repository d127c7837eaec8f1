import type { Text } from '../../core/errors.ts';
import { inTransaction } from '../db/open.ts';
import * as organisations from '../store/organisations.ts';
import * as users from '../store/users.ts';
import { permitOperator, record, type Context } from './context.ts';
import { InvalidInputError, NotFoundError } from './errors.ts';
import { linkHandle, makeLink } from './links.ts';
import { organisationProblems } from './organisation-form.ts';

export type OrganisationForm = {
	readonly name: string;
	readonly municipalityCode: string;
	readonly email: string;
};

/** Creates an organisation and the link by which its first administrator comes in. Returns the link's path. */
export function createOrganisation(ctx: Context, form: OrganisationForm): string {
	permitOperator(ctx);
	const problems: Record<string, Text> = {};
	const { name, municipalityCode } = organisationProblems(form.name, form.municipalityCode);
	if (name) problems['name'] = name;
	const isTaken = organisations
		.list(ctx.db)
		.some((one) => one.municipalityCode === form.municipalityCode);
	if (municipalityCode) problems['municipalityCode'] = municipalityCode;
	else if (form.municipalityCode !== '' && isTaken)
		problems['municipalityCode'] = {
			sv: `Det finns redan en organisation med kommunkoden ${form.municipalityCode}.`,
			en: `There is already an organisation with the municipality code ${form.municipalityCode}.`
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

/** A new link for an administrator of an organisation, as when the first one was lost. Returns the link's path. */
export function inviteAdministrator(ctx: Context, organisationId: string, address: string): string {
	permitOperator(ctx);
	if (!organisations.read(ctx.db, organisationId))
		throw new NotFoundError(`No organisation ${organisationId}.`);
	const email = users.emailKey(address);
	if (!users.isEmail(email))
		throw new InvalidInputError({
			inviteEmail: {
				sv: 'Skriv administratörens e-postadress.',
				en: 'Write the e-mail address of the administrator.'
			}
		});
	return inTransaction(ctx.db, () => {
		const path = makeLink(ctx, { kind: 'invitation', organisationId, email, role: 'admin' });
		record(ctx, {
			action: 'administrator.invite',
			entity: 'link',
			entityId: linkHandle(path),
			organisationId
		});
		return path;
	});
}
