/** Words of the page about cash. */
export const liquidity = {
	liquidity: {
		title: 'Likviditet',
		lead: 'Kommunens egna betalningar, egen andel. Bidrag räknas när de betalas ut, och bara de som är säkrade. En plan kan vara fullt finansierad och ändå sakna pengar medan den väntar.',
		peak: 'Mest att överbrygga',
		peakHelp: (year: number) => `vid utgången av ${year}`,
		noPeak: 'pengarna räcker varje år',
		peakUnknown: 'investeringsutrymme eller driftram saknas för något år',
		cost: 'Kostnad som lån',
		costHelp: (rate: string) => `ränta på det överbryggade, ${rate} per år (planens internränta)`,
		gap: 'Finansieringsgap, säkrad finansiering',
		gapHelp: 'visas för sig: ett lån minskar det aldrig',
		table: (unit: string) => `Kassa per år, ${unit}; minus är pengar ut`,
		row: 'Post',
		capacity: 'Eget investeringsutrymme',
		frame: 'Driftram',
		paidOut: 'Bidrag som betalas ut',
		need: 'Investeringar',
		running: 'Drift efter besparingar och intäkter',
		cash: 'Kassaflöde',
		position: 'Kassa vid årets slut',
		bridge: 'Att överbrygga',
		bridgeInterest: 'Räntan på det',
		chart: (unit: string) => `Kassaflöde och kassa vid årets slut, ${unit}`,
		payments: 'När bidragen betalas ut',
		paymentsTable: (unit: string) => `Säkrade bidrag efter utbetalningsår, ${unit}, egen andel`,
		line: 'Bidrag',
		late: (amount: string) => `${amount} kommer efter planens sista år`,
		noPayments: 'Inga säkrade bidrag till kommunens kostnader.',
		setPayouts: 'När en ansökans pengar kommer skrivs på ansökan.',
		inYear: 'betalas sitt år',
		advance: (share: string) => `${share} i förskott`,
		after: (years: number) =>
			years === 0
				? 'resten sitt år'
				: years === 1
					? 'resten året efter'
					: `resten ${years} år efter`,
		paidAfter: (years: number) =>
			years === 1 ? 'betalas året efter' : `betalas ${years} år efter`,
		last: (share: string, years: number) =>
			years === 0
				? `${share} sista året`
				: `${share} ${years} år efter sista året, när slutredovisningen är godkänd`,
		loans: 'Lån och energitjänster (EPC)',
		loansHelp:
			'Ett lån bär kassan tills det är återbetalt. Det minskar inte gapet. Här räknas bara beslutade lån. I driftbudgeten syns den del av investeringen som lånet betalar som avskrivning och ränta.',
		noLoans:
			'Inga lån är inlagda. Lägg ett lån som finansieringsrad på en kostnadspost, till exempel ett grönt lån hos Kommuninvest.',
		loanTable: (unit: string) => `Inlagda lån, ${unit}, egen andel`,
		loan: 'Lån',
		amount: 'Belopp',
		rate: 'Ränta',
		internal: 'internräntan',
		years: 'Återbetalas på',
		yearsOf: (years: number) => `${years} år`,
		never: 'inte under planen',
		counts: 'Räknas',
		notDecided: 'nej, inte beslutat',
		withLoansTable: (unit: string) => `Kassa med beslutade lån, ${unit}`,
		drawn: 'Lån som betalas ut',
		repaid: 'Amortering',
		interest: 'Ränta på lånen',
		withLoans: 'Kassa vid årets slut, med lån',
		peakWithLoans: (amount: string, unit: string) =>
			`Mest att överbrygga när lånen är med: ${amount} ${unit}.`
	}
};
