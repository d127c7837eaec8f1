import type { Messages } from './sv';

export const matching: Pick<Messages, 'matching'> = {
	matching: {
		title: 'Find funding',
		help: 'Every programme that one applies to against the portfolio’s measures, tried against its rules and last among what is already listed. The highest possible grant is what the rules leave, no promise.',
		toProposal: 'Propose funding: the best mix for all of the portfolio',
		search: 'Search for a measure, cost or programme',
		measure: 'Measure',
		everyMeasure: 'Where most money is missing',
		withFailing: 'Also show what falls on a rule',
		show: 'Show',
		more: 'Show more measures',
		shown: (shown, count) => `${shown} of ${count} measures`,
		none: 'Nothing fits the search',
		noneHelp:
			'Search for a word of the measure’s name or of the programme’s, such as charging or Klimatklivet.',
		missing: (amount, unit) => `${amount} ${unit} of the investment has no funding`,
		missingUnknown: 'the investment is not known',
		table: (measure, unit) => `Funding for ${measure}, ${unit}, the whole project`,
		programme: 'Programme or call',
		verdict: 'Fits',
		verdicts: { fits: 'fits', open: 'questions left', fails: 'falls' },
		questionCount: (count) => `${count} ${count === 1 ? 'question' : 'questions'} left`,
		deadline: 'Application',
		highest: 'Highest grant',
		ownShare: 'Own share',
		why: 'Why?',
		whyLabel: (programme, measure) => `Why? ${programme} for ${measure}`,
		nothing: 'No programme fits without falling on a rule.',
		failing: (count) =>
			count === 1 ? 'One programme falls on a rule.' : `${count} programmes fall on a rule.`,
		back: 'All programmes for the measure',
		limit: 'Why no more',
		atMost: (amount) => `at most ${amount}`,
		ceilingUnknown: 'the ceiling is not known',
		application: 'The whole application',
		whole: 'No rule sets a lower limit.',
		cost: 'Cost',
		questions: 'Questions that settle it',
		questionsHelp:
			'One click answers on the measure (or the municipality). The answer can be undone.',
		questionsNone: 'No question is open.',
		answer: 'Answer',
		ofMunicipality: 'about the municipality',
		add: 'Enter as a planned application',
		addHelp: (amount, unit) =>
			`Enters lines of ${amount} ${unit} with a probability of 50 %, an assumption to change. Can be undone.`,
		added: 'The application is in the plan.',
		toRules: 'See it among the funding rules',
		ranking: 'Klimatklivet’s ranking figure',
		rankingIs: (value) => `${value} kg CO2e per krona`,
		rankingUnknown:
			'It cannot be computed yet: the yearly cut, the lifetime or the investment is missing.',
		rankingHelp:
			'Yearly cut at full effect × lifetime ÷ investment, undiscounted and before grants. Applications are ranked by it.',
		applicationData: 'Data for the application',
		copy: 'Copy the data',
		copied: 'Copied',
		fields: {
			applicant: 'Applicant',
			measure: 'Measure',
			owner: 'Responsible',
			startYear: 'Start year',
			investment: 'Investment, SEK',
			eligibleCost: 'Eligible cost, SEK',
			sought: 'Grant sought, at most, SEK',
			otherFunding: 'Other funding, SEK',
			tonnesPerYear: 'Cut per year, t CO2e',
			lifetimeYears: 'Lifetime, years',
			kgPerKrona: 'kg CO2e per krona',
			netCost: 'Present net cost before grants, SEK',
			effect: 'Basis'
		}
	}
};
