type Side = 'good' | 'middle' | 'bad';

/** Words of the risk of a portfolio. */
export const risk = {
	risk: {
		title: 'Osäkerhet',
		help: 'Hur säkra är siffrorna? Planens intervall, gemensamma priser, emissionsfaktorer och ansökningar slumpas tusentals gånger, och varje simulering räknas som en egen plan. Det som delas, till exempel elpriset, slumpas en gång för hela planen. Ett bidrag vinns helt eller inte alls.',
		ranges: 'Intervall',
		rangesTitle: 'Intervall: hur fel kan siffrorna vara?',
		start: 'Räkna på osäkerheten',
		again: 'Räkna om',
		draws: 'Antal simuleringar',
		distribution: 'Fördelning',
		distributions: {
			pert: 'PERT: tyngdpunkt vid det troligaste',
			triangular: 'triangel: mer vikt på ytterligheterna'
		},
		seed: 'Slumpfrö',
		seedHint: 'samma frö ger samma svar',
		how: 'Hur ska det räknas?',
		running: 'Räknar simulering för simulering',
		drawn: (drawn: string, draws: string) => `${drawn} av ${draws} simuleringar är klara.`,
		elapsed: (seconds: number) => `${seconds} s hittills.`,
		cancel: 'Avbryt',
		lookAgain: 'Se hur långt det har kommit',
		ended: {
			cancelled: 'Räkningen avbröts. Det senaste svaret, om det finns något, står kvar.',
			late: 'Räkningen tog för lång tid och avbröts. Välj färre simuleringar.',
			failed:
				'Räkningen gick fel. Försök igen; hjälper det inte, hör av dig till den som sköter systemet.'
		} as Record<string, string>,
		none: 'Ingen har räknat på den här portföljens osäkerhet än.',
		readersMayNot: 'Den som får ändra planen kan räkna på osäkerheten.',
		isOld:
			'Planen eller katalogen har ändrats sedan svaret räknades fram. Räkna om, så stämmer det med planen som den är nu.',
		made: (day: string, draws: string, seed: number, distribution: string, count: number) =>
			`Räknat ${day}: ${draws} simuleringar, ${distribution}, slumpfrö ${seed}, ${count} osäkra uppgifter.`,
		shortNames: { pert: 'PERT-fördelning', triangular: 'triangelfördelning' },
		chances: 'Hur troligt är det?',
		allFunded: 'Att allt är finansierat',
		reached: (name: string) => `Att målet nås: ${name}`,
		chanceHelp: (times: string, draws: string, error: string) =>
			`${times} av ${draws} simuleringar; standardfel ${error} procentenheter`,
		never: (draws: string, most: string) =>
			`0 av ${draws} simuleringar; med 95 procents säkerhet högst ${most}`,
		always: (draws: string, least: string) =>
			`alla ${draws} simuleringar; med 95 procents säkerhet minst ${least}`,
		notKnown: 'går inte att säga: det egna utrymmet är okänt något år',
		headline: 'Så brett kan utfallet bli',
		headlineHelp:
			'I högst en simulering av tio blir det bättre än det gynnsamma utfallet, och i högst en av tio sämre än det ogynnsamma. Summan av flera ogynnsamma utfall är inte det ogynnsamma utfallet för summan.',
		table: (unit: string) => `Utfall; pengar i ${unit}`,
		figure: 'Siffra',
		sides: {
			good: 'Gynnsamt',
			middle: 'Mitten',
			bad: 'Ogynnsamt'
		} satisfies Record<Side, string>,
		sideHelp: {
			good: 'högst 1 av 10 blir bättre',
			middle: 'hälften över, hälften under',
			bad: 'högst 1 av 10 blir sämre'
		} satisfies Record<Side, string>,
		stated: 'Som angivet',
		statedHelp: 'inga avvikelser; gapet är det förväntade',
		mean: 'Medel',
		error: 'Standardfel',
		errorHelp: 'i mitten',
		bad: { high: 'högt är dåligt', low: 'lågt är dåligt' },
		noBad: 'under noll rangordnar den inte: färre ton ger lägre kronor per ton',
		below: (share: string): string => `under ${share}`,
		above: (share: string): string => `över ${share}`,
		withoutUnknown: 'Okända belopp är inte med',
		noBase: 'Det går inte att säga: siffran är okänd med de troligaste värdena.',
		followers: (count: number): string =>
			count === 0
				? 'inget belopp följer det'
				: count === 1
					? '1 belopp följer det'
					: `${count} belopp följer det`,
		noFigure: 'saknas',
		missing: (count: string) => `saknas i ${count} simuleringar`,
		figures: {
			gap: 'Finansieringsgap, hela planen',
			netCost: 'Nettokostnad för alla, nuvärde före bidrag',
			municipalCost: 'Kommunens nettokostnad, nuvärde efter bidrag',
			tonnes: 'Utsläppsminskning, ton under planens år',
			costPerTonne: 'Kronor per ton',
			target: 'Utsläppsminskning till målet, ton',
			gapYear: 'Finansieringsgap ett år'
		},
		ofTarget: (name: string, year: string) => `Utsläppsminskning ${year}, ton: ${name}`,
		units: { tonnes: 'ton', perTonne: 'kr/ton' },
		gapPerYear: (unit: string) => `Finansieringsgap per år, ${unit}`,
		year: 'År',
		band: 'Åtta av tio simuleringar ligger här',
		matters: 'Vad betyder mest?',
		mattersHelp:
			'En uppgift i taget går från sitt lägsta till sitt högsta värde, medan allt annat är som troligast och ansökningar med minst 50 procents sannolikhet räknas som beviljade. Längst stapel först.',
		mattersFor: 'Siffra',
		tornado: (figure: string, unit: string) => `Vad som betyder mest: ${figure}, ${unit}`,
		what: 'Uppgift',
		low: 'Vid lägsta värdet',
		high: 'Vid högsta värdet',
		lost: 'avslag',
		won: 'bifall',
		swing: 'Skillnad',
		nothingMatters: 'Ingen osäker uppgift påverkar den siffran.',
		kinds: {
			capex: 'investering',
			opex: 'drift',
			effect: 'effekt',
			award: 'ansökan'
		} as Record<string, string>,
		prices: {
			electricity: 'Elpris',
			fuel: 'Drivmedelspris',
			construction: 'Byggkostnader'
		} as Record<string, string>,
		followsNone: 'Inget gemensamt pris',
		follows: 'Följer',
		followsHint: 'tomt: byggkostnader följer byggpriset, annat inget',
		factor: (carrier: string) => `Emissionsfaktor, ${carrier}`,
		certain: 'Räknas som säkert',
		certainMeasures: (count: number): string =>
			count === 1 ? 'En åtgärd utan något osäkert:' : `${count} åtgärder utan något osäkert:`,
		idle: (name: string): string => `${name} har ett intervall, men inget i portföljen följer det.`,
		unknown: 'Finns inte med i någon siffra',
		unknownCosts: 'Åtgärder med okända belopp:',
		unknownEffects: 'Åtgärder med okänd effekt:',
		rules: 'Så räknas det',
		rulesText: [
			'Intervallets ändar är det lägsta och det högsta som kan bli, inte vad som är vanligt.',
			'Ett bidrag är de kronor som reglerna ger vid angivna kostnader: det växer inte om kostnaden blir högre, och minskar i samma mån om den blir lägre.',
			'Åtgärder delar på utsläppen i varje simulering, i den ordning som planen räknar dem.',
			'En åtgärds eget intervall och ett gemensamt pris multipliceras: räkna inte samma osäkerhet två gånger. Intervallet för drift gäller driftkostnader, inte besparingar och intäkter; de följer bara gemensamma priser.',
			'Sannolikheten att allt är finansierat gäller här både ansökningarna och kostnaderna; i översikten gäller den ansökningarna vid angivna kostnader.',
			'Eget utrymme, räntor, år och planens egna mål hålls fasta.'
		],
		shared: 'Gemensamma priser och faktorer',
		sharedHelp:
			'Faktorer av det angivna värdet, till exempel 0,8 – 1 – 1,3. Vart och ett slumpas en gång för hela planen: blir elen dyr, blir den dyr i alla åtgärder. Vilka belopp som följer ett pris anges på åtgärdens kostnadspost; byggkostnader följer byggpriset utan att det sägs.',
		factors: 'Emissionsfaktorer',
		pricesTitle: 'Priser',
		ends: { low: 'Lägst', likely: 'Troligast', high: 'Högst' },
		source: 'Källa',
		byMeasure: 'Åtgärdernas egna intervall',
		byMeasureHelp: 'Ändras på varje åtgärd.',
		measureTable: 'Intervall för varje åtgärd',
		measure: 'Åtgärd',
		capex: 'Investering',
		opex: 'Drift',
		effect: 'Effekt',
		noRange: '–',
		back: 'Till osäkerheten'
	}
};
