import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DomainError } from '../lib/core/errors.ts';
import { callSeeds, catalogue } from '../lib/server/catalogue/catalogue.ts';
import { callOf } from '../lib/input/catalogue/documents.ts';
import { problemLine } from '../lib/core/plan/problem.ts';
import { readPlanFile } from '../lib/input/plan-file/read.ts';
import { proposalFor } from '../lib/server/work/funding-task.ts';

/**
 * npm run -s fund -- plan.json --portfolio ID: which applications to make so that own money is smallest, as JSON, with how far
 * it is from the best that there could be. Nothing is changed.
 */
const USAGE =
	'Usage: npm run -s fund -- plan.json --portfolio ID [--seconds N] [--applications N a year] [--day 2026-11-26]';
const BAD_INPUT = 2;
const USUAL_SECONDS = 10;

async function main(): Promise<number> {
	const { values, positionals } = parseArgs({
		options: {
			portfolio: { type: 'string' },
			seconds: { type: 'string' },
			applications: { type: 'string' },
			day: { type: 'string' }
		},
		allowPositionals: true
	});
	const [path] = positionals;
	const seconds = Number(values.seconds ?? USUAL_SECONDS);
	const mostPerYear = values.applications === undefined ? null : Number(values.applications);
	const day = values.day ?? new Date().toISOString().slice(0, 10);
	if (path === undefined || positionals.length > 1 || values.portfolio === undefined)
		return refuse([USAGE]);
	if (
		!(seconds > 0) ||
		(mostPerYear !== null && !(Number.isInteger(mostPerYear) && mostPerYear >= 0))
	)
		return refuse([
			'--seconds must be a number and --applications a whole one, such as 10.',
			USAGE
		]);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return refuse(['--day must be a day.', USAGE]);
	const result = readPlanFile(readFileSync(path, 'utf8'), catalogue);
	if (result.kind === 'problems')
		return refuse(result.problems.map((problem) => problemLine(problem, 'en')));
	const { plan } = result;
	if (!plan.portfolios.some(({ id }) => id === values.portfolio))
		return refuse([`The plan has no portfolio ${values.portfolio}.`]);
	const calls = callSeeds().map(callOf);
	const ask = { portfolio: values.portfolio, today: day, mostPerYear, seconds };
	const proposal = await proposalFor(plan, catalogue, calls, ask);
	process.stdout.write(`${JSON.stringify(proposal, null, 1)}\n`);
	return 0;
}

function refuse(lines: readonly string[]): number {
	process.stderr.write(`${lines.join('\n')}\n`);
	return BAD_INPUT;
}

try {
	process.exitCode = await main();
} catch (error) {
	const isOperatorError =
		error instanceof DomainError || (error instanceof Error && 'code' in error);
	if (!isOperatorError) throw error;
	const isGone = 'code' in error && error.code === 'ENOENT';
	process.exitCode = refuse([isGone ? 'There is no such file.' : error.message, USAGE]);
}
