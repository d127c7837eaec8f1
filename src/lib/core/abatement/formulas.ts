import { Decimal, ONE, ZERO, settled } from '../decimal.ts';
import { formula, known, multiplied, nth, subtracted, type Compute } from '../formula.ts';

const FIELD = [
	'Nuvärde per diskonterat ton, som i NREL:s och EPA:s kalkyler',
	'Present value per discounted tonne, as NREL and EPA compute'
] as const;

export const EFFECT = formula({
	id: 'effect',
	name: ['Effekt ett år', 'Effect of a year'],
	symbols: 'E × f(y) × infasning × s',
	words: [
		'Ton om året direkt (f = 1), eller MWh gånger årets emissionsfaktor; gånger hur långt infasningen kommit och portföljens omfattning.',
		'Tonnes a year directly (f = 1), or MWh times the emission factor of the year; times how far the ramp has come and the scale of the portfolio.'
	],
	source: ['GHG-protokollet; IVL för nordisk el', 'GHG Protocol; IVL for Nordic electricity'],
	example: 'E=800 f=0.059 infasning=0.5 s=1',
	unit: 't',
	compute: multiplied
});

export const RAMP = formula({
	id: 'ramp',
	name: ['Infasning', 'Ramp-up'],
	symbols: 'min(1; n / infasningsår)',
	words: [
		'Andelen av full effekt det n:te året.',
		'The share of the full effect in the n-th year.'
	],
	example: 'n=2 infasningsår=4',
	unit: 'share',
	compute: known((inputs) => Decimal.min(ONE, nth(inputs, 0).div(Decimal.max(ONE, nth(inputs, 1)))))
});

/** Cost over the first tonnes; neither sum of tonnes, discounted or not, may be zero or less. */
const perTonne: Compute = known(([cost, tonnes, others]) =>
	cost && tonnes && others && settled(tonnes).gt(0) && settled(others).gt(0)
		? cost.div(tonnes)
		: null
);

export const COST_PER_TONNE = formula({
	id: 'cost-per-tonne',
	name: ['Kostnad per ton', 'Cost per tonne'],
	symbols: 'Σ C(y) d(y) / Σ ton(y) d(y)',
	words: [
		'Nuvärdet av nettokostnaden delat med de diskonterade tonnen. Det är det koldioxidpris vid vilket åtgärden går jämnt upp.',
		'Present value of the net cost over the discounted tonnes. It is the carbon price at which the measure breaks even.'
	],
	source: FIELD,
	example: 'kostnad=300000 ton·d=700 ton=1000',
	unit: 'kr/t',
	compute: perTonne
});

export const COST_PER_TONNE_UNDISCOUNTED = formula({
	id: 'cost-per-tonne-undiscounted',
	name: ['Kostnad per ton, odiskonterade ton', 'Cost per tonne, tonnes not discounted'],
	symbols: 'Σ C(y) d(y) / Σ ton(y)',
	words: [
		'Samma nuvärde delat med tonnen som de är, vilket är vad bidragsgivare ofta frågar efter. Aldrig längre från noll än det första måttet.',
		'The same present value over the tonnes as they are, which is what grant givers often ask for. Never farther from zero than the first measure.'
	],
	source: ['Svensk bidragspraxis', 'Swedish grant practice'],
	example: 'kostnad=300000 ton=1000 ton·d=700',
	unit: 'kr/t',
	compute: perTonne
});

export const CARBON_VALUE = formula({
	id: 'carbon-value',
	name: ['Koldioxidvärde ett år', 'Carbon value of a year'],
	symbols: 'p(y) = p₀ × (1 + g)^(y − y₀)',
	words: [
		'Vad ett ton är värt, växande från planens första år; med en daterad bana rakt mellan dess punkter och växande efter den sista.',
		'What a tonne is worth, growing from the first year of the plan; with a dated path linear between its points and growing after the last.'
	],
	source: ['Trafikverket, ASEK', 'Swedish Transport Administration, ASEK'],
	example: 'p₀=9100 g=0.01 y−y₀=5',
	unit: 'kr/t',
	compute: known((inputs) => nth(inputs, 0).times(nth(inputs, 1).plus(1).pow(nth(inputs, 2))))
});

export const NET_BENEFIT = formula({
	id: 'net-benefit',
	name: ['Nettonytta', 'Net benefit'],
	symbols: 'B = Σ p(y) ton(y) d(y) − Σ C(y) d(y)',
	words: [
		'Värdet av de undvikna tonnen minus nettokostnaden. Ordnar rätt även när kostnaden är negativ.',
		'Value of the avoided tonnes less the net cost. Orders rightly also where the cost is negative.'
	],
	source: ['Taylor 2012; Ward 2014; ASEK', 'Taylor 2012; Ward 2014; ASEK'],
	example: 'värde=6000000 kostnad=300000',
	unit: 'kr',
	compute: subtracted
});

