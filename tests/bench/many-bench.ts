import type { Plan } from '../../src/lib/core/plan/plan.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import type { Evaluation } from '../../src/lib/core/portfolio/evaluation.ts';
import { largePlan } from '../support/large-plan.ts';

const PLANS = 290;
const MEASURES = 60;
const GOALS = { all: 10_000, one: 1_000, ratio: 5, megabytes: 500 } as const;

const say = (text: string) => process.stdout.write(`${text}\n`);

function timed<Result>(work: () => Result): { readonly result: Result; readonly ms: number } {
	const start = performance.now();
	const result = work();
	return { result, ms: performance.now() - start };
}

/** One plan for each municipality, each its own in money and tonnes. */
function plans(): Plan[] {
	const plan = largePlan(MEASURES);
	return Array.from({ length: PLANS }, (_, n) => ({
		...plan,
		settings: { ...plan.settings, name: `Plan ${n}` },
		portfolios: plan.portfolios.map((one) => ({ ...one, shift: { M0000: n % 3 } }))
	}));
}

/** Evaluates what has changed; what has not is kept, as the server keeps it by the plan's version. */
function evaluateAll(all: readonly Plan[], kept: WeakMap<Plan, Evaluation>): number {
	let evaluated = 0;
	for (const plan of all) {
		if (kept.has(plan)) continue;
		kept.set(plan, evaluate(plan, 'ALL'));
		evaluated++;
	}
	return evaluated;
}

/** A plan with few enough uncertain awards that its expected gap is enumerated, not sampled. */
function decided(measureCount: number): Plan {
	const plan = largePlan(measureCount);
	const funding = plan.funding.map((line, index) =>
		index % 100 === 0 && index < 1_500 ? line : { ...line, status: 'granted' as const }
	);
	return { ...plan, funding };
}

function median(times: readonly number[]): number {
	return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** Many plans one after another, again when one has changed, and one very large plan against a large one. */
export function benchMany(): void {
	say(`many plans: ${PLANS} of ${MEASURES} measures × 20 years, all results, one after the other`);
	const all = plans();
	const kept = new WeakMap<Plan, Evaluation>();
	const first = timed(() => evaluateAll(all, kept));
	const afterOneChange = [largePlan(MEASURES), ...all.slice(1)];
	const second = timed(() => evaluateAll(afterOneChange, kept));
	say(
		`  all ${first.result}       ${(first.ms / 1000).toFixed(1)} s   goal: below ${GOALS.all / 1000} s`
	);
	say(
		`  ${second.result} changed     ${(second.ms / 1000).toFixed(2)} s   goal: below ${GOALS.one / 1000} s`
	);
	const [small, large] = [500, 2_000].map((count) => {
		const plan = decided(count);
		evaluate(plan, 'ALL');
		return median([0, 1, 2].map(() => timed(() => evaluate(plan, 'ALL')).ms));
	});
	const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
	say(`very large: 2 000 measures × 20 years against 500`);
	say(`  500           ${(small ?? 0).toFixed(0)} ms`);
	say(`  2 000         ${(large ?? 0).toFixed(0)} ms`);
	say(`  ratio         ${((large ?? 0) / (small ?? 1)).toFixed(1)}   goal: at most ${GOALS.ratio}`);
	say(
		`  peak memory   ${megabytes} MiB of the whole process so far   goal: below ${GOALS.megabytes}`
	);
}
