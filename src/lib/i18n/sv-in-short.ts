/** Fixed sentences that answer what a reader asks of a comparison first. */
export const inShort = {
	inShort: {
		title: 'I korthet',
		and: 'och',
		quoted: (name: string) => `”${name}”`,
		goal: 'Vilken portfölj når målet?',
		noTarget: 'Planen har inget mål i ton att jämföra med.',
		reach: (names: string, target: string, _count: number): string =>
			`${names} når målet ”${target}”.`,
		othersNot: (names: string, _count: number): string => `${names} når det inte.`,
		noneReach: (target: string) => `Ingen av portföljerna når målet ”${target}”.`,
		nearest: (name: string, share: string) =>
			`Närmast är ${name}, med ${share} av den minskning som målet kräver.`,
		goalUnknown: (names: string, target: string) =>
			`Om ${names} når målet ”${target}” går inte att räkna ut.`,
		metAlone: (target: string) => `Målet ”${target}” nås även utan åtgärder.`,
		effectsUnknown: (names: string) =>
			`I ${names} är någon effekt okänd och inte med, så utfallet kan bli ett annat.`,
		partlyHidden: (names: string) =>
			`Det går inte att säga här, eftersom delar av ${names} inte visas.`,
		partlyUnknown: (names: string) =>
			`I ${names} är någon kostnad eller effekt okänd och inte med.`,
		riskWithheld: (name: string) =>
			`${name}: osäkerheten visas inte, eftersom delar av portföljen inte visas.`,
		cheapest: 'Vilken kostar minst per ton?',
		perTonne: (kronor: string) => `${kronor} kr per ton`,
		perTonneUnknown: 'Kostnaden per ton går inte att räkna ut.',
		lowest: (names: string, amount: string) => `Lägst är ${names}: ${amount}.`,
		belowZero: (all: string) =>
			`Det går inte att rangordna dem, eftersom minst en sparar pengar för varje ton: ${all}.`,
		noLowest: (all: string) =>
			`Ingen kan sägas vara billigast: de är lika, eller så saknas kostnader eller effekter. Av det som är känt: ${all}.`,
		gap: 'Var är gapet störst?',
		largest: (names: string, amount: string) =>
			`Mest pengar saknas i ${names}: ${amount}, med beslutade bidrag.`,
		largestKnown: (names: string, amount: string) =>
			`Av kända belopp saknas mest i ${names}: ${amount}, med beslutade bidrag.`,
		equal: (names: string, amount: string) =>
			`Lika mycket saknas i ${names}: ${amount} i var och en, med beslutade bidrag.`,
		noKnownGap: 'Av det som är känt saknas inget.',
		worst: (year: number, amount: string) => `Sämsta året är ${year}: ${amount}.`,
		noGap: 'Inget saknas i någon av dem: investeringsutrymmet och beslutade bidrag räcker.',
		gapUnknown: (names: string) => `Gapet går inte att räkna ut för ${names}.`,
		gapPartial: (names: string) => `I ${names} är belopp okända, så det kan saknas mer där.`,
		differ: 'Vad skiljer dem åt?',
		has: (one: string, other: string, measures: string) =>
			`${one} har, men inte ${other}: ${measures}.`,
		placed: (one: string, other: string, measures: string) =>
			`Både ${one} och ${other} har, men med annan start eller omfattning: ${measures}.`,
		same: (one: string, other: string) =>
			`${one} och ${other} har samma åtgärder med samma start och omfattning.`,
		more: (count: number) => `och ${count} till`,
		sure: 'Hur säkra är tonnen?',
		notReckoned: (name: string) => `${name}: osäkerheten är inte uträknad.`,
		between: (name: string, low: string, high: string, year: number) =>
			`${name}: i åtta fall av tio ${low} till ${high} ton lägre utsläpp ${year}.`,
		tonnesUnknown: (name: string) => `${name}: hur tonnen sprider sig går inte att räkna ut.`,
		chance: (share: string, draws: string) => `Målet nås i ${share} av ${draws} simuleringar.`,
		isOld: (name: string) =>
			`${name}: osäkerheten är uträknad på en äldre version av planen. Räkna om den.`
	}
};
