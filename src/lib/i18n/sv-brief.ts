/** Sentences of the one-page brief: each is filled with figures, and left out where a figure is unknown. */
export const brief = {
	brief: {
		title: 'Underlag på en sida',
		heading: (portfolio: string) => `Portföljen ${portfolio}`,
		about: (plan: string, municipality: string) => `${plan}, ${municipality}`,
		made: (when: string, version: number) =>
			`Framtaget ${when} ur planens version ${version}. Ett beräknat underlag, inget beslut.`,
		print: 'Skriv ut',
		asPaper: 'Som handling, PDF eller Word',
		what: 'Vad det är',
		measures: (count: number): string =>
			count === 1 ? 'Portföljen består av en åtgärd' : `Portföljen består av ${count} åtgärder`,
		starting: (first: number, last: number): string =>
			first === last ? ` som börjar ${first}.` : ` som börjar mellan ${first} och ${last}.`,
		noMeasures: 'Portföljen har inga åtgärder.',
		largest: (names: string, share: string, count: number): string =>
			count === 1
				? `Mest minskar utsläppen genom ${names}: ${share} av portföljens minskning.`
				: `Mest minskar utsläppen genom ${names}: tillsammans ${share} av portföljens minskning.`,
		joint: 'I åtgärder som delas med andra kommuner räknas bara kommunens egen del.',
		and: 'och',
		get: 'Vad vi får',
		targetTonnes: (year: number, tonnes: string, gas: string) =>
			`År ${year} är utsläppen i kommunen ${tonnes} ton ${gas} lägre än utan portföljen.`,
		moreTargetTonnes: (year: number, tonnes: string, gas: string) =>
			`År ${year} är utsläppen i kommunen ${tonnes} ton ${gas} högre än utan portföljen.`,
		targetShare: (share: string) => `Det är ${share} av den minskning som målet kräver.`,
		reached: (name: string) => `Målet ”${name}” nås.`,
		metAlone: (name: string) => `Målet ”${name}” nås även utan portföljen.`,
		nearlyReached: (name: string) => `Målet ”${name}” nås inte: mindre än ett ton återstår.`,
		notReached: (name: string, tonnes: string) =>
			`Målet ”${name}” nås inte: ${tonnes} ton återstår.`,
		targetUnknown: (name: string) => `Det går inte att räkna ut om målet ”${name}” nås.`,
		tonnes: (first: number, last: number, tonnes: string) =>
			`Under ${first}–${last} blir utsläppen sammanlagt ${tonnes} ton lägre i alla poster som planen räknar.`,
		moreTonnes: (first: number, last: number, tonnes: string) =>
			`Under ${first}–${last} blir utsläppen sammanlagt ${tonnes} ton högre i alla poster som planen räknar.`,
		cost: 'Vad det kostar',
		capex: (all: string, own: string) => `Investeringarna är ${all}, varav kommunens egna ${own}.`,
		leastCapex: (all: string, own: string) =>
			`De investeringar vars belopp är kända är ${all}, varav kommunens egna ${own}.`,
		netCost: (amount: string) =>
			`Med drift, besparingar, intäkter och restvärde blir nettokostnaden ${amount} i nuvärde för alla betalare, före bidrag.`,
		netGain: (amount: string) =>
			`Med drift, besparingar, intäkter och restvärde tjänar alla betalare tillsammans ${amount} i nuvärde, före bidrag.`,
		withoutCost: (count: number): string =>
			count === 1
				? 'En åtgärd utan känd kostnad är inte med.'
				: `${count} åtgärder utan känd kostnad är inte med.`,
		perTonne: (kronor: string) =>
			`Ett minskat ton kostar i genomsnitt ${kronor} kr, räknat på diskonterade ton.`,
		perTonneWithout: (count: number): string =>
			count === 1
				? 'I kostnaden per ton är en åtgärd utan känd kostnad eller effekt inte med.'
				: `I kostnaden per ton är ${count} åtgärder utan känd kostnad eller effekt inte med.`,
		perTonneGain: (kronor: string) =>
			`Varje minskat ton ger i genomsnitt ${kronor} kr tillbaka, räknat på diskonterade ton.`,
		funding: 'Hur det betalas',
		secured: (amount: string, own: string) =>
			`Beslutade bidrag till kommunens investeringar är ${amount}. Det som bidragen inte täcker, år för år, är ${own}.`,
		noSecured: (own: string) =>
			`Inga bidrag till kommunens investeringar är beslutade; de är ${own}.`,
		noKnownSecured: (own: string) =>
			`Inga beslutade bidrag till kommunens investeringar har ett belopp som är känt här; investeringarna är ${own}.`,
		withheld: (what: string) =>
			`Det som kan omfattas av sekretess visas inte (${what}): siffrorna ovan är utan det.`,
		riskWithheld: 'Osäkerheten visas inte, eftersom delar av portföljen inte visas.',
		noNeed: 'Kommunen investerar inget.',
		needUnknown: 'Kommunens investeringar är okända.',
		enoughUnknown:
			'Om pengarna räcker går inte att säga: investeringar med okänt belopp är inte med.',
		andMore: 'Investeringar med okänt belopp kommer till.',
		gapAlone: (secured: string) =>
			`Efter beslutade bidrag och kommunens investeringsutrymme saknas ${secured}.`,
		gap: (secured: string, expected: string) =>
			`Efter beslutade bidrag och kommunens investeringsutrymme saknas ${secured}, och ${expected} när också ansökningarna vägs in efter sin sannolikhet.`,
		noGap: 'Kommunens investeringsutrymme och beslutade bidrag räcker.',
		gapUnknown: 'Hur mycket som saknas går inte att säga: investeringsutrymmet är okänt något år.',
		worstGap: (year: number, amount: string) => `Störst är gapet ${year}: ${amount}.`,
		perInhabitant: (kronor: string) => `Det är ${kronor} kr per invånare under planens alla år.`,
		operating: 'Driftbudgeten',
		burden: (year: number, amount: string) =>
			`Driftbudgeten belastas som mest med ${amount}, år ${year}.`,
		ore: (ore: string) => `Det motsvarar ${ore} öre per skattekrona.`,
		noBurden: 'Driftbudgeten belastas inget år.',
		burdenUnknown:
			'Hur driftbudgeten belastas går inte att säga: belopp eller avskrivningstider är okända.',
		burdenPartial: 'Det som är okänt är inte med.',
		sure: 'Hur säkert det är',
		drawn: (draws: string) => `Det som är osäkert har slumpats ${draws} gånger.`,
		chance: (name: string, share: string) => `Målet ”${name}” nås i ${share} av gångerna.`,
		tonnesBetween: (year: number, low: string, high: string) =>
			`Ett ogynnsamt utfall ger ${low} ton mindre utsläpp ${year}, ett gynnsamt ${high} ton.`,
		gapBetween: (low: string, high: string) =>
			`Ett gynnsamt utfall ger ett gap på ${low}, ett ogynnsamt ${high}. Högst en gång av tio blir det bättre än det gynnsamma eller sämre än det ogynnsamma.`,
		funded: (share: string) => `I ${share} av gångerna är allt med kända belopp finansierat.`,
		notReckoned: 'Osäkerheten är inte uträknad för planen som den är nu.',
		unknown: 'Vad vi inte vet',
		unknownMeasures: (names: string) =>
			`Kostnad eller effekt saknas för ${names}. Det som saknas är inte med i siffrorna.`,
		undepreciated: (names: string) =>
			`Avskrivningstid saknas för ${names}, så att kapitalkostnaden inte är med.`,
		unknownFunding: (count: number): string =>
			count === 1
				? 'Beloppet saknas för en finansieringsrad.'
				: `Beloppet saknas för ${count} finansieringsrader.`,
		unknownCapacity: (years: number): string =>
			years === 1
				? 'Kommunens investeringsutrymme är okänt ett år.'
				: `Kommunens investeringsutrymme är okänt ${years} år.`,
		noTax: 'Vad en skattekrona ger är inte angivet.',
		noPopulation: 'Antalet invånare är inte angivet.',
		nothingUnknown: 'Inget av det som siffrorna bygger på saknas i planen.'
	}
};
