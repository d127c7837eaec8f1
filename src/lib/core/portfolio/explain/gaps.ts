import { ZERO, type Decimal } from '../../decimal.ts';
import { fundingGap, mayMoneyWait } from '../../funding/gap.ts';
import {
	EXPECTED_GAP,
	FUNDING_GAP,
	GAP_BOUNDS,
	OUTCOMES,
	WAITING_MONEY
} from '../../funding/formulas.ts';
import type { AwardMethod } from '../../funding/sampled-awards.ts';
import { SUM } from '../../sums.ts';
import { at } from '../../years.ts';
import { usableMoney } from '../usable-money.ts';
import { derived, figureOf, given, inYear, text, type Explained } from './explained.ts';
import { yearAt, type Figures, type Scope } from './scope.ts';
import { series } from './series.ts';
import {
	COUNTED,
	awardNode,
	countingOf,
	ofNeed,
	uncertainAwards,
	weightOf,
	weightedNode,
	type Counting
} from './funding.ts';
import { chanceNode } from './funding-amounts.ts';

/** What own money and funding per year are used for a gap, and what of it may wait. */
function moneyOf(scope: Scope, counting: Counting) {
	const money = usableMoney(ofNeed(scope), (line) => weightOf(line, counting), scope.frame.horizon);
	const own = {
		perYear: scope.evaluation.ownCapacity.perYear,
		isCarried: scope.plan.settings.method.carryCapacity
	};
	return { money, own, gap: fundingGap(scope.evaluation.need.perYear, own, money) };
}

export function isCarried(scope: Scope): boolean {
	const lines = ofNeed(scope).map(({ line }) => line);
	return mayMoneyWait(scope.plan.settings.method.carryCapacity, lines);
}

function gapLabel(counting: Counting) {
	const { sv, en } = COUNTED[counting];
	return counting === 'certain'
		? text(`Finansieringsgap ${sv}`, `Funding gap ${en}`)
		: text(`Finansieringsgap, ${sv} finansiering`, `Funding gap, ${en} funding`);
}

/** Whether what is unknown ties the years together, so that no year can be computed from its own inputs. */
function isBounded(scope: Scope): boolean {
	return isCarried(scope) && scope.evaluation.ownCapacity.perYear.includes(null);
}

function gapInputs(scope: Scope, counting: Counting, index: number): readonly Explained[] {
	const year = yearAt(scope, index);
	const { carryCapacity } = scope.plan.settings.method;
	const inYearLines = ofNeed(scope).filter(
		({ line, perYear }) => line.carryForward !== true && !at(perYear, index).isZero()
	);
	const { money } = moneyOf(scope, counting);
	return [
		scope.find(figureOf('need', year)),
		carryCapacity
			? given(
					text(
						'Eget utrymme räknas bland pengar som får vänta',
						'Own capacity counts among money that may wait'
					),
					'kr',
					ZERO
				)
			: scope.find(figureOf('capacity', year)),
		isCarried(scope)
			? derived({
					label: inYear(
						text('Finansiering som måste användas i år', 'Funding that must be used this year'),
						year
					),
					unit: 'kr',
					value: at(money.inYear, index),
					formula: SUM,
					inputs: () => inYearLines.map((flow) => weightedNode(scope, flow, counting, index))
				})
			: scope.find(figureOf('funding', counting, year)),
		isCarried(scope)
			? scope.find(figureOf('waiting', counting, year))
			: given(text('Pengar som fått vänta', 'Money that was allowed to wait'), 'kr', ZERO)
	];
}

/** Money of a year that is lost if it is not used in it. */
function mustUse(scope: Scope, counting: Counting, index: number): Decimal {
	const { money, own } = moneyOf(scope, counting);
	const capacity = own.isCarried ? ZERO : (own.perYear[index] ?? ZERO);
	return at(money.inYear, index).plus(capacity);
}

