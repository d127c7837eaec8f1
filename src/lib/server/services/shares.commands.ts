import { randomUUID } from 'node:crypto';
import type { Text } from '../../core/errors.ts';
import type { FormValues } from '../../input/forms/field-reader.ts';
import { readShareForm } from '../../input/forms/share-form.ts';
import { newToken, secretHash } from '../auth/secrets.ts';
import { inTransaction } from '../db/open.ts';
import * as decisions from '../store/decisions.ts';
import * as links from '../store/share-links.ts';
import { permit, record, type Context } from './context.ts';
import { readFrozen, stateOf } from './decisions.ts';
import { InvalidInputError, NotFoundError } from './errors.ts';
import { loadPlan } from './plan-cache.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * Makes an address at which anybody may read the chosen portfolios, and returns its path. Only the hash of its token is
 * kept, so it is shown this once. Throws InvalidInputError by field.
 */
export function makeShare(ctx: Context, planId: string, values: FormValues): string {
	const actor = permit(ctx, 'plan.finance');
	const { plan } = loadPlan(ctx, planId);
	const { share, errors } = readShareForm(values);
	const key = { organisationId: actor.organisationId, planId };
	const frozen = share.decision === null ? null : decisions.read(ctx.db, key, share.decision);
	if (share.decision !== null && !frozen) throw new InvalidInputError({ decision: GONE });
	const steps = frozen ? decisions.steps(ctx.db, key, [frozen.id]) : [];
	if (stateOf(steps) === 'declined') throw new InvalidInputError({ decision: DECLINED });
	const shown = frozen ? readFrozen(ctx.db, frozen).plan : plan;
	if (!shown) throw new InvalidInputError({ decision: UNREADABLE });
	const ids = new Set(shown.portfolios.map(({ id }) => id));
	if (!errors['portfolios'] && !share.portfolios.every((id) => ids.has(id)))
		errors['portfolios'] = frozen ? NOT_FROZEN : PORTFOLIO_GONE;
	if (Object.keys(errors).length > 0) throw new InvalidInputError(errors);
	const token = newToken();
	const expiresAt = ctx.now() + share.days * DAY_MS;
	const id = randomUUID();
	inTransaction(ctx.db, () => {
		links.create(ctx.db, {
			...key,
			id,
			tokenHash: secretHash(token),
			decisionId: share.decision,
			label: share.label,
			portfolios: share.portfolios,
			createdBy: actor.userId,
			createdAt: ctx.now(),
			expiresAt,
			revokedAt: null
		});
		const newValue = `${share.portfolios.join(', ')}; ${new Date(expiresAt).toISOString().slice(0, 10)}`;
		note(ctx, planId, 'share.make', share.label, newValue);
	});
	return `/shared/${token}`;
}

/** Ends a link at once. Throws NotFoundError when there is none to end. */
export function revokeShare(ctx: Context, planId: string, id: string): void {
	const { organisationId } = permit(ctx, 'plan.finance');
	loadPlan(ctx, planId);
	inTransaction(ctx.db, () => {
		const key = { organisationId, planId };
		const link = links.list(ctx.db, key).find((one) => one.id === id);
		if (!link || !links.revoke(ctx.db, key, id, ctx.now()))
			throw new NotFoundError(`No link ${id} of plan ${planId} to end.`);
		note(ctx, planId, 'share.revoke', link.label, null);
	});
}

function note(
	ctx: Context,
	planId: string,
	action: string,
	field: string,
	newValue: string | null
): void {
	record(ctx, { action, entity: 'share', entityId: planId, field, newValue });
}

const GONE: Text = {
	sv: 'Beslutet finns inte i planen. Välj ett annat.',
	en: 'The plan has no such decision. Choose another.'
};
const DECLINED: Text = {
	sv: 'Beslutsförslaget är avböjt och delas inte. Välj ett annat.',
	en: 'The proposal was turned down and is not shared. Choose another.'
};
const UNREADABLE: Text = {
	sv: 'Det frysta beslutet kan inte visas av den här versionen av programmet. Ladda ner det i stället.',
	en: 'This version of the program cannot show the frozen decision. Download it instead.'
};
const NOT_FROZEN: Text = {
	sv: 'Någon av portföljerna fanns inte i planen när beslutet frystes. Välj bara sådana som fanns då.',
	en: 'One of the portfolios was not in the plan when the decision was frozen. Choose only those that were.'
};
const PORTFOLIO_GONE: Text = {
	sv: 'Någon av portföljerna finns inte längre. Ladda om sidan och välj igen.',
	en: 'One of the portfolios is no longer there. Load the page again and choose anew.'
};
