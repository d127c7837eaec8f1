import type { decisions as swedish } from './sv-decisions';

/** Words of decisions and of what is shared with the public. */
export const decisions: typeof swedish = {
	decisions: {
		title: 'Decisions',
		lead: 'A decision freezes a portfolio as it is: measures, assumptions, the terms of programmes and every figure. Two people with the finance role stand behind it, and it can never be changed.',
		none: 'No decision has been proposed yet.',
		propose: 'Propose a decision',
		proposeTitle: 'Propose a decision on a portfolio',
		noPortfolio: 'The plan has no portfolio to decide on.',
		onlyFinance: 'Those with the finance role can propose decisions.',
		table: 'Decisions of the plan',
		caseNumber: 'Case number',
		caseHint: 'such as KS 2026/123',
		portfolio: 'Portfolio',
		state: 'State',
		states: {
			proposed: 'proposed, waits to be confirmed',
			confirmed: 'confirmed, waits for the political decision',
			declined: 'declined before any decision',
			approved: 'decided',
			rejected: 'rejected',
			returned: 'sent back'
		},
		proposedBy: 'Proposed',
		by: (when, who) => `${when} by ${who}`,
		body: 'Who decides?',
		bodies: { committee: 'Committee', executive: 'Executive board', council: 'Municipal council' },
		bodyName: 'Name of the committee',
		bodyNameHint: 'only if it is a committee',
		freezes: 'This is frozen',
		freezesHelp: (measures, version) =>
			`${measures} measures, and version ${version} of the plan with all assumptions and terms.`,
		unknown: (count) =>
			count === 1
				? 'One thing is unknown and not in the figures.'
				: `${count} things are unknown and not in the figures.`,
		warnings: (count) =>
			count === 1 ? 'The plan has a warning.' : `The plan has ${count} warnings.`,
		withRisk: 'The uncertainty of the portfolio, as it has been worked out, is frozen with it.',
		withoutRisk:
			'The uncertainty has not been worked out for the plan as it is now and does not come along. Work it out first if it should.',
		cannotChange:
			'A proposal cannot be changed afterwards. It can be turned down, and a new one be made.',
		confirm: 'Confirm',
		confirmHelp:
			'Confirm if the figures, the assumptions and the case are right. Your name and the time go into the log.',
		ownProposal:
			'You made the proposal. A colleague with the finance role must confirm it: send the address of this page.',
		waits: 'Waits for somebody with the finance role to confirm it.',
		decline: 'Turn down',
		withdraw: 'Take the proposal back',
		reason: 'Why?',
		record: 'Enter the political decision',
		recordAgain: 'Correct the decision that was entered',
		recordHelp: 'What was entered before stays in the history.',
		date: 'Day of the decision',
		dateHint: '2026-11-23',
		paragraph: 'Paragraph of the minutes',
		paragraphHint: '§ 123',
		outcome: 'What was decided?',
		outcomes: {
			approved: 'Approved: the portfolio is decided',
			rejected: 'Rejected',
			returned: 'Sent back'
		},
		made: (body, date, paragraph) => `${body} ${date} § ${paragraph}`,
		saved: 'Saved.',
		happened: 'What has happened',
		steps: {
			proposed: 'Proposed',
			confirmed: 'Confirmed',
			declined: 'Turned down',
			recorded: 'Political decision entered'
		},
		figures: 'Frozen against now',
		figuresHelp:
			'First what was frozen. Then the same frozen plan by today’s method: where that differs, the method has changed. Last the plan as it is now.',
		figure: 'Figure',
		then: (day) => `Frozen ${day}`,
		today: 'Frozen, today’s method',
		now: 'The plan now',
		change: 'Now against frozen',
		methodSame: 'Today’s method gives the same value for all that is reckoned.',
		methodOther: (count) =>
			count === 1
				? 'Today’s method gives another value for one reckoned figure.'
				: `Today’s method gives other values for ${count} reckoned figures.`,
		methodUnreadable:
			'This version of the program cannot read the frozen plan. What was frozen stands and can be downloaded.',
		otherTarget: 'The target is another now, or gone: what is about it cannot be compared.',
		otherBasis:
			'The plan now has another price level, VAT or other years: amounts and sums cannot be compared.',
		otherUnknown:
			'Not as many things are unknown then and now, and what is unknown is not counted: the differences are therefore not shown.',
		otherAidRules: 'The rules on state aid have changed.',
		renamed: (name) => `The portfolio is now called ${name}.`,
		gone: 'The portfolio is no longer in the plan.',
		measures: 'Measures that were frozen',
		measuresHelp: 'As they were frozen, and as the portfolio has them now.',
		decided: 'Decided',
		since: 'Changed in the plan since',
		sinceNone: 'Nothing has changed in the plan since the decision was frozen.',
		sinceCount: (count) =>
			count === 1 ? 'One field has changed.' : `${count} fields have changed.`,
		termsChanged: (names) => `The terms of ${names} have changed.`,
		assumed: 'Assumptions of the decision',
		assumption: 'Assumption',
		value: 'Value',
		source: 'Source',
		years: 'Years of the plan',
		discountRate: 'Discount rate, real',
		internalRate: 'Internal rate',
		carbonValue: 'Value of a tonne in the first year',
		oneKrona: 'One tax krona yields',
		perTonne: (kronor) => `SEK ${kronor}`,
		programmes: 'Terms of programmes in the decision',
		programme: 'Programme',
		asOf: 'As of',
		maxShare: 'Highest share',
		terms: 'All rules are in the file that can be downloaded.',
		proof: 'Authenticity',
		whole: 'What is stored is what was frozen, and the steps are those that were taken.',
		broken:
			'What is stored does not agree with its checksum. Somebody has changed the database. Do not rely on it; compare with the checksum in the minutes and with a backup.',
		hash: 'Checksum, SHA-256',
		hashHelp:
			'Enter it in the minutes. Whoever has the file can then always show that it is the one decided on: the command sha256sum of the file gives the same characters.',
		seal: 'Checksum of the steps',
		sealHelp:
			'Covers what was frozen, who proposed it and every step since, the decision with its day and paragraph among them.',
		download: 'Download what was frozen',
		share: 'Share',
		open: 'Show the decision',
		overview: (portfolio) => `Decided against now: ${portfolio}`,
		field: 'Field',
		most: (count) => `The first ${count} are shown.`
	},
	sharing: {
		title: 'Shared links',
		lead: 'A link lets anybody read the comparison and the briefs without signing in. It names no person, can be revoked at any time and is not in search engines.',
		possiblySecret: 'May be secret by law: not shown at shared links',
		hidden: (measures, amounts) =>
			[
				...(measures > 0 ? [measures === 1 ? 'one measure' : `${measures} measures`] : []),
				...(amounts > 0 ? [amounts === 1 ? 'one amount' : `${amounts} amounts`] : [])
			].join(' and '),
		leavesOut: (what) =>
			`Marked as possibly secret: ${what}. It is left out of what is shared, also of the sums.`,
		nothingSecret:
			'Nothing in the portfolios is marked as possibly secret. It is marked on the page of the measure.',
		make: 'New link',
		label: 'What the link is for',
		labelHint: 'shown only here, such as Council 14 December',
		what: 'What should it show?',
		live: 'The plan as it is when somebody reads',
		frozen: (caseNumber, portfolio) => `The plan as it was frozen in ${caseNumber}, ${portfolio}`,
		portfolios: 'Portfolios, one to six',
		days: 'How long should it hold?',
		daysOf: (days) => `${days} days`,
		submit: 'Make the link',
		ready: 'The link is ready. Copy it now: it is shown this once only.',
		none: 'No links have been made.',
		table: 'Shared links of the plan',
		shows: 'Shows',
		made: 'Made',
		until: 'Holds until',
		state: 'State',
		states: { open: 'holds', over: 'is over', revoked: 'revoked' },
		revoke: 'Revoke',
		revoked: 'The link is revoked and no longer works.',
		onlyFinance: 'Those with the finance role can make and revoke links.'
	},
	shared: {
		title: 'Comparison',
		asItIs: 'The plan is shown as it is now. Figures may change.',
		frozen: (caseNumber, day) =>
			`The plan is shown as it was frozen ${day} for case ${caseNumber}.`,
		mayDiffer: 'The figures below are those of the plan now and may differ from those decided on.',
		isOtherwise:
			'The method has changed since, so some figures may differ from those that were frozen.',
		until: (day) => `The link holds until ${day}.`,
		leftOut: (what) => `${what} may be secret by law and is not shown. The figures are without it.`,
		empty:
			'The portfolios that the link showed are no longer in the plan. Ask the municipality for a new link.',
		gone: 'The link does not hold',
		goneHelp: 'It is over, revoked or misspelt. Ask whoever sent it for a new one.',
		decided: 'Decisions',
		brief: 'Brief'
	}
};
