/** Words of the page about funding rules. */
export const rules = {
	rules: {
		title: 'Stödregler',
		help: 'Varje finansieringsrad prövas mot sitt programs regler, för hela projektet. Beslutade rader går före. Det som faller på en regel är inlagt men räknas inte i någon av de tre varianterna.',
		none: 'Portföljens åtgärder har ingen finansiering än. Lägg till rader på en åtgärds sida.',
		allKept: 'Alla inlagda kronor håller reglerna så långt de är kända.',
		source: 'Källa',
		listed: 'Inlagt',
		counts: 'Räknas',
		why: 'Varför',
		whole: 'hela beloppet',
		before: 'Inlagt',
		after: 'Efter reglerna',
		own: 'egen del',
		here: 'Här',
		link: 'källa',
		cut: (count: number, amount: string, unit: string) =>
			`${count === 1 ? 'En rad skärs' : `${count} rader skärs`} av reglerna: ${amount} ${unit} är inlagt men räknas inte.`,
		listedIs: (amount: string, unit: string) => `inlagt ${amount} ${unit}`,
		someCut: 'Reglerna skär en del av det som är inlagt. Bara det som håller dem räknas här.',
		costItem: (id: string) => `Kostnadspost ${id}`,
		table: (measure: string, unit: string) =>
			`Finansiering av ${measure} före och efter reglerna, ${unit}, hela projektet`,
		because: (reason: string, rule: string) => `${reason} (${rule})`,
		outcomeCount: (count: number, outcome: 'passed' | 'failed' | 'unknown') => {
			const one = { passed: 'uppfylld', failed: 'bruten', unknown: 'okänd' };
			const many = { passed: 'uppfyllda', failed: 'brutna', unknown: 'okända' };
			return `${count} ${(count === 1 ? one : many)[outcome]}`;
		},
		outcomes: { passed: 'uppfylld', failed: 'bruten', unknown: 'okänd' },
		confidence: {
			'verified-from-source': 'läst i källan',
			'from-knowledge': 'ur minnet, inte kontrollerad'
		},
		kinds: {
			share: 'Stödandel',
			'unit-cap': 'Belopp per enhet',
			'amount-range': 'Minsta och största belopp',
			'public-ceiling': 'Tak för offentligt stöd',
			'own-share': 'Egen del',
			exclusive: 'Får inte kombineras',
			deduction: 'Avräkning',
			'co-financing': 'Medfinansiering',
			applicant: 'Sökande',
			geography: 'Plats',
			theme: 'Område',
			'cost-kind': 'Slag av kostnad',
			start: 'Start',
			'legal-duty': 'Krav i lag',
			profitability: 'Lönsamhet',
			'counter-performance': 'Motprestation',
			prerequisite: 'Villkor',
			population: 'Invånare',
			leverage: 'Hela portföljen',
			window: 'Utlysning',
			scarcity: 'Konkurrens om pengarna',
			payment: 'Utbetalning',
			repaid: 'Lån',
			'formula-income': 'Intäkt efter formel',
			'state-aid': 'Statligt stöd',
			duration: 'Projekttid',
			validity: 'Villkorens giltighet',
			cost: 'Hela kostnaden',
			R01: 'Stödandel',
			R02: 'Stödandel',
			R03: 'Dubbla tak',
			R04: 'Belopp per enhet',
			R05: 'Största belopp',
			R06: 'Stödnivå',
			R07: 'Tak för offentligt stöd',
			R10: 'Egen del',
			R22: 'Försumbart stöd',
			'de-minimis': 'Försumbart stöd'
		} as Readonly<Record<string, string>>
	}
};