export const SEQUENTIAL_CREDIT = formula({
	id: 'sequential-credit',
	name: ['Tillräknad effekt, i tur och ordning', 'Credited effect, one after another'],
	symbols: 'min(1; a / R) × kvar',
	words: [
		'Åtgärden tar sin andel av posten (a av R ton) av det som de före den har lämnat. Ordning: startår, sedan id. En tom post ger inget.',
		'The measure takes its share of the pool (a of R tonnes) of what those before it left. Order: start year, then id. An empty pool gives nothing.'
	],
	source: ['Multiplikativ överlappning på samma bas', 'Multiplicative overlap on one base'],
	example: 'a=200 R=1000 kvar=700',
	unit: 't',
	compute: known((inputs) => {
		const [claim, pool, left] = [nth(inputs, 0), nth(inputs, 1), nth(inputs, 2)];
		return pool.lte(0) ? ZERO : Decimal.min(ONE, claim.div(pool)).times(left);
	})
});

export const SHAPLEY_CREDIT = formula({
	id: 'shapley-credit',
	name: ['Tillräknad effekt, medel över alla ordningar', 'Credited effect, mean over all orders'],
	symbols: 'R × sₖ × medel av Π(1 − sᵢ) över dem som kommer före',
	words: [
		'Åtgärdens bidrag i medeltal över alla ordningar (Shapley): ingen gynnas av att räknas först.',
		'The mean contribution of the measure over all orders (Shapley): nobody gains by coming first.'
	],
	source: ['Shapley 1953', 'Shapley 1953'],
	example: 'R=1000 sₖ=0.3 s₂=0.2',
	unit: 't',
	compute: known((inputs) => {
		const [pool, own, ...others] = inputs;
		return pool && own ? pool.times(own).times(meanLeft(others)) : null;
	})
});

/** Mean over all orders of what those before leave: ∫₀¹ Π(1 − t sᵢ) dt, as a polynomial in t. */
function meanLeft(others: readonly Decimal[]): Decimal {
	let coefficients: Decimal[] = [ONE];
	for (const share of others) {
		const next = [...coefficients, ZERO];
		coefficients.forEach((c, power) => {
			next[power + 1] = (next[power + 1] ?? ZERO).minus(c.times(share));
		});
		coefficients = next;
	}
	return coefficients.reduce((sum, c, power) => sum.plus(c.div(power + 1)), ZERO);
}

export const SECTOR_CAP = formula({
	id: 'sector-cap',
	name: ['Högst sektorns utsläpp', 'At most the sector’s emissions'],
	symbols: 'min(a; max(0; sektorns utsläpp − redan tillräknat))',
	words: [
		'När planen väljer det: ingen sektor kan minska mer än den släpper ut.',
		'Where the plan chooses so: no sector can cut more than it emits.'
	],
	example: 'a=400 sektorn=900 tillräknat=600',
	unit: 't',
	compute: known((inputs) =>
		Decimal.min(nth(inputs, 0), Decimal.max(ZERO, nth(inputs, 1).minus(nth(inputs, 2))))
	)
});

export const SECTOR_CAP_SHARED = formula({
	id: 'sector-cap-shared',
	name: ['Högst sektorns utsläpp, delat lika', 'At most the sector’s emissions, shared alike'],
	symbols: 'a × min(1; max(0; sektorn − ökningar) / minskningar)',
	words: [
		'När ingen ordning finns krymper alla minskningar i sektorn lika mycket.',
		'Where there is no order all cuts of the sector shrink alike.'
	],
	example: 'a=400 sektorn=900 minskningar=1200 ökningar=0',
	unit: 't',
	compute: known((inputs) => {
		const [credit, emissions] = [nth(inputs, 0), nth(inputs, 1)];
		const [cuts, additions] = [nth(inputs, 2), nth(inputs, 3)];
		if (credit.lte(0) || cuts.isZero()) return credit;
		const room = Decimal.max(ZERO, emissions.minus(additions));
		return credit.times(Decimal.min(ONE, room.div(cuts)));
	})
});

