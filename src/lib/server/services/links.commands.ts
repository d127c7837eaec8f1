import type { Text } from '../../core/errors.ts';
import { passwordHash, passwordProblem } from '../auth/passwords.ts';
import { secretHash } from '../auth/secrets.ts';
import { inTransaction } from '../db/open.ts';
import * as links from '../store/one-time-links.ts';
import * as organisations from '../store/organisations.ts';
import * as sessions from '../store/sessions.ts';
import * as reminders from '../store/reminders.ts';
import * as users from '../store/users.ts';
import { record, type Context } from './context.ts';
import { InvalidInputError, NotFoundError } from './errors.ts';
import { organisationProblems } from './organisation-form.ts';

/** What the holder of a link fills in; which fields count depends on the kind of link. */
export type LinkAnswer = {
	readonly organisation: string;
	readonly municipalityCode: string;
	readonly name: string;
	readonly email: string;
	readonly password: string;
};

/**
 * Uses a one-time link up: makes the first organisation with its administrator, lets an invited colleague in, or sets a
 * new password. Returns the e-mail address to sign in with. A link works once, also when two try at the same moment.
 */
export async function useLink(ctx: Context, token: string, answer: LinkAnswer): Promise<string> {
	const tokenHash = secretHash(token);
	const link = usableLink(ctx, tokenHash);
	const email = emailOf(ctx, link, answer);
	const problems = fieldProblems(link, { ...answer, email });
	if (Object.keys(problems).length > 0) throw new InvalidInputError(problems);
	const hash = await passwordHash(answer.password);
	inTransaction(ctx.db, () => {
		if (!links.use(ctx.db, tokenHash, ctx.now())) throw new NotFoundError('link already used');
		if (link.kind === 'password-reset') resetPassword(ctx, link, hash);
		else letIn(ctx, link, answer, email, hash);
	});
	return email;
}

function usableLink(ctx: Context, tokenHash: string): links.OneTimeLink {
	const link = links.readUsable(ctx.db, tokenHash, ctx.now());
	if (!link || !mayStillGive(ctx, link)) throw new NotFoundError('no usable link');
	return link;
}

/** Whether whoever made the link could still make it. */
function mayStillGive(ctx: Context, link: links.OneTimeLink): boolean {
	if (!link.createdBy) return true;
	const maker = users.readById(ctx.db, link.createdBy);
	if (!maker?.isActive) return false;
	if (maker.isOperator) return true;
	const membership = users.roleOf(ctx.db, maker.id);
	return membership?.role === 'admin' && membership.organisationId === link.organisationId;
}

/** The address of the link is binding; only the first administrator chooses one. */
function emailOf(ctx: Context, link: links.OneTimeLink, answer: LinkAnswer): string {
	if (link.userId) return users.readById(ctx.db, link.userId)?.email ?? '';
	return users.emailKey(link.email ?? answer.email);
}

function fieldProblems(link: links.OneTimeLink, answer: LinkAnswer): Record<string, Text> {
	const problems: Record<string, Text> = {};
	if (link.kind !== 'password-reset' && answer.name.trim() === '')
		problems['name'] = { sv: 'Skriv ditt namn.', en: 'Write your name.' };
	if (link.kind === 'first-administrator') {
		const { name, municipalityCode } = organisationProblems(
			answer.organisation,
			answer.municipalityCode
		);
		if (name) problems['organisation'] = name;
		if (municipalityCode) problems['municipalityCode'] = municipalityCode;
	}
	if (!users.isEmail(answer.email))
		problems['email'] = {
			sv: 'Skriv en e-postadress, till exempel namn@kommun.se.',
			en: 'Write an e-mail address, such as name@municipality.se.'
		};
	const password = passwordProblem(answer.password, answer.email);
	if (password) problems['password'] = password;
	return problems;
}

function resetPassword(ctx: Context, link: links.OneTimeLink, hash: string): void {
	if (!link.userId) throw new NotFoundError('link without user');
	users.setPassword(ctx.db, link.userId, hash);
	reminders.endFeeds(ctx.db, link.userId);
	sessions.removeAllOfUser(ctx.db, link.userId);
	links.removeUnusedOfUser(ctx.db, link.userId);
	record(ctx, {
		action: 'password.reset',
		entity: 'user',
		entityId: link.userId,
		organisationId: link.organisationId
	});
}

/** Creates the account that the link is for. */
function letIn(
	ctx: Context,
	link: links.OneTimeLink,
	answer: LinkAnswer,
	email: string,
	hash: string
): void {
	if (users.readByEmail(ctx.db, email))
		throw new InvalidInputError({
			email: {
				sv: 'Det finns redan ett konto med den adressen. Logga in i stället.',
				en: 'There is already an account with that address. Sign in instead.'
			}
		});
	const isOperator = link.kind === 'operator';
	const userId = users.create(
		ctx.db,
		{ email, name: answer.name.trim(), passwordHash: hash, isOperator },
		ctx.now()
	);
	const organisationId = isOperator ? null : organisationOf(ctx, link, answer);
	const role = link.kind === 'first-administrator' ? 'admin' : (link.role ?? 'reader');
	if (organisationId) users.join(ctx.db, organisationId, userId, role);
	record(ctx, {
		action: 'user.join',
		entity: 'user',
		entityId: userId,
		organisationId,
		field: 'role',
		newValue: isOperator ? 'operator' : role
	});
}

/** The organisation that the link is bound to; the first administrator's is made here. */
function organisationOf(ctx: Context, link: links.OneTimeLink, answer: LinkAnswer): string {
	if (link.organisationId) return link.organisationId;
	const organisationId = organisations.create(
		ctx.db,
		{ name: answer.organisation.trim(), municipalityCode: answer.municipalityCode || null },
		ctx.now()
	);
	record(ctx, {
		action: 'organisation.create',
		entity: 'organisation',
		entityId: organisationId,
		organisationId
	});
	return organisationId;
}
