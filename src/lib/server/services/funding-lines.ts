import { nextId } from '../../core/plan/next-id.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { FundingEdit } from '../../input/forms/undecided.ts';
import type { PartEdit } from './edits.ts';
import { InvalidInputError } from './errors.ts';

/** Lines that are new get the next free id. */
export function withIds(
	plan: Plan,
	lines: readonly (Readonly<Record<string, unknown>> & { readonly measure: string })[]
): FundingEdit[] {
	const taken = [...plan.funding];
	const seen = new Set<string>();
	return lines.map((line) => {
		const id = typeof line['id'] === 'string' && line['id'] !== '' ? line['id'] : null;
		if (id !== null && seen.has(id)) throw sentTwice(id);
		const own = id ?? nextId(taken, 'F');
		seen.add(own);
		taken.push({ id: own } as (typeof taken)[number]);
		return { ...line, id: own };
	});
}

function sentTwice(id: string): InvalidInputError {
	return new InvalidInputError({
		form: {
			sv: `Finansieringsraden ${id} kom två gånger. Läs in sidan på nytt och gör om ändringen.`,
			en: `The funding line ${id} came twice. Load the page anew and make the change again.`
		}
	});
}

/** No stored version: a line that is there without having been looked at is a conflict, never overwritten. */
export const NEVER_SEEN = 0;

/** The lines of a form as edits of the plan; what was looked at and is not sent any more goes. */
export function lineEdits(
	plan: Plan,
	lines: readonly FundingEdit[],
	seen: ReadonlyMap<string, number>
): PartEdit[] {
	const stored = new Set(plan.funding.map(({ id }) => id));
	const sent = new Set(lines.map(({ id }) => id));
	return [
		...lines.map((line): PartEdit => ({
			part: 'funding',
			id: line.id,
			after: line,
			version: seen.get(line.id) ?? (stored.has(line.id) ? NEVER_SEEN : undefined)
		})),
		...[...seen]
			.filter(([id]) => !sent.has(id))
			.map(([id, version]): PartEdit => ({ part: 'funding', id, after: null, version }))
	];
}
