import { Decimal, ONE, ZERO } from '../decimal.ts';
import { formula, known, multiplied, nth } from '../formula.ts';

const ASEK = [
	'Läroboken; numpy-financial; EU:s vägledning för samhällsekonomiska kalkyler',
	'Textbook; numpy-financial; EU guidance on cost-benefit analysis'
] as const;
const RKR = [
	'Rak avskrivning och internränta i kommuner (SKR, RKR)',
	'Linear depreciation and internal interest in Swedish municipalities (SKR, RKR)'
] as const;

/** a(r, n) by summing one krona a year, to hold against the closed form. */
function annuityFactor(rate: Decimal, years: number): Decimal {
	let [sum, factor] = [ZERO, ONE];
	for (let year = 1; year <= years; year++) {
		factor = factor.div(rate.plus(1));
		sum = sum.plus(factor);
	}
	return sum;
}

const whole = (inputs: readonly Decimal[], index: number) => nth(inputs, index).toNumber();

export const DISCOUNT_FACTOR = formula({
	id: 'discount-factor',
	name: ['Diskonteringsfaktor', 'Discount factor'],
	symbols: 'd(y) = (1 + r)^−(y − y₀ + τ)',
	words: [
		'En krona längre fram i tiden är mindre värd. Första planåret räknas inte ned (τ = 0); mitt i året är τ = ½ och vid årets slut τ = 1.',
		'A krona later in time is worth less. The first year of the plan is not discounted (τ = 0); in the middle of the year τ = ½, at its end τ = 1.'
	],
	source: ASEK,
	example: 'r=0.035 y−y₀=10 τ=0',
	unit: 'factor',
	compute: known((inputs) =>
		ONE.div(
			nth(inputs, 0)
				.plus(1)
				.pow(nth(inputs, 1).plus(nth(inputs, 2)))
		)
	)
});

export const PRESENT_FLOW = formula({
	id: 'present-flow',
	name: ['Nuvärde av ett års belopp', 'Present value of one year’s amount'],
	symbols: 'F(y) × d(y)',
	words: [
		'Årets belopp gånger årets diskonteringsfaktor.',
		'The amount of the year times its discount factor.'
	],
	source: ASEK,
	example: 'F=100000 d=0.9',
	unit: 'kr',
	compute: multiplied
});

export const ANNUITY_FACTOR = formula({
	id: 'annuity-factor',
	name: ['Nusummefaktor', 'Present-value factor'],
	symbols: 'a(r, n) = (1 − (1 + r)^−n) / r',
	words: [
		'Vad en krona om året i n år är värd i dag. Vid räntan noll är den n.',
		'What one krona a year for n years is worth today. At a rate of zero it is n.'
	],
	source: ASEK,
	example: 'r=0.035 n=20',
	unit: 'factor',
	compute: known((inputs) => annuityFactor(nth(inputs, 0), whole(inputs, 1)))
});

export const EQUIVALENT_ANNUAL_COST = formula({
	id: 'equivalent-annual-cost',
	name: ['Årlig kostnad (annuitet)', 'Equivalent annual cost'],
	symbols: 'EAC = PV / a(r, n)',
	words: [
		'Nuvärdet fördelat lika över n år. Så jämförs åtgärder med olika livslängd.',
		'The present value spread evenly over n years. So measures of different lives are compared.'
	],
	source: ASEK,
	example: 'PV=1000000 r=0.035 n=20',
	unit: 'kr',
	compute: known((inputs) => nth(inputs, 0).div(annuityFactor(nth(inputs, 1), whole(inputs, 2))))
});

export const REAL_TO_NOMINAL = formula({
	id: 'real-to-nominal',
	name: ['Nominell ränta', 'Nominal rate'],
	symbols: '(1 + r)(1 + π) − 1',
	words: [
		'Real ränta och inflation ger den nominella. Belopp i fasta priser räknas aldrig ned med en nominell ränta.',
		'Real rate and inflation give the nominal one. Amounts in constant prices are never discounted at a nominal rate.'
	],
	source: ['Fisher', 'Fisher'],
	example: 'r=0.035 π=0.02',
	unit: 'share',
	compute: known((inputs) => nth(inputs, 0).plus(1).times(nth(inputs, 1).plus(1)).minus(1))
});

