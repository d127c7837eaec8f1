import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Plan } from '../../src/lib/core/plan/plan.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { largePlan } from '../support/large-plan.ts';

const GOALS = { ratio: 5, megabytes: 500 } as const;
const RUNS = 7;

/** A plan with few enough uncertain awards that its expected gap is enumerated, not sampled. */
function decided(measureCount: number): Plan {
	const plan = largePlan(measureCount);
	const funding = plan.funding.map((line, index) =>
		index % 100 === 0 && index < 1_500 ? line : { ...line, status: 'granted' as const }
	);
	return { ...plan, funding };
}

function medianMs(plan: Plan): number {
	const times = Array.from({ length: RUNS + 1 }, () => {
		const start = performance.now();
		evaluate(plan, 'ALL');
		return performance.now() - start;
	});
	return times.slice(1).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? NaN;
}

/** One very large plan against a large one, in a process of its own, so that the memory is theirs. */
export function benchVeryLarge(): void {
	const run = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url)], {
		stdio: 'inherit'
	});
	if (run.status !== 0) throw new Error(`The very large plan ended with ${run.status}.`);
}

function inOwnProcess(): void {
	const say = (text: string) => process.stdout.write(`${text}\n`);
	say('very large: 2 000 measures × 20 years against 500, all results; median of 7, own process');
	const small = medianMs(decided(500));
	const large = medianMs(decided(2_000));
	const mebibytes = Math.round(process.resourceUsage().maxRSS / 1024);
	say(`  500           ${small.toFixed(0)} ms`);
	say(`  2 000         ${large.toFixed(0)} ms`);
	say(`  ratio         ${(large / small).toFixed(1)}   goal: at most ${GOALS.ratio}`);
	say(`  peak memory   ${mebibytes} MiB   goal: below ${GOALS.megabytes}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) inOwnProcess();
