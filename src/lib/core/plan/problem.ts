import type { Text } from '../errors.ts';

/** Something wrong in a plan file: where (path from the top), the value seen there, and what would be right. */
export type Problem = {
	readonly path: readonly (string | number)[];
	/** Id of the measure, funding line or portfolio that it is in. */
	readonly of?: string;
	readonly value: unknown;
	readonly expected: Text;
};

export function problem(path: Problem['path'], value: unknown, expected: Text): Problem {
	return { path, value, expected };
}

/** Path in JSONPath form: $.measures[3].costs[0].amount */
export function jsonPath(path: Problem['path']): string {
	return path.reduce<string>((text, step) => {
		if (typeof step === 'number') return `${text}[${step}]`;
		return /^[A-Za-z_]\w*$/.test(step) ? `${text}.${step}` : `${text}[${JSON.stringify(step)}]`;
	}, '$');
}

const LONGEST_VALUE = 80;

/** The value as a reader of the file sees it, cut when long; of a list its length. */
export function seenValue(value: unknown): string {
	if (value === undefined) return '–';
	if (Array.isArray(value)) return `[${value.length}]`;
	if (typeof value === 'object' && value !== null) return '{…}';
	const text = JSON.stringify(value) ?? String(value);
	return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** One line for people: path, value seen, what would be right. */
export function problemLine(problem: Problem, language: keyof Text): string {
	const saw = language === 'sv' ? 'värde' : 'saw';
	const of = problem.of === undefined ? '' : ` [${problem.of}]`;
	return `${jsonPath(problem.path)}: ${problem.expected[language]} (${saw}: ${seenValue(problem.value)})${of}`;
}
