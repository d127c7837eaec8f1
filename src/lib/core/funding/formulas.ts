import { Decimal, ONE, ZERO, sum } from '../decimal.ts';
import { formula, known, multiplied, nth, subtracted, type Compute } from '../formula.ts';

const NZC = [
	'NetZeroCities investeringsplan; egen regel om att år inte kvittas',
	'NetZeroCities investment plan; own rule that years are not netted'
] as const;

export const OWN_SHARE = formula({
	id: 'own-share',
	name: ['Kommunens del', 'The municipality’s share'],
	symbols: '1 − Σ partnernas andelar',
	words: [
		'I en gemensam åtgärd räknas bara kommunens del in i portföljen; kostnad per ton gäller hela projektet.',
		'Of a joint measure only the municipality’s share counts in the portfolio; cost per tonne is of the whole project.'
	],
	example: 'ett=1 partner=0.4',
	unit: 'share',
	compute: subtracted
});

export const OWN_PART = formula({
	id: 'own-part',
	name: ['Kommunens del av ett belopp', 'The municipality’s part of an amount'],
	symbols: 'belopp × kommunens del',
	words: [
		'Beloppet för hela projektet gånger kommunens del.',
		'The amount of the whole project times the municipality’s share.'
	],
	example: 'belopp=1000000 del=0.6',
	unit: 'kr',
	compute: multiplied
});

export const WEIGHTED = formula({
	id: 'weighted-funding',
	name: ['Finansiering i en variant', 'Funding in a variant'],
	symbols: 'belopp × vikt',
	words: [
		'Säkrad: beviljat, avtalat och utbetalt väger 1. Förväntad: sökt och planerat väger sin sannolikhet. Planerad: allt utom avslag väger 1. Lån, borgen och egna pengar minskar aldrig gapet.',
		'Secured: granted, contracted and paid weigh 1. Expected: applied and planned weigh their probability. Planned: all but rejected weighs 1. Loans, guarantees and own money never make the gap smaller.'
	],
	source: NZC,
	example: 'belopp=1000000 vikt=0.5',
	unit: 'kr',
	compute: multiplied
});

/** Unknown own money leaves the gap unknown, unless other money covers the need. */
const gapOf: Compute = ([need, own, funding, waiting]) => {
	if (!need || !funding || !waiting) return null;
	const uncovered = need
		.minus(own ?? ZERO)
		.minus(funding)
		.minus(waiting);
	if (own) return Decimal.max(ZERO, uncovered);
	return uncovered.lte(0) ? ZERO : null;
};

export const FUNDING_GAP = formula({
	id: 'funding-gap',
	name: ['Finansieringsgap ett år', 'Funding gap of a year'],
	symbols: 'max(0; N − K − F − S)',
	words: [
		'Behovet minus eget utrymme, minus årets finansiering, minus pengar som fått vänta från tidigare år. Aldrig under noll: ett överskott ett år betalar inte ett annat. Okänt utrymme ger okänt gap, om inte finansieringen ensam räcker.',
		'Need less own capacity, less the funding of the year, less money that was allowed to wait from earlier years. Never below zero: a surplus of one year does not pay another. Unknown capacity leaves the gap unknown, unless funding alone is enough.'
	],
	source: NZC,
	example: 'N=12000000 K=3000000 F=4000000 S=0',
	unit: 'kr',
	compute: gapOf
});

export const WAITING_MONEY = formula({
	id: 'waiting-money',
	name: ['Pengar som får vänta', 'Money that may wait'],
	symbols: 'max(0; S − max(0; N − M)) + ny',
	words: [
		'Det som var kvar i går av pengar som får användas senare, sedan årets behov N tagit det som måste användas i år, M; plus årets nya.',
		'What was left yesterday of money that may be used later, after the need N of the year had taken what must be used in it, M; plus what is new this year.'
	],
	source: NZC,
	example: 'S=1000000 N=5000000 M=4500000 ny=200000',
	unit: 'kr',
	compute: known((inputs) => {
		const [stock, need, mustUse, fresh] = inputs;
		if (!stock || !need || !mustUse || !fresh) return null;
		const taken = Decimal.max(ZERO, need.minus(mustUse));
		return Decimal.max(ZERO, stock.minus(taken)).plus(fresh);
	})
});

