type Left = string | null;

/** Words of the proposed mix of funding. */
export const proposal = {
	proposal: {
		title: 'Föreslå finansiering',
		help: 'Räknar fram vilka ansökningar som tillsammans lämnar minst egna pengar, under alla regler och bredvid de rader planen redan har. Bara program som säger hur mycket de betalar är med, och bara där ingen regel faller. Varje ansökan räknas till sannolikhet gånger belopp; sannolikheten 50 % är ett antagande. Inget skrivs i planen förrän du väljer det.',
		readersMayNot:
			'Förslag räknas fram och införs av den som får ändra planen. Be någon med rollen redaktör.',
		seconds: 'Längsta tid för sökandet',
		secondsChoice: (seconds: number) => `${seconds} sekunder`,
		mostPerYear: 'Högst så många ansökningar per år',
		anyNumber: 'hur många som helst',
		start: 'Räkna fram förslag',
		again: 'Räkna på nytt',
		none: 'Inget förslag är framräknat än. Det tar några sekunder, och du kan arbeta på andra sidor under tiden.',
		phases: {
			reading: 'Läser planen …',
			building: 'Ställer upp regler och tak …',
			solving: 'Söker den bästa mixen …',
			checking: 'Räknar om gapet exakt …'
		},
		elapsed: (seconds: number, most: number) => `${seconds} s av högst ${most} s för sökandet. `,
		soFar: (worth: string, bound: string, unit: string) =>
			`Hittills ${worth} ${unit}; mer än ${bound} ${unit} är inte möjligt.`,
		cancel: 'Avbryt',
		lookAgain: 'Se hur långt det har kommit',
		ended: {
			cancelled: 'Avbrutet. Inget är ändrat.',
			late: 'Det tog för lång tid och avbröts. Inget är ändrat. Minska portföljen, eller begränsa antalet ansökningar per år.',
			failed:
				'Något gick fel när förslaget räknades. Inget är ändrat. Försök igen; händer det på nytt, säg till den som sköter driften.'
		},
		result: 'Förslaget',
		statuses: {
			best: (left: Left) =>
				left === null
					? 'Bevisat bäst: ingen annan mix väntas spara mer.'
					: `Bevisat bäst inom 1 %: ingen mix väntas spara mer än ${left} till.`,
			limit: (left: Left) =>
				left === null
					? 'Tiden tog slut. Hur långt det är till det bästa är inte känt.'
					: `Tiden tog slut: det bästa kan väntas spara upp till ${left} mer. Ge sökandet längre tid.`,
			plain: (left: Left) =>
				left === null
					? 'Sökandet gav inget bättre än den enkla ordningen: den troligaste och största ansökan först.'
					: `Sökandet gav inget bättre än den enkla ordningen: den troligaste och största ansökan först. Det bästa kan väntas spara upp till ${left} mer.`,
			none: () =>
				'Det finns inget att söka: inget program som säger hur mycket det betalar passar det som saknar pengar. Se under Hitta stöd vad som faller och på vilken regel.'
		} as Readonly<Record<'best' | 'limit' | 'plain' | 'none', (left: Left) => string>>,
		expected: 'Väntas spara egna pengar',
		expectedHelp: 'sannolikhet × belopp, kommunens del',
		before: 'Väntat gap i dag',
		beforeEntered: 'Väntat gap innan något infördes',
		after: 'Väntat gap med allt i förslaget',
		exact: 'exakt, över alla utfall',
		sampled: (error: string, unit: string) => `simulerat, medelfel ${error} ${unit}`,
		old: 'Planen eller programkatalogen har ändrats sedan förslaget räknades. Räkna på nytt innan du inför något.',
		chooseHelp:
			'Kryssa för de ansökningar som ska in i planen. De läggs in som planerade; belopp och sannolikhet går att ändra efteråt.',
		accept: 'Inför valda i planen',
		undoable: 'Ett steg, som går att ångra.',
		accepted: 'De valda ansökningarna ligger i planen som planerade.',
		toFinancing: 'Se dem under Finansiering',
		entered: 'Införd',
		probability: (share: string) => `sannolikhet ${share}`,
		why: 'Varför just så mycket?',
		ofCost: (amount: string, cost: string, unit: string) => `${amount} av ${cost} ${unit}.`,
		limits: 'Därför inte mer',
		noMore: 'Mer här skulle inte spara mer sammanlagt.',
		whole: 'Hela kostnaden.',
		open: 'Ännu inte avgjort:',
		toMatch: 'Se alla regler och svara på frågorna'
	}
};
