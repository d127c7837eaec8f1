import { Decimal, ONE, ZERO, sum } from '../decimal.ts';
import { divided, formula, known, multiplied, nth, subtracted } from '../formula.ts';

const NATIONAL = ['Nationella emissionsdatabasen', 'Swedish national emission database'] as const;

export const INTERPOLATED = formula({
	id: 'interpolated',
	name: ['Värde mellan två år', 'Value between two years'],
	symbols: 'v₁ + (v₂ − v₁)(y − y₁)/(y₂ − y₁)',
	words: [
		'Rakt mellan de två daterade värdena närmast, och oförändrat utanför dem.',
		'Linear between the two nearest dated values, and flat outside them.'
	],
	example: 'v₁=0.059 v₂=0.035 y₁=2026 y₂=2035 y=2030',
	unit: 't/MWh',
	compute: known((inputs) => {
		const [v1, v2, y1, y2, y] = inputs;
		if (!v1 || !v2 || !y1 || !y2 || !y) return null;
		return y2.eq(y1) ? v1 : v1.plus(v2.minus(v1).times(y.minus(y1)).div(y2.minus(y1)));
	})
});

export const REFERENCE = formula({
	id: 'reference',
	name: ['Utsläpp utan planen, en sektor', 'Emissions without the plan, one sector'],
	symbols: 'bas × (1 + förändring)^(y − basår)',
	words: [
		'Basårets utsläpp ur en namngiven utgåva, med sektorns årliga förändring.',
		'The base year’s emissions from a named release, with the yearly change of the sector.'
	],
	source: NATIONAL,
	example: 'bas=50000 förändring=-0.035 y−basår=6',
	unit: 't',
	compute: known((inputs) => nth(inputs, 0).times(nth(inputs, 1).plus(1).pow(nth(inputs, 2))))
});

export const CO2_PART = formula({
	id: 'co2-part',
	name: ['Koldioxiddelen', 'The carbon dioxide part'],
	symbols: 'CO2e × andel koldioxid',
	words: [
		'Sektorns utsläpp gånger den andel av dem som är koldioxid.',
		'Emissions of the sector times the share of them that is carbon dioxide.'
	],
	source: NATIONAL,
	example: 'CO2e=40000 andel=0.99',
	unit: 't',
	compute: multiplied
});

export const RESIDUAL_EMISSIONS = formula({
	id: 'residual-emissions',
	name: ['Utsläpp med portföljen', 'Emissions with the portfolio'],
	symbols: 'referens − tillräknad minskning',
	words: [
		'Det som är kvar när portföljens tillräknade ton är borta.',
		'What is left when the credited tonnes of the portfolio are gone.'
	],
	example: 'referens=60000 minskning=9000',
	unit: 't',
	compute: subtracted
});

export const TARGET_GAP = formula({
	id: 'target-gap',
	name: ['Gap till målet', 'Gap to the target'],
	symbols: 'utsläpp med portföljen − målnivå',
	words: [
		'Större än noll: så många ton saknas. Bara territoriella mål i ton beräknas.',
		'Above zero: so many tonnes are missing. Only territorial targets in tonnes are computed.'
	],
	example: 'utsläpp=51000 mål=17000',
	unit: 't',
	compute: subtracted
});

export const CHANGE = formula({
	id: 'change',
	name: ['Förändring', 'Change'],
	symbols: 'nu / då − 1',
	words: ['Inom en och samma utgåva.', 'Within one and the same release.'],
	source: NATIONAL,
	example: 'nu=46770 då=52836',
	unit: 'share',
	compute: known((inputs) => nth(inputs, 0).div(nth(inputs, 1)).minus(1))
});

export const ACHIEVED_PACE = formula({
	id: 'achieved-pace',
	name: ['Takt hittills', 'Pace so far'],
	symbols: '(från − till) / n',
	words: ['Ton om året mellan två år.', 'Tonnes a year between two years.'],
	example: 'från=52000 till=46000 n=8',
	unit: 't/year',
	compute: known((inputs) => nth(inputs, 0).minus(nth(inputs, 1)).div(nth(inputs, 2)))
});

export const COMPOUND_RATE = formula({
	id: 'compound-rate',
	name: ['Lika stor minskning varje år', 'The same cut every year'],
	symbols: '1 − (till / från)^(1/n)',
	words: [
		'Procent av året före. En halvering på tio år är 6,7 procent om året, inte 5.',
		'Per cent of the year before. Halving in ten years is 6.7 per cent a year, not 5.'
	],
	source: ['Rockström m.fl. 2017, carbon law', 'Rockström et al. 2017, carbon law'],
	example: 'till=50 från=100 n=10',
	unit: 'share',
	compute: known((inputs) =>
		ONE.minus(
			nth(inputs, 0)
				.div(nth(inputs, 1))
				.pow(ONE.div(nth(inputs, 2)))
		)
	)
});

export const SHARE_OF_CUT = formula({
	id: 'share-of-cut',
	name: ['Andel av minskningen', 'Share of the cut'],
	symbols: 'minskat / (bas − mål)',
	words: ['Hur stor del av vägen som är gången.', 'How much of the way has been gone.'],
	example: 'minskat=9000 bas=50000 mål=17000',
	unit: 'share',
	compute: known((inputs) => {
		const toCut = nth(inputs, 1).minus(nth(inputs, 2));
		return toCut.gt(0) ? nth(inputs, 0).div(toCut) : null;
	})
});

