import { sum, ZERO, type Decimal } from '../core/decimal.ts';
import type { Text } from '../core/errors.ts';
import { isListed } from '../core/funding/certainty.ts';
import { countedFunding } from '../core/funding/counted-funding.ts';
import { NO_CIRCUMSTANCES, type Finding } from '../core/funding/eligibility/finding.ts';
import { matchOf } from '../core/funding/matching/match.ts';
import {
	reductionPerKrona,
	type ReductionPerKrona
} from '../core/funding/matching/reduction-per-krona.ts';
import { totalOf } from '../core/funding/gap.ts';
import { inKronor, placedMeasures, type PlacedMeasure } from '../core/plan/placement.ts';
import { askedOf, type Asked } from './asked.ts';
import { askedOfPlan } from './asked-of-plan.ts';
import { labels } from './klimatklivet-form.ts';
import { effectList } from './measure-sheets.ts';
import type { Block, Entry, PaperSection } from './paper.ts';
import { sourcesOfMeasure } from './sources-of-plan.ts';
import { text as paragraph, type Draft, type PaperSource, type Pen } from './source.ts';

const PROGRAMME = 'klimatklivet';

/** The measures of the portfolio that an application can be about: those with an investment. */
export function applicable({ plan, portfolio }: PaperSource): PlacedMeasure[] {
	return placedMeasures(plan, portfolio).filter(({ measure }) =>
		measure.costs.some(({ kind }) => kind === 'capex')
	);
}

/** What an application to Klimatklivet asks of one measure, as far as the plan knows it; null where there is no such measure. */
export function klimatklivet(
	source: PaperSource,
	pen: Pen,
	caseNumber: string,
	wanted: string | null
): Draft | null {
	const all = applicable(source);
	const placed = wanted === null ? all[0] : all.find(({ measure: { id } }) => id === wanted);
	if (!placed) return null;
	const { measure } = placed;
	const ranking = reductionPerKrona(source.plan, placed);
	return {
		about: pen.w.aboutMeasure(measure.id, pen.in(measure.name), source.plan.settings.name),
		sources: sourcesOfMeasure(source, measure),
		sections: [
			project(source, placed, pen),
			...money(source, placed, ranking, pen),
			climate(placed, ranking, pen),
			{
				title: pen.in(labels.other2),
				blocks: [
					entries(pen, [
						[labels.aid, pen.w.outside],
						[labels.jobs, pen.w.outside],
						[labels.goals, pen.known(measure.coBenefits.join(', '))]
					])
				]
			}
		],
		asked: asked(source, placed, ranking, pen, caseNumber)
	};
}

function entries(pen: Pen, rows: readonly (readonly [Text, string])[]): Block {
	return {
		kind: 'entries',
		caption: '',
		entries: rows.map(([label, value]): Entry => ({ label: pen.in(label), value }))
	};
}

function project(
	{ plan }: PaperSource,
	{ measure, startYear }: PlacedMeasure,
	pen: Pen
): PaperSection {
	const { w } = pen;
	const life = measure.lifetimeYears;
	const isOwn = measure.costs.every(
		({ kind, payer }) => kind !== 'capex' || payer === 'municipality'
	);
	return {
		title: pen.in(labels.project),
		blocks: [
			entries(pen, [
				[labels.measure, pen.measure(measure)],
				[labels.applicant, isOwn ? plan.municipality.name : w.outside],
				[labels.number, w.outside],
				[labels.site, w.outside],
				[
					labels.start,
					`${startYear}, ${life === null ? w.missing : `${life} ${pen.in(labels.years)}`}`
				]
			]),
			...(measure.description ? [paragraph(measure.description)] : [])
		]
	};
}

/** Costs and support, and the rules that stand in the way. */
function money(
	source: PaperSource,
	placed: PlacedMeasure,
	{ investment }: ReductionPerKrona,
	pen: Pen
): PaperSection[] {
	const support = investment === null ? null : supportFor(source, placed);
	const { highest = null, eligible = null } = support ?? {};
	const netCost =
		source.evaluation.measures.find(({ id }) => id === placed.measure.id)?.netCost ?? null;
	return [
		{
			title: pen.in(labels.money),
			blocks: [
				entries(pen, [
					[labels.investment, pen.money(investment)],
					[labels.listed, pen.money(listedFor(source, placed))],
					[labels.sought, pen.money(highest)],
					...(highest && eligible?.gt(0)
						? ([
								[labels.eligible, pen.money(eligible)],
								[labels.share, pen.share(highest.div(eligible), 1)]
							] as const)
						: []),
					[labels.netCost, pen.money(netCost)]
				]),
				...(support
					? highest?.gt(0)
						? [paragraph(pen.in(labels.ifOpen))]
						: []
					: [paragraph(pen.in(investment === null ? labels.noCost : labels.noProgramme))])
			]
		},
		...(support ? [rules(support.findings, pen)] : [])
	];
}

