import type { brief as swedish } from './sv-brief';

/** Sentences of the one-page brief: each is filled with figures, and left out where a figure is unknown. */
export const brief: typeof swedish = {
	brief: {
		title: 'One-page brief',
		heading: (portfolio) => `The portfolio ${portfolio}`,
		about: (plan, municipality) => `${plan}, ${municipality}`,
		made: (when, version) =>
			`Made ${when} of version ${version} of the plan. A calculated basis, not a decision.`,
		print: 'Print',
		asPaper: 'As a paper, PDF or Word',
		what: 'What it is',
		measures: (count) =>
			count === 1 ? 'The portfolio is one measure' : `The portfolio is ${count} measures`,
		starting: (first, last) =>
			first === last ? ` that starts in ${first}.` : ` that start between ${first} and ${last}.`,
		noMeasures: 'The portfolio has no measures.',
		largest: (names, share, count) =>
			count === 1
				? `Emissions fall most through ${names}: ${share} of the portfolio’s cut.`
				: `Emissions fall most through ${names}: together ${share} of the portfolio’s cut.`,
		joint: 'Of measures shared with other municipalities only the own share counts.',
		and: 'and',
		get: 'What we get',
		targetTonnes: (year, tonnes, gas) =>
			`In ${year} emissions in the municipality are ${tonnes} tonnes of ${gas} lower than without the portfolio.`,
		moreTargetTonnes: (year, tonnes, gas) =>
			`In ${year} emissions in the municipality are ${tonnes} tonnes of ${gas} higher than without the portfolio.`,
		targetShare: (share) => `That is ${share} of the cut that the target asks for.`,
		reached: (name) => `The target “${name}” is reached.`,
		metAlone: (name) => `The target “${name}” is reached without the portfolio too.`,
		nearlyReached: (name) => `The target “${name}” is not reached: less than a tonne remains.`,
		notReached: (name, tonnes) => `The target “${name}” is not reached: ${tonnes} tonnes remain.`,
		targetUnknown: (name) => `Whether the target “${name}” is reached cannot be worked out.`,
		tonnes: (first, last, tonnes) =>
			`Over ${first}–${last} emissions are ${tonnes} tonnes lower altogether, in all pools that the plan counts.`,
		moreTonnes: (first, last, tonnes) =>
			`Over ${first}–${last} emissions are ${tonnes} tonnes higher altogether, in all pools that the plan counts.`,
		cost: 'What it costs',
		capex: (all, own) => `Investments are ${all}, of which the municipality’s own ${own}.`,
		leastCapex: (all, own) =>
			`Investments of known amount are ${all}, of which the municipality’s own ${own}.`,
		netCost: (amount) =>
			`With running costs, savings, revenues and residual value the net cost is ${amount} in present value to all payers, before grants.`,
		netGain: (amount) =>
			`With running costs, savings, revenues and residual value all payers together gain ${amount} in present value, before grants.`,
		withoutCost: (count) =>
			count === 1
				? 'One measure of unknown cost is not in it.'
				: `${count} measures of unknown cost are not in it.`,
		perTonne: (kronor) => `A tonne less costs SEK ${kronor} on average, by discounted tonnes.`,
		perTonneWithout: (count) =>
			count === 1
				? 'One measure of unknown cost or effect is not in the cost per tonne.'
				: `${count} measures of unknown cost or effect are not in the cost per tonne.`,
		perTonneGain: (kronor) =>
			`Each tonne less gives SEK ${kronor} back on average, by discounted tonnes.`,
		funding: 'How it is paid',
		secured: (amount, own) =>
			`Decided grants to the municipality’s investments are ${amount}. What the grants do not cover, year by year, is ${own}.`,
		noSecured: (own) => `No grants to the municipality’s investments are decided; they are ${own}.`,
		noKnownSecured: (own) =>
			`No decided grant for the municipality’s investments has an amount that is known here; the investments are ${own}.`,
		withheld: (what) =>
			`What may be secret by law is not shown (${what}): the figures above are without it.`,
		riskWithheld: 'The uncertainty is not shown, since parts of the portfolio are not.',
		noNeed: 'The municipality invests nothing.',
		needUnknown: 'The municipality’s investments are unknown.',
		enoughUnknown:
			'Whether the money is enough cannot be said: investments of unknown amount are not in it.',
		andMore: 'Investments of unknown amount come on top.',
		gapAlone: (secured) =>
			`After decided grants and the municipality’s investment capacity ${secured} is missing.`,
		gap: (secured, expected) =>
			`After decided grants and the municipality’s investment capacity ${secured} is missing, and ${expected} when applications too are weighed by their probability.`,
		noGap: 'The municipality’s investment capacity and decided grants are enough.',
		gapUnknown:
			'How much is missing cannot be said: the investment capacity of some year is unknown.',
		worstGap: (year, amount) => `The gap is largest in ${year}: ${amount}.`,
		perInhabitant: (kronor) => `That is SEK ${kronor} per inhabitant over all years of the plan.`,
		operating: 'The operating budget',
		burden: (year, amount) => `The operating budget is burdened by at most ${amount}, in ${year}.`,
		ore: (ore) => `That is ${ore} öre per skattekrona.`,
		noBurden: 'The operating budget is burdened in no year.',
		burdenUnknown:
			'How the operating budget is burdened cannot be said: amounts or depreciation periods are unknown.',
		burdenPartial: 'What is unknown is not in it.',
		sure: 'How sure it is',
		drawn: (draws) => `What is uncertain has been drawn ${draws} times.`,
		chance: (name, share) => `The target “${name}” is reached in ${share} of them.`,
		tonnesBetween: (year, low, high) =>
			`An unfavourable outcome gives ${low} tonnes less in ${year}, a favourable one ${high} tonnes.`,
		gapBetween: (low, high) =>
			`A favourable outcome gives a gap of ${low}, an unfavourable one ${high}. At most one time in ten it is better than the favourable or worse than the unfavourable one.`,
		funded: (share) => `In ${share} of them everything of known amount is funded.`,
		notReckoned: 'The uncertainty has not been worked out for the plan as it is now.',
		unknown: 'What we do not know',
		unknownMeasures: (names) =>
			`Cost or effect is missing for ${names}. What is missing is not in the figures.`,
		undepreciated: (names) =>
			`The depreciation period is missing for ${names}, so that capital cost is not in it.`,
		unknownFunding: (count) =>
			count === 1
				? 'The amount of one funding line is missing.'
				: `The amounts of ${count} funding lines are missing.`,
		unknownCapacity: (years) =>
			years === 1
				? 'The municipality’s investment capacity is unknown in one year.'
				: `The municipality’s investment capacity is unknown in ${years} years.`,
		noTax: 'What one krona of tax yields is not stated.',
		noPopulation: 'The number of inhabitants is not stated.',
		nothingUnknown: 'Nothing that the figures stand on is missing in the plan.'
	}
};
