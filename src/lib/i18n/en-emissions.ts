import type { emissions as swedish } from './sv-emissions';

/** Words of the emission pages, the curve's views, charts and the accessibility statement, in English. */
export const emissions: typeof swedish = {
	emissions: {
		title: 'Emissions and targets',
		gas: 'Gas',
		by: 'Show wedges by',
		bySector: 'sector',
		byMeasure: 'measure',
		path: (gas) =>
			`Emission path with the portfolio’s wedges, t ${gas.replace('CO2', 'CO₂')} a year`,
		wedge: 'Wedge',
		remaining: 'Left with the portfolio',
		reference: 'Without the portfolio',
		noWedges: 'The portfolio cuts no territorial emissions of this gas.',
		pace: 'Pace',
		paceLead:
			'Percentages are computed from the tonnes and never stored. The comparison is made inside one release of the statistics where there is one.',
		paceTable: 'The pace so far and the pace needed, tonnes a year',
		target: 'Target',
		base: 'Base year',
		latest: 'Latest',
		change: 'Change',
		achieved: 'So far, t/year',
		needed: 'Needed, t/year',
		ratio: 'Needed against so far',
		done: 'Done of the target',
		times: (ratio) => `${ratio} times`,
		rates: 'The same as a yearly per cent',
		perYear: (percent) => `${percent} a year`,
		withoutPace: (names) =>
			`The pace cannot be computed for ${names}: it takes a territorial target in tonnes, a base year and a later total of the same gas.`,
		noPace:
			'The pace cannot be computed. It needs a territorial target in tonnes, a base year and a later total.',
		inventory: (gas) => `Emissions by sector, t ${gas.replace('CO2', 'CO₂')}`,
		inventoryLead:
			'Each release has columns of its own. Figures of different releases are never added. Pinned means that the target’s base year is taken from there.',
		noInventory: 'The plan has no emission data for this gas.',
		sector: 'Sector',
		vintage: 'Release',
		pinned: 'pinned base year',
		total: 'Total without foreign transport',
		stated: 'stated',
		summed: 'summed',
		changeSince: 'Change within the release',
		others: (count) => `${count} smaller, together`,
		since: (year) => `since ${year}`,
		shares: 'Shares that a document states',
		statedShare: 'Stated',
		computedShare: 'From the table',
		notComputed: 'cannot be computed from the plan’s data',
		references: 'Reference paths',
		referenceLead: 'How emissions are assumed to change if the plan is not carried out.',
		yearlyChange: 'Change a year',
		from: 'Counted from',
		source: 'Source'
	},
	maccViews: {
		view: 'Whose money',
		views: { all: 'all payers', municipal: 'the municipality', socioeconomic: 'society' },
		viewHelp: {
			all: 'Costs of all payers, before grants; of joint measures the municipality’s share.',
			municipal: 'What the municipality itself pays and saves, own share, less secured grants.',
			socioeconomic:
				'Costs to society, without grants and other transfers. The plan holds no transfers between payers and no other effects in kronor, so the figures are those of all payers.'
		},
		basis: 'Tonnes',
		lifetime: 'the whole plan',
		year: (year) => `year ${year}`,
		title: (period) =>
			`Marginal abatement cost curve, ${period}: width t CO₂e, height SEK per tonne`,
		heightHelp: {
			lifetime:
				'Width: tonnes credited to the portfolio after interaction. Height: present net cost over discounted tonnes.',
			year: 'Width: tonnes credited to the portfolio that year after interaction. Height: the net cost spread evenly over the years with an effect, over the tonnes of the year.'
		},
		cost: 'SEK/t',
		low: 'Lowest',
		high: 'Highest',
		whiskers: 'The bars show the lowest and highest cost within the measure’s stated uncertainty.',
		needed: (name, tonnes) =>
			`${name}: ${tonnes} t must go that year. The dashed line shows where, if the curve reaches it.`,
		notReached: (tonnes) => `The curve reaches ${tonnes} t.`
	},
	copying: {
		picture: 'Copy as picture',
		data: 'Copy data',
		copied: 'Copied.',
		downloaded: 'The picture is saved among your downloads.'
	},
	accessibility: {
		title: 'Accessibility statement',
		link: 'Accessibility',
		sections: [
			{
				title: 'Who is behind it',
				text: 'The organisation that runs the installation is responsible for the service Klimatportfölj. The statement is about the program; the organisation adds its own contact.'
			},
			{
				title: 'How accessible the service is',
				text: 'The service is built to follow the Swedish act on accessibility of digital public services, through EN 301 549 and WCAG 2.1 level AA, and WCAG 2.2 level AA besides. It is judged partly compliant, for the reasons below.'
			},
			{
				title: 'Known defects',
				text: 'The service has not been tried by people who use screen readers, nor by an outside reviewer. Charts are pictures to a screen reader; each is read out with the arrow keys and has the same figures as a table. What users write, such as descriptions of measures, may have defects.'
			},
			{
				title: 'How the judgement was made',
				text: 'Own judgement of 2026-11-25. Every page is tested automatically with axe in light and dark and at widths of 320, 390 and 1440 pixels, and the main tasks are done with the keyboard alone.'
			},
			{
				title: 'If you cannot use a part of the service',
				text: 'Tell your organisation’s administrator what is wrong and on which page. You can have the content in another way, such as the plan as a file.'
			},
			{
				title: 'Supervision',
				text: 'The Agency for Digital Government, Digg, supervises the act. If you are not content with the answer, you can report it at digg.se.'
			},
			{
				title: 'Disproportionate burden and content outside the act',
				text: 'No exception for disproportionate burden is made. No content is judged to be outside the act.'
			}
		]
	},
	intro: {
		title: 'This is an example',
		text: 'The plan for Alvesta shows how the tool works. Facts from the climate contract are marked; all costs, grants and frames are assumptions. Nothing is decided. Try freely: every change can be undone.',
		steps: [
			'The overview answers what is missing and when.',
			'Under Measures you change costs, effects and funding, and see the gap move.',
			'Under Compare the portfolios stand side by side.'
		],
		hide: 'I understand, do not show again'
	}
};
