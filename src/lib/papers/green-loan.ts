import { Decimal } from '../core/decimal.ts';
import type { Text } from '../core/errors.ts';
import { totalOf } from '../core/funding/gap.ts';
import { fullYearTonnes } from '../core/funding/matching/reduction-per-krona.ts';
import { isListed } from '../core/funding/certainty.ts';
import { inKronor, placedMeasures, type PlacedMeasure } from '../core/plan/placement.ts';
import type { CostItem, Plan } from '../core/plan/plan.ts';
import { askedOfPlan } from './asked-of-plan.ts';
import { investmentOf } from './investment-lines.ts';
import {
	tableBlock,
	templateTable,
	text as paragraph,
	type Draft,
	type PaperSource,
	type Pen
} from './source.ts';
import type { TemplateTable } from './templates.ts';

const text = (sv: string, en: string): Text => ({ sv, en });

/** The eight categories of green loans (kommuninvest.se). */
const categories = {
	renewable: text('Förnybar energi', 'Renewable energy'),
	efficiency: text('Energieffektivisering', 'Energy efficiency'),
	buildings: text('Gröna byggnader', 'Green buildings'),
	transport: text('Hållbara transporter', 'Sustainable transport'),
	waste: text('Avfallshantering', 'Waste'),
	water: text('Vattenhantering', 'Water'),
	adaptation: text('Klimatanpassning', 'Adaptation'),
	environment: text('Miljöåtgärder', 'Environmental measures')
} as const;

/** A proposal by theme, else by sector; the lender decides. */
const categoryOf: Readonly<Record<string, keyof typeof categories>> = {
	energy: 'efficiency',
	renovation: 'efficiency',
	mobility: 'transport',
	circularity: 'waste',
	adaptation: 'adaptation',
	transport: 'transport',
	machinery: 'transport',
	waste: 'waste',
	heating: 'efficiency',
	agriculture: 'environment'
};

/** The lender's factors of electricity, t CO₂ per MWh: until 2024 and from then on (kommuninvest.se, April 2024). */
const ELECTRICITY = 'electricity';
const FACTORS = { before: new Decimal('0.315'), now: new Decimal('0.191') };

const projects = {
	code: '',
	name: text(
		'Projekt som kommunen, dess bolag eller taxekollektivet investerar i, belopp i tkr; energi och ton är hela projektets',
		'Projects in which the municipality, its companies or fee payers invest, SEK thousand; energy and tonnes are of the whole project'
	),
	columns: [
		{ id: 'project', name: text('Projekt', 'Project'), weight: 3.2 },
		{ id: 'category', name: text('Kategori (förslag)', 'Category (proposal)'), weight: 1.8 },
		{
			id: 'own',
			name: text(
				'Kommunens, bolagens och taxekollektivets del',
				'Share of the municipality, its companies and fee payers'
			),
			isNumber: true,
			weight: 1.5
		},
		{
			id: 'whole',
			name: text('Investering, alla betalare', 'Investment, all payers'),
			isNumber: true,
			weight: 1.3
		},
		{ id: 'loan', name: text('Lån i planen', 'Loans in the plan'), isNumber: true, weight: 1.2 },
		{ id: 'start', name: text('Start', 'Start'), isNumber: true, weight: 0.8 },
		{ id: 'energy', name: text('Minskad energi, MWh/år', 'Less energy, MWh/year'), isNumber: true },
		{
			id: 'tonnes',
			name: text('Ton/år, planens faktorer', 'Tonnes/year, factors of the plan'),
			isNumber: true,
			weight: 1.2
		},
		{
			id: 'now',
			name: text('Ton/år, el 191 g/kWh', 'Tonnes/year, electricity 191 g/kWh'),
			isNumber: true,
			weight: 1.2
		},
		{
			id: 'before',
			name: text('Ton/år, el 315 g/kWh', 'Tonnes/year, electricity 315 g/kWh'),
			isNumber: true,
			weight: 1.2
		}
	]
} as const satisfies TemplateTable;

