/** Words of the budget pages and of the plan's settings, in Swedish. */
export const budget = {
	operating: {
		title: 'Driftbudget',
		table: (unit: string) =>
			`Driftkonsekvens per år, ${unit}; fast pris, nominell internränta, plus är en belastning`,
		lead: (rate: string) =>
			`Det kommunen betalar, egen andel. Avskrivning och internränta (${rate}) börjar året efter utgiften och räknas på utgiften minus bidrag. Det som ett lån betalar bär lånets egen ränta, där den är angiven.`,
		certainty: 'Räkna med finansiering som är',
		row: 'Post',
		depreciation: 'Avskrivning',
		interest: 'Internränta',
		capitalCost: 'Kapitalkostnad',
		opex: 'Driftkostnader',
		saving: 'Besparingar',
		revenue: 'Intäkter',
		grants: 'Bidrag till drift',
		loanDepreciation: 'Avskrivning, lån och EPC',
		loanInterest: 'Ränta, lån och EPC',
		ofWhich: 'ingår ovan',
		effect: 'Driftkonsekvens',
		frame: 'Driftram',
		headroom: 'Kvar av driftramen',
		driftgap: 'Driftgap',
		taxOre: 'Öre per skattekrona',
		taxTable: 'Driftkonsekvensen i öre per skattekrona',
		taxHelp: (amount: string, source: string) =>
			`1 öre är 0,01 procentenheter av skatten. En krona i skatt ger ${amount} (${source}).`,
		taxMissing: 'Skatteunderlaget saknas, så påverkan i öre kan inte räknas.',
		chart: (unit: string) => `Driftkonsekvens mot driftram per år, ${unit}`
	},
	capacity: {
		title: 'Investeringsutrymme',
		lead: 'Årets resultat + avskrivningar + beslutad nyupplåning − övriga investeringar + omriktade ramar = utrymmet för den här planen. Är någon av de fyra första okänd gäller det utrymme som skrivs direkt.',
		figures: {
			result: 'Årets resultat',
			depreciation: 'Avskrivningar',
			newBorrowing: 'Beslutad nyupplåning',
			otherInvestments: 'Övriga investeringar',
			loanDebt: 'Låneskuld vid årets slut'
		} as Record<string, string>,
		figureHelp: {
			result: 'Minus för underskott',
			depreciation: '',
			newBorrowing: 'Bara det som är beslutat',
			otherInvestments: 'Allt som inte ingår i planen',
			loanDebt: 'För lån per invånare; påverkar inte utrymmet'
		} as Record<string, string>,
		statuses: { decided: 'beslutat', assumed: 'antaget' } as Record<string, string>,
		decidedTo: 'Beslutat till och med år (åren efter är antaganden)',
		redirected: 'Omriktade befintliga ramar',
		redirectedHelp:
			'Pengar som redan finns i en budget och flyttas hit. De är egna pengar: de ökar utrymmet men räknas inte som finansiering utifrån.',
		fromBudget: 'Budget som pengarna lämnar',
		oneRedirected: (number: number) => `Omriktad ram ${number}`,
		direct: 'Utrymme som skrivs direkt',
		directHelp: 'Används de år där uppdelningen ovan inte är fullständig.',
		frame: 'Driftram',
		frameHelp: 'Det som driftkonsekvensen får kosta per år.',
		result: 'Det här ger uppgifterna',
		table: (unit: string) => `Utrymme och behov per år, ${unit}`,
		year: 'År',
		room: 'Utrymme',
		need: 'Behov',
		left: 'Kvar före bidrag',
		selfFinancing: 'Självfinansieringsgrad',
		debt: 'Lån per invånare, kr',
		workedOut: 'uppdelat',
		typed: 'skrivet direkt',
		needOf: (portfolio: string) => `Behovet är portföljens: ${portfolio}.`,
		population: (persons: string, year: number) =>
			`Invånare enligt planen: ${persons} (${year}). Senaste kända antal används för åren efter.`,
		readOnly: 'Ekonomer och administratörer kan ändra uppgifterna.'
	},
	municipality: {
		title: (name: string) => `Om ${name}`,
		help: 'Stödregler frågar efter detta. Det som inte är besvarat är okänt, och regeln blir då en fråga i stället för ett svar.',
		county: 'Län',
		countyHint: 'utan ordet län, till exempel Kronoberg',
		facts: 'Fakta som stödreglerna frågar kommunen efter',
		factsHelp: 'Ett svar här gäller alla åtgärder, om åtgärden inte säger något annat.',
		population: 'Invånare',
		year: 'År',
		persons: 'Antal',
		deMinimis: 'Försumbart stöd som redan är mottaget',
		deMinimisHelp:
			'Till kommunen och dess bolag, utanför den här planen. Taket gäller per mottagare över tre år.',
		recipient: 'Mottagare',
		amount: 'Belopp',
		currency: 'Valuta'
	},
	sections: {
		municipality: 'uppgifterna om kommunen',
		budget: 'investeringsutrymmet',
		plan: 'planens inställningar',
		tax: 'skatteunderlaget',
		targets: 'målen',
		inventory: 'utsläppsdata',
		sharedRanges: 'de gemensamma intervallen'
	} as Record<string, string>,
	settings: {
		title: 'Inställningar',
		municipality: 'Om kommunen',
		general: 'Planen',
		name: 'Planens namn',
		firstYear: 'Första år',
		lastYear: 'Sista år',
		priceYear: 'Prisnivå, år',
		vat: 'Moms',
		vats: { excluded: 'exklusive moms', included: 'inklusive moms' } as Record<string, string>,
		rates: 'Räntor och värden',
		discountRate: 'Kalkylränta, real, %',
		internalRate: 'Internränta, nominell, %',
		carbonValue: 'Koldioxidvärde, kr per ton',
		carbonGrowth: 'Koldioxidvärdets årliga ökning, %',
		euroRate: 'Kronor per euro',
		source: 'Källa',
		carbonPath: 'Koldioxidvärdets bana',
		carbonPathHelp:
			'Utan år gäller värdet ovan från planens första år. Med år räknas rakt mellan dem, och efter det sista växer värdet med ökningen ovan. En tom rad finns alltid sist; töm en rad för att ta bort den.',
		perTonne: 'Kr per ton',
		pointYear: 'År',
		method: 'Räknesätt',
		methodHelp:
			'Det förvalda är metodens egna regler. Det som du väljer annorlunda följer med i alla beräkningar och står i varje förklaring.',
		methods: {
			timing: 'När ett års pengar räknas',
			residualValue: 'Restvärde efter planen',
			capitalCost: 'Kapitalkostnad',
			interestBase: 'Ränta räknas på',
			credit: 'Delad effekt tillräknas',
			creditOrder: 'Ordning för tillräkning',
			sectorCap: 'Högst sektorns utsläpp tillräknas',
			carryCapacity: 'Outnyttjat investeringsutrymme följer med till nästa år'
		},
		methodChoices: {
			timing: {
				start: 'vid årets början (första året räknas inte ned)',
				mid: 'mitt i året',
				end: 'vid årets slut (som NPV i Excel)'
			},
			residualValue: {
				linear: 'rakt över avskrivningstiden',
				annuity: 'kvarvarande annuiteter'
			},
			capitalCost: {
				linear: 'rak avskrivning och ränta',
				annuity: 'lika stor varje år (nominell annuitet)'
			},
			interestBase: { opening: 'årets ingående värde', average: 'årets medelvärde' },
			credit: {
				sequential: 'i tur och ordning',
				shapley: 'lika över alla ordningar (Shapley)'
			},
			creditOrder: {
				'start-year': 'startår, sedan id',
				'unit-cost': 'kostnad per ton, tills ordningen är stabil'
			}
		} as Record<string, Record<string, string>>,
		tax: 'Skatt',
		taxRate: 'Kommunalskatt, %',
		taxBase: 'Skatteunderlag per invånare, kr',
		krona: 'En krona i skatt ger, kr per år',
		hasTax: 'Skatteunderlaget är känt',
		file: 'Planfil',
		fileHelp:
			'Planfilen innehåller hela planen. Ändra i den och läs in den igen: du får se varje skillnad innan något sparas.',
		update: 'Läs in en ändrad planfil',
		history: 'Alla ändringar i planen'
	},
	update: {
		title: 'Läs in ändringar från en planfil',
		lead: (name: string) =>
			`Filen jämförs med ${name}. Innan något sparas får du se varje fält som skiljer sig.`,
		preview: 'Det här ändras',
		none: 'Filen är lik planen. Det finns inget att ändra.',
		counts: (changed: number, added: number, removed: number) =>
			`${changed} ändrade, ${added} tillagda och ${removed} borttagna delar.`,
		part: 'Del',
		apply: 'Spara ändringarna',
		applied: 'Ändringarna är sparade. Du kan ångra dem.',
		undecided: (lines: string) =>
			`Filen gör ${lines} beviljad utan beslut. Skriv diarienummer och datum (decision) i filen, eller ändra status på sidan Finansiering.`,
		forbidden:
			'Filen ändrar räntor, ramar, skatt eller mål. Det får ekonomer och administratörer göra. Be någon av dem läsa in filen, eller ta bort de ändringarna ur den.',
		most: (count: number) => `De första ${count} skillnaderna visas.`,
		parts: {
			measures: 'Åtgärd',
			applications: 'Ansökan',
			funding: 'Finansieringsrad',
			portfolios: 'Portfölj',
			illustrative: 'Exempel eller inte',
			schemaNotes: 'Anteckningar om filen',
			disclaimer: 'Förbehåll',
			municipality: 'Kommun',
			plan: 'Inställningar',
			tax: 'Skatt',
			inventory: 'Utsläppsdata',
			statedShares: 'Angivna andelar',
			reference: 'Referensbanor',
			targets: 'Mål',
			emissionFactors: 'Emissionsfaktorer',
			sharedRanges: 'Gemensamma intervall',
			budget: 'Investeringsutrymme',
			pools: 'Utsläppsposter',
			programmes: 'Egna stödprogram'
		} as Record<string, string>
	},
	history: {
		title: 'Ändringar i planen',
		lead: 'Varje fält som ändrats: vem, när, från och till. Loggen går inte att ändra.',
		actions: {
			undo: 'ångrade',
			redo: 'gjorde om',
			'example.load': 'lade in exemplet',
			'plan.import': 'läste in planen',
			'plan.remove': 'tog bort planen',
			'plan.restore': 'återställde planen',
			'decision.propose': 'föreslog beslut om',
			'decision.confirmed': 'bekräftade beslut om',
			'decision.declined': 'avböjde beslut om',
			'decision.recorded': 'skrev in politiskt beslut om',
			'share.make': 'skapade delad länk',
			'share.revoke': 'drog in delad länk'
		} as Record<string, string>,
		program: 'programmet',
		most: (count: number) => `De senaste ${count} ändringarna visas.`
	}
};
