import type { Messages } from './sv';

/** Words of the proposed mix of funding. */
export const proposal: Pick<Messages, 'proposal'> = {
	proposal: {
		title: 'Propose funding',
		help: 'Works out which applications together leave the least own money, under all rules and beside the lines that the plan has. Only programmes that say how much they pay take part, and only where no rule fails. Each application counts at probability times amount; the probability of 50% is an assumption. Nothing is written in the plan until you choose it.',
		readersMayNot:
			'Proposals are made and entered by those who may change the plan. Ask somebody with the role editor.',
		seconds: 'Longest time to search',
		secondsChoice: (seconds) => `${seconds} seconds`,
		mostPerYear: 'At most so many applications a year',
		anyNumber: 'any number',
		start: 'Make a proposal',
		again: 'Make it anew',
		none: 'No proposal has been made yet. It takes some seconds, and you can work on other pages meanwhile.',
		phases: {
			reading: 'Reading the plan …',
			building: 'Laying out rules and ceilings …',
			solving: 'Looking for the best mix …',
			checking: 'Computing the gap exactly …'
		},
		elapsed: (seconds, most) => `${seconds} s of at most ${most} s to search. `,
		soFar: (worth, bound, unit) =>
			`So far ${worth} ${unit}; more than ${bound} ${unit} is not possible.`,
		cancel: 'Cancel',
		lookAgain: 'See how far it has come',
		ended: {
			cancelled: 'Cancelled. Nothing is changed.',
			late: 'It took too long and was stopped. Nothing is changed. Make the portfolio smaller, or limit the number of applications a year.',
			failed:
				'Something went wrong while the proposal was made. Nothing is changed. Try again; if it happens anew, tell those who run the service.'
		},
		result: 'The proposal',
		statuses: {
			best: (left) =>
				left === null
					? 'Proven best: no other mix is expected to save more.'
					: `Proven best within 1%: no mix is expected to save more than another ${left}.`,
			limit: (left) =>
				left === null
					? 'Time ran out. How far it is from the best is not known.'
					: `Time ran out: the best may be expected to save up to ${left} more. Give the search longer.`,
			plain: (left) =>
				left === null
					? 'The search gave nothing better than the plain order: the likeliest and largest application first.'
					: `The search gave nothing better than the plain order: the likeliest and largest application first. The best may be expected to save up to ${left} more.`,
			none: () =>
				'There is nothing to apply for: no programme that says how much it pays fits what lacks money. Find funding shows what fails, and on which rule.'
		},
		expected: 'Own money expected to be saved',
		expectedHelp: 'probability × amount, the municipality’s part',
		before: 'Expected gap today',
		beforeEntered: 'Expected gap before anything was entered',
		after: 'Expected gap with all of the proposal',
		exact: 'exact, over all outcomes',
		sampled: (error, unit) => `simulated, standard error ${error} ${unit}`,
		old: 'The plan or the catalogue of programmes has changed since the proposal was made. Make it anew before you enter anything.',
		chooseHelp:
			'Tick the applications that are to go into the plan. They are entered as planned; amounts and probability can be changed afterwards.',
		accept: 'Enter the chosen in the plan',
		undoable: 'One step, which can be undone.',
		accepted: 'The chosen applications are in the plan as planned.',
		toFinancing: 'See them under Financing',
		entered: 'Entered',
		probability: (share) => `probability ${share}`,
		why: 'Why this much?',
		ofCost: (amount, cost, unit) => `${amount} of ${cost} ${unit}.`,
		limits: 'Therefore no more',
		noMore: 'More here would not save more in all.',
		whole: 'All of the cost.',
		open: 'Not settled yet:',
		toMatch: 'See all rules and answer the questions'
	}
};
