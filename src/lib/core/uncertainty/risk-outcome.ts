import { addCredits, creditsOf } from './plain-credits.ts';
import type { RiskFigure } from './risk-figures.ts';
import { addTo, type RiskModel } from './risk-model.ts';

/** Works out the figures of a draw, in the order of the model's; NaN: unknown, or none. Its arrays are used anew for each. */
type OutcomeOf = (draw: Float64Array) => Float64Array;

/**
 * A function that gives the figures of a draw: the values of the model's uncertainties, after a 1 in place 0; an award is 1
 * where it is won, 0 where it is lost. Its arrays are used anew for each draw.
 */
export function outcomesOf(model: RiskModel): OutcomeOf {
	const { years, figures } = model;
	const series = () => new Float64Array(years);
	const money = { need: series(), inYear: series(), mayWait: series() };
	const gap = { without: series(), plenty: series() };
	const tonnes = { all: series(), ranked: series(), CO2: series(), CO2e: series() };
	const creditDraw = creditsOf(model);
	const result = new Float64Array(figures.length);

	return (draw) => {
		const present = moneyOf(model, draw, money);
		gapOf(model, money, gap);
		const credits = creditDraw(draw);
		for (const total of Object.values(tonnes)) total.fill(0);
		model.pools.forEach(({ claims, gases }, pool) => {
			claims.forEach(({ isRanked }, place) => {
				const credited = credits[pool]?.[place];
				if (!credited) return;
				addCredits(tonnes.all, credited);
				if (isRanked) addCredits(tonnes.ranked, credited);
				for (const gas of gases) addCredits(tonnes[gas], credited);
			});
		});
		const costPerTonne = ratio(present.ranked, dot(tonnes.ranked, model.discount));
		figures.forEach((figure, index) => (result[index] = valueOf(figure)));

		function valueOf(figure: RiskFigure): number {
			switch (figure.kind) {
				case 'gap':
					return sum(gap.without);
				case 'gapYear':
					return gap.without[figure.place] ?? NaN;
				case 'netCost':
					return present.all;
				case 'municipalCost':
					return present.municipal;
				case 'tonnes':
					return sum(tonnes.all);
				case 'target':
					return tonnes[figure.gas][figure.place] ?? NaN;
				case 'costPerTonne':
					return costPerTonne;
			}
		}
		return result;
	};
}

/** Below a gram there are no tonnes to divide by. */
const LEAST_TONNES = 1e-6;

function ratio(cost: number, tonnes: number): number {
	return tonnes > LEAST_TONNES ? cost / tonnes : NaN;
}

type Money = {
	readonly need: Float64Array;
	readonly inYear: Float64Array;
	readonly mayWait: Float64Array;
};

/** Fills the need and the money for it, and gives the present net costs. */
function moneyOf({ costs, grants }: RiskModel, draw: Float64Array, money: Money) {
	const at = (factors: readonly [number, number]) =>
		(draw[factors[0]] ?? 1) * (draw[factors[1]] ?? 1);
	const present = { all: 0, municipal: 0, ranked: 0 };
	for (const array of Object.values(money)) array.fill(0);
	for (const { factors, present: own, need } of costs) {
		const factor = at(factors);
		present.all += factor * own.all;
		present.municipal += factor * own.municipal;
		present.ranked += factor * own.ranked;
		for (let year = 0; year < need.length; year++)
			addTo(money.need, year, factor * (need[year] ?? 0));
	}
	for (const { factors, award, mayWait, perYear, isOfNeed, present: own } of grants) {
		const won = (award === 0 ? 1 : (draw[award] ?? 0)) * Math.min(1, at(factors));
		if (won === 0) continue;
		present.municipal -= won * own;
		if (!isOfNeed) continue;
		const into = mayWait ? money.mayWait : money.inYear;
		for (let year = 0; year < perYear.length; year++) addTo(into, year, won * (perYear[year] ?? 0));
	}
	return present;
}

/** As `fundingGap`: where own money is unknown, a year's gap is known only if it is the same with none and with plenty of it. */
function gapOf(
	{ own }: RiskModel,
	money: Money,
	gap: { readonly without: Float64Array; readonly plenty: Float64Array }
): void {
	fillGap(own, money, 0, gap.without);
	if (!own.perYear.some(Number.isNaN)) return;
	fillGap(own, money, sum(money.need), gap.plenty);
	for (let year = 0; year < gap.without.length; year++)
		if (Math.abs((gap.without[year] ?? 0) - (gap.plenty[year] ?? 0)) > HALF_AN_ORE)
			gap.without[year] = NaN;
}

/** Gaps below it are none: what is left of plain numbers that should have cancelled. */
export const HALF_AN_ORE = 0.005;

function fillGap(
	{ perYear, isCarried }: RiskModel['own'],
	money: Money,
	assumed: number,
	gap: Float64Array
): void {
	let stock = 0;
	for (let year = 0; year < gap.length; year++) {
		const known = perYear[year] ?? NaN;
		const capacity = Number.isNaN(known) ? assumed : known;
		const uncovered =
			(money.need[year] ?? 0) - (money.inYear[year] ?? 0) - (isCarried ? 0 : capacity);
		const mayWait = stock + (money.mayWait[year] ?? 0) + (isCarried ? capacity : 0);
		stock = Math.max(0, mayWait - Math.max(0, uncovered));
		const missing = Math.max(0, uncovered - mayWait);
		gap[year] = missing < HALF_AN_ORE ? 0 : missing;
	}
}

function sum(array: Float64Array): number {
	let total = 0;
	for (let index = 0; index < array.length; index++) total += array[index] ?? 0;
	return total;
}

function dot(a: Float64Array, b: Float64Array): number {
	let total = 0;
	for (let index = 0; index < a.length; index++) total += (a[index] ?? 0) * (b[index] ?? 0);
	return total;
}