export const EXPECTED_GAP = formula({
	id: 'expected-gap',
	name: ['Förväntat gap ett år', 'Expected gap of a year'],
	symbols: 'E[max(0; gap utan ansökningar − vunna ansökningar)]',
	words: [
		'Medelvärdet över alla utfall, där varje ansökan vinns helt eller förloras, oberoende av de andra. Det är aldrig mindre än gapet vid förväntad finansiering.',
		'The mean over all outcomes, each application won in full or lost, independent of the others. It is never less than the gap at expected funding.'
	],
	source: ['Jensens olikhet; egen regel', 'Jensen’s inequality; own rule'],
	example: 'gap=5000000 belopp₁=4000000 chans₁=0.5 belopp₂=3000000 chans₂=0.2',
	unit: 'kr',
	compute: known(([gap, ...awards]) => {
		const mean = (left: Decimal, rest: readonly Decimal[]): Decimal => {
			const [amount, chance, ...others] = rest;
			if (!amount || !chance) return Decimal.max(ZERO, left);
			return chance
				.times(mean(left.minus(amount), others))
				.plus(ONE.minus(chance).times(mean(left, others)));
		};
		return gap ? mean(gap, awards) : null;
	})
});

export const OUTCOMES = formula({
	id: 'outcomes',
	name: ['Medel över utfall', 'Mean over outcomes'],
	symbols: 'Σ sannolikhet × gap, över alla utfall',
	words: [
		'Åren hänger ihop, eller ansökningarna är fler än som kan räknas upp. Varje utfall räknas genom alla år; är de för många dras ett stickprov med sparat frö, och det står intill.',
		'The years hang together, or the applications are more than can be enumerated. Every outcome is computed through all years; where they are too many a sample is drawn with a stored seed, and says so.'
	],
	source: ['Uppräkning; Monte Carlo', 'Enumeration; Monte Carlo'],
	example: '',
	unit: 'kr',
	compute: null
});

export const PEAK_BRIDGING = formula({
	id: 'peak-bridging',
	name: ['Överbryggning', 'Bridging'],
	symbols: 'max(0; −lägsta summan)',
	words: [
		'Så mycket pengar måste som mest lånas i väntan, när årens kassaflöden läggs ihop från början.',
		'So much money must at most be lent while waiting, when the cash flows of the years are added from the start.'
	],
	example: 'år₁=-3000000 år₂=1000000 år₃=4000000',
	unit: 'kr',
	compute: known((inputs) => {
		let [sumSoFar, lowest] = [ZERO, ZERO];
		for (const flow of inputs) {
			sumSoFar = sumSoFar.plus(flow);
			lowest = Decimal.min(lowest, sumSoFar);
		}
		return Decimal.max(ZERO, lowest.neg());
	})
});

export const NET_CASH = formula({
	id: 'net-cash',
	name: ['Kassaflöde ett år', 'Net cash of a year'],
	symbols: 'utrymme + ram + utbetalda bidrag − investering − drift',
	words: [
		'Kommunens egna betalningar det året. Bidrag räknas när de betalas ut; lån är utelämnade. Drift är efter besparingar och intäkter.',
		'The municipality’s own payments of the year. Grants count when they are paid out; loans are left out. Running costs are after savings and revenues.'
	],
	example: 'utrymme=3000000 ram=1000000 bidrag=2000000 investering=7000000 drift=200000',
	unit: 'kr',
	compute: known((inputs) =>
		nth(inputs, 0)
			.plus(nth(inputs, 1))
			.plus(nth(inputs, 2))
			.minus(nth(inputs, 3))
			.minus(nth(inputs, 4))
	)
});

