import type { Plan } from '../../src/lib/core/plan/plan.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import type { Evaluation } from '../../src/lib/core/portfolio/evaluation.ts';
import { largePlan } from '../support/large-plan.ts';

const PLANS = 290;
const MEASURES = 60;
const GOALS = { all: 10_000, one: 1_000 } as const;

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

/** Many plans one after another, and again when one has changed. */
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
}
