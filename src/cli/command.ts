import { readFileSync } from 'node:fs';
import { DomainError } from '../lib/core/errors.ts';
import type { Plan } from '../lib/core/plan/plan.ts';
import { problemLine } from '../lib/core/plan/problem.ts';
import { readPlanFile } from '../lib/input/plan-file/read.ts';
import { catalogue } from '../lib/server/catalogue/catalogue.ts';

/** What a command does not do, and why, line by line. */
export class Refusal extends Error {
	constructor(readonly lines: readonly string[]) {
		super(lines.join('\n'));
		this.name = 'Refusal';
	}
}

const BAD_INPUT = 2;

/** Runs a command and writes its answer as JSON; exit 2 with what is wrong on standard error for input that is refused. */
export async function command(usage: string, work: () => unknown): Promise<void> {
	try {
		process.stdout.write(`${JSON.stringify(await work(), null, 1)}\n`);
	} catch (error) {
		const lines = refusalOf(error, usage);
		if (!lines) throw error;
		process.stderr.write(`${lines.join('\n')}\n`);
		process.exitCode = BAD_INPUT;
	}
}

function refusalOf(error: unknown, usage: string): readonly string[] | null {
	if (error instanceof Refusal) return error.lines;
	if (!(error instanceof Error)) return null;
	if (!(error instanceof DomainError) && !('code' in error)) return null;
	const isGone = 'code' in error && error.code === 'ENOENT';
	return [isGone ? 'There is no such file.' : error.message, usage];
}

/** The plan in a file. Throws Refusal with every problem of it. */
export function planIn(path: string): Plan {
	const result = readPlanFile(readFileSync(path, 'utf8'), catalogue);
	if (result.kind === 'problems')
		throw new Refusal(result.problems.map((problem) => problemLine(problem, 'en')));
	return result.plan;
}

/** One of the choices of an option. Throws DomainError `bad-option`. */
export function oneOf<Choice extends string>(
	option: string,
	value: string | undefined,
	choices: readonly Choice[]
): Choice {
	const found = choices.find((choice) => choice === value);
	if (found === undefined) throw badOption(option, value, `must be ${choices.join(', ')}`);
	return found;
}

/** The number that an option is given. Throws DomainError `bad-option`. */
export function numberOf(option: string, text: string): number {
	const value = Number(text);
	if (text.trim() === '' || !Number.isFinite(value))
		throw badOption(option, text, 'must be a number');
	return value;
}

/** What is wrong with an option, what was seen and what would be right. */
export function badOption(
	option: string,
	value: string | undefined,
	expected: string
): DomainError {
	return new DomainError('bad-option', `${option} ${expected} (saw: ${value ?? 'nothing'})`);
}
