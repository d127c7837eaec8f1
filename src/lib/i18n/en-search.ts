import type { search as swedish } from './sv-search';

/** Words of the search for the best portfolio, in English. */
export const search: typeof swedish = {
	search: {
		title: 'Find a portfolio',
		help: 'Works out which measures, and which start years, best reach what you want, with the interaction of measures, the plan’s requirements and exclusions, and own money year by year. What is found is reckoned exactly before it is shown. Nothing is written in the plan until you save it.',
		readersMayNot:
			'Portfolios are worked out and saved by whoever may edit the plan. Ask somebody with the role of editor.',
		noMeasures: 'The plan has no measures to choose from yet.',
		wish: 'What do you want to reach?',
		goal: 'Goal',
		goals: {
			'most-tonnes': 'Most tonnes',
			'least-cost': 'Least cost',
			'smallest-gap': 'Smallest gap'
		},
		year: 'Tonnes counted in',
		allYears: 'all years of the plan',
		scope: 'Which emissions',
		scopes: {
			all: 'all that the plan counts',
			CO2: 'carbon dioxide in the territory',
			CO2e: 'greenhouse gases in the territory'
		},
		leastTonnes: 'At least so many tonnes',
		leastTonnesHint: 'empty: no demand',
		target: (name, year, gas, tonnes) =>
			`The target “${name}” asks that ${tonnes} tonnes of ${gas} more leave the territory in ${year}.`,
		budget: 'Own money for investments',
		budgets: {
			plan: 'the plan’s capacity, year by year',
			none: 'no limit',
			amount: 'the same amount every year'
		},
		perYear: 'Amount a year',
		perYearHint: 'such as 12 mnkr',
		money: 'Money from others',
		moneys: {
			secured: 'only what is decided',
			listed: 'all that the plan lists',
			proposed: 'all listed, and possible applications'
		},
		cost: 'Whose cost',
		costs: { municipal: 'the municipality’s', socioeconomic: 'everybody’s, before grants' },
		starts: 'Start years',
		startNames: { free: 'within each measure’s window', fixed: 'as in the plan' },
		keep: 'Keep a portfolio and fill it up',
		keepNone: 'no, choose freely',
		seconds: 'Longest time for the search',
		secondsChoice: (seconds) => `${seconds} seconds`,
		measures: (count) =>
			count === 0
				? 'Measures that must or must not be in it'
				: `Measures that must or must not be in it (${count})`,
		measuresHelp:
			'The window for a start is set on the measure. Without one a measure that has not begun may start in its own year or later.',
		free: 'free choice',
		must: 'must be in it',
		mustNot: 'must not be in it',
		start: 'Search',
		startColumn: 'Start year',
		again: 'Search anew',
		phases: {
			reading: 'Reading the plan …',
			building: 'Laying out measures, start years and rules …',
			solving: 'Looking for the best portfolio …',
			contradiction: 'It cannot be done. Looking for what contradicts what …',
			checking: 'Reckoning it exactly …',
			front: 'Looking for the trade-offs, the cheapest first …'
		},
		elapsed: (seconds, most) => `${seconds} s of at most ${most} s for the search. `,
		tonnes: 'tonnes',
		soFar: (worth) => `So far ${worth}. `,
		boundTonnes: (bound) => `More than ${bound} is not possible.`,
		boundMoney: (bound) => `Less than ${bound} is not possible.`,
		stop: 'Settle for the best so far',
		cancel: 'Cancel',
		lookAgain: 'See how far it has come',
		ended: {
			cancelled: 'Cancelled. Nothing has changed.',
			late: 'It took too long and was ended. Nothing has changed. Fix more measures or start years, or choose a single year.',
			failed:
				'Something went wrong in the search. Nothing has changed. Try again; if it happens anew, tell whoever runs the installation.'
		},
		found: (goal) => `Sought: ${goal.toLowerCase()}`,
		old: 'The plan or the catalogue has changed since the search. Search anew before you save.',
		added: 'Added',
		next: {
			title: 'What would close the rest of the goal?',
			help: (target, missing) =>
				`With this portfolio ${missing} tonnes are left to the target “${target}”. Here is what costs least per tonne to add, one measure at a time and with interaction reckoned; first what own money has room for. It is an order, not the combination that is best: choose to keep the portfolio and fill it up to search for it. New applications do not count.`,
			none: 'None of the measures that are left cuts emissions towards the target.',
			table: 'Next measures, one at a time',
			tonnes: (year) => `Tonnes ${year}`,
			cost: (unit) => `Net cost, present value, ${unit}`,
			perTonne: (year) => `SEK for each tonne of ${year}`,
			gap: (unit) => `Own money above its limit, ${unit}`,
			within: 'has room',
			left: 'Tonnes left',
			alongside: (ids) => `with ${ids}, which it requires`,
			stillMissing: (tonnes) => `With these too, ${tonnes} tonnes are left.`,
			reached: 'With these the target is reached.'
		},
		statuses: {
			optimal: () => 'Proven best: no other portfolio is better on these terms.',
			limit: (left) =>
				left === null
					? 'Not proven best. How far it is from the best is not known. Give the search more time.'
					: `Not proven best: the best may be up to ${left} better. Give the search more time.`,
			infeasible: () => 'No portfolio fulfils the wishes.'
		},
		figures: {
			tonnes: 'Emissions cut',
			cost: {
				municipal: 'Net cost to the municipality, present value',
				socioeconomic: 'Net cost to everybody, present value'
			},
			costHelp: {
				none: 'before grants',
				secured: 'after decided grants',
				listed: 'after all listed grants, as if won',
				proposed: 'after grants listed and applied for, as if won'
			},
			gap: 'Own money above the limit',
			noLimit: 'no limit is chosen',
			gapHelp: {
				secured: 'only decided grants count',
				listed: 'all listed grants count as won',
				proposed: 'grants listed and applied for count as won'
			}
		},
		greedy: (figure, loses) => `Taking the cheapest tonnes first gives ${figure}: ${loses} worse.`,
		greedySame: 'Taking the cheapest tonnes first gives as much here.',
		greedyOthers: (names) => ` It would have ${names} instead.`,
		greedyNone: 'Taking the cheapest tonnes first does not get there on these terms.',
		table: (count) => `The ${count} measures of the portfolio`,
		measure: 'Measure',
		moved: 'Against the plan',
		asPlanned: 'as in the plan',
		movedBy: (years) => (years > 0 ? `${years} years later` : `${Math.abs(years)} years earlier`),
		inGreedy: 'In it when the cheapest tonnes come first',
		ownMoney: (unit) => `Own money year by year, ${unit}`,
		unknownRoom: (years) =>
			`The plan’s capacity is not known for ${years}. In those years the search has no limit. Give them under Investment capacity.`,
		yearColumn: 'Year',
		own: 'Need of own money',
		limit: 'Limit',
		noLimit: 'none',
		applications: (count, amount, unit) =>
			`Counts on ${count} applications for ${amount} ${unit} in all as won`,
		contradiction: (isIrreducible, count) =>
			!isIrreducible
				? 'No portfolio fulfils all that you wish. Among these wishes is what does not go together; there was no time to try them all:'
				: count === 1
					? 'No portfolio fulfils all that you wish. This wish cannot be fulfilled; without it the rest can:'
					: 'No portfolio fulfils all that you wish. These wishes contradict each other; without any one of them the rest can be fulfilled:',
		mostTonnes: (tonnes) => `With the rest at most ${tonnes} tonnes can be reached.`,
		nothingInTime:
			'Time ran out before any portfolio was found. Give the search more time, or fix more measures.',
		leftOut: {
			'unknown-cost': (names) => `Not among the choices, since a cost is unknown: ${names}. `,
			'no-start': (names) =>
				`Not among the choices, since no start year fits in the plan’s years: ${names}. `,
			needs: (names) =>
				`Not among the choices, since something that they require is not: ${names}. `,
			cancelled: (names) => `Not among the choices, since they are cancelled: ${names}. `
		},
		partlyKnown: (names) =>
			`Must be in it though a cost is unknown; only what is known is counted: ${names}.`,
		unknownEffects: (names) => `The effect is unknown and gives no tonnes here: ${names}.`,
		nothingToChoose: 'There is no measure to choose on these terms.',
		sharedLines:
			'Some grants hang on which other measures are there. What is shown is reckoned exactly; the limit of what is possible takes them in full.',
		showFront: 'Show the trade-off of cost and tonnes',
		showFrontHelp: 'The goal above does not matter then; the rest does.',
		pointsSoFar: (count) => `${count} portfolios found so far.`,
		frontTitle: 'The trade-off of cost and tonnes',
		frontChart: (unit, basis) => `Least cost of so many tonnes, ${unit}; ${basis}`,
		frontTable: 'The portfolios of the trade-off',
		frontComplete: 'All trade-offs: no other portfolio is cheaper and gives at least as much.',
		frontPartial:
			'Some of the trade-offs; there may be more between them. The table says which are proven.',
		frontEmpty: 'No portfolio fulfils the wishes. Search with the goal Most tonnes to see why.',
		pointColumn: 'No.',
		provenColumn: 'Proven',
		point: (number, tonnes, cost, unit) => `${number}: ${tonnes} tonnes for ${cost} ${unit}`,
		choosePoint: 'Chosen portfolio (click in the chart or choose here)',
		pointName: (tonnes) => `${tonnes} tonnes at the least cost`,
		name: 'Name of the portfolio',
		withApplications: (count) =>
			`Also enter ${count} applications as planned, with a probability of 50 % (an assumption)`,
		save: 'Save as a portfolio',
		saveHelp: 'A new portfolio in the plan. One step, which can be undone.',
		saved: 'Saved as a portfolio.',
		toSaved: 'Open it'
	}
};
