import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Decimal } from '../../src/lib/core/decimal.ts';
import type { Plan } from '../../src/lib/core/plan/plan.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { riskFor } from '../../src/lib/server/work/risk-task.ts';
import { largePlan } from '../support/large-plan.ts';

const MEASURES = 60;
const DRAWS = 10_000;
const GOAL_SECONDS = 2;

/** 10 000 draws of 60 measures × 20 years with ranges on everything, against the same draws by the exact core. In a process of its own. */
export function benchRisk(): void {
	const run = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url)], {
		stdio: 'inherit'
	});
	if (run.status !== 0) throw new Error(`The risk ended with ${run.status}.`);
}

/** Every measure with all three ranges, every shared price and factor with one. */
function uncertainPlan(): Plan {
	const plan = largePlan(MEASURES);
	const range = [new Decimal('0.8'), new Decimal(1), new Decimal('1.4')] as const;
	const sourced = { range, source: '', confidence: '' };
	return {
		...plan,
		measures: plan.measures.map((one) => ({
			...one,
			uncertainty: { capex: range, opex: range, effect: range }
		})),
		sharedRanges: [
			...(['electricity', 'fuel', 'construction'] as const).map((name) => ({
				of: 'price' as const,
				name,
				...sourced
			})),
			...plan.emissionFactors.map(({ carrier: name }) => ({
				of: 'factor' as const,
				name,
				...sourced
			}))
		]
	};
}

function inOwnProcess(): void {
	const say = (text: string) => process.stdout.write(`${text}\n`);
	const plan = uncertainPlan();
	const ask = { portfolio: 'ALL', draws: DRAWS, seed: 2030 };
	say(`risk: ${DRAWS} draws of ${MEASURES} measures × 20 years, everything uncertain; own process`);
	const times = (['pert', 'triangular'] as const).map((distribution) => {
		const started = performance.now();
		const { uncertain } = riskFor(plan, { ...ask, distribution });
		const seconds = (performance.now() - started) / 1000;
		say(
			`  ${distribution.padEnd(11)} ${seconds.toFixed(2)} s, ${uncertain.length} uncertainties, tornado included   goal: below ${GOAL_SECONDS} s`
		);
		return seconds;
	});
	const started = performance.now();
	evaluate(plan, 'ALL');
	const exact = (performance.now() - started) / 1000;
	say(
		`  a draw      ${((exact * DRAWS) / (times[0] ?? 1)).toFixed(0)}× as quick as the exact core (one evaluation: ${(1000 * exact).toFixed(0)} ms)`
	);
	say(`  peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) inOwnProcess();