export const LINEAR_PATH = formula({
	id: 'linear-path',
	name: ['Rak bana', 'Linear path'],
	symbols: 'e₀ + (e₁ − e₀)(y − y₀)/(y₁ − y₀)',
	words: [
		'Lika många ton varje år; stegen är en andel av basåret.',
		'The same tonnes every year; a step is a share of the base year.'
	],
	source: ['SBTi, absolute contraction', 'SBTi, absolute contraction'],
	example: 'e₀=100 e₁=58 y−y₀=5 y₁−y₀=10',
	unit: 't',
	compute: known((inputs) => {
		const [from, to] = [nth(inputs, 0), nth(inputs, 1)];
		return from.plus(to.minus(from).times(nth(inputs, 2)).div(nth(inputs, 3)));
	})
});

export const CARBON_BUDGET = formula({
	id: 'carbon-budget',
	name: ['Koldioxidbudget vid jämn takt', 'Carbon budget at a constant rate'],
	symbols: 'e₀ × Σ (1 − r)^k, k = 1 … n',
	words: [
		'Summan av utsläppen efter basåret när de minskar med samma andel varje år. Basåret räknas inte.',
		'Sum of the emissions after the base year when they fall by the same share every year. The base year does not count.'
	],
	source: ['Uppsala universitet, koldioxidbudgetar', 'Uppsala University, carbon budgets'],
	example: 'e₀=50 r=0.125 n=22',
	unit: 't',
	compute: known((inputs) => {
		const levels: Decimal[] = [];
		let level = nth(inputs, 0);
		for (let k = 1; nth(inputs, 2).gte(k); k++) {
			level = level.times(ONE.minus(nth(inputs, 1)));
			levels.push(level);
		}
		return sum(levels);
	})
});

export const BUDGET_RATE = formula({
	id: 'budget-rate',
	name: ['Takt som en budget räcker till', 'Rate that a budget allows'],
	symbols: 'e₀ / (B + e₀)',
	words: [
		'Den årliga minskning, utan slutår, som använder budgeten precis. Basåret räknas inte.',
		'The yearly cut, without an end year, that uses the budget exactly. The base year does not count.'
	],
	source: ['Uppsala universitet, koldioxidbudgetar', 'Uppsala University, carbon budgets'],
	example: 'e₀=50 B=350',
	unit: 'share',
	compute: known((inputs) => nth(inputs, 0).div(nth(inputs, 1).plus(nth(inputs, 0))))
});

export const ABOVE_TARGET = formula({
	id: 'above-target',
	name: ['Ton över målbanan', 'Tonnes above the target path'],
	symbols: 'Σ max(0; utsläpp − mål)',
	words: [
		'Att nå slutåret säger inget om summan: åren över målbanan räknas var för sig.',
		'Meeting the last year says nothing of the sum: the years above the target path count one by one.'
	],
	example: 'utsläpp₁=89 mål₁=85 utsläpp₂=65 mål₂=75',
	unit: 't',
	compute: known((inputs) => {
		let above = ZERO;
		for (let index = 0; index < inputs.length; index += 2)
			above = above.plus(Decimal.max(ZERO, nth(inputs, index).minus(nth(inputs, index + 1))));
		return above;
	})
});

export const SHARE = formula({
	id: 'share',
	name: ['Andel', 'Share'],
	symbols: 'del / helhet',
	words: ['Delen av helheten i samma utgåva.', 'The part of the whole in the same release.'],
	source: NATIONAL,
	example: 'del=45000 helhet=107000',
	unit: 'share',
	compute: divided
});

export const PURCHASE_FOOTPRINT = formula({
	id: 'purchase-footprint',
	name: ['Inköpens klimatpåverkan, en kategori', 'Footprint of purchases, one category'],
	symbols: 'kr × prisindex × moms × faktor / 1000',
	words: [
		'Årets inköp, omräknade med ett namngivet prisindex till faktorns prisår och med eller utan moms som faktorn, gånger kilo CO2e per krona. Konsumtionsbaserat: läggs aldrig ihop med territoriella ton.',
		'A year’s purchases, brought by a named price index to the price level of the factor and with or without tax as the factor is, times kilograms of CO2e per krona. Consumption-based: never added to territorial tonnes.'
	],
	source: [
		'Utgiftsbaserad beräkning med namngiven faktorlista',
		'Spend-based method with a named list of factors'
	],
	example: 'kr=1200000 prisindex=0.95 moms=1.25 faktor=0.032',
	unit: 't',
	compute: known((inputs) => inputs.reduce((product, one) => product.times(one), ONE).div(1000))
});

export const emissionFormulas = [
	INTERPOLATED,
	REFERENCE,
	CO2_PART,
	RESIDUAL_EMISSIONS,
	TARGET_GAP,
	CHANGE,
	SHARE,
	ACHIEVED_PACE,
	COMPOUND_RATE,
	SHARE_OF_CUT,
	LINEAR_PATH,
	CARBON_BUDGET,
	BUDGET_RATE,
	ABOVE_TARGET,
	PURCHASE_FOOTPRINT
];