const words = {
	projects: text('Projekt', 'Projects'),
	none: text(
		'Varken kommunen eller dess bolag investerar i portföljen.',
		'Neither the municipality nor its companies invest in the portfolio.'
	),
	category: text('avgörs i ansökan', 'settled in the application'),
	how: text(
		'Ton per år vid full effekt, hela projektet. Planens faktorer är de som planen räknar allt annat med; de två andra spalterna räknar elen med långivarens faktor före och efter april 2024 och övriga energislag som planen. Uppgifterna följs upp varje år tills lånet är återbetalat.',
		'Tonnes a year at full effect, whole project. The factors of the plan are those that it counts everything else with; the other two columns count electricity with the lender’s factor before and after April 2024 and other carriers as the plan does. Every year is reported until the loan is repaid.'
	)
} as const;

/** One row per project that the municipality or its companies invest in, with the effect by each factor of electricity. */
export function greenLoan(source: PaperSource, pen: Pen, caseNumber: string): Draft {
	const { plan, portfolio } = source;
	const asked = askedOfPlan(source, pen, caseNumber);
	const own = placedMeasures(plan, portfolio).filter(({ measure }) =>
		measure.costs.some((item) => item.kind === 'capex' && isPublic(item))
	);
	return {
		about: null,
		sections: [
			{
				title: pen.in(words.projects),
				blocks:
					own.length === 0
						? [paragraph(pen.in(words.none))]
						: [
								tableBlock(
									templateTable(
										projects,
										own.map((placed) => row(plan, placed, pen)),
										pen
									)
								),
								paragraph(pen.in(words.how))
							]
			}
		],
		asked: [
			asked.caseNumber,
			asked.costs,
			asked.effects,
			asked.lifetime,
			asked.description,
			asked.owner
		]
	};
}

function isPublic({ payer }: CostItem): boolean {
	return payer === 'municipality' || payer === 'municipal-company' || payer === 'fee-collective';
}

function row(plan: Plan, placed: PlacedMeasure, pen: Pen) {
	const { measure, startYear, ownShare } = placed;
	const category = categoryOf[measure.theme] ?? categoryOf[measure.sector ?? ''];
	const tonnes = (factor: Decimal | null) =>
		pen.number(
			fullYearTonnes(plan, placed, factor ? new Map([[ELECTRICITY, factor]]) : undefined),
			1
		);
	return {
		project: pen.measure(measure),
		category: pen.in(category ? categories[category] : words.category),
		own: pen.money(investmentOf(placed, isPublic)?.times(ownShare) ?? null),
		whole: pen.money(investmentOf(placed)),
		loan: pen.money(loanOf(plan, placed)),
		start: String(startYear),
		energy: energyText(placed, pen),
		tonnes: tonnes(null),
		now: tonnes(FACTORS.now),
		before: tonnes(FACTORS.before)
	};
}

/** Loans that the plan lists on the measure; null where an amount is unknown. */
function loanOf(
	{ funding, programmes, settings }: Plan,
	{ measure, scale }: PlacedMeasure
): Decimal | null {
	const loans = new Set(
		programmes.filter(({ instrument }) => instrument === 'loan').map(({ id }) => id)
	);
	const amounts = funding
		.filter(
			({ programme, status, ...line }) =>
				line.measure === measure.id && loans.has(programme) && isListed(status)
		)
		.flatMap((line) => line.amounts.map((one) => inKronor(one, settings.euroRate)));
	return totalOf(amounts)?.times(scale) ?? null;
}

/** Energy that is no longer used; nothing is said where the effect is stated in tonnes alone. */
function energyText({ measure: { effects }, scale }: PlacedMeasure, pen: Pen): string {
	if (effects === null) return pen.w.missing;
	const sizes = effects.flatMap((effect) => (effect.kind === 'energy' ? [effect.mwhPerYear] : []));
	if (sizes.length === 0) return '–';
	return pen.number(totalOf(sizes)?.times(scale) ?? null);
}
