/** Words of finding funding. */
export const matching = {
	matching: {
		title: 'Hitta stöd',
		help: 'Varje program man söker hos mot portföljens åtgärder, prövat mot programmets regler och sist bland det som redan är inlagt. Högsta möjliga stöd är vad reglerna lämnar kvar, inte ett löfte.',
		search: 'Sök åtgärd, kostnad eller program',
		measure: 'Åtgärd',
		everyMeasure: 'Där mest pengar saknas',
		withFailing: 'Visa även det som faller på en regel',
		show: 'Visa',
		more: 'Visa fler åtgärder',
		shown: (shown: number, count: number) => `${shown} av ${count} åtgärder`,
		none: 'Inget stämmer med sökningen',
		noneHelp:
			'Sök på ett ord i åtgärdens namn eller i programmets, till exempel laddning eller Klimatklivet.',
		missing: (amount: string, unit: string) =>
			`${amount} ${unit} av investeringen saknar finansiering`,
		missingUnknown: 'investeringen är inte känd',
		table: (measure: string, unit: string) => `Stöd för ${measure}, ${unit}, hela projektet`,
		programme: 'Program eller utlysning',
		verdict: 'Passar',
		verdicts: { fits: 'passar', open: 'frågor kvar', fails: 'faller' },
		questionCount: (count: number) => `${count} ${count === 1 ? 'fråga' : 'frågor'} kvar`,
		deadline: 'Ansökan',
		highest: 'Högsta stöd',
		ownShare: 'Egen del',
		why: 'Varför?',
		whyLabel: (programme: string, measure: string) => `Varför? ${programme} för ${measure}`,
		nothing: 'Inget program passar utan att falla på en regel.',
		failing: (count: number) =>
			count === 1 ? 'Ett program faller på en regel.' : `${count} program faller på en regel.`,
		back: 'Alla program för åtgärden',
		limit: 'Därför inte mer',
		atMost: (amount: string) => `högst ${amount}`,
		ceilingUnknown: 'taket är inte känt',
		application: 'Hela ansökan',
		whole: 'Ingen regel sätter en lägre gräns.',
		cost: 'Kostnad',
		questions: 'Frågor som avgör',
		questionsHelp: 'Ett klick svarar på åtgärden (eller kommunen). Svaret går att ångra.',
		questionsNone: 'Inga frågor är obesvarade.',
		answer: 'Svara',
		ofMunicipality: 'gäller kommunen',
		add: 'Lägg in som planerad ansökan',
		addHelp: (amount: string, unit: string) =>
			`Lägger in rader på ${amount} ${unit} med sannolikheten 50 %, ett antagande att ändra. Går att ångra.`,
		added: 'Ansökan ligger i planen.',
		toRules: 'Se den bland stödreglerna',
		ranking: 'Klimatklivets jämförelsetal',
		rankingIs: (value: string) => `${value} kg CO2e per krona`,
		rankingUnknown:
			'Det går inte att räkna än: årlig minskning, livslängd eller investering saknas.',
		rankingHelp:
			'Årlig minskning vid full effekt × livslängd ÷ investering, utan diskontering och före bidrag. Ansökningar rangordnas efter det.',
		applicationData: 'Uppgifter till ansökan',
		copy: 'Kopiera uppgifterna',
		copied: 'Kopierat',
		fields: {
			applicant: 'Sökande',
			measure: 'Åtgärd',
			owner: 'Ansvarig',
			startYear: 'Startår',
			investment: 'Investering, kr',
			eligibleCost: 'Stödberättigande kostnad, kr',
			sought: 'Sökt stöd, högst, kr',
			otherFunding: 'Annan finansiering, kr',
			tonnesPerYear: 'Minskning per år, ton CO2e',
			lifetimeYears: 'Livslängd, år',
			kgPerKrona: 'kg CO2e per krona',
			netCost: 'Nettokostnad i nuvärde före bidrag, kr',
			effect: 'Underlag'
		} as Readonly<Record<string, string>>
	}
};
