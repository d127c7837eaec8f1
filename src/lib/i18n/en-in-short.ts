import type { inShort as swedish } from './sv-in-short';

/** Fixed sentences that answer what a reader asks of a comparison first. */
export const inShort: typeof swedish = {
	inShort: {
		title: 'In short',
		and: 'and',
		quoted: (name) => `“${name}”`,
		goal: 'Which portfolio reaches the target?',
		noTarget: 'The plan has no target in tonnes to compare with.',
		reach: (names, target, count) =>
			`${names} ${count === 1 ? 'reaches' : 'reach'} the target “${target}”.`,
		othersNot: (names, count) => `${names} ${count === 1 ? 'does' : 'do'} not.`,
		noneReach: (target) => `None of the portfolios reaches the target “${target}”.`,
		nearest: (name, share) =>
			`${name} comes closest, with ${share} of the cut that the target asks.`,
		goalUnknown: (names, target) =>
			`Whether ${names} would reach the target “${target}” cannot be worked out.`,
		metAlone: (target) => `The target “${target}” is met even without measures.`,
		effectsUnknown: (names) =>
			`In ${names} an effect is unknown and not counted, so it may turn out otherwise.`,
		partlyHidden: (names) => `It cannot be said here, since parts of ${names} are not shown.`,
		partlyUnknown: (names) => `In ${names} a cost or effect is unknown and not counted.`,
		riskWithheld: (name) =>
			`${name}: the uncertainty is not shown, since parts of the portfolio are not.`,
		cheapest: 'Which costs least per tonne?',
		perTonne: (kronor) => `SEK ${kronor} per tonne`,
		perTonneUnknown: 'The cost per tonne cannot be worked out.',
		lowest: (names, amount) => `Lowest is ${names}: ${amount}.`,
		belowZero: (all) =>
			`They cannot be ranked, since at least one saves money for every tonne: ${all}.`,
		noLowest: (all) =>
			`None can be called cheapest: they are alike, or costs or effects are missing. Of what is known: ${all}.`,
		gap: 'Where is the gap largest?',
		largest: (names, amount) =>
			`Most money is missing in ${names}: ${amount}, with decided grants.`,
		largestKnown: (names, amount) =>
			`Of known amounts most is missing in ${names}: ${amount}, with decided grants.`,
		equal: (names, amount) =>
			`As much is missing in ${names}: ${amount} in each, with decided grants.`,
		noKnownGap: 'Of what is known, nothing is missing.',
		worst: (year, amount) => `The worst year is ${year}: ${amount}.`,
		noGap: 'Nothing is missing in any of them: own capacity and decided grants are enough.',
		gapUnknown: (names) => `The gap cannot be worked out for ${names}.`,
		gapPartial: (names) => `In ${names} amounts are unknown, so more may be missing there.`,
		differ: 'What sets them apart?',
		has: (one, other, measures) => `${one} has, and ${other} has not: ${measures}.`,
		placed: (one, other, measures) =>
			`Both ${one} and ${other} have, with another start or scale: ${measures}.`,
		same: (one, other) =>
			`${one} and ${other} have the same measures, with the same start and scale.`,
		more: (count) => `and ${count} more`,
		sure: 'How sure are the tonnes?',
		notReckoned: (name) => `${name}: the uncertainty has not been worked out.`,
		between: (name, low, high, year) =>
			`${name}: in eight cases of ten emissions are ${low} to ${high} tonnes lower in ${year}.`,
		tonnesUnknown: (name) => `${name}: how the tonnes spread cannot be worked out.`,
		chance: (share, draws) => `The target is reached in ${share} of ${draws} draws.`,
		isOld: (name) =>
			`${name}: the uncertainty was worked out on an older version of the plan. Work it out again.`
	}
};
