type Left = string | null;
type Status = 'optimal' | 'limit' | 'infeasible';
type Money = 'secured' | 'listed' | 'proposed';

/** Words of the search for the best portfolio. */
export const search = {
	search: {
		title: 'Hitta portfölj',
		help: 'Räknar fram vilka åtgärder, och vilka startår, som bäst når det du vill, med samspelet mellan åtgärderna, planens krav och uteslutningar och de egna pengarna år för år. Det som hittas räknas om exakt innan det visas. Inget skrivs i planen förrän du sparar det.',
		readersMayNot:
			'Portföljer räknas fram och sparas av den som får ändra planen. Be någon med rollen redaktör.',
		noMeasures: 'Planen har inga åtgärder att välja bland än.',
		wish: 'Vad vill du nå?',
		goal: 'Mål',
		goals: {
			'most-tonnes': 'Flest ton',
			'least-cost': 'Lägsta kostnad',
			'smallest-gap': 'Minsta gap'
		},
		year: 'Ton räknas i',
		allYears: 'alla planens år',
		scope: 'Vilka utsläpp',
		scopes: {
			all: 'alla som planen räknar',
			CO2: 'koldioxid i territoriet',
			CO2e: 'växthusgaser i territoriet'
		},
		leastTonnes: 'Minst så många ton',
		leastTonnesHint: 'tomt: inget krav',
		target: (name: string, year: number, gas: string, tonnes: string) =>
			`Målet ”${name}” kräver att ${tonnes} ton ${gas} till försvinner ur territoriet ${year}.`,
		budget: 'Egna pengar till investeringar',
		budgets: {
			plan: 'planens utrymme, år för år',
			none: 'ingen gräns',
			amount: 'samma belopp varje år'
		},
		perYear: 'Belopp per år',
		perYearHint: 'till exempel 12 mnkr',
		money: 'Pengar från andra',
		moneys: {
			secured: 'bara beslutade',
			listed: 'alla som planen listar',
			proposed: 'alla listade och möjliga ansökningar'
		},
		cost: 'Vems kostnad',
		costs: { municipal: 'kommunens', socioeconomic: 'allas, före bidrag' },
		starts: 'Startår',
		startNames: { free: 'inom varje åtgärds fönster', fixed: 'som i planen' },
		keep: 'Behåll en portfölj och fyll på',
		keepNone: 'nej, välj fritt',
		seconds: 'Längsta tid för sökandet',
		secondsChoice: (seconds: number) => `${seconds} sekunder`,
		measures: (count: number) =>
			count === 0
				? 'Åtgärder som ska vara med eller inte'
				: `Åtgärder som ska vara med eller inte (${count})`,
		measuresHelp:
			'Fönstret för start sätts på åtgärden. Utan fönster får en åtgärd som inte har börjat starta i sitt startår eller senare.',
		free: 'fritt val',
		must: 'ska vara med',
		mustNot: 'ska inte vara med',
		start: 'Sök',
		startColumn: 'Startår',
		again: 'Sök på nytt',
		phases: {
			reading: 'Läser planen …',
			building: 'Ställer upp åtgärder, startår och regler …',
			solving: 'Söker den bästa portföljen …',
			contradiction: 'Det går inte. Söker vad som säger emot vad …',
			checking: 'Räknar om det exakt …',
			front: 'Söker avvägningarna, den billigaste först …'
		},
		elapsed: (seconds: number, most: number) => `${seconds} s av högst ${most} s för sökandet. `,
		tonnes: 'ton',
		soFar: (worth: string) => `Hittills ${worth}. `,
		boundTonnes: (bound: string) => `Mer än ${bound} är inte möjligt.`,
		boundMoney: (bound: string) => `Mindre än ${bound} är inte möjligt.`,
		stop: 'Nöj dig med det bästa hittills',
		cancel: 'Avbryt',
		lookAgain: 'Se hur långt det har kommit',
		ended: {
			cancelled: 'Avbrutet. Inget är ändrat.',
			late: 'Det tog för lång tid och avbröts. Inget är ändrat. Lås fler åtgärder eller startår, eller välj ett enda år.',
			failed:
				'Något gick fel när portföljen söktes. Inget är ändrat. Försök igen; händer det på nytt, säg till den som sköter driften.'
		},
		found: (goal: string) => `Sökt: ${goal.toLowerCase()}`,
		old: 'Planen eller programkatalogen har ändrats sedan sökningen. Sök på nytt innan du sparar.',
		added: 'Tillagd',
		next: {
			title: 'Vad skulle stänga resten av målet?',
			help: (target: string, missing: string) =>
				`Med den här portföljen är det ${missing} ton kvar till målet ”${target}”. Här är det som kostar minst per ton att lägga till, en åtgärd i taget och med samspelet räknat; först det som ryms i de egna pengarna. Det är en ordning, inte den kombination som är bäst: välj att behålla portföljen och fylla på för att söka den. Nya ansökningar räknas inte.`,
			none: 'Ingen av de åtgärder som är kvar minskar utsläppen mot målet.',
			table: 'Nästa åtgärder, en i taget',
			tonnes: (year: number) => `Ton ${year}`,
			cost: (unit: string) => `Nettokostnad, nuvärde, ${unit}`,
			perTonne: (year: number) => `Kr för varje ton ${year}`,
			gap: (unit: string) => `Egna pengar över gränsen, ${unit}`,
			within: 'ryms',
			left: 'Ton kvar',
			alongside: (ids: string) => `med ${ids}, som krävs`,
			stillMissing: (tonnes: string) => `Också med dessa är det ${tonnes} ton kvar.`,
			reached: 'Med dessa nås målet.'
		},
		statuses: {
			optimal: () => 'Bevisat bäst: ingen annan portfölj är bättre under de här villkoren.',
			limit: (left: Left) =>
				left === null
					? 'Inte bevisat bäst. Hur långt det är till det bästa är inte känt. Ge sökandet längre tid.'
					: `Inte bevisat bäst: det bästa kan vara upp till ${left} bättre. Ge sökandet längre tid.`,
			infeasible: () => 'Ingen portfölj uppfyller önskemålen.'
		} as Readonly<Record<Status, (left: Left) => string>>,
		figures: {
			tonnes: 'Minskade utsläpp',
			cost: {
				municipal: 'Kommunens nettokostnad, nuvärde',
				socioeconomic: 'Allas nettokostnad, nuvärde'
			},
			costHelp: {
				none: 'före bidrag',
				secured: 'efter beslutade bidrag',
				listed: 'efter alla listade bidrag, som om de vanns',
				proposed: 'efter listade och sökta bidrag, som om de vanns'
			},
			gap: 'Egna pengar över gränsen',
			noLimit: 'ingen gräns är vald',
			gapHelp: {
				secured: 'bara beslutade bidrag räknas',
				listed: 'alla listade bidrag räknas som vunna',
				proposed: 'listade och sökta bidrag räknas som vunna'
			} as Readonly<Record<Money, string>>
		},
		greedy: (figure: string, loses: string) =>
			`Att ta de billigaste tonnen först ger ${figure}: ${loses} sämre.`,
		greedySame: 'Att ta de billigaste tonnen först ger här lika mycket.',
		greedyOthers: (names: string) => ` Det skulle i stället ha med ${names}.`,
		greedyNone: 'Att ta de billigaste tonnen först når inte fram under de här villkoren.',
		table: (count: number) => `Portföljens ${count} åtgärder`,
		measure: 'Åtgärd',
		moved: 'Mot planen',
		asPlanned: 'som i planen',
		movedBy: (years: number) =>
			years > 0 ? `${years} år senare` : `${Math.abs(years)} år tidigare`,
		inGreedy: 'Med när billigaste ton tas först',
		ownMoney: (unit: string) => `Egna pengar år för år, ${unit}`,
		unknownRoom: (years: string) =>
			`Planens utrymme är okänt för ${years}. De åren har sökningen ingen gräns. Fyll i dem under Investeringsutrymme.`,
		yearColumn: 'År',
		own: 'Behov av egna pengar',
		limit: 'Gräns',
		noLimit: 'ingen',
		applications: (count: number, amount: string, unit: string) =>
			`Räknar med ${count} ansökningar om sammanlagt ${amount} ${unit} som vunna`,
		contradiction: (isIrreducible: boolean, count: number): string =>
			!isIrreducible
				? 'Ingen portfölj uppfyller allt du önskar. Bland de här önskemålen finns det som inte går ihop; tiden räckte inte för att pröva alla:'
				: count === 1
					? 'Ingen portfölj uppfyller allt du önskar. Det här önskemålet går inte att uppfylla; utan det går resten:'
					: 'Ingen portfölj uppfyller allt du önskar. De här önskemålen säger emot varandra; utan vilket som helst av dem går resten:',
		mostTonnes: (tonnes: string) => `Med resten går det att nå högst ${tonnes} ton.`,
		nothingInTime:
			'Tiden tog slut innan någon portfölj hittades. Ge sökandet längre tid, eller lås fler åtgärder.',
		leftOut: {
			'unknown-cost': (names: string) =>
				`Inte med i valet, eftersom en kostnad är okänd: ${names}. `,
			'no-start': (names: string) =>
				`Inte med i valet, eftersom inget startår ryms i planens år: ${names}. `,
			needs: (names: string) =>
				`Inte med i valet, eftersom något som de kräver inte är med i det: ${names}. `,
			cancelled: (names: string) => `Inte med i valet, eftersom de är inställda: ${names}. `
		},
		partlyKnown: (names: string) =>
			`Ska vara med fast en kostnad är okänd; bara det kända är räknat: ${names}.`,
		unknownEffects: (names: string) => `Effekten är okänd och ger inga ton här: ${names}.`,
		nothingToChoose: 'Det finns ingen åtgärd att välja bland under de här villkoren.',
		sharedLines:
			'Vissa bidrag beror på vilka andra åtgärder som är med. Det som visas är räknat exakt; gränsen för vad som är möjligt tar dem fullt ut.',
		showFront: 'Visa avvägningen mellan kostnad och ton',
		showFrontHelp: 'Målet ovan spelar då ingen roll; resten gäller.',
		pointsSoFar: (count: number) => `${count} portföljer hittade hittills.`,
		frontTitle: 'Avvägningen mellan kostnad och ton',
		frontChart: (unit: string, basis: string) =>
			`Lägsta kostnad för så många ton, ${unit}; ${basis}`,
		frontTable: 'Portföljerna i avvägningen',
		frontComplete:
			'Alla avvägningar: ingen annan portfölj är både billigare och ger minst lika mycket.',
		frontPartial:
			'Ett urval av avvägningarna; det kan finnas fler mellan dem. Tabellen säger vilka som är bevisade.',
		frontEmpty: 'Ingen portfölj uppfyller önskemålen. Sök med målet Flest ton för att se varför.',
		pointColumn: 'Nr',
		provenColumn: 'Bevisad',
		point: (number: number, tonnes: string, cost: string, unit: string) =>
			`${number}: ${tonnes} ton för ${cost} ${unit}`,
		choosePoint: 'Vald portfölj (klicka i diagrammet eller välj här)',
		pointName: (tonnes: string) => `${tonnes} ton till lägsta kostnad`,
		name: 'Portföljens namn',
		withApplications: (count: number) =>
			`Lägg också in ${count} ansökningar som planerade, med sannolikheten 50 % (ett antagande)`,
		save: 'Spara som portfölj',
		saveHelp: 'En ny portfölj i planen. Ett steg, som går att ångra.',
		saved: 'Sparad som portfölj.',
		toSaved: 'Öppna den'
	}
};