export const KEPT_SHARE = formula({
	id: 'kept-share',
	name: ['Andel kvar att betala efter bidrag', 'Share left to pay after grants'],
	symbols: '1 − min(1; bidrag / utgift)',
	words: [
		'Räknade bidrag på kostnadsposten dras av i proportion till postens utgifter inom planen.',
		'Counted grants on the cost item are netted in proportion to its spending inside the plan.'
	],
	source: ['RKR och LKBR, investeringsbidrag', 'RKR and LKBR, investment grants'],
	example: 'bidrag=300000 utgift=1000000',
	unit: 'share',
	compute: known((inputs) =>
		nth(inputs, 1).isZero() ? ONE : ONE.minus(Decimal.min(ONE, nth(inputs, 0).div(nth(inputs, 1))))
	)
});

export const OPERATING_EFFECT = formula({
	id: 'operating-effect',
	name: ['Effekt på driftbudgeten', 'Effect on the operating budget'],
	symbols: 'avskrivning + internränta + drift − besparing − intäkt − bidrag',
	words: [
		'Större än noll är en belastning. Fasta priser, nominell internränta.',
		'Above zero is a burden. Constant prices, nominal internal rate.'
	],
	source: ['RKR; SKR:s internränta', 'RKR; the internal rate of SKR'],
	example: 'avskrivning=40000 ränta=25000 drift=20000 besparing=70000 intäkt=0 bidrag=0',
	unit: 'kr',
	compute: known(([first, ...rest]) => {
		const [interest, opex, ...relief] = rest;
		if (!first || !interest || !opex) return null;
		return relief.reduce((left, value) => left.minus(value), first.plus(interest).plus(opex));
	})
});

/** A burden above an unknown frame is unknown, and nothing is missing where there is no burden. */
export const DRIFTGAP = formula({
	id: 'driftgap',
	name: ['Driftgap ett år', 'Operating gap of a year'],
	symbols: 'max(0; effekt − ram)',
	words: [
		'Det som effekten på driftbudgeten är större än ramen. Visas bredvid finansieringsgapet och läggs aldrig ihop med det.',
		'What the effect on the operating budget exceeds the frame by. Shown beside the funding gap and never added to it.'
	],
	example: 'effekt=1200000 ram=1000000',
	unit: 'kr',
	compute: ([effect, frame]) => {
		if (!effect) return null;
		if (frame) return Decimal.max(ZERO, effect.minus(frame));
		return effect.lte(0) ? ZERO : null;
	}
});

export const TAX_ORE = formula({
	id: 'tax-ore',
	name: ['Öre per skattekrona', 'Öre of the tax rate'],
	symbols: '100 × effekt / en skattekrona',
	words: [
		'Hur många öre (hundradels procentenheter) på kommunalskatten effekten motsvarar.',
		'How many öre (hundredths of a percentage point) of the municipal tax the effect equals.'
	],
	source: ['SCB, skatteunderlag', 'Statistics Sweden, tax base'],
	example: 'effekt=1200000 krona=45000000',
	unit: 'öre',
	compute: known((inputs) =>
		nth(inputs, 1).gt(0) ? nth(inputs, 0).times(100).div(nth(inputs, 1)) : null
	)
});

export const INVESTMENT_ROOM = formula({
	id: 'investment-room',
	name: ['Eget investeringsutrymme', 'Own investment capacity'],
	symbols:
		'max(0; resultat + avskrivningar + nyupplåning − övriga investeringar + omriktade ramar)',
	words: [
		'Okänt så länge en av de fyra första är okänd.',
		'Unknown while one of the first four is unknown.'
	],
	source: ['Kommunal finansieringsanalys', 'Municipal financing analysis'],
	example:
		'resultat=2000000 avskrivningar=8000000 nyupplåning=3000000 övriga=9000000 omriktat=500000',
	unit: 'kr',
	compute: known(([result, depreciation, borrowing, others, ...redirected]) => {
		if (!result || !depreciation || !borrowing || !others) return null;
		const own = result.plus(depreciation).plus(borrowing).minus(others);
		return Decimal.max(ZERO, own.plus(sum(redirected)));
	})
});

