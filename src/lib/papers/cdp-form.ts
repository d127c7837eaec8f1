import type { Text } from '../core/errors.ts';
import type { TemplateTable } from './templates.ts';

const text = (sv: string, en: string): Text => ({ sv, en });
const number = true;

/** The tables of CDP-ICLEI Track that a plan can fill; the questionnaire is in English, and so are its answers. */
export const tables = {
	actions: {
		code: 'Actions',
		name: text('Åtgärder mot utsläpp', 'Mitigation actions'),
		columns: [
			{ id: 'title', name: text('Action title', 'Action title'), weight: 2.4 },
			{
				id: 'description',
				name: text('Action description', 'Action description'),
				weight: 3.6
			},
			{ id: 'status', name: text('Status of action', 'Status of action'), weight: 1.4 },
			{ id: 'start', name: text('Start year', 'Start year'), isNumber: number },
			{
				id: 'tonnes',
				name: text(
					'Emissions reduction in the target year (tCO2e)',
					'Emissions reduction in the target year (tCO2e)'
				),
				isNumber: number,
				weight: 1.4
			},
			{ id: 'finance', name: text('Finance status', 'Finance status'), weight: 1.4 },
			{
				id: 'total',
				name: text('Total cost of project (SEK)', 'Total cost of project (SEK)'),
				isNumber: number,
				weight: 1.5
			},
			{
				id: 'own',
				name: text(
					'Total cost provided by local government (SEK)',
					'Total cost provided by local government (SEK)'
				),
				isNumber: number,
				weight: 1.5
			},
			{
				id: 'source',
				name: text('Primary source of funds', 'Primary source of funds'),
				weight: 1.5
			},
			{ id: 'benefits', name: text('Co-benefit area', 'Co-benefit area'), weight: 1.6 }
		]
	},
	targets: {
		code: 'Targets',
		name: text('Mål för utsläpp', 'Emissions reduction targets'),
		columns: [
			{ id: 'boundary', name: text('Boundary', 'Boundary'), weight: 1.6 },
			{ id: 'type', name: text('Target type', 'Target type'), weight: 1.6 },
			{ id: 'gas', name: text('Gases covered', 'Gases covered') },
			{ id: 'baseYear', name: text('Base year', 'Base year'), isNumber: number },
			{
				id: 'base',
				name: text('Base year emissions (t)', 'Base year emissions (t)'),
				isNumber: number,
				weight: 1.3
			},
			{ id: 'year', name: text('Target year', 'Target year'), isNumber: number },
			{
				id: 'cut',
				name: text('Percentage of reduction', 'Percentage of reduction'),
				isNumber: number
			},
			{
				id: 'level',
				name: text('Target year emissions (t)', 'Target year emissions (t)'),
				isNumber: number,
				weight: 1.3
			},
			{
				id: 'achieved',
				name: text('Percentage of target achieved so far', 'Percentage of target achieved so far'),
				isNumber: number,
				weight: 1.3
			}
		]
	},
	finance: {
		code: 'Opportunities',
		name: text('Projekt som söker finansiering', 'Projects seeking finance'),
		columns: [
			{ id: 'title', name: text('Project title', 'Project title'), weight: 3 },
			{ id: 'stage', name: text('Stage of project', 'Stage of project'), weight: 1.6 },
			{
				id: 'total',
				name: text('Total cost of project (SEK)', 'Total cost of project (SEK)'),
				isNumber: number,
				weight: 1.5
			},
			{
				id: 'sought',
				name: text('Amount sought (SEK)', 'Amount sought (SEK)'),
				isNumber: number,
				weight: 1.5
			},
			{ id: 'instrument', name: text('Instrument', 'Instrument'), weight: 2 }
		]
	}
} as const satisfies Readonly<Record<string, TemplateTable>>;

/** Answers, in the language of the questionnaire; [K] wordings, to be checked against its lists. */
export const answers = {
	status: {
		idea: 'Scoping',
		planned: 'Pre-implementation',
		approved: 'Pre-implementation',
		ongoing: 'Implementation',
		done: 'Implementation complete',
		cancelled: 'Cancelled'
	},
	finance: {
		secured: 'Finance secured',
		partly: 'Finance partially secured',
		sought: 'Finance not yet secured',
		none: 'No investment',
		unknown: 'Unknown'
	},
	scope: { territorial: 'Jurisdiction-wide', consumption: 'Consumption-based' },
	type: {
		'relative-reduction': 'Base year emissions target',
		'absolute-ceiling': 'Fixed level target',
		'absolute-ceiling-per-person': 'Fixed level target per inhabitant',
		vision: 'Vision without a level'
	},
	ownFunds: 'Local government own resources'
} as const;

export const notes = {
	money: text(
		'Hela kronor. Totalbeloppet och det som söks är hela projektets, alla betalare. Kommunens belopp är dess egen del av investeringen efter säkrade bidrag. Största finansiär räknas på säkrade pengar. Ton är kommunens del, sedan åtgärder som påverkar samma utsläpp räknats av mot varandra.',
		'Whole kronor. The total and the amount sought are of the whole project, all payers. The amount of the local government is its own share of the investment after secured grants. The primary source counts secured money. Tonnes are the share of the municipality, after measures that act on the same emissions have been set against one another.'
	),
	population: text('Invånare', 'Population'),
	year: text('År för invånarantalet', 'Year of the population'),
	city: text('Kommun', 'Local government'),
	general: text('Allmänt', 'General')
} as const;
