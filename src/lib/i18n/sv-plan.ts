/** Words of the plan's pages, in Swedish. */
export const plan = {
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
		removed: (name: string) => `${name} är borttagen.`,
		undo: 'Ångra',
		removedPlans: 'Borttagna planer',
		restore: 'Ta tillbaka'
	},
	import: {
		title: 'Importera planfil',
		lead: 'Välj en planfil (JSON, version 1). Innan något sparas får du se vad filen innehåller.',
		file: 'Planfil',
		submit: 'Granska filen',
		problems: (count: number) =>
			count === 1
				? 'Filen har ett fel. Inget har sparats.'
				: `Filen har ${count} fel. Inget har sparats.`,
		problemsHelp: 'Rätta filen och välj den igen.',
		value: 'Värde i filen',
		most: (count: number) => `De första ${count} visas.`,
		noFile: 'Välj en fil som inte är tom.',
		tooLarge:
			'Filen är större än 10 MB. En planfil är sällan över 1 MB; kontrollera att det är rätt fil.',
		preview: 'Detta skapas',
		previewLead: (file: string) => `${file} är läst utan fel. Inget är sparat än.`,
		taken: 'Det finns redan en plan med samma namn. Den här blir en till; den gamla ändras inte.',
		create: 'Skapa planen',
		created: 'Planen är skapad.',
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
		takeOut: 'Ta ut filer',
		papers: 'Handlingar',
		export: 'Exportera planfil',
		portfolio: 'Portfölj',
		noPortfolio: 'Planen har ingen portfölj, så det finns inget att räkna på.',
		noPortfolioHelp: 'Skapa en portfölj och välj vilka åtgärder som ingår.',
		noPortfolioReader: 'En redaktör kan skapa en portfölj under Portföljer.',
		basis: (priceYear: number, vat: string) =>
			`Fasta priser, ${priceYear} års nivå, ${vat === 'excluded' ? 'exklusive' : 'inklusive'} moms`,
		unit: 'Visa belopp i',
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
		gapHelp:
			'Det som saknas när bara säkrade pengar räknas; överskott ett år täcker inte ett annat',
		worst: (year: number, amount: string) => `Svåraste året är ${year}, med ett gap på ${amount}`,
		noGap: 'Inget år har något gap.',
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
		sampled:
			'Beräknat med slumpade utfall, eftersom ansökningarna är för många för att räknas alla.',
		running: 'Drift och likviditet',
		neverFunded: 'Även om varje ansökan beviljas finns det år med gap.',
		perYear: (unit: string) => `Drift och likviditet per år, ${unit}`,
		effect: 'Påverkan på driftbudgeten',
		frameLeft: 'Kvar av driftramen',
		cash: 'Likviditet',
		allFunded: (percent: string) => `Sannolikheten att allt finansieras är ${percent}.`,
		driftgap: 'Driftgap',
		driftgapHelp: 'Driftkostnad och kapitalkostnad över driftramen, summan av alla år',
		bridging: 'Största likviditetsbehov',
		bridgingHelp: 'Det som högst behöver lånas tills pengarna kommer',
		path: (gas: string) => `Utsläppsbana, ton ${gas.replace('CO2', 'CO₂')} per år`,
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
		targetGap: 'Kvar till målet, ton',
		targetGas: 'Gas',
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
			idea: 'idé',
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
		expectedHelp:
			'Förväntat gap är medelvärdet över alla utfall av ansökningarna, var och en beviljad helt eller inte alls. Det är därför större än behovet minus förväntad finansiering.',
		noLines: 'Ingen finansiering som minskar gapet är inlagd på portföljens investeringar.',
		ownMoney: (names: string) =>
			`Egna intäkter (${names}) minskar inte gapet: det är betalarens egna pengar, också när de är beslutade.`,
		loans: (names: string) =>
			`Lån (${names}) täcker likviditet men minskar inte gapet, eftersom de ska betalas tillbaka.`,
		chart: (unit: string) => `Behov och pengar per år, ${unit}`,
		chartOwn: 'Eget utrymme som används',
		chartSecured: 'Säkrad finansiering',
		chartGap: 'Gap, säkrat',
		redirected: (budget: string) => `varav omriktad ram från ${budget}`,
		payers: 'Per betalare',
		payerTable: (unit: string) =>
			`Investeringar och säkrad finansiering per betalare och år, ${unit}`,
		payer: 'Betalare',
		payerInvests: (payer: string) => `${payer}: investeringar`,
		payerLeft: 'Kvar att betala',
		sectors: 'Behov per sektor',
		sectorTable: (unit: string) =>
			`Kommunens investeringar och säkrad finansiering per sektor, ${unit}`,
		sectorLeft: 'Kvar efter säkrad finansiering',
		noSector: 'Utan sektor',
		sectorsHelp:
			'Sektorer kvittas inte mot varandra, och kommunens eget utrymme är inte uppdelat på dem. Därför är summan större än gapet.',
		whoPays: 'Vem betalar och vem tjänar',
		whoPaysTable: (unit: string) => `Kommunens del under planens år, ${unit}`,
		whoPaysHelp:
			'Netto större än noll: betalar. Mindre än noll: tjänar. Betalare läggs aldrig ihop. Restvärden är inte med, och det som är okänt räknas inte in.',
		balance: {
			capex: 'Investerar',
			opex: 'Drift',
			saving: 'Besparingar',
			revenue: 'Intäkter',
			grants: 'Säkrade bidrag',
			net: 'Netto',
			netPresent: 'Netto i nuvärde'
		},
		payersHelp:
			'Varje betalare för sig: den enes pengar täcker aldrig den andres. Planen känner bara kommunens eget utrymme, så för de andra visas vad som är kvar att betala.',
		applications: 'Ansökningar och beslut',
		applicationsHelp:
			'Alla pengar som söks, planeras eller är beslutade för portföljens åtgärder. Ändra status här när ett besked kommer: beviljat, avtalat och utbetalt räknas som säkrat och behöver diarienummer och datum. Beloppen här är hela projektets; tabellen ovan visar kommunens andel.',
		noApplications:
			'Inga bidrag är inlagda. Öppna en åtgärd och lägg till en rad under Finansiering.',
		amount: 'Belopp',
		changeStatus: 'Ändra status',
		decision: (caseNumber: string, date: string) => `Beslut ${caseNumber}, ${date}`,
		statusSaved: (id: string, name: string, status: string) =>
			`${id} ${name} är sparad som ${status}. Beloppen ovan är omräknade.`,
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
		paysForItself: 'Betalar sig själv',
		costs: 'Kostar',
		carbonValue: 'Koldioxidvärde',
		carbonLine: (year: number, value: string, source: string) =>
			`Koldioxidvärde ${year}: ${value} kr/ton (${source})`,
		why: 'Åtgärder som betalar sig själva ordnas i lager efter både ton och besparing, inte efter kronor per ton: för dem blir kronor per ton missvisande, eftersom fler ton ger ett sämre tal.',
		table: 'Kurvan som tabell',
		order: 'Nr',
		measure: 'Åtgärd',
		layer: 'Lager',
		tonnes: 'Ton CO₂e',
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
	}
};
