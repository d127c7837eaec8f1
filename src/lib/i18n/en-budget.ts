import type { budget as swedish } from './sv-budget';

/** Words of the budget pages and of the plan's settings, in English. */
export const budget: typeof swedish = {
	operating: {
		title: 'Operating budget',
		table: (unit) =>
			`Effect on the operating budget per year, ${unit}; constant prices, nominal internal rate, plus is a burden`,
		lead: (rate) =>
			`What the municipality pays, own share. Depreciation and internal interest (${rate}) start the year after spending and count on spending less grants. What a loan pays carries the loan’s own interest, where it is stated.`,
		certainty: 'Count funding that is',
		row: 'Item',
		loanDepreciation: 'Depreciation, loans and EPC',
		loanInterest: 'Interest, loans and EPC',
		ofWhich: 'included above',
		depreciation: 'Depreciation',
		interest: 'Internal interest',
		capitalCost: 'Capital cost',
		opex: 'Operating costs',
		saving: 'Savings',
		revenue: 'Revenues',
		grants: 'Grants for operation',
		effect: 'Effect on the operating budget',
		frame: 'Operating frame',
		headroom: 'Left of the operating frame',
		driftgap: 'Operating gap',
		taxOre: 'Öre per skattekrona',
		taxTable: 'The effect in öre per skattekrona',
		taxHelp: (amount, source) =>
			`1 öre is 0.01 percentage points of tax. One krona of tax yields ${amount} (${source}).`,
		taxMissing: 'The tax base is unknown, so the effect in öre cannot be computed.',
		chart: (unit) => `Effect against the operating frame per year, ${unit}`
	},
	capacity: {
		title: 'Investment capacity',
		lead: 'Result of the year + depreciation + decided new borrowing − other investments + redirected frames = room for this plan. Where one of the first four is unknown, the room typed directly counts.',
		figures: {
			result: 'Result of the year',
			depreciation: 'Depreciation',
			newBorrowing: 'Decided new borrowing',
			otherInvestments: 'Other investments',
			loanDebt: 'Loan debt at year end'
		},
		figureHelp: {
			result: 'Minus for a deficit',
			depreciation: '',
			newBorrowing: 'Only what is decided',
			otherInvestments: 'All that is not in the plan',
			loanDebt: 'For loans per inhabitant; does not change the room'
		},
		statuses: { decided: 'decided', assumed: 'assumed' },
		decidedTo: 'Decided up to and with year (later years are assumptions)',
		redirected: 'Redirected existing frames',
		redirectedHelp:
			'Money that is in a budget already and moves here. It is own money: it adds to the room but does not count as funding from outside.',
		fromBudget: 'Budget that the money leaves',
		oneRedirected: (number) => `Redirected frame ${number}`,
		direct: 'Room typed directly',
		directHelp: 'Used in years for which the breakdown above is not complete.',
		frame: 'Operating frame',
		frameHelp: 'What the effect on the operating budget may cost a year.',
		result: 'What the figures give',
		table: (unit) => `Room and need per year, ${unit}`,
		year: 'Year',
		room: 'Room',
		need: 'Need',
		left: 'Left before grants',
		selfFinancing: 'Self-financing rate',
		debt: 'Loans per inhabitant, SEK',
		workedOut: 'worked out',
		typed: 'typed directly',
		needOf: (portfolio) => `The need is the portfolio’s: ${portfolio}.`,
		population: (persons, year) =>
			`Inhabitants according to the plan: ${persons} (${year}). The latest known number is used for the years after.`,
		readOnly: 'Finance officers and administrators can change the figures.'
	},
	municipality: {
		title: (name) => `About ${name}`,
		help: 'Funding rules ask for this. What is not answered is unknown, and the rule then becomes a question instead of an answer.',
		county: 'County',
		countyHint: 'such as Kronoberg',
		facts: 'Facts that funding rules ask of the municipality',
		factsHelp: 'An answer here holds for all measures, unless the measure says otherwise.',
		population: 'Inhabitants',
		year: 'Year',
		persons: 'Number',
		deMinimis: 'De minimis aid received already',
		deMinimisHelp:
			'By the municipality and its companies, outside this plan. The ceiling is per recipient over three years.',
		recipient: 'Recipient',
		amount: 'Amount',
		currency: 'Currency'
	},
	sections: {
		municipality: 'the facts of the municipality',
		budget: 'the investment capacity',
		plan: 'the plan’s settings',
		tax: 'the tax base',
		targets: 'the targets',
		inventory: 'the emission data',
		sharedRanges: 'the shared ranges'
	},
	settings: {
		title: 'Settings',
		municipality: 'About the municipality',
		general: 'The plan',
		name: 'Name of the plan',
		firstYear: 'First year',
		lastYear: 'Last year',
		priceYear: 'Price level, year',
		vat: 'VAT',
		vats: { excluded: 'without VAT', included: 'with VAT' },
		rates: 'Rates and values',
		discountRate: 'Discount rate, real, %',
		internalRate: 'Internal rate, nominal, %',
		carbonValue: 'Carbon value, SEK per tonne',
		carbonGrowth: 'Yearly growth of the carbon value, %',
		euroRate: 'SEK per euro',
		source: 'Source',
		carbonPath: 'Path of the carbon value',
		carbonPathHelp:
			'Without years the value above holds from the first year of the plan. With years it is linear between them, and after the last one the value grows as stated above. There is always an empty row last; empty a row to remove it.',
		perTonne: 'SEK per tonne',
		pointYear: 'Year',
		method: 'Ways of computing',
		methodHelp:
			'What is chosen from the start are the rules of the method. What you choose otherwise goes into every computation and is named in every explanation.',
		methods: {
			timing: "When a year's money counts",
			residualValue: 'Residual value after the plan',
			capitalCost: 'Capital cost',
			interestBase: 'Interest is counted on',
			credit: 'Overlapping effect is credited',
			creditOrder: 'Order of crediting',
			sectorCap: "At most the sector's emissions are credited",
			carryCapacity: 'Unused investment capacity follows to the next year'
		},
		methodChoices: {
			timing: {
				start: 'at the start of the year (the first year is not discounted)',
				mid: 'in the middle of the year',
				end: 'at the end of the year (as NPV in Excel)'
			},
			residualValue: {
				linear: 'linear over the depreciation period',
				annuity: 'annuities that are left'
			},
			capitalCost: {
				linear: 'linear depreciation and interest',
				annuity: 'the same every year (nominal annuity)'
			},
			interestBase: { opening: "the year's opening value", average: "the year's average value" },
			credit: {
				sequential: 'one after another',
				shapley: 'alike over all orders (Shapley)'
			},
			creditOrder: {
				'start-year': 'start year, then id',
				'unit-cost': 'cost per tonne, until the order is stable'
			}
		},
		tax: 'Tax',
		taxRate: 'Municipal tax, %',
		taxBase: 'Tax base per inhabitant, SEK',
		krona: 'One krona of tax yields, SEK a year',
		hasTax: 'The tax base is known',
		file: 'Plan file',
		fileHelp:
			'The plan file holds all of the plan. Change it and take it in again: you see every difference before anything is saved.',
		update: 'Take in a changed plan file',
		history: 'All changes of the plan'
	},
	update: {
		title: 'Take in changes from a plan file',
		lead: (name) =>
			`The file is compared with ${name}. Before anything is saved you see every field that differs.`,
		preview: 'This changes',
		none: 'The file is like the plan. There is nothing to change.',
		counts: (changed, added, removed) =>
			`${changed} changed, ${added} added and ${removed} removed parts.`,
		part: 'Part',
		apply: 'Save the changes',
		applied: 'The changes are saved. You can undo them.',
		undecided: (lines) =>
			`The file makes ${lines} granted without a decision. Write case number and date (decision) in the file, or change the status on the page Financing.`,
		forbidden:
			'The file changes rates, frames, tax or targets. Finance officers and administrators may do that.',
		most: (count) => `The first ${count} differences are shown.`,
		parts: {
			measures: 'Measure',
			applications: 'Application',
			funding: 'Funding line',
			portfolios: 'Portfolio',
			illustrative: 'Example or not',
			schemaNotes: 'Notes on the file',
			disclaimer: 'Disclaimer',
			municipality: 'Municipality',
			plan: 'Settings',
			tax: 'Tax',
			inventory: 'Emission data',
			statedShares: 'Stated shares',
			reference: 'Reference paths',
			targets: 'Targets',
			emissionFactors: 'Emission factors',
			sharedRanges: 'Shared ranges',
			budget: 'Investment capacity',
			pools: 'Emission items',
			programmes: 'Own programmes'
		}
	},
	history: {
		title: 'Changes of the plan',
		lead: 'Every field that changed: who, when, from and to. The log cannot be altered.',
		actions: {
			undo: 'undid',
			redo: 'redid',
			'example.load': 'loaded the example',
			'plan.import': 'imported the plan',
			'plan.remove': 'removed the plan',
			'plan.restore': 'restored the plan',
			'decision.propose': 'proposed a decision on',
			'decision.confirmed': 'confirmed a decision on',
			'decision.declined': 'turned down a decision on',
			'decision.recorded': 'entered a political decision on',
			'share.make': 'made a shared link',
			'share.revoke': 'revoked a shared link'
		},
		program: 'the program',
		most: (count) => `The latest ${count} changes are shown.`
	}
};
