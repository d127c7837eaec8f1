import { ZERO, sum } from '../core/decimal.ts';
import { countedFunding } from '../core/funding/counted-funding.ts';
import { NO_CIRCUMSTANCES } from '../core/funding/eligibility/finding.ts';
import { matchOf } from '../core/funding/matching/match.ts';
import { reductionPerKrona } from '../core/funding/matching/reduction-per-krona.ts';
import { placedMeasures, type PlacedMeasure } from '../core/plan/placement.ts';
import type { Text } from '../core/errors.ts';
import { askedOf } from './asked.ts';
import { askedOfPlan } from './asked-of-plan.ts';
import { effectSentence } from './measure-sheets.ts';
import type { Entry } from './paper.ts';
import { text as paragraph, type Draft, type PaperSource, type Pen } from './source.ts';

const PROGRAMME = 'klimatklivet';
const text = (sv: string, en: string): Text => ({ sv, en });

/** Fields of the application, in the order of the agency's pages. */
const labels = {
	project: text('Åtgärd och sökande', 'Measure and applicant'),
	measure: text('Åtgärd', 'Measure'),
	applicant: text('Sökande', 'Applicant'),
	number: text('Organisationsnummer', 'Organisation number'),
	site: text('Plats', 'Site'),
	start: text('Startår och livslängd', 'Start and lifetime'),
	money: text('Pengar', 'Money'),
	investment: text('Investering, alla betalare, tkr', 'Investment, all payers, SEK thousand'),
	eligible: text('Stödberättigad kostnad, tkr', 'Eligible cost, SEK thousand'),
	sought: text('Högsta möjliga stöd, tkr', 'Highest possible support, SEK thousand'),
	share: text('Andel av stödberättigad kostnad', 'Share of the eligible cost'),
	other: text('Annan finansiering, tkr', 'Other funding, SEK thousand'),
	netCost: text('Nettokostnad i nuvärde, tkr', 'Present net cost, SEK thousand'),
	climate: text('Klimatnytta', 'Climate benefit'),
	zero: text('Nollalternativet, energi per år', 'Zero alternative, energy a year'),
	with: text('Med åtgärden, energi per år', 'With the measure, energy a year'),
	change: text('Skillnad', 'Difference'),
	yearly: text('Minskning per år, ton CO₂e', 'Cut a year, tonnes CO₂e'),
	perKrona: text('Kg CO₂e per investerad krona', 'Kg CO₂e per invested krona'),
	other2: text('Statsstöd, jobb och andra mål', 'State aid, jobs and other goals'),
	aid: text('Statsstödsgrund', 'State-aid basis'),
	jobs: text('Arbetstillfällen', 'Jobs'),
	goals: text('Andra miljömål och nyttor', 'Other environmental goals and benefits'),
	note: text(
		'Klimatklivet rangordnar efter minskade kilogram under livslängden per investerad krona: minskning per år × livslängd ÷ investering, odiskonterat. Åtgärden får inte börja före beslutet. Lägesrapport var sjätte månad, slutrapport inom tre månader efter slutet.',
		'Klimatklivet ranks by kilograms cut over the lifetime per invested krona: cut a year × lifetime ÷ investment, undiscounted. The measure must not start before the decision. A status report every six months, the final one within three months after the end.'
	),
	noProgramme: text(
		'Programmet finns inte i katalogen: högsta möjliga stöd är okänt.',
		'The programme is not in the catalogue: the highest possible support is unknown.'
	),
	years: text('år', 'years'),
	perYear: text('Fälten är för', 'The fields are for')
} as const;

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
	const { w } = pen;
	const ranking = reductionPerKrona(source.plan, placed);
	const support = supportFor(source, placed);
	const figures = source.evaluation.measures.find(({ id }) => id === measure.id);
	const lifetime =
		measure.lifetimeYears === null ? w.missing : `${measure.lifetimeYears} ${pen.in(labels.years)}`;
	const group = (caption: Text, rows: readonly (readonly [Text, string])[]) => ({
		kind: 'entries' as const,
		caption: pen.in(caption),
		entries: rows.map(([label, value]): Entry => ({ label: pen.in(label), value }))
	});
	const atMeasure = (anchor: string) => () => ({
		name: pen.measure(measure),
		page: `measures/${measure.id}#${anchor}`
	});
	const asked = askedOfPlan(source, pen, caseNumber);
	const one = (what: string, isKnown: boolean, anchor: string) =>
		askedOf(what, [measure], () => isKnown, atMeasure(anchor));
	return {
		about: w.aboutMeasure(measure.id, pen.in(measure.name), source.plan.settings.name),
		sections: [
			{
				title: pen.in(labels.project),
				blocks: [
					group(labels.project, [
						[labels.measure, pen.measure(measure)],
						[labels.applicant, source.plan.municipality.name],
						[labels.number, w.outside],
						[labels.site, w.outside],
						[labels.start, `${placed.startYear}, ${lifetime}`]
					]),
					...(measure.description ? [paragraph(measure.description)] : [])
				]
			},
			{
				title: pen.in(labels.money),
				blocks: [
					group(labels.money, [
						[labels.investment, pen.money(ranking.investment)],
						[labels.eligible, pen.money(support?.eligible ?? null)],
						[labels.sought, pen.money(support?.highest ?? null)],
						[
							labels.share,
							pen.share(support?.eligible.gt(0) ? support.highest.div(support.eligible) : null, 1)
						],
						[labels.other, pen.money(support?.other ?? null)],
						[labels.netCost, pen.money(figures?.netCost ?? null)]
					]),
					...(support ? [] : [paragraph(pen.in(labels.noProgramme))])
				]
			},
			{
				title: pen.in(labels.climate),
				blocks: [
					group(labels.climate, [
						[labels.zero, w.outside],
						[labels.with, w.outside],
						[labels.change, effectSentence(measure, pen)],
						[labels.yearly, pen.number(ranking.tonnesPerYear, 1)],
						[labels.perKrona, pen.number(ranking.kgPerKrona, 2)]
					]),
					paragraph(pen.in(labels.note))
				]
			},
			{
				title: pen.in(labels.other2),
				blocks: [
					group(labels.other2, [
						[labels.aid, w.outside],
						[labels.jobs, w.outside],
						[labels.goals, pen.known(measure.coBenefits.join(', '))]
					])
				]
			}
		],
		asked: [
			asked.caseNumber,
			one(w.asked.costs, ranking.investment !== null, 'group-costs'),
			one(w.asked.effects, ranking.tonnesPerYear !== null, 'group-effects'),
			one(w.asked.lifetime, ranking.lifetimeYears !== null, 'f-lifetimeYears'),
			one(w.asked.description, measure.description.trim() !== '', 'f-description'),
			one(w.asked.coBenefits, measure.coBenefits.length > 0, 'follow')
		]
	};
}

/** What the programme could pay of the measure after the plan's other lines; null where the catalogue lacks it. */
function supportFor(
	{ plan, portfolio, evaluation, programmes }: PaperSource,
	placed: PlacedMeasure
) {
	const programme = programmes.find(({ id }) => id === PROGRAMME);
	if (!programme) return null;
	const stack = countedFunding(plan, placedMeasures(plan, portfolio));
	const netCost = evaluation.measures.find(({ id }) => id === placed.measure.id)?.netCost ?? null;
	const { items, highest } = matchOf(programme, null, placed, stack, {
		...NO_CIRCUMSTANCES,
		plan,
		portfolioCapex: stack.portfolioCapex,
		netCost
	});
	return {
		highest,
		eligible: sum(items.map((item) => (item.highest.gt(0) ? item.cost : ZERO))),
		other: sum(items.map((item) => item.cost.minus(item.highest).minus(item.ownShare)))
	};
}
