import { Decimal, ONE, ZERO } from '../decimal.ts';
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
		'Säkrad: beviljat, avtalat och utbetalt väger 1. Förväntad: sökt och planerat väger sin sannolikhet. Planerad: allt utom idéer och avslag väger 1. Lån, borgen och egna pengar minskar aldrig gapet.',
		'Secured: granted, contracted and paid weigh 1. Expected: applied and planned weigh their probability. Planned: all but ideas and rejections weighs 1. Loans, guarantees and own money never make the gap smaller.'
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

export const FUNDED = formula({
	id: 'funded',
	name: ['Finansiering som används', 'Funding that is used'],
	symbols: 'min(N; F)',
	words: ['Årets finansiering, högst behovet.', 'The funding of the year, at most the need.'],
	source: NZC,
	example: 'N=12000000 F=4000000',
	unit: 'kr',
	compute: known((inputs) => Decimal.min(nth(inputs, 0), nth(inputs, 1)))
});

export const OWN_USED = formula({
	id: 'own-used',
	name: ['Eget utrymme som används', 'Own capacity that is used'],
	symbols: 'max(0; N − använt − gap)',
	words: [
		'Det av behovet som varken finansieringen täcker eller som saknas.',
		'What of the need neither the funding covers nor is missing.'
	],
	source: NZC,
	example: 'N=12000000 använt=4000000 gap=5000000',
	unit: 'kr',
	compute: known((inputs) =>
		Decimal.max(ZERO, nth(inputs, 0).minus(nth(inputs, 1)).minus(nth(inputs, 2)))
	)
});

export const WAITING_MONEY = formula({
	id: 'waiting-money',
	name: ['Pengar som får vänta', 'Money that may wait'],
	symbols: 'max(0; S − max(0; N − M)) + ny',
	words: [
		'Det som året före lämnade kvar av pengar som får användas senare, sedan dess behov N tagit det som måste användas då, M (årets finansiering och eget utrymme som inte får vänta); plus årets nya.',
		'What the year before left of money that may be used later, after its need N had taken what had to be used then, M (the year’s funding and own capacity that may not wait); plus what is new this year.'
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

export const GAP_BOUNDS = formula({
	id: 'gap-bounds',
	name: ['Känt trots okänt utrymme', 'Known in spite of unknown capacity'],
	symbols: 'samma belopp utan det okända och med så mycket som helst av det',
	words: [
		'När pengar får vänta och något års utrymme är okänt räknas alla år två gånger: som om det okända vore noll, och som om det räckte till allt. Bara det som blir lika är känt.',
		'Where money may wait and the capacity of some year is unknown, all years are computed twice: as if the unknown were zero, and as if it were enough for everything. Only what comes out alike is known.'
	],
	example: '',
	unit: 'kr',
	compute: null
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
	FUNDED,
	OWN_USED,
	WAITING_MONEY,
	GAP_BOUNDS,
	EXPECTED_GAP,
	OUTCOMES,
	PAYER_BALANCE,
	EU_GAP_RATE,
	AID_GAP
];
