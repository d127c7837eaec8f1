/** Words of decisions and of what is shared with the public. */
export const decisions = {
	decisions: {
		title: 'Beslut',
		lead: 'Ett beslut fryser en portfölj som den är: åtgärder, antaganden, programmens villkor och alla siffror. Två personer med ekonomirollen står bakom det, och det går aldrig att ändra.',
		none: 'Inget beslut är föreslaget än.',
		propose: 'Föreslå beslut',
		proposeTitle: 'Föreslå beslut om en portfölj',
		noPortfolio: 'Planen har ingen portfölj att besluta om.',
		onlyFinance: 'Den som har ekonomirollen kan föreslå beslut.',
		table: 'Planens beslut',
		caseNumber: 'Diarienummer',
		caseHint: 'till exempel KS 2026/123',
		portfolio: 'Portfölj',
		state: 'Läge',
		states: {
			proposed: 'föreslaget, väntar på bekräftelse',
			confirmed: 'bekräftat, väntar på politiskt beslut',
			declined: 'avböjt',
			approved: 'beslutat',
			rejected: 'avslaget',
			returned: 'återremitterat'
		} as Record<string, string>,
		proposedBy: 'Föreslaget',
		by: (when: string, who: string) => `${when} av ${who}`,
		body: 'Vem beslutar?',
		bodies: {
			committee: 'Nämnd',
			executive: 'Kommunstyrelsen',
			council: 'Kommunfullmäktige'
		} as Record<string, string>,
		bodyName: 'Nämndens namn',
		bodyNameHint: 'bara om det är en nämnd',
		freezes: 'Detta fryses',
		freezesHelp: (measures: number, version: number) =>
			`${measures} åtgärder, och planens version ${version} med alla antaganden och villkor.`,
		unknown: (count: number): string =>
			count === 1
				? 'En uppgift saknas och är inte med i siffrorna.'
				: `${count} uppgifter saknas och är inte med i siffrorna.`,
		warnings: (count: number): string =>
			count === 1 ? 'Planen har en varning.' : `Planen har ${count} varningar.`,
		withRisk: 'Portföljens osäkerhet, som den är uträknad, fryses med.',
		withoutRisk:
			'Osäkerheten är inte uträknad för planen som den är nu och kommer inte med. Räkna på den först om den ska följa med.',
		cannotChange:
			'Ett förslag går inte att ändra i efterhand. Det kan avböjas, och ett nytt kan läggas.',
		confirm: 'Bekräfta',
		confirmHelp:
			'Bekräfta om siffrorna, antagandena och ärendet stämmer. Ditt namn och tiden skrivs i loggen.',
		ownProposal:
			'Du har lagt förslaget. En kollega med ekonomirollen behöver bekräfta det: skicka sidans adress.',
		waits: 'Väntar på att någon med ekonomirollen bekräftar.',
		decline: 'Avböj',
		withdraw: 'Ta tillbaka förslaget',
		reason: 'Varför?',
		record: 'Skriv in det politiska beslutet',
		recordAgain: 'Rätta det inskrivna beslutet',
		recordHelp: 'Det som skrevs in tidigare står kvar i historiken.',
		date: 'Dag för beslutet',
		dateHint: '2026-11-23',
		paragraph: 'Paragraf i protokollet',
		paragraphHint: '§ 123',
		outcome: 'Vad blev beslutet?',
		outcomes: {
			approved: 'Bifall: portföljen är beslutad',
			rejected: 'Avslag',
			returned: 'Återremiss'
		} as Record<string, string>,
		made: (body: string, date: string, paragraph: string) => `${body} ${date} § ${paragraph}`,
		saved: 'Sparat.',
		happened: 'Vad som har hänt',
		steps: {
			proposed: 'Föreslaget',
			confirmed: 'Bekräftat',
			declined: 'Avböjt',
			recorded: 'Politiskt beslut inskrivet'
		} as Record<string, string>,
		figures: 'Fryst mot nu',
		figuresHelp:
			'Först det som frystes. Sedan samma frysta plan räknad med dagens metod: skiljer det, är det metoden som har ändrats. Sist planen som den är nu.',
		figure: 'Mått',
		then: (day: string) => `Fryst ${day}`,
		today: 'Fryst, dagens metod',
		now: 'Planen nu',
		change: 'Nu mot fryst',
		methodSame: 'Dagens metod ger samma värde på allt som är beräknat.',
		methodOther: (count: number): string =>
			count === 1
				? 'Dagens metod ger ett annat värde på en beräknad uppgift.'
				: `Dagens metod ger andra värden på ${count} beräknade uppgifter.`,
		methodUnreadable:
			'Den frysta planen kan inte läsas av den här versionen av programmet. Det som frystes står kvar och går att ladda ner.',
		otherTarget: 'Målet är ett annat nu, eller borta: det som rör målet går inte att jämföra.',
		otherBasis:
			'Planen har nu en annan prisnivå, moms eller andra år: belopp och summor går inte att jämföra.',
		otherUnknown:
			'Olika många uppgifter saknas då och nu, och det som saknas är inte med: skillnaderna visas därför inte.',
		otherAidRules: 'Reglerna om statligt stöd har ändrats.',
		renamed: (name: string) => `Portföljen heter nu ${name}.`,
		gone: 'Portföljen finns inte längre i planen.',
		measures: 'Åtgärderna som frystes',
		measuresHelp: 'Så som de frystes, och så som portföljen har dem nu.',
		decided: 'Beslutat',
		since: 'Ändrat i planen sedan dess',
		sinceNone: 'Inget har ändrats i planen sedan beslutet frystes.',
		sinceCount: (count: number): string =>
			count === 1 ? 'En uppgift har ändrats.' : `${count} uppgifter har ändrats.`,
		termsChanged: (names: string) => `Villkoren har ändrats för ${names}.`,
		assumed: 'Antaganden i beslutet',
		assumption: 'Antagande',
		value: 'Värde',
		source: 'Källa',
		years: 'Planens år',
		discountRate: 'Kalkylränta, real',
		internalRate: 'Internränta',
		carbonValue: 'Värdet av ett ton första året',
		oneKrona: 'En skattekrona ger',
		perTonne: (kronor: string) => `${kronor} kr`,
		programmes: 'Programmens villkor i beslutet',
		programme: 'Program',
		asOf: 'Uppgift per',
		maxShare: 'Högsta andel',
		terms: 'Alla regler ligger i den fil som går att ladda ner.',
		proof: 'Äkthet',
		whole: 'Det som är sparat är det som frystes, och stegen är de som togs.',
		broken:
			'Det som är sparat stämmer inte med sin kontrollsumma. Någon har ändrat i databasen. Lita inte på uppgifterna; jämför med protokollets kontrollsumma och en säkerhetskopia.',
		hash: 'Kontrollsumma, SHA-256',
		hashHelp:
			'Skriv in den i protokollet. Den som har filen kan då alltid visa att den är den beslutade: kommandot sha256sum på filen ger samma tecken.',
		seal: 'Kontrollsumma för stegen',
		sealHelp:
			'Täcker det frysta, vem som föreslog och varje steg sedan dess, också beslutet med dag och paragraf.',
		download: 'Ladda ner det frysta',
		share: 'Dela',
		open: 'Visa beslutet',
		overview: (portfolio: string) => `Beslutat mot nu: ${portfolio}`,
		field: 'Uppgift',
		most: (count: number) => `De första ${count} visas.`
	},
	sharing: {
		title: 'Delade länkar',
		lead: 'En länk låter vem som helst läsa jämförelsen och underlagen, utan inloggning. Den visar inga namn på personer, kan dras in när som helst och syns inte i sökmotorer.',
		possiblySecret: 'Kan omfattas av sekretess: visas inte vid delade länkar',
		hidden: (measures: number, amounts: number): string => {
			const parts = [
				...(measures > 0 ? [measures === 1 ? 'en åtgärd' : `${measures} åtgärder`] : []),
				...(amounts > 0 ? [amounts === 1 ? 'ett belopp' : `${amounts} belopp`] : [])
			];
			return parts.join(' och ');
		},
		leavesOut: (what: string) =>
			`Märkt som möjlig sekretess: ${what}. Det lämnas utanför det som delas, också ur summorna.`,
		nothingSecret:
			'Inget i portföljerna är märkt som möjlig sekretess. Märkningen görs på åtgärdens sida.',
		make: 'Ny länk',
		label: 'Vad länken är till för',
		labelHint: 'syns bara här, till exempel Fullmäktige 14 december',
		what: 'Vad ska den visa?',
		live: 'Planen som den är när någon läser',
		frozen: (caseNumber: string, portfolio: string) =>
			`Planen som den frystes i ${caseNumber}, ${portfolio}`,
		portfolios: 'Portföljer, en till sex',
		days: 'Hur länge ska den gälla?',
		daysOf: (days: number) => `${days} dagar`,
		submit: 'Skapa länken',
		ready: 'Länken är klar. Kopiera den nu: den visas bara denna enda gång.',
		none: 'Inga länkar är skapade.',
		table: 'Planens delade länkar',
		shows: 'Visar',
		made: 'Skapad',
		until: 'Gäller till',
		state: 'Läge',
		states: { open: 'gäller', over: 'har gått ut', revoked: 'indragen' } as Record<string, string>,
		revoke: 'Dra in',
		revoked: 'Länken är indragen och fungerar inte längre.',
		onlyFinance: 'Den som har ekonomirollen kan skapa och dra in länkar.'
	},
	shared: {
		title: 'Jämförelse',
		asItIs: 'Planen visas som den är nu. Siffrorna kan ändras.',
		frozen: (caseNumber: string, day: string) =>
			`Planen visas som den frystes ${day} för ärende ${caseNumber}.`,
		mayDiffer: 'Siffrorna nedan är planens nu och kan skilja sig från de beslutade.',
		isOtherwise:
			'Metoden har ändrats sedan dess, så några siffror kan skilja sig från dem som frystes.',
		until: (day: string) => `Länken gäller till ${day}.`,
		leftOut: (what: string) =>
			`${what} kan omfattas av sekretess och visas inte. Siffrorna är utan det.`,
		empty:
			'Portföljerna som länken visade finns inte längre i planen. Fråga kommunen efter en ny länk.',
		gone: 'Länken gäller inte',
		goneHelp:
			'Den har gått ut, är indragen eller är felskriven. Fråga den som skickade den efter en ny.',
		decided: 'Beslut',
		brief: 'Underlag'
	}
};
