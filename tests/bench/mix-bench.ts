import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Decimal, sum } from '../../src/lib/core/decimal.ts';
import { exactMix, greedyMix, mixProgram } from '../../src/lib/core/optimise/funding-mix.ts';
import { proposalProblem } from '../../src/lib/core/optimise/funding-proposal.ts';
import { isAppliedFor } from '../../src/lib/core/funding/matching/match.ts';
import type { Call } from '../../src/lib/core/plan/call.ts';
import { catalogue } from '../../src/lib/server/catalogue/catalogue.ts';
import { loadSolver } from '../../src/lib/server/work/solver.ts';
import { largePlan } from '../support/large-plan.ts';

const SIZE = { measures: 100, sources: 40, applications: 60 } as const;
const GOALS = { seconds: 10, gap: 0.01, megabytes: 400 } as const;
const TODAY = '2026-11-26';

/**
 * The best mix for 100 measures × 40 programmes of the catalogue, each with a call whose money is a third of what could be
 * asked of it, and at most 60 applications: so that everything hangs together. In a process of its own.
 */
export function benchMix(): void {
	const run = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url)], {
		stdio: 'inherit'
	});
	if (run.status !== 0) throw new Error(`The best mix ended with ${run.status}.`);
}

async function inOwnProcess(): Promise<void> {
	const say = (text: string) => process.stdout.write(`${text}\n`);
	const plan = { ...largePlan(SIZE.measures), funding: [] };
	const [portfolio] = plan.portfolios;
	if (!portfolio) throw new Error('a portfolio');
	const programmes = [...catalogue.programmes.values()].filter(isAppliedFor).slice(0, SIZE.sources);
	const wish = {
		programmes,
		calls: [],
		today: TODAY,
		mostPerYear: SIZE.applications,
		netCosts: new Map()
	};
	const free = proposalProblem(plan, portfolio, wish);
	const calls = programmes.map(({ id, name }): Call => {
		const asked = free.claims.flatMap((claim) => (claim.programme.id === id ? [claim.asked] : []));
		return {
			id: `u-${id}`,
			programme: id,
			name,
			opens: '2027-01-01',
			closes: '2027-03-01',
			decides: null,
			envelope: sum(asked).div(3).round(),
			currency: 'SEK',
			note: '',
			source: '',
			asOf: '2026',
			confidence: 'from-knowledge'
		};
	});
	const { problem } = proposalProblem(plan, portfolio, { ...wish, calls });
	const solve = await loadSolver();
	const started = performance.now();
	const plain = greedyMix(problem);
	const plainMs = performance.now() - started;
	const program = mixProgram(problem);
	const begun = performance.now();
	const answer = solve(program, { seconds: GOALS.seconds, gap: GOALS.gap });
	const seconds = (performance.now() - begun) / 1000;
	const found = exactMix(problem, answer.values);
	const bound = new Decimal(answer.bound ?? NaN).times(1e6);
	const share = (worth: Decimal) => bound.minus(worth).div(bound).times(100).toFixed(2);
	const mebibytes = Math.round(process.resourceUsage().maxRSS / 1024);
	say(
		`best mix: ${SIZE.measures} measures × ${programmes.length} programmes with calls, ${problem.rules.claims.length} possible claims, ${program.columns.length} columns, ${program.rows.length} rows, at most ${SIZE.applications} applications; own process`
	);
	say(
		`  status        ${answer.status} after ${seconds.toFixed(1)} s   goal: below ${GOALS.seconds} s`
	);
	say(`  below bound   ${share(found.worth)} %   goal: at most ${100 * GOALS.gap} %`);
	say(`  plain way     ${share(plain.worth)} % below the bound, in ${plainMs.toFixed(0)} ms`);
	say(`  peak memory   ${mebibytes} MiB   goal: below ${GOALS.megabytes}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await inOwnProcess();
