import type { SourceWords } from './sv-sources';

/** Words of the sources of emissions and population, in English. */
export const sources: SourceWords = {
	title: 'Sources of emissions and population',
	lead: (name, code) =>
		`Official figures for ${name} (${code}) are fetched here, held against the plan’s, and taken in when you have seen the difference. Each fetch becomes a release of its own: nothing that the plan stands on changes.`,
	names: {
		'emission-database': 'National emission database',
		'kolada-emissions': 'Kolada, emissions',
		'kolada-population': 'Kolada, population',
		'scb-population': 'SCB, population on 31 December'
	},
	about: {
		'emission-database':
			'Emissions by main sector and year, for all municipalities. The base years of targets usually come from here.',
		'kolada-emissions':
			'The same statistics as key figures. The sum is there for each year, but not all sectors.',
		'kolada-population': 'Number of inhabitants as a key figure, if SCB cannot be reached.',
		'scb-population':
			'Population on 31 December each year. It is needed for figures per inhabitant.'
	},
	gases: { CO2e: 'greenhouse gases (CO₂e)', CO2: 'carbon dioxide (CO₂)' },
	gas: 'Gas',
	fetch: 'Fetch',
	fetchOf: (name, gas) => (gas ? `Fetch ${gas}` : `Fetch from ${name}`),
	turnedOff: 'This installation does not ask the source; operations have turned it off.',
	never: 'Not fetched yet.',
	fetched: (day, origin) => `Fetched ${day} (${origin}).`,
	upTo: (year) => `Up to ${year}.`,
	inPlan: 'The plan has these figures.',
	differs: (news, revised) =>
		[
			news.length > 0 ? `New years: ${news.join(', ')}.` : '',
			revised > 0 ? `${revised} figures have changed since the plan’s release.` : ''
		]
			.filter(Boolean)
			.join(' ') || 'Differs from the plan’s releases.',
	compare: 'Compare and take in',
	compareOf: (name, gas) => `Compare and take in: ${name}${gas ? `, ${gas}` : ''}`,
	file: 'Workbook of the database (.xlsx or .csv)',
	fileTitle: 'Send in the database’s workbook',
	fileHelp:
		'Can the source not be reached from here? Get the Excel file for all municipalities or your own at nationellaemissionsdatabasen.smhi.se and send it in as it is, 60 MB at most.',
	send: 'Read the file',
	noFile: 'Choose a file first.',
	tooLarge: 'The file is larger than 60 MB. Get it with only your municipality chosen.',
	working: (name) => `Fetching: ${name}`,
	rows: (count) => `${count} rows read`,
	waiting: 'Waiting for the source to answer. This may take a minute.',
	stop: 'Stop',
	lookAgain: 'See how it goes',
	failed: (name) => `${name} was not fetched.`,
	ended: {
		cancelled: 'The fetching was stopped. Nothing is changed.',
		late: 'The source did not answer within five minutes. Try again later. Nothing is changed.',
		failed:
			'The fetching could not be completed. Try again, and tell operations if it happens again. Nothing is changed.'
	},
	done: 'The figures are now in the plan. You can undo this with the button at the top.',
	back: 'To the sources',
	emissions: 'To emissions and targets',
	release: {
		title: (source) => `New release: ${source}`,
		lead: (origin, day) => `Fetched from ${origin} on ${day}. Nothing is saved in the plan yet.`,
		remarks: 'To know about the figures',
		against: 'Hold against the plan’s release',
		noneToCompare: 'The plan has no release of this gas to hold it against.',
		same: (vintage) => `The plan already has just these figures, as the release ${vintage}.`,
		newYears: (years) => `New years: ${years}.`,
		goneYears: (years) =>
			`Years that only the plan’s release has: ${years}. They stay in the plan.`,
		pinned: 'Pinned base years stay',
		pinnedLine: (sector, year, vintage, was, is, change) =>
			is === null
				? `${sector} ${year}: ${was} tonnes (${vintage}). The new release says nothing of that year.`
				: `${sector} ${year}: ${was} tonnes (${vintage}). The new release says ${is} tonnes${change ? `, ${change}` : ''}.`,
		revised: (years) =>
			years === 1
				? 'What the release changes in one common year'
				: `What the release changes in ${years} common years`,
		revisedTable: 'The plan’s release, the new one and the difference, tonnes by sector and year',
		all: 'All of the release',
		allTable: 'The new release, tonnes by sector and year',
		sector: 'Sector',
		total: 'Total without foreign transport',
		was: 'the plan',
		is: 'new',
		change: 'difference',
		take: 'Take in the release',
		vintage: 'Name of the release in the plan',
		vintageHelp: 'The name stands by each figure of the release. Earlier releases stay beside it.',
		reference: (year) => `Reckon the reference paths from ${year} in this release`,
		referenceHelp: (now) =>
			`Now they are reckoned from ${now}. Another base year moves the path without measures, and so the gap to the targets.`,
		submit: 'Take into the plan',
		population: {
			title: (source) => `Population: ${source}`,
			from: 'From the year',
			fromHelp: (first, last) => `The source has ${first}–${last}.`,
			show: 'Show',
			added: (count) => (count === 1 ? 'One new year' : `${count} new years`),
			changed: 'Changed years',
			table: 'Population on 31 December',
			year: 'Year',
			now: 'In the plan',
			source: 'The plan’s source',
			by: 'New',
			nothing: 'The plan already has the figures from that year on.'
		}
	},
	notice: {
		newer: (name, day, news, revised, isNewer) =>
			`${isNewer ? 'Newer figures exist' : 'Another release of the figures exists'}: ${name}, fetched ${day}.${news.length > 0 ? ` New years: ${news.join(', ')}.` : ''}${revised > 0 ? ` ${revised} figures have changed.` : ''}`,
		look: 'Compare',
		behind: (last, base) =>
			`The plan has emissions up to ${last}, but the reference paths are reckoned from ${base}.`,
		due: (year) =>
			`The database comes out about two years late: ${year} should be there by now, but is missing in the plan.`,
		search: 'Look for newer',
		sources: 'Sources and new releases',
		purchases: 'Climate impact of purchases'
	}
};
