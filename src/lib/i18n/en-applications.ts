import type { Messages } from './sv';

/** Words of the applications: the board, the table and the form. */
export const applications: Pick<Messages, 'applications'> = {
	applications: {
		title: 'Applications',
		help: 'Each application is won or lost as a whole. Move it when something happens: the gap follows at once, and the step can be undone. Ideas and rejections do not count. Amounts are those of the whole project.',
		new: 'New application',
		view: 'Show as',
		board: 'board',
		table: 'table',
		gaps: {
			secured: 'Gap, secured funding',
			expected: 'Gap, expected',
			planned: 'Gap if all that is planned is won'
		},
		none: 'No applications yet',
		noneHelp: 'Find a programme that fits a measure and enter the application from there:',
		elsewhere: (count) =>
			`${count} ${count === 1 ? 'application is' : 'applications are'} for other portfolios.`,
		loose: (count) =>
			count === 1
				? 'One funding line of a grant belongs to no application.'
				: `${count} funding lines of grants belong to no application.`,
		gather: 'Make applications of them',
		gathered: (count) =>
			count === 1 ? 'One application is made.' : `${count} applications are made.`,
		moved: (id, status) => `${id} is now ${status}.`,
		removed: (id) => `${id} is removed with its lines. It can be undone.`,
		noAmount: 'no amount yet',
		askedFor: (amount, unit) => `asked for: ${amount} ${unit}`,
		decidesOn: (day) => `decision expected ${day}`,
		reportDue: (what, day) => `${what} by ${day}`,
		moveTo: (status) => `To ${status}`,
		move: 'Move …',
		to: 'To',
		moveNow: 'Move',
		grantedAmount: 'Granted amount, SEK',
		asAsked: 'as asked',
		conflict:
			'Somebody else has changed the application since you saw it. Nothing is changed. See how it stands now and move it again.',
		tableOf: (unit) => `Applications, ${unit}, whole project`,
		application: 'Application',
		asked: 'Asked or to ask',
		atLeast: (amount) => `at least ${amount}`,
		granted: 'Granted',
		ownShare: 'Own share',
		responsible: 'Responsible',
		decision: 'Decision',
		nextReport: 'Next report',
		noLines: 'no lines',
		sum: 'Sum of what counts',
		name: 'What the application is called',
		call: 'Call',
		noCall: 'none chosen',
		askedKronor: 'Amount asked, SEK',
		decides: 'Decision expected',
		dayHint: 'such as 2027-03-31',
		payout: 'When the money is paid',
		payoutHelp:
			'Counts in liquidity. Leave empty where nothing is said: each amount is then reckoned as paid in its year, or as its line says.',
		programmePays: (rule) => `Terms of the programme: ${rule}.`,
		advanceShare: 'Advance, %',
		advanceHint: 'of the whole, in the first year',
		afterYears: 'The rest is paid after, years',
		afterHint: '0: the same year; 1: in arrears, the year after',
		lastShare: 'Final payment, %',
		lastHint: 'held back until the final report',
		lastAfterYears: 'Final payment after, years',
		lastAfterHint: 'counted from the last year with an amount',
		reports: 'Reports to the funder',
		reportsHelp: 'Progress and final reports with their day. An empty row is not saved.',
		report: (number) => `Report ${number}`,
		due: 'By',
		what: 'What',
		isDone: 'done',
		lines: 'What it pays for',
		linesOf: (unit) => `Lines of the application, ${unit}, whole project`,
		line: 'Line',
		measure: 'Measure and cost item',
		amount: 'Amount',
		linesHelp: 'Amounts and years are changed at the measure.',
		noLinesHelp:
			'The application has no lines yet and does not count. Open a measure, add a funding line and choose the application there.',
		back: 'All applications',
		remove: 'Remove with its lines',
		ofLine: 'Part of application',
		noneOfThem: 'none, the line stands alone',
		saysIt: (id) => `Status, probability and decision stand at application ${id}.`
	}
};
