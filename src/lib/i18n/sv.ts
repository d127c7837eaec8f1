/** Words of the interface in Swedish. Functions take the numbers and names that go into a sentence, formatted. */
export const sv = {
	product: 'Klimatportfölj',
	skip: 'Hoppa till innehållet',
	missing: 'saknas',
	total: 'Summa',
	year: 'År',
	cancel: 'Avbryt',
	units: { kr: 'kr', tkr: 'tkr', mnkr: 'mnkr' },
	navigation: {
		main: 'Huvudmeny',
		plans: 'Planer',
		people: 'Personer',
		organisations: 'Organisationer',
		account: 'Mitt konto',
		signOut: 'Logga ut',
		language: 'In English',
		planPages: 'Planens sidor'
	},
	roles: {
		reader: 'Läsare',
		editor: 'Redaktör',
		finance: 'Ekonom',
		admin: 'Administratör',
		operator: 'Systemförvaltare'
	} as Record<string, string>,
	roleHelp: {
		reader: 'läser, förklarar och exporterar',
		editor: 'ändrar också åtgärder, finansiering och portföljer',
		finance: 'ändrar också räntor, ramar, skattebas och mål',
		admin: 'hanterar också personer'
	} as Record<string, string>,
	signIn: {
		title: 'Logga in',
		lead: 'Planera, finansiera och besluta kommunens klimatinvesteringar.',
		email: 'E-post',
		password: 'Lösenord',
		submit: 'Logga in',
		help: 'Har du glömt lösenordet? Kommunens administratör kan ge dig en ny länk.',
		wait: (minutes: number) =>
			`För många försök. Vänta ${minutes} ${minutes === 1 ? 'minut' : 'minuter'} och försök igen.`,
		busy: 'Många loggar in just nu. Försök igen om en stund.'
	},
	link: {
		title: {
			'first-administrator': 'Skapa den första administratören',
			invitation: 'Välkommen',
			'password-reset': 'Välj nytt lösenord'
		} as Record<string, string>,
		invited: (organisation: string, role: string) =>
			`Du är inbjuden till ${organisation} som ${role.toLowerCase()}.`,
		organisation: 'Kommunens eller organisationens namn',
		code: 'Kommunkod (fyra siffror)',
		name: 'Ditt namn',
		email: 'E-post',
		password: 'Lösenord (minst 12 tecken)',
		submit: 'Spara och gå till inloggningen',
		gone: 'Länken går inte att använda. Den kan vara använd eller för gammal. Be om en ny.'
	},
	plans: {
		title: 'Planer',
		empty: 'Här finns ingen plan än.',
		emptyHelp: 'Importera en planfil för att börja.',
		emptyReader: 'Be en redaktör eller ekonom att importera en planfil.',
		import: 'Importera planfil',
		example: 'Exempel, ej beslutad plan',
		period: (from: number, to: number) => `${from}–${to}`,
		changed: (when: string) => `Ändrad ${when}`,
		remove: 'Ta bort',
		removed: 'Planen är borttagen.',
		undo: 'Ångra',
		restored: 'Planen är tillbaka.'
	},
	import: {
		title: 'Importera planfil',
		lead: 'Välj en planfil (JSON, version 1). Innan något sparas får du se vad filen innehåller.',
		file: 'Planfil',
		submit: 'Granska filen',
		problems: (count: number) =>
			count === 1 ? 'Filen har ett fel. Inget har sparats.' : `Filen har ${count} fel. Inget har sparats.`,
		problemsHelp: 'Rätta filen och välj den igen.',
		where: 'Plats i filen',
		value: 'Värde i filen',
		expected: 'Vad som är fel',
		noFile: 'Välj en fil först.',
		tooLarge: 'Filen är större än 10 MB. En planfil är sällan över 1 MB; kontrollera att det är rätt fil.',
		preview: 'Detta skapas',
		previewLead: (file: string) => `${file} är läst utan fel. Inget är sparat än.`,
		taken: 'Det finns redan en plan med samma namn. Den här blir en till; den gamla ändras inte.',
		create: 'Skapa planen',
		contents: 'Innehåll',
		counts: {
			measures: 'Åtgärder',
			costItems: 'Kostnadsposter',
			effects: 'Effekter',
			fundingLines: 'Finansieringsrader',
			inventoryRows: 'Utsläppsrader',
			targets: 'Mål',
			budgetYears: 'Budgetår'
		} as Record<string, string>,
		portfolio: 'Portfölj',
		warnings: 'Varningar',
		noPortfolios: 'Filen har ingen portfölj, så inga gap kan räknas.'
	},
	plan: {
		overview: 'Översikt',
		financing: 'Finansiering',
		macc: 'Kostnadskurva',
		export: 'Exportera planfil',
		portfolio: 'Portfölj',
		measures: (count: number) => `${count} ${count === 1 ? 'åtgärd' : 'åtgärder'}`,
		noPortfolio: 'Planen har ingen portfölj, så det finns inget att räkna på.',
		noPortfolioHelp: 'Lägg till en portfölj i planfilen och importera den igen.',
		basis: (priceYear: number, vat: string) =>
			`Fasta priser, ${priceYear} års nivå, ${vat === 'excluded' ? 'exklusive' : 'inklusive'} moms`,
		unit: 'Visa belopp i',
		exampleTitle: 'Det här är ett exempel',
		rename: 'Byt namn',
		name: 'Planens namn',
		save: 'Spara',
		saved: 'Sparat.'
	},
	overview: {
		need: 'Investeringsbehov',
		needHelp: (from: number, to: number) =>
			`Det kommunen ska betala för investeringar ${from}–${to}, egen andel`,
		capacity: 'Eget investeringsutrymme',
		capacityHelp: 'Planens ram, summan av alla år',
		secured: 'Säkrad finansiering',
		securedHelp: 'Beviljade, avtalade och utbetalda bidrag till behovet',
		gap: 'Finansieringsgap',
		gapHelp: 'Det som saknas när bara säkrade pengar räknas; överskott ett år täcker inte ett annat',
		worst: (year: number, amount: string) => `Svåraste året är ${year}: ${amount} saknas`,
		noGap: 'Inget år saknar pengar.',
		three: 'Gapet på tre sätt',
		gaps: {
			secured: 'Säkrat',
			expected: 'Förväntat',
			planned: 'Planerat'
		},
		gapMeaning: {
			secured: 'bara beviljat, avtalat och utbetalt',
			expected: 'medelvärdet över alla utfall av ansökningarna',
			planned: 'om varje ansökan och plan går igenom'
		},
		sampled: 'Beräknat med slumpade utfall, eftersom ansökningarna är för många för att räknas alla.',
		allFunded: (percent: string) => `Sannolikheten att allt finansieras är ${percent}.`,
		driftgap: 'Driftgap',
		driftgapHelp: 'Driftkostnad och kapitalkostnad över driftramen, summan av alla år',
		bridging: 'Största likviditetsbehov',
		bridgingHelp: 'Det som högst behöver lånas tills pengarna kommer',
		gapPerYear: (unit: string) => `Finansieringsgap per år, säkrat, ${unit}`,
		path: (gas: string) => `Utsläppsbana, ton ${gas} per år`,
		pathReference: 'Utan portföljen',
		pathResidual: 'Med portföljen',
		pathTarget: 'Mål',
		pathMissing: 'Banan kan inte räknas, eftersom basårets utsläpp saknas för någon sektor.',
		targets: 'Mål',
		targetName: 'Mål',
		targetYear: 'Målår',
		targetReference: 'Utan portföljen, ton',
		targetAbatement: 'Portföljen minskar, ton',
		targetResidual: 'Kvar, ton',
		targetLevel: 'Målnivå, ton',
		targetGap: 'Saknas till målet, ton',
		targetReason: {
			'no-tonne-level': 'ingen nivå i ton',
			'other-scope': 'annan omfattning än territoriella utsläpp',
			'outside-horizon': 'utanför planens år',
			'unknown-reference': 'basårets utsläpp saknas'
		} as Record<string, string>,
		unknown: 'Utanför summorna',
		unknownNone: 'Inget belopp och ingen effekt saknas i portföljen.',
		unknownCosts: (items: string) => `Belopp saknas: ${items}`,
		unknownEffects: (items: string) => `Effekt saknas: ${items}`,
		unknownFunding: (items: string) => `Finansieringsbelopp saknas: ${items}`,
		warnings: (count: number) => (count === 1 ? 'En varning' : `${count} varningar`),
		warningsNone: 'Inga varningar.'
	},
	financing: {
		title: 'Finansiering av investeringsbehovet',
		table: (unit: string) => `Behov, källor och gap per år, ${unit}`,
		source: 'Källa',
		need: 'Investeringsbehov',
		capacity: 'Eget utrymme',
		funding: 'Finansiering',
		status: {
			planned: 'planerad',
			applied: 'sökt',
			granted: 'beviljad',
			contracted: 'avtalad',
			paid: 'utbetald',
			rejected: 'avslagen'
		} as Record<string, string>,
		chance: (percent: string) => `${percent} chans`,
		sums: 'Summa finansiering',
		secured: 'Säkrad',
		expected: 'Förväntad',
		planned: 'Planerad',
		gap: 'Gap',
		gaps: { secured: 'Gap, säkrat', expected: 'Gap, förväntat', planned: 'Gap, planerat' },
		noLines: 'Ingen finansiering som minskar gapet är inlagd på portföljens investeringar.',
		loans: (names: string) =>
			`Lån (${names}) täcker likviditet men minskar inte gapet, eftersom de ska betalas tillbaka.`,
		chart: (unit: string) => `Behov och pengar per år, ${unit}`,
		chartOwn: 'Eget utrymme som används',
		chartSecured: 'Säkrad finansiering',
		chartGap: 'Gap, säkrat',
		payers: (unit: string) => `Investeringar per betalare, ${unit}`,
		payer: 'Betalare',
		amount: 'Belopp',
		payerNames: {
			municipality: 'Kommunen',
			'municipal-company': 'Kommunalt bolag',
			'fee-collective': 'Taxekollektiv',
			business: 'Företag',
			households: 'Hushåll',
			region: 'Region',
			state: 'Staten'
		} as Record<string, string>
	},
	macc: {
		title: (from: number, to: number) =>
			`Marginalkostnadskurva, ${from}–${to}: bredd ton CO2e, höjd kronor per ton`,
		basis:
			'Alla betalare, före bidrag, kommunens andel. Bredd: ton som portföljen får räkna efter samspel. Höjd: nuvärdet av nettokostnaden delat med diskonterade ton.',
		paysForItself: 'Betalar sig själv',
		costs: 'Kostar',
		carbonValue: 'Koldioxidvärde',
		carbonLine: (value: string, source: string) => `Koldioxidvärde ${value} kr/ton (${source})`,
		why: 'Åtgärder som betalar sig själva ordnas i lager efter både ton och besparing, inte efter kronor per ton: för dem blir kronor per ton missvisande, eftersom fler ton ger ett sämre tal.',
		table: 'Kurvan som tabell',
		order: 'Nr',
		measure: 'Åtgärd',
		layer: 'Lager',
		tonnes: 'Ton CO2e',
		cumulative: 'Ton, ackumulerat',
		cost: 'Kr/ton, diskonterade ton',
		costUndiscounted: 'Kr/ton, odiskonterade ton (åtgärden för sig)',
		unranked: 'Utan plats på kurvan',
		reason: 'Varför',
		netCost: 'Nettokostnad, nuvärde, kr',
		reasons: {
			'unknown-cost': 'kostnaden saknas',
			'unknown-effect': 'effekten saknas',
			'no-abatement': 'minskar inga utsläpp',
			'negative-abatement': 'ökar utsläppen'
		} as Record<string, string>,
		allRanked: 'Alla åtgärder har en plats på kurvan.',
		empty: 'Ingen åtgärd i portföljen har både känd kostnad och minskade utsläpp.',
		caveat:
			'Kurvan är byggd av bedömningar för varje åtgärd och visar inte när de kan genomföras. Den informerar ett val men gör det inte.'
	},
	chart: {
		keys: 'Piltangenterna läser upp värdena ett i taget.',
		asTable: 'Visa som tabell'
	},
	people: {
		title: 'Personer',
		lead: 'Vem som har tillgång till kommunens planer och vad de får göra.',
		name: 'Namn',
		email: 'E-post',
		role: 'Roll',
		lastSignIn: 'Senast inloggad',
		never: 'aldrig',
		active: 'Aktiv',
		inactive: 'Avstängd',
		change: 'Ändra roll',
		changeFor: (name: string) => `Ändra roll för ${name}`,
		roleFor: (name: string) => `Roll för ${name}`,
		deactivate: 'Stäng av',
		activate: 'Släpp in',
		reset: 'Länk för nytt lösenord',
		invite: 'Bjud in en kollega',
		inviteSubmit: 'Skapa inbjudan',
		linkReady: 'Länken visas bara nu. Skicka den på ett säkert sätt till den det gäller.',
		you: 'du'
	},
	account: {
		title: 'Mitt konto',
		password: 'Byt lösenord',
		current: 'Nuvarande lösenord',
		next: 'Nytt lösenord (minst 12 tecken)',
		submit: 'Byt lösenord',
		changed: 'Lösenordet är bytt. Du är utloggad överallt annars.',
		sessions: 'Här är du inloggad',
		since: 'Sedan',
		until: 'Till',
		thisOne: 'den här webbläsaren',
		end: 'Logga ut där'
	},
	organisations: {
		title: 'Organisationer',
		lead: 'Systemförvaltaren lägger upp organisationer och ser inga planer.',
		name: 'Namn',
		code: 'Kommunkod',
		members: 'Personer',
		create: 'Lägg upp en organisation',
		email: 'Första administratörens e-post',
		submit: 'Skapa och få länk',
		linkReady: 'Länken visas bara nu. Skicka den på ett säkert sätt till den första administratören.'
	},
	error: {
		titles: {
			'not-found': 'Sidan finns inte',
			forbidden: 'Du har inte behörighet',
			conflict: 'Någon annan har ändrat',
			'foreign-form': 'Formuläret kom från en annan plats',
			'too-large': 'För stort',
			'too-many-tries': 'För många försök',
			busy: 'Upptaget just nu',
			'length-needed': 'Något saknas i anropet',
			unexpected: 'Något gick fel'
		} as Record<string, string>,
		texts: {
			'not-found': 'Kontrollera adressen, eller gå till dina planer.',
			forbidden: 'Din roll får inte göra det här. Fråga kommunens administratör om du behöver det.',
			conflict: 'Läs in sidan på nytt och gör om ändringen. Inget av det som fanns har gått förlorat.',
			'foreign-form': 'Öppna sidan på nytt här och försök igen.',
			'too-large': 'Det som skickades är större än vad som går att ta emot.',
			'too-many-tries': 'Vänta en stund och försök igen.',
			busy: 'Försök igen om en stund.',
			'length-needed': 'Försök igen från sidan.',
			unexpected: 'Försök igen. Om det händer igen, ge administratören felnumret.'
		} as Record<string, string>,
		id: 'Felnummer',
		home: 'Till planerna'
	}
};
