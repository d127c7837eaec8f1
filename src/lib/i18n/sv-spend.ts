/** Words of the footprint of purchases, in Swedish. */
export const spend = {
	title: 'Inköpens klimatpåverkan',
	lead: 'Kronor ur inköpsreskontran gånger kilo CO₂e per krona visar var inköpens utsläpp finns. De är konsumtionsbaserade: de uppstår var som helst i världen, överlappar de territoriella utsläppen och läggs aldrig ihop med dem.',
	analyses: 'Analyser',
	none: 'Ingen reskontra är inläst än.',
	year: 'År',
	file: 'Fil',
	set: 'Faktoruppsättning',
	amount: 'Inköp, mnkr',
	tonnes: 'Utsläpp, ton CO₂e',
	without: 'Utan faktor, mnkr',
	noSet: 'inte vald',
	open: (year: number) => `Öppna ${year}`,
	ledger: {
		title: 'Läs in en reskontra',
		help: 'Ett års fakturarader eller summor som .xlsx eller .csv, högst 60 MB och 500 000 rader. Bara summan per kategori sparas, inga fakturarader.',
		file: 'Fil med inköp',
		year: 'Inköpens år',
		vat: 'Beloppen är',
		vats: { excluded: 'exklusive moms', included: 'inklusive moms' } as Record<string, string>,
		unit: 'Beloppen är i',
		by: 'Summera per',
		bys: { category: 'kategori eller konto', supplier: 'leverantör' } as Record<string, string>,
		supplierHelp:
			'Namn på leverantörer kan vara personuppgifter (enskild firma). Summera per kategori när det går.',
		columns: 'Rubriker i filen, om de inte hittas av sig själva',
		columnNames: {
			amount: 'Belopp',
			category: 'Kategori eller kontokod',
			name: 'Kategorins namn',
			supplier: 'Leverantör'
		} as Record<string, string>,
		submit: 'Läs in och summera'
	},
	factors: {
		title: 'Faktoruppsättningar',
		lead: 'Kilo CO₂e per krona och kategori. Programmet har inga egna: läs in den lista ni vill räkna med, till exempel ur Upphandlingsmyndighetens miljöspendanalys, och namnge den.',
		table: 'Uppsättningar med prisår och källa',
		none: 'Ingen uppsättning är inläst än.',
		add: 'Läs in en uppsättning',
		help: 'En lista som .xlsx eller .csv med kolumnerna Kod eller Kategori, Faktor och gärna Osäkerhet.',
		file: 'Fil med faktorer',
		name: 'Namn med version',
		source: 'Källa',
		sourceHelp: 'Utgivare, fil och adress.',
		priceYear: 'Prisår',
		vat: 'Faktorerna gäller kronor',
		unit: 'Enhet',
		units: {
			'kg/kr': 'kg CO₂e per krona',
			'g/kr': 'gram per krona (= kg per tkr = ton per mnkr)'
		} as Record<string, string>,
		count: 'Faktorer',
		remove: 'Ta bort',
		removeOf: (name: string) => `Ta bort ${name}`,
		uses: (count: number) => (count === 1 ? 'används i en analys' : `används i ${count} analyser`),
		submit: 'Läs in uppsättningen'
	},
	choose: 'Välj …',
	reading: (file: string) => `Läser ${file}`,
	rows: (count: string) => `${count} rader lästa`,
	stop: 'Avbryt',
	lookAgain: 'Se hur det går',
	notRead: (file: string) => `${file} är inte inläst.`,
	ended: {
		cancelled: 'Läsningen avbröts. Inget är sparat.',
		late: 'Filen tog för lång tid att läsa. Dela den, eller ta bort kolumner som inte behövs.',
		failed:
			'Filen gick inte att läsa: den tar för mycket minne, eller är skadad. Spara den som .csv och försök igen.'
	} as Record<string, string>,
	read: (file: string) => `${file} är inläst.`,
	noFile: 'Välj en fil först.',
	tooLarge:
		'Filen är större än 60 MB. Ta bort kolumner som inte behövs, eller spara den som .xlsx.',
	back: 'Till inköpsanalyserna',
	analysis: {
		title: (year: number) => `Inköpens klimatpåverkan ${year}`,
		from: (file: string, rows: string, vat: string) => `${file}: ${rows} rader med belopp, ${vat}.`,
		sums: (count: number, rows: string) =>
			`${count === 1 ? 'En summarad är' : `${count} summarader är`} inte medräknad${count === 1 ? '' : 'e'}: ${rows}.`,
		sum: (row: number, name: string, kronor: string) => `rad ${row} ${name}, ${kronor} kr`,
		sheets: (names: string) =>
			`Bara ett blad är läst. Inte lästa: ${names}. Hör de till samma reskontra, lägg dem efter varandra i ett blad och läs in filen igen.`,
		empty: (count: number) => (count === 1 ? 'En rad utan belopp.' : `${count} rader utan belopp.`),
		unreadable: (count: number, rows: string) =>
			`${count === 1 ? 'En rad har ett belopp' : `${count} rader har belopp`} som inte går att läsa och är inte medräknade (rad ${rows}). Summan kan vara för låg eller hög: rätta dem i filen och läs in den igen.`,
		total: 'Inköp',
		footprint: 'Utsläpp som kan räknas',
		footprintHelp: 'konsumtionsbaserade, ton CO₂e',
		covered: 'Inköp med faktor',
		unknown: (amount: string) =>
			`För ${amount} saknas faktor: de utsläppen är okända, inte noll, och ingår inte i summan.`,
		apart: 'Läggs aldrig ihop med kommunens territoriella utsläpp.',
		how: 'Så räknas det',
		formula: (index: string, tax: string) =>
			`ton = kronor${index}${tax} × kg CO₂e per krona ÷ 1 000`,
		indexPart: (name: string, to: string, from: string) => ` × ${to} ÷ ${from} (${name})`,
		taxPart: (rate: string, isAdded: boolean) =>
			isAdded ? ` × (1 + ${rate})` : ` ÷ (1 + ${rate})`,
		setAbout: (name: string, year: number, vat: string, source: string) =>
			`${name}: ${year} års priser, ${vat}. Källa: ${source}.`,
		missing: {
			'factor-set': 'Välj en faktoruppsättning: utan den är utsläppen okända.',
			'price-index':
				'Reskontran och faktorerna är i olika års priser. Ange ett prisindex: utan det är utsläppen okända.',
			'vat-rate':
				'Det ena är med moms och det andra utan. Ange momsen: utan den är utsläppen okända.'
		} as Record<string, string>,
		conversion: 'Faktorer och omräkning',
		indexName: 'Prisindex',
		indexHelp: 'Bara när åren skiljer sig. Namn och utgåva, till exempel KPI, SCB 2026-01.',
		indexOfLedger: (year: number) => `Index ${year} (inköpen)`,
		indexOfFactors: (year: number) => `Index ${year} (faktorerna)`,
		vatRate: 'Moms, %',
		vatHelp: 'Bara när momsen skiljer sig. Ett antagande om ett genomsnitt, till exempel 25.',
		save: 'Spara och räkna om',
		saved: 'Sparat.',
		pareto: 'Var inköpens utsläpp finns, ton CO₂e per kategori',
		paretoLine: 'Tillsammans, andel',
		table: 'Inköp och utsläpp per kategori',
		category: { category: 'Kategori', supplier: 'Leverantör' } as Record<string, string>,
		noName: '(utan kategori)',
		factor: 'Faktor',
		factorOf: (name: string) => `Faktor för ${name}`,
		perKrona: 'kg/kr',
		amount: 'Inköp, tkr',
		tonnes: 'Ton CO₂e',
		share: 'Andel',
		cumulative: 'Tillsammans',
		uncertainty: 'Osäkerhet',
		proposed: 'föreslagen',
		noFactor: 'saknas',
		measure: 'Gör en åtgärd',
		measureOf: (name: string) => `Gör en åtgärd av ${name}`,
		measureHelp:
			'Åtgärden får kategorins inköp och utsläpp som utgångsläge. Effekt och kostnad fyller du i; den ändrar inga territoriella utsläpp.',
		factorHelp:
			'En faktor föreslås där koden eller namnet är detsamma, eller där faktorns kod är början på kategorins. Skriv en annan kod ur listan, eller töm fältet för att lämna kategorin utan.',
		rest: (count: number) =>
			count === 1
				? 'En mindre kategori till räknas med men visas inte.'
				: `${count} mindre kategorier till räknas med men visas inte.`,
		byUncertainty: 'Utsläpp efter faktorernas osäkerhet',
		ofClass: (name: string, tonnes: string, share: string | null) =>
			`${name}: ${tonnes} ton${share ? `, ${share}` : ''}`,
		noUncertainty: 'ingen uppgift',
		remove: 'Ta bort analysen',
		wrong: (count: number) =>
			count === 1
				? 'Ett fält behöver rättas. Inget är sparat.'
				: `${count} fält behöver rättas. Inget är sparat.`
	}
};

export type SpendWords = typeof spend;
