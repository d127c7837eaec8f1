import type { portfolio as swedish } from './sv-portfolio';

/** Words of portfolios and their comparison, in English. */
export const portfolio: typeof swedish = {
	live: {
		title: 'How the figures change',
		readTitle: 'Figures',
		help: 'Computed while you write. Nothing is saved until you save.',
		now: 'Saved',
		then: 'With the change',
		wrong: (field) => `Not computed until the field is mended: ${field}.`,
		broken:
			'Not computed, since something is missing or breaks a rule of the plan. Save, and you will see what.',
		outside: 'The measure is not in the portfolio, so its gap does not change.',
		addTo: 'Put it into the portfolio',
		noScript: 'The figures are computed anew when you save.',
		figures: (unit) => ({
			need: `Investment need, ${unit}`,
			secured: `Gap, secured, ${unit}`,
			expected: `Gap, expected, ${unit}`,
			planned: `Gap, planned, ${unit}`,
			netCost: `Net cost, present value, ${unit}`,
			tonnes: 't CO₂e over the plan’s years',
			costPerTonne: 'SEK/t, discounted tonnes'
		})
	},
	portfolios: {
		title: 'Portfolios',
		lead: 'A portfolio is a selection of the plan’s measures with start years and scale of its own. A measure may be in several.',
		new: 'New portfolio',
		table: (unit) => `The plan’s portfolios, amounts in ${unit}`,
		compare: 'Compare',
		compareAll: 'Compare the portfolios',
		copy: 'Copy',
		remove: 'Remove the portfolio',
		removed: 'The portfolio is removed. You can undo that.',
		empty: 'The plan has no portfolio yet.',
		emptyHelp: 'Add one and choose which measures it holds.',
		measures: 'Measures',
		name: 'Name of the portfolio',
		choose: 'Measures of the portfolio',
		chooseHelp:
			'Move the start year forward or back by whole years. A scale of 50 % means half the amounts, the effect and the funding. Empty is 0 years and 100 %.',
		included: 'Included',
		start: 'Start in the plan',
		shift: 'Move, years',
		scale: 'Scale, %',
		includedFor: (name) => `${name} is included`,
		shiftFor: (name) => `Move ${name}, years`,
		scaleFor: (name) => `Scale of ${name}, %`,
		conflicts: 'Measures that do not go together',
		startsAfter: (start, last) =>
			`starts in ${start}, after the plan’s last year ${last}, and does not count.`,
		noConflicts: 'The measures of the portfolio go together.',
		requires: (ids) => `requires ${ids}`,
		excludes: (ids) => `excludes ${ids}`
	},
	compare: {
		title: 'Compare portfolios',
		lead: 'The same figures and the same axes. The best value of each row is marked with the word best.',
		pick: 'Choose two to four',
		show: 'Compare',
		unknownLeftOut:
			'Missing figures are left out: need, gap and cost may be higher than the table shows, and the emission cut another.',
		best: 'best',
		table: (unit) => `Comparison, amounts in ${unit}`,
		figure: 'Figure',
		figures: {
			measures: 'Number of measures',
			capex: 'Investment, all payers',
			need: 'The municipality’s investment need',
			gapSecured: 'Gap, secured',
			gapExpected: 'Gap, expected',
			gapPlanned: 'Gap, planned',
			netCost: 'Net cost, present value, all payers before grants',
			highestEffect: 'Highest yearly effect on the operating budget',
			driftgap: 'Operating gap, all years',
			tonnes: 't CO₂e over the plan’s years',
			targetTonnes: (year) => `Tonnes towards the target of ${year}`,
			shareOfTarget: (name) => `Share of what must go by the target (${name})`,
			kilogramsPerKrona: 'kg CO₂e per SEK invested',
			unknown: 'Missing figures'
		},
		without: (count) => `${count} without known cost`,
		gapChart: (unit) => `Gap per year, secured, ${unit}`,
		tonnesChart: 't CO₂e, accumulated from the plan’s first year',
		differences: 'What sets the portfolios apart',
		alike: 'Alike in all',
		in: 'included',
		out: 'not included',
		from: (year) => `from ${year}`,
		scaled: (percent) => `scale ${percent}`,
		noDifference: 'The portfolios hold the same measures with the same start and scale.',
		tooFew: 'The plan has fewer than two portfolios. Add another to compare.'
	}
};
