import type { Text } from '../core/errors.ts';
import type { TemplateTable } from './templates.ts';

const text = (sv: string, en: string): Text => ({ sv, en });
const number = true;

/** The five fields of action of the contract (netzerocities.eu), and what has none of them. */
export const fields = {
	built: text('Bebyggelse', 'Built environment'),
	energy: text('Energisystem', 'Energy systems'),
	mobility: text('Mobilitet', 'Mobility'),
	nature: text('Naturbaserade lösningar', 'Nature-based solutions'),
	waste: text('Avfall', 'Waste')
} as const;
export type Field = keyof typeof fields;

/** Where measures of a theme, else of a sector, are put: our own reading, to be checked. */
export const fieldOf: Readonly<Record<string, Field>> = {
	energy: 'energy',
	renovation: 'built',
	mobility: 'mobility',
	transport: 'mobility',
	circularity: 'waste',
	adaptation: 'nature',
	waste: 'waste',
	heating: 'built',
	'power-and-district-heat': 'energy',
	machinery: 'mobility',
	agriculture: 'nature'
};

/** Tables of the action plan and the investment plan, 2022–2024; codes and names as generally known. */
export const tables = {
	emissions: {
		code: 'A-1.4',
		name: text('Utsläpp per sektor, ton', 'Emissions by sector, t'),
		columns: [
			{ id: 'sector', name: text('Sektor', 'Sector'), weight: 2 },
			{ id: 'gas', name: text('Gas', 'Gas') },
			{ id: 'year', name: text('År', 'Year'), isNumber: number },
			{ id: 'tonnes', name: text('Ton', 'Tonnes'), isNumber: number },
			{ id: 'source', name: text('Källa', 'Source'), weight: 3 }
		]
	},
	gap: {
		code: 'A-2',
		name: text(
			'Utsläppsgap, ton per år, kommunens andel',
			'Emissions gap, tonnes a year, share of the municipality'
		),
		columns: [
			{ id: 'target', name: text('Mål', 'Target'), weight: 2 },
			{ id: 'baseline', name: text('Basår', 'Baseline'), isNumber: number },
			{
				id: 'reference',
				name: text('Utan portföljen', 'Without the portfolio'),
				isNumber: number
			},
			{ id: 'cut', name: text('Portföljens minskning', 'Cut of the portfolio'), isNumber: number },
			{ id: 'left', name: text('Kvarvarande gap', 'Remaining gap'), isNumber: number }
		]
	},
	actions: {
		code: 'B-2.1',
		name: text(
			'Åtgärder per område, hela projektet, före avräkning mot varandra',
			'Actions by field of action, whole project, before they are set against one another'
		),
		columns: [
			{ id: 'field', name: text('Område', 'Field of action'), weight: 1.6 },
			{ id: 'action', name: text('Åtgärd', 'Action'), weight: 3 },
			{ id: 'responsible', name: text('Ansvarig', 'Responsible'), weight: 1.6 },
			{ id: 'start', name: text('Start', 'Start'), isNumber: number },
			{
				id: 'tonnes',
				name: text('Ton CO₂e, planens år', 'Tonnes CO₂e, years of the plan'),
				isNumber: number,
				weight: 1.2
			},
			{
				id: 'cost',
				name: text('Investering, tkr', 'Investment, SEK thousand'),
				isNumber: number,
				weight: 1.3
			}
		]
	},
	existing: {
		code: 'IP-A1',
		name: text(
			'Investeringar som pågår, är beslutade eller genomförda, hela projektet',
			'Existing and decided climate investment, whole project'
		),
		columns: [
			{ id: 'project', name: text('Projekt', 'Project'), weight: 3 },
			{ id: 'sector', name: text('Sektor', 'Sector'), weight: 1.5 },
			{ id: 'year', name: text('Start', 'Start'), isNumber: number },
			{
				id: 'amount',
				name: text('Belopp, tkr', 'Amount, SEK thousand'),
				isNumber: number,
				weight: 1.3
			},
			{ id: 'source', name: text('Läge', 'Status'), weight: 1.3 }
		]
	},
	costs: {
		code: 'IP-B1',
		name: text(
			'Kostnad per sektor mot att inte göra åtgärderna, alla betalare, kommunens andel av gemensamma åtgärder',
			'Cost by sector against not carrying the actions out, all payers, the municipality’s share of joint actions'
		),
		columns: [
			{ id: 'sector', name: text('Sektor', 'Sector'), weight: 2 },
			{
				id: 'capex',
				name: text('Investering, tkr', 'CAPEX, SEK thousand'),
				isNumber: number
			},
			{
				id: 'net',
				name: text('Nettokostnad i nuvärde, tkr', 'Present net cost, SEK thousand'),
				isNumber: number
			},
			{ id: 'tonnes', name: text('Ton CO₂e', 'Tonnes CO₂e'), isNumber: number },
			{
				id: 'unknown',
				name: text('Utan känd kostnad eller effekt', 'Without a known cost or effect'),
				isNumber: number
			}
		]
	},
	stakeholders: {
		code: 'IP-B1',
		name: text(
			'Kostnad och nytta per aktör, kända belopp, kommunens andel av gemensamma åtgärder, tkr, planens år',
			'Cost and benefit by stakeholder, known amounts, the municipality’s share of joint actions, SEK thousand, years of the plan'
		),
		columns: [
			{ id: 'payer', name: text('Aktör', 'Stakeholder'), weight: 2 },
			{ id: 'capex', name: text('Investering', 'CAPEX'), isNumber: number },
			{ id: 'opex', name: text('Drift', 'OPEX'), isNumber: number },
			{ id: 'gains', name: text('Besparing och intäkt', 'Saving and revenue'), isNumber: number },
			{ id: 'grants', name: text('Säkrade bidrag', 'Secured grants'), isNumber: number },
			{ id: 'net', name: text('Netto', 'Net'), isNumber: number }
		]
	},
	capital: {
		code: 'IP-B2',
		name: text(
			'Kapitalplan per åtgärd, tkr, hela projektet, också år efter planens slut',
			'Capital planning by action, SEK thousand, whole project, years after the plan’s end too'
		),
		columns: [
			{ id: 'action', name: text('Åtgärd', 'Action'), weight: 3 },
			{ id: 'total', name: text('Totalt', 'Total'), isNumber: number },
			{ id: 'secured', name: text('Säkrat', 'Secured'), isNumber: number },
			{
				id: 'requested',
				name: text('Sökt eller planerat', 'Requested or planned'),
				isNumber: number
			},
			{ id: 'eu', name: text('varav EU', 'of it EU'), isNumber: number },
			{
				id: 'private',
				name: text('varav privata bidrag', 'of it private grants'),
				isNumber: number
			},
			{
				id: 'rest',
				name: text('Betalarnas egna eller oidentifierat', 'The payers’ own or unidentified'),
				isNumber: number,
				weight: 1.2
			},
			{ id: 'responsible', name: text('Ansvarig', 'Responsible'), weight: 1.5 }
		]
	},
	indicators: {
		code: 'IP-B3',
		name: text('Ekonomiska nyckeltal', 'Economic and financial indicators'),
		columns: [
			{ id: 'indicator', name: text('Nyckeltal', 'Indicator'), weight: 3 },
			{ id: 'value', name: text('Värde', 'Value'), isNumber: number }
		]
	}
} as const satisfies Readonly<Record<string, TemplateTable>>;

