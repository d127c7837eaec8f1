import type { work as swedish } from './sv-work';

/** Words of working in a plan: undo, saving, conflicts, history, in English. */
export const work: typeof swedish = {
	work: {
		undo: (step) => `Undo: ${step}`,
		redo: (step) => `Redo: ${step}`,
		steps: {
			'measure.edit': 'changed',
			'measure.create': 'added',
			'measure.copy': 'copied',
			'measure.remove': 'removed',
			'funding.status': 'changed the status of',
			'funding.add': 'entered an application to',
			'funding.accept': 'entered proposed applications in',
			'application.move': 'moved application',
			'application.edit': 'changed application',
			'application.create': 'added application',
			'application.remove': 'removed application',
			'application.gather': 'made applications of lines, number',
			'fact.answer': 'answered the question on',
			'portfolio.edit': 'changed the portfolio',
			'portfolio.create': 'added the portfolio',
			'portfolio.copy': 'copied the portfolio',
			'portfolio.find': 'saved the portfolio found',
			'portfolio.remove': 'removed the portfolio',
			'section.edit': 'changed',
			'book.import': 'read in the workbook',
			'source.import': 'took in figures from a source:',
			'sheet.import': 'read in the list',
			'plan.update': 'took in',
			'plan.rename': 'renamed to'
		},
		saved: (time) => `Saved ${time}`,
		saving: 'Saving …',
		unsaved: 'Not saved',
		notSaved: 'It could not be saved. What you wrote stands.',
		tryAgain: 'Check the network and try again in a while.',
		removed:
			'What you change is no longer there; somebody else has removed it. Nothing is saved. Copy what you want to keep before you leave the page.',
		signedOut:
			'You are no longer signed in, so nothing is saved. What you wrote stands. Sign in in another tab and then save here.',
		leave: 'You have changes that are not saved. Leave the page anyway?',
		save: 'Save',
		conflict: 'Somebody else saved while you were writing. Nothing is saved and nothing is lost.',
		conflictHelp:
			'The form below shows what is saved now with your changes put in. Save again if it is right, or load the saved version and let yours go.',
		conflictLine:
			'The table shows what differs. What you wrote stands below; save again if it is to hold.',
		conflictTable: 'This changes if you save again:',
		conflictNone: 'What you had changed is saved so already.',
		halted: {
			title: 'The step could not be taken',
			conflict:
				'Somebody has changed the same since, and that is not to be overwritten. Nothing has changed. If you still want what was before, change the field by hand.',
			left: 'When the step was taken'
		},
		field: 'Field',
		theirs: 'Saved now',
		mine: 'Yours',
		loadTheirs: 'Load the saved version',
		errors: (count) =>
			count === 1
				? 'One field needs mending. Nothing is saved.'
				: `${count} fields need mending. Nothing is saved.`,
		history: 'Changes',
		historyNone: 'Nothing has changed since the plan was imported.',
		when: 'When',
		who: 'Who',
		before: 'From',
		after: 'To',
		thing: 'What',
		someone: 'former user',
		created: 'added',
		gone: 'removed',
		empty: 'empty',
		none: 'none',
		add: 'Add',
		removeRow: 'Remove the row',
		choose: 'Choose …',
		unknown: 'Unknown',
		confidence: 'Confidence',
		confidences: {
			'verified-from-source': 'checked against the source',
			'public-copy-of-official-statistics': 'copy of official statistics',
			'stated-in-contract': 'stated in the contract',
			derived: 'derived from sources',
			'summary-read': 'read in summary',
			'from-knowledge': 'from knowledge',
			assumption: 'assumption',
			unknown: 'unknown'
		},
		source: 'Source'
	}
};
