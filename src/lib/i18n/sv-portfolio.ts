/** Words of portfolios and their comparison, in Swedish. */
export const portfolio = {
	live: {
		title: 'Så ändras siffrorna',
		readTitle: 'Siffror',
		help: 'Räknas medan du skriver. Inget är sparat förrän du sparar.',
		now: 'Sparat',
		then: 'Med ändringen',
		wrong: (field: string) => `Räknas inte förrän fältet är rättat: ${field}.`,
		broken:
			'Räknas inte, eftersom något saknas eller bryter mot planens regler. Spara, så visas vad.',
		outside: 'Åtgärden ingår inte i portföljen, så portföljens gap ändras inte.',
		addTo: 'Lägg till den i portföljen',
		noScript: 'Siffrorna räknas om när du sparar.',
		figures: (unit: string) => ({
			need: `Investeringsbehov, ${unit}`,
			secured: `Gap, säkrat, ${unit}`,
			expected: `Gap, förväntat, ${unit}`,
			planned: `Gap, planerat, ${unit}`,
			netCost: `Nettokostnad, nuvärde, ${unit}`,
			tonnes: 'Ton CO₂e under planens år',
			costPerTonne: 'Kr/ton, diskonterade ton'
		})
	},
	portfolios: {
		title: 'Portföljer',
		lead: 'En portfölj är ett urval av planens åtgärder, med egna startår och egen omfattning. Samma åtgärd kan ingå i flera.',
		new: 'Ny portfölj',
		table: (unit: string) => `Planens portföljer, belopp i ${unit}`,
		compare: 'Jämför',
		compareAll: 'Jämför portföljerna',
		copy: 'Kopiera',
		remove: 'Ta bort portföljen',
		removed: 'Portföljen är borttagen. Du kan ångra det.',
		empty: 'Planen har ingen portfölj än.',
		emptyHelp: 'Lägg till en och välj vilka åtgärder som ingår.',
		measures: 'Åtgärder',
		name: 'Portföljens namn',
		choose: 'Åtgärder i portföljen',
		chooseHelp:
			'Flytta startåret framåt eller bakåt i hela år. Omfattning 50 % betyder halva beloppen, effekten och finansieringen. Tomt är 0 år och 100 %.',
		included: 'Ingår',
		start: 'Start i planen',
		shift: 'Flytta, år',
		scale: 'Omfattning, %',
		includedFor: (name: string) => `${name} ingår`,
		shiftFor: (name: string) => `Flytta ${name}, år`,
		scaleFor: (name: string) => `Omfattning av ${name}, %`,
		conflicts: 'Åtgärder som inte går ihop',
		startsAfter: (start: number, last: number) =>
			`börjar ${start}, efter planens sista år ${last}, och räknas inte.`,
		noConflicts: 'Åtgärderna i portföljen går ihop.',
		requires: (ids: string) => `kräver ${ids}`,
		excludes: (ids: string) => `utesluter ${ids}`
	},
	compare: {
		title: 'Jämför portföljer',
		lead: 'Samma mått och samma axlar. Bästa värdet på varje rad är märkt med ordet bäst.',
		pick: 'Välj två till fyra',
		show: 'Jämför',
		unknownLeftOut:
			'Uppgifter som saknas räknas inte in: behov, gap och kostnad kan bli större än tabellen visar, och utsläppsminskningen en annan.',
		best: 'bäst',
		table: (unit: string) => `Jämförelse, belopp i ${unit}`,
		figure: 'Mått',
		figures: {
			measures: 'Antal åtgärder',
			capex: 'Investeringar, alla betalare',
			need: 'Kommunens investeringsbehov',
			gapSecured: 'Gap, säkrat',
			gapExpected: 'Gap, förväntat',
			gapPlanned: 'Gap, planerat',
			netCost: 'Nettokostnad, nuvärde, alla betalare före bidrag',
			highestEffect: 'Högsta påverkan på driftbudgeten ett år',
			driftgap: 'Driftgap, alla år',
			tonnes: 'Ton CO₂e under planens år',
			targetTonnes: (year: number) => `Ton mot målet ${year}`,
			shareOfTarget: (name: string) => `Andel av det som ska bort till målet (${name})`,
			kilogramsPerKrona: 'Kg CO₂e per investerad krona',
			unknown: 'Uppgifter som saknas'
		},
		without: (count: number) => `${count} utan känd kostnad`,
		gapChart: (unit: string) => `Gap per år, säkrat, ${unit}`,
		tonnesChart: 'Ton CO₂e, ackumulerat från planens första år',
		differences: 'Det som skiljer portföljerna åt',
		alike: 'Lika i alla',
		in: 'ingår',
		out: 'ingår inte',
		from: (year: number) => `från ${year}`,
		scaled: (percent: string) => `omfattning ${percent}`,
		noDifference: 'Portföljerna innehåller samma åtgärder med samma start och omfattning.',
		tooFew: 'Planen har färre än två portföljer. Lägg till en till för att jämföra.'
	}
};
