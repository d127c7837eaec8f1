import type { Messages } from './sv';

/** Words of the explanations of figures and of the page about the method, in English. */
export const how: Pick<Messages, 'how' | 'method'> = {
	how: {
		title: 'How it is computed',
		ask: 'How?',
		hint: 'Figures with a dotted line are links: press one to see how it is computed. The arrow keys go between the figures of a table.',
		back: 'Back',
		formula: 'Formula',
		inWords: 'In words',
		source: 'Source of the formula',
		method: 'The whole method',
		inputs: 'What goes into it',
		unknown: 'unknown',
		typed: 'Typed value',
		rule: 'Follows from the rules',
		where: 'Where it stands',
		edit: 'Go there',
		confidence: 'Confidence',
		vintage: 'Release',
		noSource: 'no source given',
		by: (who, when) => `${who}, ${when}`,
		first: (who, when) => `came with the plan, ${who}, ${when}`,
		program: 'the program',
		nobody: 'somebody who is no longer here',
		more: (count) => `${count} more go into it; there is no room for them on the page`,
		nothing: 'Nothing is entered here, so the amount is zero.',
		zeros: (count) => `${count} parts are zero and not shown`,
		deeper: 'Show how it is computed',
		all: 'Open all steps',
		fewer: 'Close the steps',
		settings: 'The plan has chosen other ways of computing than the defaults of the method',
		units: {
			kr: 'SEK',
			t: 'tonnes',
			'kr/t': 'SEK per tonne',
			't/MWh': 'tonnes per MWh',
			MWh: 'MWh',
			share: '%',
			factor: '',
			years: 'years',
			öre: 'öre of the tax rate',
			'kr/person': 'SEK per inhabitant',
			'kg/kr': 'kg per krona',
			't/year': 'tonnes a year',
			persons: 'inhabitants',
			count: '',
			year: '',
			'kr/EUR': 'SEK per euro',
			EUR: 'euro'
		}
	},
	method: {
		title: 'The method',
		link: 'The method',
		lead: 'How Klimatportfölj computes. Every formula has its source and an example, whose answer the program works out with the same formula that explains the figures of plans.',
		contents: 'Contents',
		rules: 'Rules',
		example: 'Example',
		source: 'Source',
		noExample: 'The formula computes all outcomes at once and has no example of single numbers.'
	}
};