export const SELF_FINANCING = formula({
	id: 'self-financing',
	name: ['Självfinansieringsgrad', 'Self-financing'],
	symbols: '(resultat + avskrivningar) / (övriga investeringar + planens behov)',
	words: [
		'Hur stor del av årets investeringar som resultat och avskrivningar betalar.',
		'How much of the year’s investments result and depreciation pay.'
	],
	source: ['Kommunal finansieringsanalys', 'Municipal financing analysis'],
	example: 'resultat=2000000 avskrivningar=8000000 övriga=9000000 planen=4000000',
	unit: 'share',
	compute: known((inputs) => {
		const investments = nth(inputs, 2).plus(nth(inputs, 3));
		return investments.gt(0) ? nth(inputs, 0).plus(nth(inputs, 1)).div(investments) : null;
	})
});

export const EU_GAP_RATE = formula({
	id: 'eu-gap-rate',
	name: ['EU:s finansieringsgap', 'EU funding-gap rate'],
	symbols: 'R = (DIC − DNR) / DIC, mellan 0 och 1',
	words: [
		'Nuvärdet av investeringen minus nuvärdet av nettointäkterna, som andel av investeringen. Bidraget är stödberättigande kostnad × R × medfinansieringsgrad.',
		'Present investment less present net revenue, as a share of the investment. The grant is eligible cost × R × co-financing rate.'
	],
	source: ['Förordning (EU) 1303/2013 art. 61', 'Regulation (EU) 1303/2013 Art. 61'],
	example: 'DIC=100 DNR=30',
	unit: 'share',
	compute: known((inputs) => {
		const [cost, revenue] = [nth(inputs, 0), nth(inputs, 1)];
		return Decimal.max(ZERO, Decimal.min(ONE, cost.minus(revenue).div(cost)));
	})
});

export const AID_GAP = formula({
	id: 'aid-gap',
	name: ['Statsstödets finansieringsgap', 'State-aid funding gap'],
	symbols: 'min(max(0; NPV alternativ − NPV projekt); stödnivå × stödberättigande kostnad)',
	words: [
		'Stödet är högst det som projektet är sämre än ett trovärdigt alternativ utan stöd.',
		'Aid is at most what the project is worse than a credible alternative without aid.'
	],
	source: ['GBER; CEEAG', 'GBER; CEEAG'],
	example: 'alternativ=-100 projekt=-320 stödnivå=0.45 kostnad=700',
	unit: 'kr',
	compute: known((inputs) => {
		const shortfall = Decimal.max(ZERO, nth(inputs, 0).minus(nth(inputs, 1)));
		return Decimal.min(shortfall, nth(inputs, 2).times(nth(inputs, 3)));
	})
});

export const PAYER_BALANCE = formula({
	id: 'payer-balance',
	name: ['Vem betalar och vem tjänar', 'Who pays and who gains'],
	symbols: 'investering + drift − besparing − intäkt − beviljade bidrag',
	words: [
		'Större än noll: betalar netto under planens år. Restvärdet är inte med, och betalare kvittas aldrig mot varandra.',
		'Above zero: pays on balance over the years of the plan. The residual value is left out, and payers are never netted.'
	],
	example: 'investering=5000000 drift=300000 besparing=2000000 intäkt=0 bidrag=1000000',
	unit: 'kr',
	compute: known(([capex, opex, ...relief]) =>
		capex && opex ? relief.reduce((left, value) => left.minus(value), capex.plus(opex)) : null
	)
});

export const fundingFormulas = [
	OWN_SHARE,
	OWN_PART,
	WEIGHTED,
	FUNDING_GAP,
	WAITING_MONEY,
	EXPECTED_GAP,
	OUTCOMES,
	INVESTMENT_ROOM,
	SELF_FINANCING,
	KEPT_SHARE,
	OPERATING_EFFECT,
	DRIFTGAP,
	TAX_ORE,
	NET_CASH,
	PEAK_BRIDGING,
	PAYER_BALANCE,
	EU_GAP_RATE,
	AID_GAP
];