export const REBASED = formula({
	id: 'rebased',
	name: ['Belopp i ett annat års priser', 'Amount in the prices of another year'],
	symbols: 'A × I(till) / I(från)',
	words: [
		'Beloppet gånger kvoten mellan ett namngivet prisindex i de två åren.',
		'The amount times the ratio of a named price index in the two years.'
	],
	source: ['SCB, KPI och KPIF', 'Statistics Sweden, CPI and CPIF'],
	example: 'A=1000000 I(till)=126 I(från)=105',
	unit: 'kr',
	compute: known((inputs) => nth(inputs, 0).times(nth(inputs, 1)).div(nth(inputs, 2)))
});

export const YEARLY_AMOUNT = formula({
	id: 'yearly-amount',
	name: ['Löpande belopp', 'Recurring amount'],
	symbols: 'A × (1 + g)^n × s',
	words: [
		'Årsbeloppet med sin årliga förändring, n år efter det första, gånger portföljens omfattning.',
		'The yearly amount with its yearly change, n years after the first, times the scale of the portfolio.'
	],
	example: 'A=100000 g=0.02 n=3 s=1',
	unit: 'kr',
	compute: known((inputs) =>
		nth(inputs, 0)
			.times(nth(inputs, 1).plus(1).pow(nth(inputs, 2)))
			.times(nth(inputs, 3))
	)
});

export const RESIDUAL_LINEAR = formula({
	id: 'residual-linear',
	name: ['Restvärde, rakt', 'Residual value, linear'],
	symbols: 'A × max(0; 1 − använda år / n)',
	words: [
		'Det som är kvar av en investering när planen slutar: lika mycket förbrukas varje år av avskrivningstiden. Mark behåller sitt belopp.',
		'What is left of an investment when the plan ends: the same is used up every year of the depreciation period. Land keeps its amount.'
	],
	source: RKR,
	example: 'A=1000000 n=25 använda=10',
	unit: 'kr',
	compute: known((inputs) => {
		const [amount, life, used] = [nth(inputs, 0), nth(inputs, 1), nth(inputs, 2)];
		return amount.times(Decimal.max(ZERO, ONE.minus(used.div(life))));
	})
});

export const RESIDUAL_ANNUITY = formula({
	id: 'residual-annuity',
	name: ['Restvärde, kvarvarande annuiteter', 'Residual value, annuities left'],
	symbols: 'A × a(r, n − använda år) / a(r, n)',
	words: [
		'Nuvärdet av de annuiteter som inte är förbrukade. Bara så blir kostnaden per ton densamma för en avkortad tid som för hela livslängden.',
		'The present value of the annuities not yet spent. Only so is the cost per tonne of a cut period that of the whole life.'
	],
	source: ASEK,
	example: 'A=1000000 n=25 använda=10 r=0.035',
	unit: 'kr',
	compute: known((inputs) => {
		const left = whole(inputs, 1) - whole(inputs, 2);
		if (left <= 0) return ZERO;
		const rate = nth(inputs, 3);
		return nth(inputs, 0)
			.times(annuityFactor(rate, left))
			.div(annuityFactor(rate, whole(inputs, 1)));
	})
});

export const NET_FLOW = formula({
	id: 'net-flow',
	name: ['Nettokostnad ett år', 'Net cost of a year'],
	symbols: 'C(y) = investering + drift − besparing − intäkt − restvärde',
	words: [
		'Alla betalare, hela projektet, före bidrag, jämfört med att inte göra åtgärden. Restvärdet räknas sista året.',
		'All payers, whole project, before grants, against not carrying out the measure. The residual value counts in the last year.'
	],
	source: ASEK,
	example: 'investering=1000000 drift=20000 besparing=70000 intäkt=0 restvärde=0',
	unit: 'kr',
	compute: known((inputs) =>
		nth(inputs, 0)
			.plus(nth(inputs, 1))
			.minus(nth(inputs, 2))
			.minus(nth(inputs, 3))
			.minus(nth(inputs, 4))
	)
});

