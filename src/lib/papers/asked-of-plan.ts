import { isListed } from '../core/funding/certainty.ts';
import { depreciationYears, isUnknown } from '../core/plan/placement.ts';
import type { Measure, Target } from '../core/plan/plan.ts';
import { askedOf, type Asked } from './asked.ts';
import type { PaperSource, Pen } from './source.ts';

/** The measures of the paper's portfolio, in the plan's order. */
export function measuresOf({ plan, portfolio }: PaperSource): Measure[] {
	const own = new Set(portfolio.measures);
	return plan.measures.filter(({ id }) => own.has(id));
}

/** What several reports ask of a plan, each with the page on which it is filled in. */
export function askedOfPlan(source: PaperSource, pen: Pen, caseNumber: string) {
	const { plan, evaluation } = source;
	const { w } = pen;
	const measures = measuresOf(source);
	const a = w.asked;
	const atMeasure = (measure: Measure, anchor: string) => ({
		name: pen.measure(measure),
		page: `measures/${measure.id}#${anchor}`
	});
	const ofMeasures = (what: string, anchor: string, isKnown: (measure: Measure) => boolean) =>
		askedOf(what, measures, isKnown, (measure) => atMeasure(measure, anchor));
	const ofPlan = (what: string, isKnown: boolean, page: string): Asked =>
		askedOf(
			what,
			[what],
			() => isKnown,
			(name) => ({ name, page })
		);
	const years = evaluation.years.map((year, index) => ({
		year,
		capacity: evaluation.ownCapacity.perYear[index] ?? null,
		frame: plan.budget.find((one) => one.year === year)?.operatingFrame ?? null
	}));
	const territorial = plan.targets.filter(({ scope }) => scope === 'territorial');
	const items = measures.flatMap((measure) => measure.costs.map((item) => ({ measure, item })));
	return {
		caseNumber: ofPlan(a.caseNumber, caseNumber.trim() !== '', '#case'),
		costs: askedOf(
			a.costs,
			items,
			({ item }) => !isUnknown(item),
			({ measure, item }) => ({
				name: `${pen.measure(measure)}, ${item.id}`,
				page: `measures/${measure.id}#group-costs`
			})
		),
		effects: ofMeasures(
			a.effects,
			'group-effects',
			({ id }) => !evaluation.unknown.effects.includes(id)
		),
		owner: ofMeasures(a.owner, 'f-owner', ({ owner }) => owner.trim() !== ''),
		lifetime: ofMeasures(a.lifetime, 'f-lifetimeYears', (one) => one.lifetimeYears !== null),
		sector: ofMeasures(a.sector, 'f-sector', ({ sector }) => sector !== null),
		description: ofMeasures(a.description, 'f-description', (one) => one.description.trim() !== ''),
		coBenefits: ofMeasures(a.coBenefits, 'follow', ({ coBenefits }) => coBenefits.length > 0),
		commitments: ofMeasures(a.commitments, 'follow', ({ commitments }) => commitments.length > 0),
		depreciation: askedOf(
			a.depreciation,
			items.filter(({ item }) => item.kind === 'capex' && item.payer === 'municipality'),
			({ item, measure }) => depreciationYears(item, measure) !== null,
			({ measure, item }) => ({
				name: `${pen.measure(measure)}, ${item.id}`,
				page: `measures/${measure.id}#group-costs`
			})
		),
		funding: askedOf(
			a.fundingAmounts,
			plan.funding.filter(
				({ measure, status }) => source.portfolio.measures.includes(measure) && isListed(status)
			),
			({ amounts }) => amounts.every(({ amount }) => amount !== null),
			({ id, measure }) => ({ name: id, page: `measures/${measure}#group-funding` })
		),
		capacity: askedOf(
			a.capacity,
			years,
			({ capacity }) => capacity !== null,
			({ year }) => ({ name: String(year), page: 'capacity' })
		),
		frame: askedOf(
			a.frame,
			years,
			({ frame }) => frame !== null,
			({ year }) => ({ name: String(year), page: 'capacity' })
		),
		tax: ofPlan(a.tax, plan.tax?.oneKronaYields != null, 'settings'),
		population: ofPlan(a.population, plan.municipality.population.length > 0, 'municipality'),
		target: askedOf<Pick<Target, 'name' | 'targetTonnes'>>(
			a.target,
			territorial.length > 0 ? territorial : [{ name: a.target, targetTonnes: null }],
			({ targetTonnes }) => targetTonnes !== null,
			({ name }) => ({ name, page: 'update' })
		),
		baseline: askedOf<Pick<Target, 'name' | 'baseTonnes'>>(
			a.baseline,
			territorial.length > 0 ? territorial : [{ name: a.baseline, baseTonnes: null }],
			({ baseTonnes }) => baseTonnes !== null,
			({ name }) => ({ name, page: 'update' })
		),
		reference: ofPlan(a.reference, plan.reference.length > 0, 'update'),
		risk: ofPlan(a.risk, source.brief.risk !== null, 'risk')
	};
}
