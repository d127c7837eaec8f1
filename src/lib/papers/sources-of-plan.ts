import type { Measure } from '../core/plan/plan.ts';
import { measuresOf } from './asked-of-plan.ts';
import type { PaperSource, Pen } from './source.ts';

/** Where the figures come from: emissions, targets, factors, rates, programmes and the measures' own sources; each once. */
export function sourcesOf(source: PaperSource, pen: Pen): string[] {
	const { plan, evaluation } = source;
	const { tax } = plan;
	const named = new Set(evaluation.fundingRules.map(({ programme }) => programme));
	return tidy([
		...plan.inventory.map((row) => [row.vintage, row.source].filter(Boolean).join(': ')),
		...plan.targets.map((target) => target.source),
		...ofMethod(source),
		tax?.source ?? '',
		tax?.rateSource ?? '',
		...plan.municipality.population.map((row) => row.source),
		...plan.budget.map((row) => row.source),
		...plan.programmes
			.filter(({ id }) => named.has(id))
			.map((programme) => `${pen.in(programme.name)}: ${programme.source} (${programme.asOf})`),
		...measuresOf(source).flatMap(ofMeasure)
	]);
}

/** The same of one measure alone. */
export function sourcesOfMeasure(source: PaperSource, measure: Measure): string[] {
	return tidy([...ofMethod(source), ...ofMeasure(measure)]);
}

function ofMethod({ plan: { emissionFactors, settings } }: PaperSource): string[] {
	return [
		...emissionFactors.flatMap((factor) => [
			factor.source,
			...factor.points.map((point) => point.source ?? '')
		]),
		settings.carbonValue.source,
		settings.rateSources.discountRate.source,
		settings.rateSources.internalRate.source,
		settings.euroRateSource
	];
}

function ofMeasure({ costs, effects, sources }: Measure): string[] {
	return [
		...costs.map((item) => item.source),
		...(effects ?? []).map((effect) => effect.source),
		...sources.map(({ text, url }) => (url ? `${text}, ${url}` : text))
	];
}

/** What stands where there is no source. */
const ASSUMED: ReadonlySet<string> = new Set(['', 'assumption', 'antagande']);

function tidy(all: readonly string[]): string[] {
	return [...new Set(all.map((one) => one.trim()))].filter((one) => !ASSUMED.has(one));
}
