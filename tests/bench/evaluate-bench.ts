import { cpus } from 'node:os';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { evaluationJson } from '../../src/lib/core/portfolio/evaluation-json.ts';
import type { Plan } from '../../src/lib/core/plan/plan.ts';
import { largePlan } from '../support/large-plan.ts';
import { plainEvaluate } from './plain-evaluate.ts';
import { plainPlan } from './plain-plan.ts';

const MEASURES = 500;
const RUNS = 9;
const GOAL_MS = 400;
const GOAL_RATIO = 25;

/** The same portfolio with few enough uncertain awards that the expected gap is enumerated, not sampled. */
function withFewAwards(plan: Plan): Plan {
	return {
		...plan,
		funding: plan.funding.map((line, index) =>
			index % 25 === 0 ? line : { ...line, status: 'granted' }
		)
	};
}

function medianMs(work: () => unknown): { median: number; first: number } {
	const times = Array.from({ length: RUNS }, () => {
		const start = performance.now();
		work();
		return performance.now() - start;
	});
	const [first = 0] = times;
	return { first, median: times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0 };
}

/** evaluate() of 500 measures × 20 years with all results, against the same arithmetic in plain numbers. */
export function benchEvaluate(): void {
	const say = (text: string) => process.stdout.write(`${text}\n`);
	say(
		`evaluate(): ${MEASURES} measures × 20 years, all results; median of ${RUNS}; ${cpus().length} cores, Node ${process.version}`
	);
	const plan = withFewAwards(largePlan(MEASURES));
	const plain = plainPlan(plan);
	const exact = medianMs(() => evaluate(plan, 'ALL'));
	const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024);
	const reference = medianMs(() => plainEvaluate(plain));
	const difference = compare(plan);
	say(
		`  decimals       ${exact.median.toFixed(0)} ms (first, cold: ${exact.first.toFixed(0)} ms)   goal: below ${GOAL_MS} ms`
	);
	say(
		`  plain numbers  ${reference.median.toFixed(1)} ms (first, cold: ${reference.first.toFixed(1)} ms)`
	);
	say(
		`  ratio          ${(exact.median / reference.median).toFixed(1)}×   goal: at most ${GOAL_RATIO}×`
	);
	say(`  peak memory    ${peakMiB} MiB of the whole process`);
	say(
		`  the two agree  to within ${difference.toExponential(1)} of each figure, the öre that the first is rounded to`
	);
	const sampled = largePlan(MEASURES);
	const withSampling = medianMs(() => evaluate(sampled, 'ALL'));
	say(
		`  with ${sampled.funding.length} funding lines, too many awards to enumerate (10 000 sampled outcomes): ${withSampling.median.toFixed(0)} ms`
	);
}

/** Largest relative difference between the two over the figures that both give, so that the reference does the same work. */
function compare(plan: Plan): number {
	const exact = evaluationJson(evaluate(plan, 'ALL'));
	const plain = plainEvaluate(plainPlan(plan));
	const pairs: [number, number][] = [
		[Number(exact.need.total), plain.needTotal],
		[Number(exact.gap.secured.total), plain.gapTotals.secured],
		[Number(exact.gap.planned.total), plain.gapTotals.planned],
		[Number(exact.gap.expected.total), plain.gapTotals.expected],
		...Object.values(exact.operating.expected.effectPerYear).map(
			(effect, year): [number, number] => [Number(effect), plain.operating.expected[year] ?? NaN]
		),
		...exact.measures.map((one, index): [number, number] => [
			Number(one.netCost),
			plain.measures[index]?.netCost ?? NaN
		]),
		...exact.macc.steps.map((step, index): [number, number] => [
			Number(step.costPerTonne),
			plain.macc[index]?.costPerTonne ?? NaN
		]),
		...exact.macc.steps.map((step, index): [number, number] => [
			Number(step.tonnes),
			plain.macc[index]?.tonnes ?? NaN
		])
	];
	return Math.max(...pairs.map(([a, b]) => Math.abs(a - b) / Math.max(1, Math.abs(a))));
}
