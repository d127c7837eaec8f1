/** Words of what-if: applications imagined won, lost or late. */
export const whatIf = {
	whatIf: {
		title: 'Tänk om',
		help: 'Tänk dig att ansökningar vinns, förloras eller betalas ett år senare. Inget sparas; adressen går att skicka till en kollega.',
		none: 'Portföljen har inga ansökningar att pröva. Lägg upp dem under Ansökningar.',
		asIs: 'som den står',
		outcomes: { won: 'vinns', lost: 'förloras', later: 'ett år senare' },
		show: 'Visa vad som händer',
		reset: 'Börja om',
		then: 'Vad som då händer',
		now: 'nu',
		after: 'då',
		figure: 'Tal',
		liquidity: 'Likviditet',
		changeTable: (unit: string) => `Gap och likviditet, nu och då, ${unit}`,
		noneFalls: 'Ingen åtgärd blir utan pengar.',
		falls: 'Åtgärder som blir utan pengar, om inget annat träder in:',
		loses: (applications: string) => `får inte pengarna från ${applications}`,
		needs: (measures: string) => `behöver ${measures}`,
		stress: 'Om en ansökan i taget förloras',
		stressHelp: (shown: number, open: number) =>
			shown < open
				? `De ${shown} största av ${open} öppna ansökningar. Gapet är det som blir kvar om allt annat planerat vinns.`
				: 'Gapet är det som blir kvar om allt annat planerat vinns.',
		stressTable: (unit: string) => `En ansökan i taget förloras, ${unit}`,
		gapIfLost: 'Gap om den förloras',
		more: 'Ökning',
		expectedMore: 'Ökning av väntat gap',
		fallen: 'Utan pengar',
		spread: 'Hur gapet kan falla ut',
		spreadHelp:
			'P90 är ett dåligt utfall: gapet är högst så stort i nio fall av tio. P50 är mitten, P10 ett gott utfall. Summan är hela planens gap, inte årens P90 hopräknade.',
		allFunded: (percent: string) => `Chansen att allt finansieras: ${percent}.`,
		spreadTable: (unit: string) => `Finansieringsgap, utfall, ${unit}`,
		quantile: 'Utfall',
		quantiles: { p10: 'P10, gott', p50: 'P50, mitten', p90: 'P90, dåligt' },
		exact: (awards: number) =>
			`Exakt, över alla utfall av ${awards} ${awards === 1 ? 'oviss ansökan' : 'ovissa ansökningar'}.`,
		sampled: (awards: number, draws: number, seed: number) =>
			`Stickprov: ${draws} dragningar av ${awards} ovissa ansökningar, frö ${seed}. Andelarna är säkra på ungefär en procentenhet.`
	}
};
