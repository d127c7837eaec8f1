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
		what: 'What it is',
		measures: (count) =>
			count === 1 ? 'The portfolio is one measure' : `The portfolio is ${count} measures`,
		starting: (first, last) =>
			first === last ? ` that starts in ${first}.` : ` that start between ${first} and ${last}.`,
		noMeasures: 'The portfolio has no measures.',
		largest: (names, share) =>
			`Emissions fall most through ${names}: together ${share} of the portfolio’s cut.`,
		and: 'and',
		get: 'What we get',
		targetTonnes: (year, tonnes, gas) =>
			`In ${year} emissions in the municipality are ${tonnes} tonnes of ${gas} lower than without the portfolio.`,
		targetShare: (share, name) => `That is ${share} of the cut that the target “${name}” asks for.`,
		reached: 'The target is reached.',
		notReached: (tonnes) => `The target is not reached: ${tonnes} tonnes remain.`,
		targetUnknown: (name) => `Whether the target “${name}” is reached cannot be worked out.`,
		tonnes: (first, last, tonnes) =>
			`Over ${first}–${last} emissions are ${tonnes} tonnes lower altogether, in all pools that the plan counts.`,
		moreTonnes: (first, last, tonnes) =>
			`Over ${first}–${last} emissions are ${tonnes} tonnes higher altogether, in all pools that the plan counts.`,
		cost: 'What it costs',
		capex: (all, own) => `Investments are ${all}, of which the municipality’s own ${own}.`,
		netCost: (amount) =>
			`With running costs, savings and revenues the net cost is ${amount} in present value to all together, before grants.`,
		netGain: (amount) =>
			`With running costs, savings and revenues all together gain ${amount} in present value, before grants.`,
		withoutCost: (count) =>
			count === 1
				? 'One measure of unknown cost is not in it.'
				: `${count} measures of unknown cost are not in it.`,
		perTonne: (kronor) => `A tonne less costs SEK ${kronor} on average.`,
		perTonneGain: (kronor) => `Each tonne less gives SEK ${kronor} back on average.`,
		funding: 'How it is paid',
		secured: (amount, own) =>
			`Decided grants cover ${amount} of the municipality’s investments. ${own} has to come from own money or new grants.`,
		gap: (secured, expected) =>
			`After the municipality’s investment capacity ${secured} is missing, and ${expected} when applications are weighed by their probability.`,
		noGap: 'The municipality’s investment capacity and decided grants are enough.',
		gapUnknown:
			'How much is missing cannot be said: the investment capacity of some year is unknown.',
		worstGap: (year, amount) => `The gap is largest in ${year}: ${amount}.`,
		perInhabitant: (kronor) => `Own money per inhabitant: SEK ${kronor}.`,
		operating: 'The operating budget',
		burden: (year, amount) => `The operating budget is burdened by at most ${amount}, in ${year}.`,
		ore: (ore) => `That is ${ore} öre per skattekrona.`,
		noBurden: 'The operating budget is burdened in no year.',
		sure: 'How sure it is',
		chance: (share, draws) =>
			`The target is reached in ${share} of ${draws} draws of what is uncertain.`,
		tonnesBetween: (year, low, high) =>
			`In eight of ten the cut in ${year} is between ${low} and ${high} tonnes.`,
		gapBetween: (low, high) => `In eight of ten the gap is between ${low} and ${high}.`,
		funded: (share) => `Everything is funded in ${share}.`,
		notReckoned: 'The uncertainty has not been worked out for the plan as it is now.',
		unknown: 'What we do not know',
		unknownMeasures: (names) =>
			`Cost or effect is missing for ${names}. What is missing is not in the figures.`,
		nothingUnknown: 'No amounts or effects are missing.'
	}
};
