import { Decimal, ONE, ZERO, sum } from '../decimal.ts';
import { added, formula, known, multiplied, nth } from '../formula.ts';

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

export const POSITION = formula({
	id: 'cash-position',
	name: ['Kassa vid årets slut', 'Cash at the end of the year'],
	symbols: 'förra året + kassaflöde',
	words: [
		'Årens kassaflöden läggs ihop från planens första år. Okänt från det första år vars kassaflöde är okänt.',
		'The cash flows of the years are added from the first year of the plan. Unknown from the first year whose cash is unknown.'
	],
	example: 'förra=-3000000 kassaflöde=1000000',
	unit: 'kr',
	compute: added
});

export const BRIDGE = formula({
	id: 'bridge',
	name: ['Att överbrygga vid årets slut', 'To bridge at the end of the year'],
	symbols: 'max(0; −kassa)',
	words: [
		'Det som kassan ligger under noll. Ett lån kan bära det tills pengarna kommer; finansieringsgapet blir inte mindre.',
		'What cash is below zero by. A loan can carry it until the money comes; the funding gap gets no smaller.'
	],
	example: 'kassa=-2000000',
	unit: 'kr',
	compute: known((inputs) => Decimal.max(ZERO, nth(inputs, 0).neg()))
});

export const BRIDGE_INTEREST = formula({
	id: 'bridge-interest',
	name: ['Överbryggningens kostnad', 'Cost of bridging'],
	symbols: 'att överbrygga × internränta',
	words: [
		'Ett års ränta på det som är lånat vid årets slut, till planens internränta. Lånets egen ränta kan vara en annan.',
		'A year’s interest on what is owed at the end of the year, at the plan’s internal rate. The loan’s own rate may differ.'
	],
	example: 'överbrygga=2000000 ränta=0.025',
	unit: 'kr',
	compute: multiplied
});

export const LOAN_INTEREST = formula({
	id: 'loan-interest',
	name: ['Ränta på ett lån', 'Interest on a loan'],
	symbols: 'lån × ränta × (1 − avbetalade år / återbetalningstid)',
	words: [
		'Ränta på det som är kvar att betala när året börjar; lånet betalas av med lika mycket varje år.',
		'Interest on what is owed when the year begins; the loan is repaid in equal parts.'
	],
	example: 'lån=1000000 ränta=0.03 avbetalade=2 tid=10',
	unit: 'kr',
	compute: known((inputs) =>
		nth(inputs, 0)
			.times(nth(inputs, 1))
			.times(ONE.minus(nth(inputs, 2).div(nth(inputs, 3))))
	)
});

export const AFTER_LOANS = formula({
	id: 'cash-after-loans',
	name: ['Kassaflöde ett år, med lån', 'Net cash of a year, with loans'],
	symbols: 'kassaflöde + lån − amortering − ränta',
	words: [
		'Beslutade lån räknas in när de betalas ut, och deras amortering och ränta dras av.',
		'Decided loans count when they are drawn, and their repayment and interest are taken off.'
	],
	example: 'kassaflöde=-3000000 lån=4000000 amortering=0 ränta=0',
	unit: 'kr',
	compute: known((inputs) =>
		nth(inputs, 0).plus(nth(inputs, 1)).minus(nth(inputs, 2)).minus(nth(inputs, 3))
	)
});

export const REST_SHARE = formula({
	id: 'rest-share',
	name: ['Andel som betalas under tiden', 'Share paid along the way'],
	symbols: '1 − förskott − slutbetalning',
	words: [
		'Det av bidraget som varken betalas i förskott eller hålls inne till slutredovisningen.',
		'What of the grant is neither paid ahead nor held back until the final report.'
	],
	example: 'förskott=0.3 slutbetalning=0.2',
	unit: 'share',
	compute: known((inputs) => ONE.minus(nth(inputs, 0)).minus(nth(inputs, 1)))
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

export const LOAN_SHARE = formula({
	id: 'loan-share',
	name: ['Andel som ett lån betalar', 'Share that a loan pays'],
	symbols: 'min(kvar; lån × vikt / utgift)',
	words: [
		'Lånet betalar högst det som är kvar efter bidrag, och efter lån före det på samma post.',
		'The loan pays at most what is left after grants, and after loans before it on the same item.'
	],
	example: 'lån=400000 vikt=1 utgift=1000000 kvar=0.7',
	unit: 'share',
	compute: known((inputs) =>
		nth(inputs, 2).isZero()
			? ZERO
			: Decimal.min(nth(inputs, 3), nth(inputs, 0).times(nth(inputs, 1)).div(nth(inputs, 2)))
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
	POSITION,
	BRIDGE,
	BRIDGE_INTEREST,
	LOAN_INTEREST,
	AFTER_LOANS,
	REST_SHARE,
	KEPT_SHARE,
	LOAN_SHARE,
	OPERATING_EFFECT,
	DRIFTGAP,
	TAX_ORE,
	INVESTMENT_ROOM,
	SELF_FINANCING
];
