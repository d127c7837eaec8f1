/** Words of the sources of emissions and population, in Swedish. */
export const sources = {
	title: 'Källor till utsläpp och folkmängd',
	lead: (name: string, code: string) =>
		`Officiella tal för ${name} (${code}) hämtas hit, hålls mot planens och tas in när du har sett skillnaden. Varje hämtning blir en egen utgåva: inget som planen redan vilar på ändras.`,
	names: {
		'emission-database': 'Nationella emissionsdatabasen',
		'kolada-emissions': 'Kolada, utsläpp',
		'kolada-population': 'Kolada, folkmängd',
		'scb-population': 'SCB, folkmängd 31 december'
	} as Record<string, string>,
	about: {
		'emission-database':
			'Utsläpp per huvudsektor och år, för alla kommuner. Det är härifrån målens basår brukar komma.',
		'kolada-emissions':
			'Samma statistik som nyckeltal. Summan finns för varje år, men inte alla sektorer.',
		'kolada-population': 'Antal invånare som nyckeltal, om SCB inte går att nå.',
		'scb-population': 'Folkmängden den 31 december varje år. Den behövs för tal per invånare.'
	} as Record<string, string>,
	gases: { CO2e: 'växthusgaser (CO₂e)', CO2: 'koldioxid (CO₂)' } as Record<string, string>,
	gas: 'Gas',
	fetch: 'Hämta',
	fetchOf: (name: string, gas: string) => (gas ? `Hämta ${gas}` : `Hämta från ${name}`),
	turnedOff: 'Den här installationen frågar inte källan; driften har stängt av det.',
	never: 'Inte hämtat än.',
	fetched: (day: string, origin: string) => `Hämtat ${day} (${origin}).`,
	upTo: (year: number) => `Till och med ${year}.`,
	inPlan: 'Planen har de talen.',
	differs: (news: readonly number[], revised: number) =>
		[
			news.length > 0 ? `Nya år: ${news.join(', ')}.` : '',
			revised > 0 ? `${revised} tal är ändrade sedan planens utgåva.` : ''
		]
			.filter(Boolean)
			.join(' ') || 'Skiljer sig från planens utgåvor.',
	compare: 'Jämför och ta in',
	compareOf: (name: string, gas: string) => `Jämför och ta in: ${name}${gas ? `, ${gas}` : ''}`,
	file: 'Arbetsbok från databasen (.xlsx eller .csv)',
	fileTitle: 'Skicka in databasens arbetsbok',
	fileHelp:
		'Går källan inte att nå härifrån? Hämta Excel-filen för alla kommuner eller din egen på nationellaemissionsdatabasen.smhi.se och skicka in den som den är, högst 60 MB.',
	send: 'Läs filen',
	noFile: 'Välj en fil först.',
	tooLarge: 'Filen är större än 60 MB. Hämta den med bara din kommun vald.',
	working: (name: string) => `Hämtar: ${name}`,
	rows: (count: string) => `${count} rader lästa`,
	waiting: 'Väntar på svar från källan. Det kan ta någon minut.',
	stop: 'Avbryt',
	lookAgain: 'Se hur det går',
	failed: (name: string) => `${name} hämtades inte.`,
	ended: {
		cancelled: 'Hämtningen avbröts. Inget är ändrat.',
		late: 'Källan svarade inte inom fem minuter. Försök igen senare. Inget är ändrat.',
		failed:
			'Hämtningen gick inte att slutföra. Försök igen, och hör av dig till driften om det upprepas. Inget är ändrat.'
	} as Record<string, string>,
	done: 'Uppgifterna finns nu i planen. Du kan ångra det med knappen högst upp.',
	back: 'Till källorna',
	emissions: 'Till utsläpp och mål',
	release: {
		title: (source: string) => `Ny utgåva: ${source}`,
		lead: (origin: string, day: string) =>
			`Hämtat från ${origin} ${day}. Inget är sparat i planen än.`,
		remarks: 'Att veta om uppgifterna',
		against: 'Håll mot planens utgåva',
		noneToCompare: 'Planen har ingen utgåva av den här gasen att hålla den mot.',
		same: (vintage: string) => `Planen har redan just de här talen, som utgåvan ${vintage}.`,
		newYears: (years: string) => `Nya år: ${years}.`,
		goneYears: (years: string) =>
			`År som bara planens utgåva har: ${years}. De står kvar i planen.`,
		pinned: 'Låsta basår står kvar',
		pinnedLine: (
			sector: string,
			year: number,
			vintage: string,
			was: string,
			is: string | null,
			change: string | null
		) =>
			is === null
				? `${sector} ${year}: ${was} ton (${vintage}). Den nya utgåvan säger inget om det året.`
				: `${sector} ${year}: ${was} ton (${vintage}). Den nya utgåvan säger ${is} ton${change ? `, ${change}` : ''}.`,
		revised: (years: number) =>
			years === 1
				? 'Vad utgåvan ändrar i ett gemensamt år'
				: `Vad utgåvan ändrar i ${years} gemensamma år`,
		revisedTable: 'Planens utgåva, den nya och skillnaden, ton per sektor och år',
		all: 'Hela utgåvan',
		allTable: 'Den nya utgåvan, ton per sektor och år',
		sector: 'Sektor',
		total: 'Summa utan utrikes transporter',
		was: 'planen',
		is: 'ny',
		change: 'skillnad',
		take: 'Ta in utgåvan',
		vintage: 'Utgåvans namn i planen',
		vintageHelp: 'Namnet står vid varje tal ur utgåvan. Tidigare utgåvor står kvar bredvid.',
		reference: (year: number) => `Räkna referensbanorna från ${year} i den här utgåvan`,
		referenceHelp: (now: string) =>
			`Nu räknas de från ${now}. Ett nytt utgångsår flyttar banan utan åtgärder och därmed gapet till målen.`,
		submit: 'Ta in i planen',
		population: {
			title: (source: string) => `Folkmängd: ${source}`,
			from: 'Från och med år',
			fromHelp: (first: number, last: number) => `Källan har ${first}–${last}.`,
			show: 'Visa',
			added: (count: number) => (count === 1 ? 'Ett nytt år' : `${count} nya år`),
			changed: 'Ändrade år',
			table: 'Folkmängd den 31 december',
			year: 'År',
			now: 'I planen',
			source: 'Planens källa',
			by: 'Ny',
			nothing: 'Planen har redan talen från och med det året.'
		}
	},
	notice: {
		newer: (
			name: string,
			day: string,
			news: readonly number[],
			revised: number,
			isNewer: boolean
		) =>
			`${isNewer ? 'Nyare uppgifter' : 'En annan utgåva av uppgifterna'} finns: ${name}, hämtat ${day}.${news.length > 0 ? ` Nya år: ${news.join(', ')}.` : ''}${revised > 0 ? ` ${revised} tal är ändrade.` : ''}`,
		look: 'Jämför',
		behind: (last: number, base: number) =>
			`Planen har utsläpp till och med ${last}, men referensbanorna räknas från ${base}.`,
		due: (year: number) =>
			`Databasen kommer ut med ungefär två års fördröjning: ${year} bör finnas nu, men saknas i planen.`,
		search: 'Sök nyare',
		sources: 'Källor och nya utgåvor',
		purchases: 'Inköpens klimatpåverkan'
	}
};

export type SourceWords = typeof sources;
