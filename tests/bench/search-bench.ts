import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Decimal } from '../../src/lib/core/decimal.ts';
import { goals, type Wish } from '../../src/lib/core/optimise/wish.ts';
import type { Plan } from '../../src/lib/core/plan/plan.ts';
import { findPortfolio } from '../../src/lib/server/work/find-portfolio.ts';
import { loadSolver } from '../../src/lib/server/work/solver.ts';
import { largePlan } from '../support/large-plan.ts';

const MEASURES = 60;
const SECONDS = 30;
/** Tonnes asked of the least cost and the smallest gap. */
const TARGET = 300_000;

/**
 * The best portfolio of 60 measures × 20 years, starts free, for each goal: pools so small that measures interact, own money
 * for about half of them. In a process of its own.
 */
export function benchSearch(): void {
	const run = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url)], {
		stdio: 'inherit'
	});
	if (run.status !== 0) throw new Error(`The search ended with ${run.status}.`);
}

function tightPlan(): Plan {
	const plan = largePlan(MEASURES);
	return {
		...plan,
		pools: plan.pools.map((pool) => ({ ...pool, tonnes: pool.tonnes && pool.tonnes.div(10) })),
		budget: plan.budget.map((row) => ({
			...row,
			ownInvestmentCapacity: row.ownInvestmentCapacity && row.ownInvestmentCapacity.times(3)
		}))
	};
}

async function inOwnProcess(): Promise<void> {
	const say = (text: string) => process.stdout.write(`${text}\n`);
	const plan = tightPlan();
	const solve = await loadSolver();
	say(`best portfolio: ${MEASURES} measures × 20 years, at most ${SECONDS} s; own process`);
	for (const goal of goals) {
		const wish: Wish = {
			goal,
			tonnes: { year: null, scope: 'all' },
			leastTonnes: goal === 'most-tonnes' ? null : new Decimal(TARGET),
			cost: 'municipal',
			budget: goal === 'least-cost' ? 'none' : 'plan',
			money: goal === 'smallest-gap' ? 'listed' : 'secured',
			offer: null,
			must: [],
			mustNot: [],
			starts: new Map(),
			scale: {}
		};
		const started = performance.now();
		const { status, distance } = findPortfolio(plan, wish, solve, { seconds: SECONDS });
		const seconds = (performance.now() - started) / 1000;
		const left = distance === null ? 'unknown' : `${(100 * distance).toFixed(3)} %`;
		say(
			`  ${goal.padEnd(13)} ${status}, ${left} from the bound, after ${seconds.toFixed(1)} s, ties settled or time up`
		);
	}
	say(`  peak memory   ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await inOwnProcess();
