import type { SelectionProblem } from '../../core/optimise/selection.ts';
import { wishParts, withOnly, type WishPart } from '../../core/optimise/wish-parts.ts';
import { bestSelection, type Search } from './best-selection.ts';

/** Wishes that cannot all be kept. Irreducible: without any one of them the others can. */
export type Contradiction = {
	readonly parts: readonly WishPart[];
	/** False where time ran out before every wish had been tried. */
	readonly isIrreducible: boolean;
};

/**
 * What contradicts what, by leaving out one wish after another: a wish without which it still cannot be is not part of the
 * contradiction. The problem must be one that has no answer.
 */
export function contradiction(problem: SelectionProblem, search: Search): Contradiction {
	let parts: readonly WishPart[] = wishParts(problem);
	let isIrreducible = true;
	let tried = -1;
	// Without the room of one year nothing is carried into the next, so that what was needed before may not be any more.
	while (tried !== parts.length) {
		tried = parts.length;
		isIrreducible = true;
		for (const part of parts) {
			const rest = parts.filter((one) => one !== part);
			const { status, chosen } = bestSelection(withOnly(problem, rest), 'order', {
				...search,
				isAnyEnough: true
			});
			if (status === 'infeasible') parts = rest;
			else if (!chosen) isIrreducible = false;
		}
	}
	return { parts, isIrreducible };
}
