/** Words of the applications: the board, the table and the form. */
export const applications = {
	applications: {
		title: 'Ansökningar',
		help: 'Varje ansökan vinns eller förloras i sin helhet. Flytta den när något händer: gapet följer med direkt, och steget går att ångra. Idéer och avslag räknas inte. Belopp gäller hela projektet.',
		new: 'Ny ansökan',
		view: 'Visa som',
		board: 'tavla',
		table: 'tabell',
		gaps: {
			secured: 'Gap, säkrad finansiering',
			expected: 'Gap, väntat',
			planned: 'Gap om allt planerat vinns'
		},
		none: 'Inga ansökningar än',
		noneHelp: 'Hitta ett program som passar en åtgärd och lägg in ansökan därifrån:',
		elsewhere: (count: number) =>
			`${count} ${count === 1 ? 'ansökan' : 'ansökningar'} gäller andra portföljer.`,
		loose: (count: number) =>
			count === 1
				? 'En finansieringsrad för bidrag hör inte till någon ansökan.'
				: `${count} finansieringsrader för bidrag hör inte till någon ansökan.`,
		gather: 'Gör ansökningar av dem',
		gathered: (count: number) =>
			count === 1 ? 'En ansökan är upplagd.' : `${count} ansökningar är upplagda.`,
		moved: (id: string, status: string) => `${id} är nu ${status}.`,
		removed: (id: string) => `${id} är borttagen med sina rader. Det går att ångra.`,
		noAmount: 'inget belopp än',
		askedFor: (amount: string, unit: string) => `sökt: ${amount} ${unit}`,
		decidesOn: (day: string) => `beslut väntas ${day}`,
		reportDue: (what: string, day: string) => `${what} senast ${day}`,
		moveTo: (status: string) => `Till ${status}`,
		move: 'Flytta …',
		to: 'Till',
		moveNow: 'Flytta',
		grantedAmount: 'Beviljat belopp, kr',
		asAsked: 'som sökt',
		conflict:
			'Någon annan har ändrat ansökan sedan du såg den. Inget är ändrat. Se hur den står nu och flytta igen.',
		tableOf: (unit: string) => `Ansökningar, ${unit}, hela projektet`,
		application: 'Ansökan',
		asked: 'Sökt eller att söka',
		atLeast: (amount: string) => `minst ${amount}`,
		granted: 'Beviljat',
		ownShare: 'Egen del',
		responsible: 'Ansvarig',
		decision: 'Beslut',
		nextReport: 'Nästa redovisning',
		noLines: 'inga rader',
		sum: 'Summa av det som räknas',
		name: 'Vad ansökan heter',
		call: 'Utlysning',
		noCall: 'ingen vald',
		askedKronor: 'Sökt belopp, kr',
		decides: 'Beslut väntas',
		dayHint: 'till exempel 2027-03-31',
		reports: 'Redovisning till finansiären',
		reportsHelp: 'Läges- och slutrapporter med dag. En tom rad sparas inte.',
		report: (number: number) => `Redovisning ${number}`,
		due: 'Senast',
		what: 'Vad',
		isDone: 'gjord',
		lines: 'Vad den betalar',
		linesOf: (unit: string) => `Ansökans rader, ${unit}, hela projektet`,
		line: 'Rad',
		measure: 'Åtgärd och kostnadspost',
		amount: 'Belopp',
		linesHelp: 'Belopp och år ändras på åtgärden.',
		noLinesHelp:
			'Ansökan har inga rader än och räknas inte. Öppna en åtgärd, lägg till en finansieringsrad och välj ansökan där.',
		back: 'Alla ansökningar',
		remove: 'Ta bort med sina rader',
		ofLine: 'Del av ansökan',
		noneOfThem: 'ingen, raden står för sig',
		saysIt: (id: string) => `Status, sannolikhet och beslut står på ansökan ${id}.`
	}
};
