import type { Messages } from './sv';

/** Words of what-if: applications imagined won, lost or late. */
export const whatIf: Pick<Messages, 'whatIf'> = {
	whatIf: {
		title: 'What if',
		help: 'Imagine applications won, lost or paid a year later. Nothing is saved; the address can be sent to a colleague.',
		none: 'The portfolio has no applications to try. Make them under Applications.',
		asIs: 'as it stands',
		outcomes: { won: 'won', lost: 'lost', later: 'a year later' },
		show: 'Show what happens',
		reset: 'Start over',
		then: 'What happens then',
		now: 'now',
		after: 'then',
		figure: 'Figure',
		liquidity: 'Liquidity',
		changeTable: (unit) => `Gap and liquidity, now and then, ${unit}`,
		noneFalls: 'No measure is left without money.',
		falls: 'Measures left without money, if nothing else steps in:',
		loses: (applications) => `does not get the money of ${applications}`,
		needs: (measures) => `needs ${measures}`,
		stress: 'If one application at a time is lost',
		stressHelp: (shown, open) =>
			shown < open
				? `The ${shown} largest of ${open} open applications. The gap is what is left if all else that is planned is won.`
				: 'The gap is what is left if all else that is planned is won.',
		stressTable: (unit) => `One application at a time lost, ${unit}`,
		gapIfLost: 'Gap if lost',
		more: 'Increase',
		expectedMore: 'Increase of expected gap',
		fallen: 'Without money',
		spread: 'How the gap may turn out',
		spreadHelp:
			'P90 is a bad outcome: in nine cases of ten the gap is at most this large. P50 is the middle, P10 a good outcome. The total is the gap of the whole plan, not the sum of the years’ P90.',
		allFunded: (percent) => `The chance that all is funded: ${percent}.`,
		spreadTable: (unit) => `Funding gap, outcomes, ${unit}`,
		quantile: 'Outcome',
		quantiles: { p10: 'P10, good', p50: 'P50, middle', p90: 'P90, bad' },
		exact: (awards) =>
			`Exact, over all outcomes of ${awards} uncertain ${awards === 1 ? 'application' : 'applications'}.`,
		sampled: (awards, draws, seed) =>
			`Sampled: ${draws} draws of ${awards} uncertain applications, seed ${seed}. The shares are sure to about one percentage point.`
	}
};
