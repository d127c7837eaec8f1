import type { plan as swedish } from './sv-plan';

/** Words of the plan's pages, in English. */
export const plan: typeof swedish = {
	plans: {
		title: 'Plans',
		empty: 'There is no plan here yet.',
		emptyHelp: 'Import a plan file to begin.',
		emptyReader: 'Ask an editor or a finance officer to import a plan file.',
		import: 'Import plan file',
		example: 'Example, not a decided plan',
		period: (from, to) => `${from}–${to}`,
		changed: (when) => `Changed ${when}`,
		remove: 'Remove',
		removed: (name) => `${name} is removed.`,
		undo: 'Undo',
		removedPlans: 'Removed plans',
		restore: 'Bring back'
	},
	import: {
		title: 'Import plan file',
		lead: 'Choose a plan file (JSON, version 1). You see what it holds before anything is saved.',
		file: 'Plan file',
		submit: 'Check the file',
		problems: (count) =>
			count === 1
				? 'The file has one error. Nothing has been saved.'
				: `The file has ${count} errors. Nothing has been saved.`,
		problemsHelp: 'Mend the file and choose it again.',
		value: 'Value in the file',
		most: (count) => `The first ${count} are shown.`,
		noFile: 'Choose a file that is not empty.',
		tooLarge:
			'The file is larger than 10 MB. A plan file is seldom over 1 MB; check that it is the right file.',
		preview: 'This will be created',
		previewLead: (file) => `${file} was read without errors. Nothing is saved yet.`,
		taken:
			'There is already a plan of that name. This becomes another one; the old one is not changed.',
		create: 'Create the plan',
		created: 'The plan is created.',
		counts: {
			measures: 'Measures',
			costItems: 'Cost items',
			effects: 'Effects',
			fundingLines: 'Funding lines',
			inventoryRows: 'Emission rows',
			targets: 'Targets',
			budgetYears: 'Budget years'
		},
		portfolio: 'Portfolio',
		warnings: 'Warnings',
		noPortfolios: 'The file has no portfolio, so no gap can be computed.'
	},
	plan: {
		overview: 'Overview',
		financing: 'Financing',
		macc: 'Cost curve',
		takeOut: 'Take out files',
		papers: 'Papers',
		export: 'Export plan file',
		portfolio: 'Portfolio',
		noPortfolio: 'The plan has no portfolio, so there is nothing to compute.',
		noPortfolioHelp: 'Create a portfolio and choose which measures are in it.',
		noPortfolioReader: 'An editor can create a portfolio under Portfolios.',
		basis: (priceYear, vat) =>
			`Constant prices of ${priceYear}, ${vat === 'excluded' ? 'without' : 'with'} VAT`,
		unit: 'Show amounts in',
		rename: 'Rename',
		name: 'Name of the plan',
		save: 'Save',
		saved: 'Saved.'
	},
	overview: {
		need: 'Investment need',
		needHelp: (from, to) =>
			`What the municipality is to pay for investments ${from}–${to}, own share`,
		capacity: 'Own investment capacity',
		capacityHelp: "The plan's frame, sum of all years",
		secured: 'Secured funding',
		securedHelp: 'Granted, contracted and paid grants for the need',
		gap: 'Funding gap',
		gapHelp:
			'The need that neither own capacity nor secured money covers; a surplus in one year covers no other',
		worst: (year, amount) => `The hardest year is ${year}, with a gap of ${amount}`,
		noGap: 'No year has a gap.',
		three: 'The gap in three ways',
		gaps: { secured: 'Secured', expected: 'Expected', planned: 'Planned' },
		gapMeaning: {
			secured: 'only what is granted, contracted and paid',
			expected: 'the mean over all outcomes of the applications',
			planned: 'if every application and plan succeeds'
		},
		sampled: 'Computed from sampled outcomes, since the applications are too many to enumerate.',
		running: 'Operation and liquidity',
		neverFunded: 'Even if every application is granted, some years have a gap.',
		perYear: (unit) => `Operation and liquidity per year, ${unit}`,
		effect: 'Effect on the operating budget',
		frameLeft: 'Left of the operating frame',
		cash: 'Liquidity',
		allFunded: (percent) => `The probability that all is funded is ${percent}.`,
		driftgap: 'Operating gap',
		driftgapHelp: 'Running and capital cost above the operating frame, sum of all years',
		bridging: 'Largest bridging need',
		bridgingHelp: 'The most that must be borrowed until the money arrives',
		path: (gas) => `Emission path, tonnes ${gas.replace('CO2', 'CO₂')} per year`,
		pathReference: 'Without the portfolio',
		pathResidual: 'With the portfolio',
		pathTarget: 'Target',
		pathMissing:
			'The path cannot be computed, since the base-year emissions of some sector are missing.',
		targets: 'Targets',
		targetName: 'Target',
		targetYear: 'Year',
		targetReference: 'Without the portfolio, t',
		targetAbatement: 'The portfolio cuts, t',
		targetResidual: 'Left, t',
		targetLevel: 'Target level, t',
		targetGap: 'Left to the target, t',
		targetGas: 'Gas',
		targetReason: {
			'no-tonne-level': 'no level in tonnes',
			'other-scope': 'other scope than territorial emissions',
			'outside-horizon': "outside the plan's years",
			'unknown-reference': 'base-year emissions missing'
		},
		unknown: 'Outside the totals',
		unknownNone: 'No amount and no effect is missing in the portfolio.',
		unknownCosts: (items) => `Amount missing: ${items}`,
		unknownEffects: (items) => `Effect missing: ${items}`,
		unknownFunding: (items) => `Funding amount missing: ${items}`,
		warnings: (count) => (count === 1 ? 'One warning' : `${count} warnings`),
		warningsNone: 'No warnings.'
	},
	financing: {
		title: 'Financing of the investment need',
		table: (unit) => `Need, sources and gap per year, ${unit}`,
		source: 'Source',
		need: 'Investment need',
		capacity: 'Own capacity',
		funding: 'Funding',
		status: {
			idea: 'idea',
			planned: 'planned',
			applied: 'applied',
			granted: 'granted',
			contracted: 'contracted',
			paid: 'paid',
			rejected: 'rejected'
		},
		chance: (percent) => `${percent} chance`,
		sums: 'Total funding',
		secured: 'Secured',
		expected: 'Expected',
		planned: 'Planned',
		gap: 'Gap',
		gaps: { secured: 'Gap, secured', expected: 'Gap, expected', planned: 'Gap, planned' },
		expectedHelp:
			'The expected gap is the mean over all outcomes of the applications, each granted in full or not at all. That is why it is larger than the need less the expected funding.',
		noLines: "No funding that lessens the gap is entered on the portfolio's investments.",
		ownMoney: (names) =>
			`Own revenues (${names}) do not make the gap smaller: they are the payer’s own money, also when they are decided.`,
		loans: (names) =>
			`Loans (${names}) cover liquidity but do not lessen the gap, since they are paid back.`,
		chart: (unit) => `Need and money per year, ${unit}`,
		chartOwn: 'Own capacity used',
		chartSecured: 'Secured funding',
		chartGap: 'Gap, secured',
		redirected: (budget) => `of which redirected from ${budget}`,
		payers: 'By payer',
		payerTable: (unit) => `Investment and secured funding by payer and year, ${unit}`,
		payer: 'Payer',
		payerInvests: (payer) => `${payer}: investment`,
		payerLeft: 'Left to pay',
		sectors: 'Need by sector',
		sectorTable: (unit) => `The municipality’s investments and secured funding by sector, ${unit}`,
		sectorLeft: 'Left after secured funding',
		noSector: 'Without sector',
		sectorsHelp:
			'Sectors are not netted, and the municipality’s own capacity is not split among them. So the sum is larger than the gap.',
		whoPays: 'Who pays and who gains',
		whoPaysTable: (unit) => `Own share over the years of the plan, ${unit}`,
		whoPaysHelp:
			'Net above zero: pays. Below zero: gains. Payers are never added. Residual values are left out, and so is what is unknown.',
		balance: {
			capex: 'Invests',
			opex: 'Running costs',
			saving: 'Savings',
			revenue: 'Revenues',
			grants: 'Secured grants',
			net: 'Net',
			netPresent: 'Present net'
		},
		payersHelp:
			'Each payer alone: the money of one never covers another. The plan knows the municipality’s own room alone, so for the others it shows what is left to pay.',
		applications: 'Applications and decisions',
		applicationsHelp:
			'All money that is applied for, planned or decided for the portfolio’s measures. Change the status here when an answer comes: granted, contracted and paid count as secured and need a case number and date. Amounts here are of the whole project; the table above shows the municipality’s share.',
		noApplications: 'No funding is listed. Open a measure and add a line under Funding.',
		amount: 'Amount',
		changeStatus: 'Change status',
		decision: (caseNumber, date) => `Decision ${caseNumber}, ${date}`,
		statusSaved: (id, name, status) =>
			`${id} ${name} is saved as ${status}. The amounts above are computed anew.`,
		payerNames: {
			municipality: 'The municipality',
			'municipal-company': 'Municipal company',
			'fee-collective': 'Fee collective',
			business: 'Business',
			households: 'Households',
			region: 'Region',
			state: 'The state'
		}
	},
	macc: {
		paysForItself: 'Pays for itself',
		costs: 'Costs money',
		carbonValue: 'Carbon value',
		carbonLine: (year, value, source) => `Carbon value ${year}: SEK ${value}/t (${source})`,
		why: 'Measures that pay for themselves are ordered in layers by both tonnes and saving, not by SEK per tonne: for them SEK per tonne misleads, since more tonnes make the figure worse.',
		table: 'The curve as a table',
		order: 'No.',
		measure: 'Measure',
		layer: 'Layer',
		tonnes: 'Tonnes CO₂e',
		cumulative: 'Tonnes, cumulative',
		cost: 'SEK/t, discounted tonnes',
		costUndiscounted: 'SEK/t, undiscounted tonnes (measure on its own)',
		unranked: 'Without a place on the curve',
		reason: 'Why',
		netCost: 'Net cost, present value, SEK',
		reasons: {
			'unknown-cost': 'the cost is missing',
			'unknown-effect': 'the effect is missing',
			'no-abatement': 'cuts no emissions',
			'negative-abatement': 'raises emissions'
		},
		allRanked: 'Every measure has a place on the curve.',
		empty: 'No measure in the portfolio has both a known cost and lower emissions.',
		caveat:
			'The curve is built from judgements of each measure and does not show when they can be carried out. It informs a choice but does not make it.'
	},
	chart: { keys: 'Arrow keys read the values out one at a time.', asTable: 'Show as table' }
};
