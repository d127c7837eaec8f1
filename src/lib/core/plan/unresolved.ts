import type { Text } from '../errors.ts';
import { problem, type Problem } from './problem.ts';

const MOST_SUGGESTED = 12;

/** A name of something that is not in the list. */
export function unresolved(
	path: Problem['path'],
	id: string | undefined,
	known: ReadonlySet<string>,
	list: Text
): Problem[] {
	if (id === undefined || known.has(id)) return [];
	const some =
		[...known].slice(0, MOST_SUGGESTED).join(', ') + (known.size > MOST_SUGGESTED ? ', …' : '');
	return [
		problem(path, id, {
			sv: `finns inte bland ${list.sv}; där finns: ${some || 'inget'}`,
			en: `is not in ${list.en}; it has: ${some || 'nothing'}`
		})
	];
}