export const indicators = {
	secured: text(
		'Säkrad andel av kommunens investeringsbehov',
		'Share of the municipality’s need that is secured'
	),
	leverage: text(
		'Hävstång: säkrad finansiering per egen krona',
		'Leverage: secured funding per krona of own money'
	),
	perTonne: text('Kostnad per ton, kr', 'Cost per tonne, SEK'),
	perInhabitant: text('Egna pengar per invånare, kr', 'Own money per inhabitant, SEK')
} as const;

/** Modules that no figure of the plan can fill. */
export const outside: readonly Text[] = [
	text(
		'A-1.1–A-1.3 energi, faktorer och aktivitetsdata per sektor',
		'A-1.1–A-1.3 energy, factors and activity data by sector'
	),
	text('A-3 hinder och aktörer', 'A-3 barriers and stakeholders'),
	text('B-1 effektkedjor', 'B-1 impact pathways'),
	text('B-2.3 strategi för kvarvarande utsläpp', 'B-2.3 residual strategy'),
	text('B-3 indikatorer', 'B-3 indicators'),
	text('IP-A2 utvärdering av finansiering och stöd', 'IP-A2 evaluation of funding and financing'),
	text('C-1 styrning, C-2 social innovation', 'C-1 governance, C-2 social innovation'),
	text('IP-A3 hinder för investering', 'IP-A3 barriers to investment'),
	text(
		'IP-C1 styrmedel, IP-C2 risker, IP-C3 förmåga',
		'IP-C1 policies, IP-C2 risks, IP-C3 capacity'
	)
];

export const headings = {
	action: text('Handlingsplan', 'Action plan'),
	outlines: text(
		'B-2.2 Åtgärderna en och en, hela projektet',
		'B-2.2 Outline of each action, whole project'
	),
	investment: text('Investeringsplan', 'Investment plan'),
	outside: text('Det som skrivs utanför programmet', 'What is written outside the program'),
	fieldNote: text(
		'Åtgärdernas område är satt efter tema och sektor: vår läsning, kontrollera den.',
		'The field of each action follows its theme and sector: our reading, to be checked.'
	),
	unplaced: text('inget område', 'no field'),
	description: text('Beskrivning', 'Description'),
	field: text('Område', 'Field'),
	responsible: text('Ansvarig', 'Responsible'),
	timing: text('Start och livslängd', 'Timing'),
	energy: text('Energi och utsläpp', 'Energy and emissions'),
	tonnes: text('Ton CO₂e, planens år', 'Tonnes CO₂e, years of the plan'),
	cost: text('Investering, tkr', 'Investment, SEK thousand'),
	benefits: text('Andra nyttor', 'Co-benefits'),
	years: text('år', 'years')
} as const;
