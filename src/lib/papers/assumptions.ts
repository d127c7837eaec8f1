import { carbonPrices } from '../core/abatement/carbon-value.ts';
import { latestPopulation } from '../core/portfolio/compare.ts';
import type { Block } from './paper.ts';
import { tableBlock, text, type PaperSource, type Pen } from './source.ts';

/** What every figure stands on: prices, rates, factors and the development without measures. */
export function assumptions({ plan }: PaperSource, pen: Pen): Block[] {
	const { number, share, money, sector, t, w } = pen;
	const p = w.plan;
	const { settings, tax, municipality } = plan;
	const persons = latestPopulation(plan);
	const latest = [...municipality.population].sort((a, b) => b.year - a.year)[0];
	const carbon = carbonPrices(settings.carbonValue, settings)[0] ?? null;
	const entries = [
		[w.basis, t.plan.basis(settings.basis.priceYear, settings.basis.vat)],
		[p.horizon, `${settings.firstYear}–${settings.lastYear}`],
		[p.discountRate, share(settings.discountRate, 2)],
		[p.internalRate, share(settings.internalRate, 2)],
		[p.carbon, p.perTonne(number(carbon), settings.firstYear)],
		[p.euroRate, number(settings.euroRate, 2)],
		[p.taxYield, money(tax?.oneKronaYields ?? null)],
		[
			p.population,
			persons === null || !latest
				? w.missing
				: p.persons(new Intl.NumberFormat(pen.locale).format(persons), latest.year)
		]
	].map(([label = '', value = '']) => ({ label, value }));
	return [
		{ kind: 'entries', caption: p.assumed, entries },
		tableBlock({
			caption: p.factors,
			columns: [
				{ name: p.carrier, weight: 2 },
				{ name: p.factorYear, weight: 1.4 },
				{ name: p.factor, isNumber: true },
				{ name: p.factorSource, weight: 4 }
			],
			rows: plan.emissionFactors.flatMap(({ carrier, points, source, vintage }) =>
				points.map((point) => [
					t.measureForm.carriers[carrier] ?? carrier,
					`${point.year}${vintage ? ` (${vintage})` : ''}`,
					number(point.value, 4),
					point.source ?? source
				])
			)
		}),
		tableBlock({
			caption: p.references,
			columns: [
				{ name: p.sector, weight: 2 },
				{ name: p.baseYear, isNumber: true },
				{ name: p.release, weight: 2 },
				{ name: p.yearly, isNumber: true, weight: 1.4 }
			],
			rows: plan.reference.map((path) => [
				sector(path.sector),
				String(path.baseYear),
				path.vintage,
				share(path.yearlyChange, 2)
			])
		})
	];
}

/** What is missing by name, and every warning. */
export function openQuestions({ plan, evaluation }: PaperSource, { locale, w }: Pen): Block {
	const p = w.plan;
	const { unknown, warnings } = evaluation;
	const items = [
		...(unknown.costs.length > 0 ? [p.unknownCosts(unknown.costs.join(', '))] : []),
		...(unknown.effects.length > 0 ? [p.unknownEffects(unknown.effects.join(', '))] : []),
		...(unknown.funding.length > 0 ? [p.unknownFunding(unknown.funding.join(', '))] : []),
		...new Set(warnings.map((one) => one.text[locale])),
		...(plan.disclaimer ? [plan.disclaimer[locale]] : [])
	];
	return items.length === 0 ? text(p.openNone) : { kind: 'list', items };
}
