import { fieldChanges } from '../../core/plan/changes.ts';
import { financeParts } from '../../core/plan/parts.ts';
import type * as steps from '../store/edit-steps.ts';

/** What of a change to a plan is for finance alone. */

/** Finance answers for rates, frames, tax base and targets; the plan's name is for every editor. */
export function isForFinance({
	part,
	before,
	after
}: Pick<steps.PartChange, 'part' | 'before' | 'after'>): boolean {
	const isName =
		part === 'plan' && fieldChanges(before, after).every(({ field }) => field === 'name');
	return financeParts.has(part) && !isName;
}

type Marked = { readonly id?: unknown; readonly possiblySecret?: boolean };

/** Whether something that stays loses its mark of possible secrecy, and so may be seen by the public. */
export function clearsMark({ part, before, after }: steps.PartChange): boolean {
	if ((part !== 'measures' && part !== 'funding') || !before || !after) return false;
	const isCleared = (was: Marked, is: Marked | undefined) =>
		Boolean(was.possiblySecret && is && !is.possiblySecret);
	const costsOf = (file: unknown) => (file as { costs?: readonly Marked[] }).costs ?? [];
	return (
		isCleared(before, after) ||
		costsOf(before).some((was) =>
			isCleared(
				was,
				costsOf(after).find(({ id }) => id === was.id)
			)
		)
	);
}
