import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DomainError } from '../lib/core/errors.ts';
import { callSeeds, catalogue } from '../lib/server/catalogue/catalogue.ts';
import { callOf } from '../lib/input/catalogue/documents.ts';
import { problemLine } from '../lib/core/plan/problem.ts';
import { readPlanFile } from '../lib/input/plan-file/read.ts';
import { proposeFunding } from '../lib/server/work/propose-funding.ts';
import { loadSolver } from '../lib/server/work/solver.ts';

/**
 * npm run -s fund -- plan.json --portfolio ID: which applications to make so that own money is smallest, as JSON, with how far
 * it is from the best that there could be. Nothing is changed.
 */
const USAGE =
	'Usage: npm run -s fund -- plan.json --portfolio ID [--seconds N] [--applications N a year] [--day 2026-11-26]';
const BAD_INPUT = 2;
const USUAL_SECONDS = 10;
/** Ends when no mix can expect more than this fraction above. */
const GAP = 0.01;

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
	const own = new Set(plan.programmes.map(({ id }) => id));
	const wish = {
		programmes: [
			...plan.programmes,
			...[...catalogue.programmes.values()].filter(({ id }) => !own.has(id))
		],
		calls: callSeeds().map(callOf),
		today: day,
		mostPerYear
	};
	const started = performance.now();
	const proposal = proposeFunding(plan, values.portfolio, wish, await loadSolver(), {
		seconds,
		gap: GAP
	});
	const { applications, status, expected, bound, gap } = proposal;
	process.stdout.write(
		`${JSON.stringify(
			{
				portfolio: values.portfolio,
				status,
				objective: expected.toFixed(2),
				within: GAP,
				bound: bound === null ? null : bound.toFixed(2),
				seconds: Number(((performance.now() - started) / 1000).toFixed(2)),
				expectedGap: {
					before: gap.before.total?.toFixed(2) ?? null,
					after: gap.after.total?.toFixed(2) ?? null,
					method: gap.after.method.kind
				},
				proposal: applications.map((one) => ({
					programme: one.programme.id,
					call: one.call?.id ?? null,
					measure: one.measure,
					amount: one.amount.toFixed(2),
					probability: one.probability.toString(),
					items: one.items.map((item) => ({
						costItem: item.costItem,
						cost: item.cost.toFixed(2),
						amount: item.amount.toFixed(2),
						full: item.limits.map(({ en }) => en)
					})),
					open: [...new Set(one.open.map(({ rule, needed }) => `${rule.pattern}: ${needed.en}`))]
				}))
			},
			null,
			1
		)}\n`
	);
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
