import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DomainError } from '../lib/core/errors.ts';
import { problemLine } from '../lib/core/plan/problem.ts';
import { evaluate } from '../lib/core/portfolio/evaluate.ts';
import { evaluationJson } from '../lib/core/portfolio/evaluation-json.ts';
import { readPlanFile } from '../lib/input/plan-file/read.ts';
import { catalogue } from '../lib/server/catalogue/catalogue.ts';

/** npm run -s evaluate -- plan.json [--portfolio ID]: the Evaluation as JSON on standard output; exit 2 on a bad file. */
const USAGE = 'Usage: npm run -s evaluate -- plan.json [--portfolio ID]';
const BAD_INPUT = 2;

function main(): number {
	const { values, positionals } = parseArgs({
		options: { portfolio: { type: 'string' } },
		allowPositionals: true
	});
	const [path] = positionals;
	if (path === undefined || positionals.length > 1) return refuse([USAGE]);
	const result = readPlanFile(readFileSync(path, 'utf8'), catalogue);
	if (result.kind === 'problems')
		return refuse(result.problems.map((problem) => problemLine(problem, 'en')));
	const { plan } = result;
	const evaluations =
		values.portfolio === undefined
			? plan.portfolios.map(({ id }) => evaluationJson(evaluate(plan, id)))
			: evaluationJson(evaluate(plan, values.portfolio));
	process.stdout.write(`${JSON.stringify(evaluations, null, 1)}\n`);
	return 0;
}

function refuse(lines: readonly string[]): number {
	process.stderr.write(`${lines.join('\n')}\n`);
	return BAD_INPUT;
}

try {
	process.exitCode = main();
} catch (error) {
	const isOperatorError =
		error instanceof DomainError || (error instanceof Error && 'code' in error);
	if (!isOperatorError) throw error;
	const isGone = 'code' in error && error.code === 'ENOENT';
	process.exitCode = refuse([isGone ? 'There is no such file.' : error.message, USAGE]);
}
