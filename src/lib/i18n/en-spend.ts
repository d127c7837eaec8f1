import type { SpendWords } from './sv-spend';

/** Words of the footprint of purchases, in English. */
export const spend: SpendWords = {
	title: 'Climate impact of purchases',
	lead: 'Kronor of the purchase ledger times kilograms of CO₂e per krona show where the emissions of purchases are. They are consumption-based: they arise anywhere in the world, overlap the territorial emissions, and are never added to them.',
	analyses: 'Analyses',
	none: 'No ledger has been read yet.',
	year: 'Year',
	file: 'File',
	set: 'Factor set',
	amount: 'Purchases, SEK m',
	tonnes: 'Emissions, tonnes CO₂e',
	without: 'Without factor, SEK m',
	noSet: 'not chosen',
	open: (year) => `Open ${year}`,
	ledger: {
		title: 'Read in a ledger',
		help: 'A year’s invoice rows or sums as .xlsx or .csv, at most 60 MB and 500,000 rows. Only the sum of each category is kept, no invoice rows.',
		file: 'File of purchases',
		year: 'Year of the purchases',
		vat: 'The amounts are',
		vats: { excluded: 'without VAT', included: 'with VAT' },
		unit: 'The amounts are in',
		by: 'Sum by',
		bys: { category: 'category or account', supplier: 'supplier' },
		supplierHelp:
			'Names of suppliers may be personal data (sole traders). Sum by category when you can.',
		columns: 'Headings in the file, if they are not found by themselves',
		columnNames: {
			amount: 'Amount',
			category: 'Category or account code',
			name: 'Name of the category',
			supplier: 'Supplier'
		},
		submit: 'Read and sum up'
	},
	factors: {
		title: 'Factor sets',
		lead: 'Kilograms of CO₂e per krona and category. The program has none of its own: read in the list that you want to reckon with, such as that of the procurement agency’s miljöspend analysis, and name it.',
		table: 'Sets with price year and source',
		none: 'No set has been read yet.',
		add: 'Read in a set',
		help: 'A list as .xlsx or .csv with the columns Kod or Kategori, Faktor and preferably Osäkerhet.',
		file: 'File of factors',
		name: 'Name with version',
		source: 'Source',
		sourceHelp: 'Publisher, file and address.',
		priceYear: 'Price year',
		vat: 'The factors are of kronor',
		unit: 'Unit',
		units: {
			'kg/kr': 'kg CO₂e per krona',
			'g/kr': 'grams per krona (= kg per SEK 1,000 = tonnes per SEK m)'
		},
		count: 'Factors',
		remove: 'Take away',
		removeOf: (name) => `Take away ${name}`,
		uses: (count) => (count === 1 ? 'used in one analysis' : `used in ${count} analyses`),
		submit: 'Read in the set'
	},
	choose: 'Choose …',
	reading: (file) => `Reading ${file}`,
	rows: (count) => `${count} rows read`,
	stop: 'Stop',
	lookAgain: 'See how it goes',
	notRead: (file) => `${file} has not been read.`,
	ended: {
		cancelled: 'The reading was stopped. Nothing is saved.',
		late: 'The file took too long to read. Split it, or take away columns that are not needed.',
		failed:
			'The file could not be read: it takes too much memory, or is damaged. Save it as .csv and try again.'
	},
	read: (file) => `${file} has been read.`,
	noFile: 'Choose a file first.',
	tooLarge:
		'The file is larger than 60 MB. Take away columns that are not needed, or save it as .xlsx.',
	back: 'To the analyses of purchases',
	analysis: {
		title: (year) => `Climate impact of purchases ${year}`,
		from: (file, rows, vat) => `${file}: ${rows} rows with amounts, ${vat}.`,
		sums: (count, rows) =>
			`${count === 1 ? 'One row of sums is' : `${count} rows of sums are`} left out: ${rows}.`,
		sum: (row, name, kronor) => `row ${row} ${name}, SEK ${kronor}`,
		sheets: (names) =>
			`Only one sheet has been read. Not read: ${names}. If they belong to the same ledger, put them after one another in one sheet and read the file again.`,
		empty: (count) =>
			count === 1 ? 'One row without an amount.' : `${count} rows without amounts.`,
		unreadable: (count, rows) =>
			`${count === 1 ? 'One row has an amount' : `${count} rows have amounts`} that cannot be read and ${count === 1 ? 'is' : 'are'} not counted (row ${rows}). The sum may be too low or too high: mend them in the file and read it again.`,
		total: 'Purchases',
		footprint: 'Emissions that can be reckoned',
		footprintHelp: 'consumption-based, tonnes CO₂e',
		covered: 'Purchases with a factor',
		unknown: (amount) =>
			`For ${amount} there is no factor: those emissions are unknown, not zero, and not in the sum.`,
		apart: 'Never added to the municipality’s territorial emissions.',
		how: 'How it is reckoned',
		formula: (index, tax) => `tonnes = kronor${index}${tax} × kg CO₂e per krona ÷ 1,000`,
		indexPart: (name, to, from) => ` × ${to} ÷ ${from} (${name})`,
		taxPart: (rate, isAdded) => (isAdded ? ` × (1 + ${rate})` : ` ÷ (1 + ${rate})`),
		setAbout: (name, year, vat, source) => `${name}: prices of ${year}, ${vat}. Source: ${source}.`,
		missing: {
			'factor-set': 'Choose a factor set: without it the emissions are unknown.',
			'price-index':
				'The ledger and the factors are in prices of different years. Give a price index: without it the emissions are unknown.',
			'vat-rate':
				'One is with VAT and the other without. Give the tax: without it the emissions are unknown.'
		},
		conversion: 'Factors and conversion',
		indexName: 'Price index',
		indexHelp: 'Only when the years differ. Name and edition, such as KPI, SCB 2026-01.',
		indexOfLedger: (year) => `Index ${year} (purchases)`,
		indexOfFactors: (year) => `Index ${year} (factors)`,
		vatRate: 'VAT, %',
		vatHelp: 'Only when the tax differs. An assumption of an average, such as 25.',
		save: 'Save and reckon anew',
		saved: 'Saved.',
		pareto: 'Where the emissions of purchases are, tonnes CO₂e by category',
		paretoLine: 'Together, share',
		table: 'Purchases and emissions by category',
		category: { category: 'Category', supplier: 'Supplier' },
		noName: '(no category)',
		factor: 'Factor',
		factorOf: (name) => `Factor of ${name}`,
		perKrona: 'kg/SEK',
		amount: 'Purchases, SEK 1,000',
		tonnes: 'Tonnes CO₂e',
		share: 'Share',
		cumulative: 'Together',
		uncertainty: 'Uncertainty',
		proposed: 'proposed',
		noFactor: 'missing',
		measure: 'Make a measure',
		measureOf: (name) => `Make a measure of ${name}`,
		measureHelp:
			'The measure gets the purchases and emissions of the category as its baseline. Effect and cost are for you to fill in; it changes no territorial emissions.',
		factorHelp:
			'A factor is proposed where code or name are the same, or where the code of the factor is the beginning of the category’s. Write another code of the list, or empty the field to leave the category without.',
		rest: (count) =>
			count === 1
				? 'One smaller category more counts but is not shown.'
				: `${count} smaller categories more count but are not shown.`,
		byUncertainty: 'Emissions by the uncertainty of the factors',
		ofClass: (name, tonnes, share) => `${name}: ${tonnes} tonnes${share ? `, ${share}` : ''}`,
		noUncertainty: 'not stated',
		remove: 'Take away the analysis',
		wrong: (count) =>
			count === 1
				? 'One field needs mending. Nothing is saved.'
				: `${count} fields need mending. Nothing is saved.`
	}
};