export const DEPRECIATION = formula({
	id: 'depreciation',
	name: ['Avskrivning ett år', 'Depreciation of a year'],
	symbols: 'A / n',
	words: [
		'Det som är kvar att betala efter bidrag, fördelat lika på avskrivningstiden, från året efter utgiften. Mark skrivs inte av.',
		'What is left to pay after grants, spread evenly over the depreciation period, from the year after spending. Land is not written off.'
	],
	source: RKR,
	example: 'A=1000000 n=25',
	unit: 'kr',
	compute: known((inputs) => nth(inputs, 0).div(nth(inputs, 1)))
});

export const INTEREST = formula({
	id: 'interest',
	name: ['Internränta ett år', 'Internal interest of a year'],
	symbols: 'A × r × (1 − (k − 1) / n)',
	words: [
		'Internräntan på årets ingående bokförda värde, år k efter utgiften. På årets medelvärde står k − ½ i stället för k − 1.',
		'Internal rate on the opening book value, year k after spending. On the average value of the year it is k − ½ in place of k − 1.'
	],
	source: RKR,
	example: 'A=1000000 r=0.025 k−1=4 n=25',
	unit: 'kr',
	compute: known((inputs) =>
		nth(inputs, 0)
			.times(nth(inputs, 1))
			.times(ONE.minus(nth(inputs, 2).div(nth(inputs, 3))))
	)
});

export const LAND_INTEREST = formula({
	id: 'land-interest',
	name: ['Internränta på mark', 'Internal interest on land'],
	symbols: 'A × r',
	words: [
		'Mark skrivs inte av, så räntan är densamma varje år.',
		'Land is not written off, so the interest is the same every year.'
	],
	source: RKR,
	example: 'A=1000000 r=0.025',
	unit: 'kr',
	compute: multiplied
});

export const ANNUITY_INTEREST = formula({
	id: 'annuity-interest',
	name: ['Ränta i en annuitet', 'Interest in an annuity'],
	symbols: 'A × r × a(r, n − k + 1) / a(r, n)',
	words: [
		'Räntan på det som är kvar att betala vid ingången av år k.',
		'The rate on what is still owed at the opening of year k.'
	],
	source: RKR,
	example: 'A=1000000 r=0.025 k=5 n=25',
	unit: 'kr',
	compute: known((inputs) => {
		const [amount, rate] = [nth(inputs, 0), nth(inputs, 1)];
		const [k, n] = [whole(inputs, 2), whole(inputs, 3)];
		return amount
			.times(rate)
			.times(annuityFactor(rate, n - k + 1))
			.div(annuityFactor(rate, n));
	})
});

export const ANNUITY_DEPRECIATION = formula({
	id: 'annuity-depreciation',
	name: ['Avskrivning i en annuitet', 'Depreciation in an annuity'],
	symbols: 'A / a(r, n) − ränta',
	words: [
		'Kapitalkostnaden är lika stor varje år; det som inte är ränta är avskrivning.',
		'The capital cost is the same every year; what is not interest is depreciation.'
	],
	source: RKR,
	example: 'A=1000000 r=0.025 n=25 ränta=21960.78',
	unit: 'kr',
	compute: known((inputs) =>
		nth(inputs, 0)
			.div(annuityFactor(nth(inputs, 1), whole(inputs, 2)))
			.minus(nth(inputs, 3))
	)
});

export const financeFormulas = [
	DISCOUNT_FACTOR,
	PRESENT_FLOW,
	ANNUITY_FACTOR,
	EQUIVALENT_ANNUAL_COST,
	REAL_TO_NOMINAL,
	REBASED,
	YEARLY_AMOUNT,
	RESIDUAL_LINEAR,
	RESIDUAL_ANNUITY,
	NET_FLOW,
	DEPRECIATION,
	INTEREST,
	LAND_INTEREST,
	ANNUITY_INTEREST,
	ANNUITY_DEPRECIATION
];
