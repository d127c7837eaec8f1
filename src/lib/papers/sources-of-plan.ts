import type { Plan } from '../core/plan/plan.ts';
import { measuresOf } from './asked-of-plan.ts';
import type { PaperSource } from './source.ts';

/** Where the figures come from: emissions, targets, factors, rates, programmes and the measures' own sources; each once. */
export function sourcesOf(plan: Plan, source: PaperSource): string[] {
	const { settings, tax } = plan;
	const named = new Set(source.evaluation.fundingRules.map(({ programme }) => programme));
	const measures = measuresOf(source);
	const all = [
		...plan.inventory.map((row) => [row.vintage, row.source].filter(Boolean).join(': ')),
		...plan.targets.map((target) => target.source),
		...plan.emissionFactors.flatMap((factor) => [
			factor.source,
			...factor.points.map((point) => point.source ?? '')
		]),
		settings.carbonValue.source,
		settings.rateSources.discountRate.source,
		settings.rateSources.internalRate.source,
		settings.euroRateSource,
		tax?.source ?? '',
		tax?.rateSource ?? '',
		...plan.municipality.population.map((row) => row.source),
		...plan.budget.map((row) => row.source),
		...plan.programmes
			.filter(({ id }) => named.has(id))
			.map((programme) => `${programme.name.sv}: ${programme.source} (${programme.asOf})`),
		...measures.flatMap(({ costs, effects, sources }) => [
			...costs.map((item) => item.source),
			...(effects ?? []).map((effect) => effect.source),
			...sources.map(({ text, url }) => (url ? `${text}, ${url}` : text))
		])
	];
	return [...new Set(all.map((one) => one.trim()))].filter((one) => !ASSUMED.has(one));
}

/** What stands where there is no source. */
const ASSUMED: ReadonlySet<string> = new Set(['', 'assumption', 'antagande']);