function waitingInputs(
	scope: Scope,
	counting: Counting,
	index: number,
	fresh: Decimal,
	mustBefore: Decimal
): readonly Explained[] {
	const year = yearAt(scope, index);
	const isFirst = index === 0;
	return [
		isFirst
			? given(text('Inget före planen', 'Nothing before the plan'), 'kr', ZERO)
			: scope.find(figureOf('waiting', counting, year - 1)),
		isFirst
			? given(text('Inget behov före planen', 'No need before the plan'), 'kr', ZERO)
			: scope.find(figureOf('need', year - 1)),
		given(
			text('Måste användas året före', 'Had to be used the year before'),
			'kr',
			isFirst ? ZERO : mustBefore
		),
		given(inYear(text('Nytt som får vänta', 'New money that may wait'), year), 'kr', fresh)
	];
}

/** Says of a sampled figure how it was sampled. */
export function sampleNote(method: AwardMethod) {
	if (method.kind === 'exact') return null;
	const error = method.standardError.toPrecision(3);
	return text(
		`Stickprov: ${method.draws} dragningar, frö ${method.seed}, medelfel ${error} av hela planens belopp.`,
		`Sampled: ${method.draws} draws, seed ${method.seed}, standard error ${error} of the whole plan’s amount.`
	);
}

function expectedGap(scope: Scope, year: string | undefined): Explained | null {
	const { expected } = scope.evaluation.gap;
	const isExact = expected.method.kind === 'exact' && !isCarried(scope);
	const awards = uncertainAwards(scope);
	return series(scope, year, {
		path: ['gap', 'expected'],
		label: text('Förväntat finansieringsgap', 'Expected funding gap'),
		unit: 'kr',
		perYear: expected.perYear,
		formula: isExact ? EXPECTED_GAP : OUTCOMES,
		note: () => sampleNote(expected.method),
		inputs: (index) => [
			scope.find(figureOf('gap', 'certain', yearAt(scope, index))),
			...awards
				.filter((own) => own.some(({ perYear }) => !at(perYear, index).isZero()))
				.flatMap((own) => [
					awardNode(scope, own, index),
					...own.slice(0, 1).map(({ line }) => chanceNode(scope, line))
				])
		]
	});
}

/** Gaps in all variants, and money that waits. */
export const gapFigures: Figures = {
	waiting: (scope, [name, year]) => {
		const counting = countingOf(name);
		if (!counting) return null;
		const { money, own, gap } = moneyOf(scope, counting);
		const fresh = (index: number) => {
			const capacity = own.isCarried ? (own.perYear[index] ?? ZERO) : ZERO;
			return at(money.mayWait, index).plus(capacity);
		};
		return series(scope, year, {
			path: ['waiting', counting],
			label: text(
				`Pengar som får vänta, ${COUNTED[counting].sv}`,
				`Money that may wait, ${COUNTED[counting].en}`
			),
			unit: 'kr',
			perYear: gap.waiting,
			formula: isBounded(scope) ? GAP_BOUNDS : WAITING_MONEY,
			inputs: (index) =>
				waitingInputs(scope, counting, index, fresh(index), mustUse(scope, counting, index - 1))
		});
	},
	gap: (scope, [name, year]) => {
		if (name === 'expected') return expectedGap(scope, year);
		const counting = name === 'atExpectedFunding' ? 'expected' : countingOf(name);
		if (!counting) return null;
		const { evaluation } = scope;
		const perYear =
			name === 'atExpectedFunding'
				? evaluation.gap.atExpectedFunding.perYear
				: counting === 'certain'
					? moneyOf(scope, 'certain').gap.perYear
					: evaluation.gap[counting].perYear;
		const label =
			name === 'atExpectedFunding'
				? text('Finansieringsgap vid förväntad finansiering', 'Funding gap at expected funding')
				: gapLabel(counting);
		return series(scope, year, {
			path: ['gap', name ?? ''],
			label,
			unit: 'kr',
			perYear,
			formula: isBounded(scope) ? GAP_BOUNDS : FUNDING_GAP,
			inputs: (index) => gapInputs(scope, counting, index)
		});
	}
};
