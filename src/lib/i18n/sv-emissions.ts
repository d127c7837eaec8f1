/** Words of the emission pages, the curve's views, charts and the accessibility statement, in Swedish. */
export const emissions = {
	emissions: {
		title: 'Utsläpp och mål',
		gas: 'Gas',
		by: 'Visa kilar per',
		bySector: 'sektor',
		byMeasure: 'åtgärd',
		path: (gas: string) =>
			`Utsläppsbana med portföljens kilar, ton ${gas.replace('CO2', 'CO₂')} per år`,
		wedge: 'Kil',
		remaining: 'Kvar med portföljen',
		reference: 'Utan portföljen',
		noWedges: 'Portföljen minskar inga territoriella utsläpp av den här gasen.',
		pace: 'Takt',
		paceLead:
			'Procenten räknas ur tonnen och lagras inte. Jämförelsen görs inom samma utgåva av statistiken när den finns.',
		paceTable: 'Takten hittills och takten som behövs, ton per år',
		target: 'Mål',
		base: 'Basår',
		latest: 'Senaste',
		change: 'Förändring',
		achieved: 'Hittills, ton/år',
		needed: 'Behövs, ton/år',
		ratio: 'Behövs mot hittills',
		done: 'Gjort av målet',
		times: (ratio: string) => `${ratio} gånger`,
		rates: 'Samma som årlig procent',
		perYear: (percent: string) => `${percent} per år`,
		withoutPace: (names: string) =>
			`Takten kan inte räknas för ${names}: det kräver ett territoriellt mål i ton, ett basår och en senare totalsumma av samma gas.`,
		noPace:
			'Takten kan inte räknas. Den behöver ett territoriellt mål i ton, ett basår och en senare totalsumma.',
		inventory: (gas: string) => `Utsläpp per sektor, ton ${gas.replace('CO2', 'CO₂')}`,
		inventoryLead:
			'Varje utgåva har egna kolumner. Talen ur olika utgåvor läggs aldrig ihop. Låst betyder att målets basår räknas därifrån.',
		noInventory: 'Planen har inga utsläppsdata för den här gasen.',
		sector: 'Sektor',
		vintage: 'Utgåva',
		pinned: 'låst basår',
		total: 'Summa utan utrikes transporter',
		stated: 'angiven',
		summed: 'summerad',
		changeSince: 'Förändring i samma utgåva',
		others: (count: number) => `${count} mindre, tillsammans`,
		since: (year: number) => `sedan ${year}`,
		shares: 'Andelar som ett dokument anger',
		statedShare: 'Anges',
		computedShare: 'Ur tabellen',
		notComputed: 'går inte att räkna ur planens data',
		references: 'Referensbanor',
		referenceLead: 'Så antas utsläppen ändras om planen inte genomförs.',
		yearlyChange: 'Förändring per år',
		from: 'Räknas från',
		source: 'Källa'
	},
	maccViews: {
		view: 'Vems pengar',
		views: {
			all: 'alla betalare',
			municipal: 'kommunen',
			socioeconomic: 'samhället'
		} as Record<string, string>,
		viewHelp: {
			all: 'Alla betalares kostnader, före bidrag; av gemensamma åtgärder kommunens andel.',
			municipal: 'Det kommunen själv betalar och sparar, egen andel, minus säkrade bidrag.',
			socioeconomic:
				'Kostnader för samhället, utan bidrag och andra överföringar. Planen har inga uppgifter om överföringar mellan betalare eller andra effekter i kronor, så talen är desamma som för alla betalare.'
		} as Record<string, string>,
		basis: 'Ton',
		lifetime: 'hela planen',
		year: (year: number) => `år ${year}`,
		title: (period: string) =>
			`Marginalkostnadskurva, ${period}: bredd ton CO₂e, höjd kronor per ton`,
		heightHelp: {
			lifetime:
				'Bredd: ton som portföljen får räkna efter samspel. Höjd: nuvärdet av nettokostnaden delat med diskonterade ton.',
			year: 'Bredd: ton som portföljen får räkna det året efter samspel. Höjd: nettokostnaden utslagen jämnt på åren med effekt, delad med årets ton.'
		},
		cost: 'Kr/ton',
		low: 'Lägst',
		high: 'Högst',
		whiskers: 'Strecken visar lägsta och högsta kostnad inom åtgärdens angivna osäkerhet.',
		needed: (name: string, tonnes: string) =>
			`${name}: ${tonnes} ton behöver bort det året. Strecklinjen visar var, om kurvan når dit.`,
		notReached: (tonnes: string) => `Kurvan når ${tonnes} ton.`
	},
	copying: {
		picture: 'Kopiera som bild',
		data: 'Kopiera data',
		copied: 'Kopierat.',
		downloaded: 'Bilden är sparad bland dina hämtade filer.'
	},
	accessibility: {
		title: 'Tillgänglighetsredogörelse',
		link: 'Tillgänglighet',
		sections: [
			{
				title: 'Vem som står bakom',
				text: 'Den organisation som driver installationen ansvarar för tjänsten Klimatportfölj. Redogörelsen gäller programmet; organisationen kompletterar den med sin egen kontaktväg.'
			},
			{
				title: 'Hur tillgänglig tjänsten är',
				text: 'Tjänsten är byggd för att följa lagen om tillgänglighet till digital offentlig service (DOS-lagen), genom EN 301 549 och WCAG 2.1 nivå AA, och dessutom WCAG 2.2 nivå AA. Den bedöms vara delvis förenlig, av skälen nedan.'
			},
			{
				title: 'Brister som är kända',
				text: 'Tjänsten är inte prövad av användare med skärmläsare eller av någon utomstående granskare. Diagram är bilder för en skärmläsare; varje diagram läses upp med piltangenterna och har samma tal som tabell. Planfilens innehåll, till exempel åtgärdernas beskrivningar, skrivs av användarna och kan ha brister.'
			},
			{
				title: 'Hur bedömningen är gjord',
				text: 'Egen bedömning 2026-11-25. Varje sida prövas automatiskt med axe i ljust och mörkt läge och vid 320, 390 och 1440 bildpunkters bredd, och huvuduppgifterna utförs med enbart tangentbord.'
			},
			{
				title: 'Om du inte kan använda en del av tjänsten',
				text: 'Hör av dig till din organisations administratör och berätta vad som är fel och vilken sida det gäller. Du kan få innehållet på annat sätt, till exempel planen som fil.'
			},
			{
				title: 'Tillsyn',
				text: 'Myndigheten för digital förvaltning, Digg, har tillsyn över lagen. Är du inte nöjd med svaret kan du anmäla det på digg.se.'
			},
			{
				title: 'Oskäligt betungande anpassning och innehåll utanför lagen',
				text: 'Inget undantag med hänvisning till oskäligt betungande anpassning görs. Inget innehåll bedöms ligga utanför lagen.'
			}
		]
	},
	intro: {
		title: 'Det här är ett exempel',
		text: 'Planen för Alvesta visar hur verktyget fungerar. Fakta ur klimatkontraktet är märkta; alla kostnader, bidrag och ramar är antaganden. Inget är beslutat. Prova fritt: varje ändring kan ångras.',
		steps: [
			'Översikten svarar på vad som fattas och när.',
			'Under Åtgärder ändrar du kostnader, effekter och finansiering, och ser gapet röra sig.',
			'Under Jämför ställs portföljerna bredvid varandra.'
		],
		hide: 'Jag förstår, visa inte igen'
	}
};
