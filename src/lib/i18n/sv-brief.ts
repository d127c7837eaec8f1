/** Sentences of the one-page brief: each is filled with figures, and left out where a figure is unknown. */
export const brief = {
	brief: {
		title: 'Underlag på en sida',
		heading: (portfolio: string) => `Portföljen ${portfolio}`,
		about: (plan: string, municipality: string) => `${plan}, ${municipality}`,
		made: (when: string, version: number) =>
			`Framtaget ${when} ur planens version ${version}. Ett beräknat underlag, inget beslut.`,
		print: 'Skriv ut',
		what: 'Vad det är',
		measures: (count: number): string =>
			count === 1 ? 'Portföljen består av en åtgärd' : `Portföljen består av ${count} åtgärder`,
		starting: (first: number, last: number): string =>
			first === last ? ` som börjar ${first}.` : ` som börjar mellan ${first} och ${last}.`,
		noMeasures: 'Portföljen har inga åtgärder.',
		largest: (names: string, share: string) =>
			`Mest minskar utsläppen genom ${names}: tillsammans ${share} av portföljens minskning.`,
		and: 'och',
		get: 'Vad vi får',
		targetTonnes: (year: number, tonnes: string, gas: string) =>
			`År ${year} är utsläppen i kommunen ${tonnes} ton ${gas} lägre än utan portföljen.`,
		targetShare: (share: string, name: string) =>
			`Det är ${share} av den minskning som målet ”${name}” kräver.`,
		reached: 'Målet nås.',
		notReached: (tonnes: string) => `Målet nås inte: ${tonnes} ton återstår.`,
		targetUnknown: (name: string) => `Det går inte att räkna ut om målet ”${name}” nås.`,
		tonnes: (first: number, last: number, tonnes: string) =>
			`Under ${first}–${last} blir utsläppen sammanlagt ${tonnes} ton lägre i alla poster som planen räknar.`,
		moreTonnes: (first: number, last: number, tonnes: string) =>
			`Under ${first}–${last} blir utsläppen sammanlagt ${tonnes} ton högre i alla poster som planen räknar.`,
		cost: 'Vad det kostar',
		capex: (all: string, own: string) => `Investeringarna är ${all}, varav kommunens egna ${own}.`,
		netCost: (amount: string) =>
			`Med drift, besparingar och intäkter blir nettokostnaden ${amount} i nuvärde för alla tillsammans, före bidrag.`,
		netGain: (amount: string) =>
			`Med drift, besparingar och intäkter tjänar alla tillsammans ${amount} i nuvärde, före bidrag.`,
		withoutCost: (count: number): string =>
			count === 1
				? 'En åtgärd utan känd kostnad är inte med.'
				: `${count} åtgärder utan känd kostnad är inte med.`,
		perTonne: (kronor: string) => `Ett minskat ton kostar i genomsnitt ${kronor} kr.`,
		perTonneGain: (kronor: string) => `Varje minskat ton ger i genomsnitt ${kronor} kr tillbaka.`,
		funding: 'Hur det betalas',
		secured: (amount: string, own: string) =>
			`Beslutade bidrag täcker ${amount} av kommunens investeringar. ${own} ska komma ur egna pengar eller nya bidrag.`,
		gap: (secured: string, expected: string) =>
			`Efter kommunens investeringsutrymme saknas ${secured}, och ${expected} när ansökningarna vägs efter sin sannolikhet.`,
		noGap: 'Kommunens investeringsutrymme och beslutade bidrag räcker.',
		gapUnknown: 'Hur mycket som saknas går inte att säga: investeringsutrymmet är okänt något år.',
		worstGap: (year: number, amount: string) => `Störst är gapet ${year}: ${amount}.`,
		perInhabitant: (kronor: string) => `Egna pengar per invånare: ${kronor} kr.`,
		operating: 'Driftbudgeten',
		burden: (year: number, amount: string) =>
			`Driftbudgeten belastas som mest med ${amount}, år ${year}.`,
		ore: (ore: string) => `Det motsvarar ${ore} öre per skattekrona.`,
		noBurden: 'Driftbudgeten belastas inget år.',
		sure: 'Hur säkert det är',
		chance: (share: string, draws: string) =>
			`Målet nås i ${share} av ${draws} simuleringar av det som är osäkert.`,
		tonnesBetween: (year: number, low: string, high: string) =>
			`I åtta av tio blir minskningen ${year} mellan ${low} och ${high} ton.`,
		gapBetween: (low: string, high: string) =>
			`I åtta av tio blir gapet mellan ${low} och ${high}.`,
		funded: (share: string) => `Allt är finansierat i ${share}.`,
		notReckoned: 'Osäkerheten är inte uträknad för planen som den är nu.',
		unknown: 'Vad vi inte vet',
		unknownMeasures: (names: string) =>
			`Kostnad eller effekt saknas för ${names}. Det som saknas är inte med i siffrorna.`,
		nothingUnknown: 'Inga belopp eller effekter saknas.'
	}
};