export const HULL = formula({
	id: 'incremental-cost',
	name: ['Merkostnad per extra ton mellan varianter', 'Cost per extra tonne between variants'],
	symbols: '(C₂ − C₁) / (A₂ − A₁)',
	words: [
		'Varianter som utesluter varandra hör till kurvan bara om de ligger på det nedre konvexa höljet, var och en som tillägg till den före.',
		'Variants that exclude one another are on the curve only if they lie on the lower convex hull, each as an addition to the one before.'
	],
	source: ['Standard i kostnadskurvor', 'Standard for cost curves'],
	example: 'C₂=35000 C₁=10000 A₂=200 A₁=100',
	unit: 'kr/t',
	compute: known((inputs) =>
		nth(inputs, 0)
			.minus(nth(inputs, 1))
			.div(nth(inputs, 2).minus(nth(inputs, 3)))
	)
});

export const CLIMATE_BENEFIT = formula({
	id: 'climate-benefit',
	name: ['Klimatnytta per investerad krona', 'Climate benefit per krona invested'],
	symbols: '1 000 × ton / investering',
	words: [
		'Kilogram koldioxidekvivalenter per krona, odiskonterat och före bidrag, som Klimatklivet räknar. Ingen kostnad per ton: besparingar räknas inte.',
		'Kilograms of CO2e per krona, not discounted and before grants, as Klimatklivet counts. Not a cost per tonne: savings are left out.'
	],
	source: ['Naturvårdsverket, Klimatklivet', 'Swedish EPA, Klimatklivet'],
	example: 'ton=2400 investering=4000000',
	unit: 'kg/kr',
	compute: known((inputs) =>
		nth(inputs, 1).isZero() ? null : nth(inputs, 0).times(1000).div(nth(inputs, 1))
	)
});

export const MACC_HEIGHT = formula({
	id: 'macc-height',
	name: ['Höjd i kostnadskurvan', 'Height in the cost curve'],
	symbols: 'kommunens del av nuvärdet / Σ tillräknade ton(y) d(y)',
	words: [
		'Kostnaden per tillräknat ton över planens år. Bredden är tonnen odiskonterade. Negativa kostnader ordnas efter Paretoskikt och nettonytta, aldrig efter höjd.',
		'Cost per credited tonne over the years of the plan. The width is the tonnes not discounted. Negative costs are ordered by Pareto layer and net benefit, never by height.'
	],
	source: ['Taylor 2012; Kesicki och Ekins 2012', 'Taylor 2012; Kesicki and Ekins 2012'],
	example: 'kostnad=300000 ton·d=600',
	unit: 'kr/t',
	compute: known((inputs) => nth(inputs, 0).div(nth(inputs, 1)))
});

export const TARGET_YEAR_COST = formula({
	id: 'target-year-cost',
	name: ['Kostnad per ton ett målår', 'Cost per tonne in a target year'],
	symbols: '(Σ C(y) d(y) / Σ d(y)) / ton(målår)',
	words: [
		'Nuvärdet fördelat lika över åren med effekt, delat med tonnen som tillräknas det året.',
		'The present value spread evenly over the years with an effect, over the tonnes credited that year.'
	],
	source: ['McKinseys kostnadskurvor', 'McKinsey cost curves'],
	example: 'kostnad=300000 Σd=14 ton=60',
	unit: 'kr/t',
	compute: known((inputs) => nth(inputs, 0).div(nth(inputs, 1)).div(nth(inputs, 2)))
});

export const RANGE_END = formula({
	id: 'range-end',
	name: ['Ytterlighet av kostnaden per ton', 'End of the range of the cost per tonne'],
	symbols: '(investering × k + drift × o + övrigt) × fördelning / (ton × e)',
	words: [
		'Kostnaden per ton i det hörn av de angivna osäkerheterna som är lägst (eller högst).',
		'The cost per tonne at that corner of the stated uncertainties which is lowest (or highest).'
	],
	example: 'investering=1000000 k=0.9 drift=100000 o=1 övrigt=-800000 fördelning=1 ton=700 e=1.1',
	unit: 'kr/t',
	compute: known((inputs) => {
		const [capex, k, opex, o, rest, spread, tonnes, e] = inputs;
		if (!capex || !k || !opex || !o || !rest || !spread || !tonnes || !e) return null;
		const cost = capex.times(k).plus(opex.times(o)).plus(rest).times(spread);
		return cost.div(tonnes.times(e));
	})
});

export const abatementFormulas = [
	EFFECT,
	RAMP,
	COST_PER_TONNE,
	COST_PER_TONNE_UNDISCOUNTED,
	CARBON_VALUE,
	NET_BENEFIT,
	SEQUENTIAL_CREDIT,
	SHAPLEY_CREDIT,
	SECTOR_CAP,
	SECTOR_CAP_SHARED,
	HULL,
	CLIMATE_BENEFIT,
	MACC_HEIGHT,
	TARGET_YEAR_COST,
	RANGE_END
];
