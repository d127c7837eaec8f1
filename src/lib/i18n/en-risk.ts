/** Words of the risk of a portfolio. */
export const risk = {
	risk: {
		title: 'Uncertainty',
		help: 'How sure are the figures? The plan’s ranges, shared prices, emission factors and applications are drawn thousands of times, and each draw is reckoned as a plan of its own. What is shared, such as the price of electricity, is drawn once for the whole plan. A grant is won in full or not at all.',
		ranges: 'Ranges',
		rangesTitle: 'Ranges: how wrong can the figures be?',
		start: 'Reckon the uncertainty',
		again: 'Reckon anew',
		draws: 'Number of draws',
		distribution: 'Distribution',
		distributions: {
			pert: 'PERT: weighs most near the most likely',
			triangular: 'triangular: more weight on the ends'
		},
		seed: 'Seed',
		seedHint: 'the same seed gives the same answer',
		how: 'How is it to be reckoned?',
		running: 'Reckoning draw by draw',
		drawn: (drawn: string, draws: string) => `${drawn} of ${draws} draws are done.`,
		elapsed: (seconds: number) => `${seconds} s so far.`,
		cancel: 'Cancel',
		lookAgain: 'See how far it has come',
		ended: {
			cancelled: 'The reckoning was cancelled. The last answer, if there is one, stands.',
			late: 'The reckoning took too long and was ended. Choose fewer draws.',
			failed:
				'The reckoning went wrong. Try again; if that does not help, tell whoever runs the system.'
		} as Record<string, string>,
		none: 'Nobody has reckoned the uncertainty of this portfolio yet.',
		readersMayNot: 'Those who may change the plan can reckon its uncertainty.',
		isOld:
			'The plan or the catalogue has changed since this was reckoned. Reckon anew to have it agree with the plan as it is now.',
		made: (day: string, draws: string, seed: number, distribution: string, count: number) =>
			`Reckoned ${day}: ${draws} draws, ${distribution}, seed ${seed}, ${count} uncertain values.`,
		shortNames: { pert: 'PERT distribution', triangular: 'triangular distribution' },
		chances: 'How likely is it?',
		allFunded: 'That everything is funded',
		reached: (name: string) => `That the target is reached: ${name}`,
		chanceHelp: (times: string, draws: string, error: string) =>
			`${times} of ${draws} draws; standard error ${error} percentage points`,
		never: (draws: string, most: string) =>
			`0 of ${draws} draws; with 95 per cent confidence at most ${most}`,
		always: (draws: string, least: string) =>
			`all of ${draws} draws; with 95 per cent confidence at least ${least}`,
		notKnown: 'cannot be said: own money is unknown in some year',
		headline: 'How wide the outcome may be',
		headlineHelp:
			'In at most one draw of ten it is better than the favourable outcome, and in at most one of ten worse than the unfavourable one. The sum of several unfavourable outcomes is not the unfavourable outcome of the sum.',
		table: (unit: string) => `Outcomes; money in ${unit}`,
		figure: 'Figure',
		sides: { good: 'Favourable', middle: 'Middle', bad: 'Unfavourable' },
		sideHelp: {
			good: 'at most 1 in 10 is better',
			middle: 'half above, half below',
			bad: 'at most 1 in 10 is worse'
		},
		stated: 'As stated',
		statedHelp: 'no deviations; the gap is the expected one',
		mean: 'Mean',
		error: 'Standard error',
		errorHelp: 'of the middle',
		bad: { high: 'high is bad', low: 'low is bad' },
		noBad: 'below zero it ranks nothing: fewer tonnes give lower kronor per tonne',
		below: (share: string): string => `below ${share}`,
		above: (share: string): string => `above ${share}`,
		withoutUnknown: 'Unknown amounts are left out',
		noBase: 'It cannot be said: the figure is unknown at the most likely values.',
		followers: (count: number): string =>
			count === 0
				? 'no amount follows it'
				: count === 1
					? '1 amount follows it'
					: `${count} amounts follow it`,
		noFigure: 'none',
		missing: (count: string) => `none in ${count} draws`,
		figures: {
			gap: 'Funding gap, whole plan',
			netCost: 'Net cost to all, present value before grants',
			municipalCost: 'The municipality’s net cost, present value after grants',
			tonnes: 'Tonnes cut, all years of the plan',
			costPerTonne: 'Kronor per tonne',
			target: 'Tonnes cut by the target',
			gapYear: 'Funding gap of a year'
		},
		ofTarget: (name: string, year: string) => `Tonnes cut in ${year}: ${name}`,
		units: { tonnes: 'tonnes', perTonne: 'SEK/tonne' },
		gapPerYear: (unit: string) => `Funding gap per year, ${unit}`,
		year: 'Year',
		band: 'Eight of ten draws lie here',
		matters: 'What matters most?',
		mattersHelp:
			'One value at a time goes from its lowest to its highest, while all else is at its most likely and applications with a probability of at least 50 per cent count as granted. The longest bar first.',
		mattersFor: 'Figure',
		tornado: (figure: string, unit: string) => `What matters most: ${figure}, ${unit}`,
		what: 'Value',
		low: 'At its lowest',
		high: 'At its highest',
		lost: 'refused',
		won: 'granted',
		swing: 'Difference',
		nothingMatters: 'No uncertain value changes that figure.',
		kinds: {
			capex: 'investment',
			opex: 'running costs',
			effect: 'effect',
			award: 'application'
		} as Record<string, string>,
		prices: {
			electricity: 'Price of electricity',
			fuel: 'Price of fuel',
			construction: 'Construction costs'
		} as Record<string, string>,
		followsNone: 'No shared price',
		follows: 'Follows',
		followsHint: 'empty: construction costs follow construction, others none',
		factor: (carrier: string) => `Emission factor, ${carrier}`,
		certain: 'Counted as certain',
		certainMeasures: (count: number): string =>
			count === 1
				? 'One measure with nothing uncertain:'
				: `${count} measures with nothing uncertain:`,
		idle: (name: string): string => `${name} has a range, but nothing in the portfolio follows it.`,
		unknown: 'In none of the figures',
		unknownCosts: 'Measures with unknown amounts:',
		unknownEffects: 'Measures of unknown effect:',
		rules: 'How it is reckoned',
		rulesText: [
			'The ends of a range are the least and the most there can be, not what is usual.',
			'A grant is the kronor that the rules give at the stated costs: it does not grow when the cost is higher, and shrinks in proportion when it is lower.',
			'Measures share the emissions in each draw, in the order in which the plan credits them.',
			'A measure’s own range and a shared price are multiplied: do not count the same uncertainty twice. The range of running costs is of costs, not of savings and revenues; those follow shared prices alone.',
			'The probability that everything is funded is here of both applications and costs; in the overview it is of applications at the stated costs.',
			'Own money, rates, years and the plan’s own targets stay as they are.'
		],
		shared: 'Shared prices and factors',
		sharedHelp:
			'Factors of the stated value, such as 0.8 – 1 – 1.3. Each is drawn once for the whole plan: if electricity is dear, it is dear in all measures. Which amounts follow a price is said on the cost item of the measure; construction costs follow the price of construction without saying so.',
		factors: 'Emission factors',
		pricesTitle: 'Prices',
		ends: { low: 'Lowest', likely: 'Most likely', high: 'Highest' },
		source: 'Source',
		byMeasure: 'The measures’ own ranges',
		byMeasureHelp: 'Changed on each measure.',
		measureTable: 'Ranges of each measure',
		measure: 'Measure',
		capex: 'Investment',
		opex: 'Running costs',
		effect: 'Effect',
		noRange: '–',
		back: 'To the uncertainty'
	}
};
