import { Decimal, ONE, ZERO, sum } from '../decimal.ts';
import { formula, known, nth } from '../formula.ts';

export const PEAK_BRIDGING = formula({
	id: 'peak-bridging',
	name: ['Överbryggning', 'Bridging'],
	symbols: 'max(0; −lägsta summan)',
	words: [
		'Så mycket pengar måste som mest lånas i väntan, när årens kassaflöden läggs ihop från början.',
		'So much money must at most be borrowed while waiting, when the cash flows of the years are added from the start.'
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

export const budgetFormulas = [
	PEAK_BRIDGING,
	NET_CASH,
	KEPT_SHARE,
	OPERATING_EFFECT,
	DRIFTGAP,
	TAX_ORE,
	INVESTMENT_ROOM,
	SELF_FINANCING
];
