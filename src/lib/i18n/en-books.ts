import type { books as swedish } from './sv-books';

/** Words of taking files out of a plan, and of workbooks that come back, in English. */
export const books: typeof swedish = {
	exports: {
		title: 'Take out files',
		lead: 'Everything in the plan can be taken along: as a workbook that computes, as lists, or as the plan’s own file.',
		workbook: 'Workbook that computes (.xlsx)',
		workbookHelp:
			'A portfolio with live formulas, from what was entered to gap, operating budget, liquidity, emissions and cost curve. The sheet Check shows that every value is that of the program.',
		workbookOf: (portfolio) => `Download ${portfolio}`,
		back: 'Change the yellow cells in Excel or LibreOffice and read the book in again: you see every change, and what others have changed, before anything is saved.',
		readBack: 'Read in a workbook or a list',
		noPortfolio: 'A workbook computes a portfolio, and the plan has none yet.',
		departments: 'A workbook for each department (.xlsx)',
		departmentsHelp:
			'Only the measures that somebody answers for, to send out, fill in and read back. What is changed is seen cell by cell before anything is saved.',
		measures: (count) => (count === 1 ? 'one measure' : `${count} measures`),
		lists: 'Lists (.csv)',
		listsHelp:
			'All measures, costs or funding of the plan. For Excel: semicolons and decimal commas. For other programs: commas and decimal points. A list can be read in again; what is not changed changes nothing.',
		list: 'List',
		listNames: {
			measures: 'Measures',
			costs: 'Costs and savings',
			funding: 'Funding'
		},
		styles: { excel: 'For Excel', machine: 'For other programs' },
		download: (list, style) => `${list}, ${style.toLowerCase()}`,
		file: 'Plan file (.json)',
		fileHelp:
			'The whole plan with all that the figures stand on. It can be read in as a new plan or as a change.'
	},
	books: {
		title: 'Changes in the workbook',
		lead: (file, day) =>
			`${file} was taken out of the plan on ${day}. This has been changed in the book since. Nothing is saved yet.`,
		otherPlan: 'The workbook was taken out of another plan and can only be read in there.',
		problems: 'This keeps the changes from being read in',
		nothing: 'Nothing in the book is changed that the plan does not say already.',
		conflicts: (count) => (count === 1 ? 'One conflict' : `${count} conflicts`),
		conflictsHelp:
			'Somebody has changed the same in the plan since the book was taken out. Choose what holds.',
		what: (key, heading) => `${key}, ${heading}`,
		place: (sheet, cell) => `${sheet} ${cell}`,
		was: (value) => `when the book was taken out: ${value}`,
		take: {
			book: (value) => `the book: ${value}`,
			plan: (value) => `the plan now: ${value}`
		},
		value: (value) => {
			if (value === '') return 'empty';
			if (value === '?') return 'unknown';
			return /^-?\d+(\.\d+)?$/.test(value) ? inEnglish(value) : value;
		},
		updates: (count) => (count === 1 ? 'One change' : `${count} changes`),
		columns: { what: 'What', now: 'In the plan now', typed: 'In the book', place: 'Cell' },
		left: 'Not read in',
		same: (count) =>
			count === 1
				? 'One more change is in the plan already.'
				: `${count} more changes are in the plan already.`,
		withoutRest: 'Read in without what is not read',
		read: (updates, conflicts) => {
			if (updates === 0) return 'Save the choices';
			const words = updates === 1 ? 'Read in the change' : `Read in ${updates} changes`;
			return conflicts > 0 ? `${words} and the choices` : words;
		}
	}
};

function inEnglish(value: string): string {
	const [whole = '', decimals] = value.split('.');
	const isYear = /^(?:19|20|21)\d\d$/.test(value);
	const grouped = isYear ? whole : whole.replace(/(\d)(?=(\d{3})+$)/g, '$1,');
	return (decimals ? `${grouped}.${decimals}` : grouped).replace('-', '\u2212');
}