/** The rules that fail or that nobody can judge yet, each once. */
function rules(findings: readonly Finding[], pen: Pen): PaperSection {
	const said = findings
		.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown')
		.map(({ outcome, about, needed, seen }) => {
			const verdict = pen.in(outcome === 'failed' ? labels.failed : labels.open);
			const here = seen ? `; ${pen.in(labels.here)}: ${pen.in(seen)}` : '';
			return `${pen.t.rules.kinds[about] ?? about} (${verdict}): ${pen.in(needed)}${here}`;
		});
	const items = [...new Set(said)];
	return {
		title: pen.in(labels.rules),
		blocks: [items.length === 0 ? paragraph(pen.in(labels.noRules)) : { kind: 'list', items }]
	};
}

function climate(
	placed: PlacedMeasure,
	{ tonnesPerYear, kgPerKrona }: ReductionPerKrona,
	pen: Pen
): PaperSection {
	return {
		title: pen.in(labels.climate),
		blocks: [
			entries(pen, [
				[labels.zero, pen.w.outside],
				[labels.with, pen.w.outside],
				[labels.change, effectList(placed.measure, pen, placed)],
				[labels.yearly, pen.number(tonnesPerYear, 1)],
				[labels.perKrona, pen.number(kgPerKrona, 2)]
			]),
			paragraph(pen.in(labels.note))
		]
	};
}

function asked(
	source: PaperSource,
	{ measure }: PlacedMeasure,
	ranking: ReductionPerKrona,
	pen: Pen,
	caseNumber: string
): Asked[] {
	const a = pen.w.asked;
	const one = (what: string, isKnown: boolean, anchor: string) =>
		askedOf(
			what,
			[measure],
			() => isKnown,
			() => ({ name: pen.measure(measure), page: `measures/${measure.id}#${anchor}` })
		);
	return [
		askedOfPlan(source, pen, caseNumber).caseNumber,
		one(a.costs, ranking.investment !== null, 'group-costs'),
		one(a.effects, ranking.tonnesPerYear !== null, 'group-effects'),
		one(a.lifetime, ranking.lifetimeYears !== null, 'f-lifetimeYears'),
		one(a.description, measure.description.trim() !== '', 'f-description'),
		one(a.coBenefits, measure.coBenefits.length > 0, 'follow')
	];
}

/** What the plan's own lines take from the programme for the measure, kr; null where an amount is unknown. */
function listedFor({ plan }: PaperSource, { measure, scale }: PlacedMeasure): Decimal | null {
	const amounts = plan.funding
		.filter(
			(line) => line.measure === measure.id && line.programme === PROGRAMME && isListed(line.status)
		)
		.flatMap((line) => line.amounts.map((one) => inKronor(one, plan.settings.euroRate)));
	return totalOf(amounts)?.times(scale) ?? null;
}

/** What the programme could pay of the measure's investments after the plan's other lines; null where the catalogue lacks it. */
function supportFor(
	{ plan, portfolio, evaluation, programmes }: PaperSource,
	placed: PlacedMeasure
) {
	const programme = programmes.find(({ id }) => id === PROGRAMME);
	if (!programme) return null;
	const stack = countedFunding(plan, placedMeasures(plan, portfolio));
	const netCost = evaluation.measures.find(({ id }) => id === placed.measure.id)?.netCost ?? null;
	const { items: all } = matchOf(programme, null, placed, stack, {
		...NO_CIRCUMSTANCES,
		plan,
		portfolioCapex: stack.portfolioCapex,
		netCost
	});
	const items = all.filter(({ item }) => item.kind === 'capex');
	return {
		highest: sum(items.map(({ highest }) => highest)),
		findings: items.flatMap(({ findings }) => findings),
		eligible: sum(items.map((item) => (item.highest.gt(0) ? item.cost : ZERO)))
	};
}
