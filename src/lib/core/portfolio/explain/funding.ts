import { ZERO, max, sum, type Decimal } from '../../decimal.ts';
import {
	certainWeight,
	canBeLost,
	certainties,
	fundingWeight,
	isSecured,
	type Certainty,
	type FundingFlow
} from '../../funding/funding-flows.ts';
import { fundingGap } from '../../funding/gap.ts';
import {
	EXPECTED_GAP,
	FUNDING_GAP,
	OUTCOMES,
	WAITING_MONEY,
	WEIGHTED
} from '../../funding/formulas.ts';
import { inKronor } from '../../plan/placement.ts';
import type { FundingLine } from '../../plan/plan.ts';
import { PRODUCT, SUM } from '../../sums.ts';
import { at } from '../../years.ts';
import { isMunicipalCapex } from '../payer-figures.ts';
import { usableMoney } from '../usable-money.ts';
import { capacityNode } from './capacity.ts';
import { scaleOf, sumOfItems } from './costs.ts';
import { derived, figureOf, given, inYear, text, typed, type Explained } from './explained.ts';
import { yearAt, type Figures, type Scope } from './scope.ts';
import { series } from './series.ts';

/** How money is counted: in the three variants, or only what cannot be lost. */
type Counting = Certainty | 'certain';

const COUNTED = {
	secured: text('säkrad', 'secured'),
	expected: text('förväntad', 'expected'),
	planned: text('planerad', 'planned'),
	certain: text('som inte kan gå förlorad', 'that cannot be lost')
} as const;

function countingOf(name: string | undefined): Counting | null {
	return name === 'certain' ? name : (certainties.find((one) => one === name) ?? null);
}

export function weightOf(line: FundingLine, counting: Counting): Decimal {
	return counting === 'certain' ? certainWeight(line) : fundingWeight(line, counting);
}

/** Lines that pay for the need. */
export function ofNeed({ flows }: Scope): readonly FundingFlow[] {
	return flows.filter(({ item }) => isMunicipalCapex(item));
}

/** A line's part in a variant: its amount of the year times its weight. */
export function weightedNode(
	scope: Scope,
	{ line, perYear }: FundingFlow,
	counting: Counting,
	index: number
): Explained {
	const weight = weightOf(line, counting);
	const label = text(`${line.id} ${COUNTED[counting].sv}`, `${line.id} ${COUNTED[counting].en}`);
	const isChance = !isSecured(line.status) && counting === 'expected';
	return derived({
		label: inYear(label, yearAt(scope, index)),
		unit: 'kr',
		value: at(perYear, index).times(weight),
		formula: WEIGHTED,
		inputs: () => [
			scope.find(figureOf('line', line.id, yearAt(scope, index))),
			isChance
				? typed(
						text('Sannolikhet', 'Probability'),
						'share',
						line.probability,
						ofLine(line, 'probability')
					)
				: typed(
						text(`Vikt (status ${line.status})`, `Weight (status ${line.status})`),
						'factor',
						weight,
						ofLine(line, 'status')
					)
		]
	});
}

export function ofLine(line: FundingLine, field: string) {
	return {
		part: 'funding',
		id: line.id,
		field,
		source: line.source,
		confidence: line.confidence
	} as const;
}

/** What own money and funding per year are used for a gap, and what of it may wait. */
function moneyOf(scope: Scope, counting: Counting) {
	const money = usableMoney(ofNeed(scope), (line) => weightOf(line, counting), scope.frame.horizon);
	const own = {
		perYear: scope.evaluation.ownCapacity.perYear,
		isCarried: scope.plan.settings.method.carryCapacity
	};
	return { money, own, gap: fundingGap(scope.evaluation.need.perYear, own, money) };
}

function isCarried(scope: Scope): boolean {
	return (
		scope.plan.settings.method.carryCapacity ||
		ofNeed(scope).some(({ line }) => line.carryForward === true)
	);
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

/** Need, funding lines, gaps in all variants, and money that waits. */
export const fundingFigures: Figures = {
	need: (scope, [year]) =>
		sumOfItems(scope, year, {
			path: ['need'],
			label: text('Behov: kommunens investeringar', 'Need: the municipality’s investments'),
			perYear: scope.evaluation.need.perYear,
			isAsked: isMunicipalCapex
		}),
	capex: (scope, [year]) =>
		sumOfItems(scope, year, {
			path: ['capex'],
			label: text('Investeringar, alla betalare', 'Investments, all payers'),
			perYear: scope.evaluation.capex.perYear,
			isAsked: ({ kind }) => kind === 'capex'
		}),
	capacity: (scope, [year]) => capacityNode(scope, year),
	/** A funding line as placed, own share. */
	line: (scope, [id, year]) => {
		const flow = scope.flows.find(({ line }) => line.id === id);
		if (!flow) return null;
		const { line, perYear } = flow;
		return series(scope, year, {
			path: ['line', line.id],
			label: text(
				`Finansieringsrad ${line.id}, kommunens del`,
				`Funding line ${line.id}, own share`
			),
			unit: 'kr',
			perYear,
			formula: SUM,
			inputs: (_, of) => instalments(scope, line, of)
		});
	},
	/** A line in full as it stands in the plan, every year, whole project. */
	lineAmount: (scope, [id]) => {
		const line = scope.plan.funding.find((one) => one.id === id);
		if (!line) return null;
		const amounts = line.amounts.map((one) => inKronor(one, scope.plan.settings.euroRate));
		const isKnown = amounts.every((amount) => amount !== null);
		return derived({
			figure: figureOf('lineAmount', line.id),
			label: text(`Finansieringsrad ${line.id}, hela beloppet`, `Funding line ${line.id}, in full`),
			unit: 'kr',
			value: isKnown ? sum(amounts.flatMap((amount) => amount ?? [])) : null,
			formula: SUM,
			inputs: () => line.amounts.map((_, place) => instalment(scope, line, place))
		});
	},
	funding: (scope, [name, year]) => {
		const counting = countingOf(name);
		if (!counting) return null;
		const own = ofNeed(scope);
		return series(scope, year, {
			path: ['funding', counting],
			label: text(`Finansiering, ${COUNTED[counting].sv}`, `Funding, ${COUNTED[counting].en}`),
			unit: 'kr',
			perYear: scope.frame.years.map((_, index) =>
				sum(own.map(({ line, perYear }) => at(perYear, index).times(weightOf(line, counting))))
			),
			formula: SUM,
			inputs: (index) =>
				own
					.filter(({ perYear }) => !at(perYear, index).isZero())
					.map((flow) => weightedNode(scope, flow, counting, index))
		});
	},
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
			formula: WAITING_MONEY,
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
				: text(
						`Finansieringsgap, ${COUNTED[counting].sv} finansiering`,
						`Funding gap, ${COUNTED[counting].en} funding`
					);
		return series(scope, year, {
			path: ['gap', name ?? ''],
			label,
			unit: 'kr',
			perYear,
			formula: FUNDING_GAP,
			inputs: (index) => gapInputs(scope, counting, index)
		});
	}
};

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
		given(
			inYear(text('Nytt som får vänta', 'New money that may wait'), year),
			'kr',
			max(ZERO, fresh)
		)
	];
}

function instalments(scope: Scope, line: FundingLine, year: number): Explained[] {
	const measure = scope.measures.find(({ placed }) => placed.measure.id === line.measure);
	if (!measure) return [];
	const { shift, scale, ownShare } = measure.placed;
	return line.amounts.flatMap((one, place): Explained[] => {
		if (one.year + shift !== year) return [];
		const amount = inKronor(one, scope.plan.settings.euroRate);
		return [
			derived({
				label: text(
					`Belopp ${one.year} × kommunens del × omfattning`,
					`Amount ${one.year} × own share × scale`
				),
				unit: 'kr',
				// What is unknown counts nothing in the line, and is named in the plan's list of unknowns.
				value: amount ? amount.times(ownShare).times(scale) : ZERO,
				formula: amount ? PRODUCT : SUM,
				note: amount
					? null
					: text('Beloppet är okänt och räknas inte in.', 'The amount is unknown and is left out.'),
				inputs: () =>
					amount
						? [
								instalment(scope, line, place),
								scope.find(figureOf('ownShare', line.measure)),
								scaleOf(scope, line.measure)
							]
						: []
			})
		];
	});
}

function instalment({ plan: { settings } }: Scope, line: FundingLine, place: number): Explained {
	const one = line.amounts[place];
	const year = one?.year ?? 0;
	const amount = one ? one.amount : null;
	const stated = ofLine(line, `amounts.${year}.amount`);
	const label = text(`Belopp, år ${year}`, `Amount, year ${year}`);
	if (one?.currency !== 'EUR') return typed(label, 'kr', amount, stated);
	return derived({
		label: text(`Belopp i kronor, år ${year}`, `Amount in kronor, year ${year}`),
		unit: 'kr',
		value: inKronor(one, settings.euroRate),
		formula: PRODUCT,
		inputs: () => [
			typed(label, 'EUR', amount, stated),
			typed(text('Kronor per euro', 'SEK per euro'), 'kr/EUR', settings.euroRate, {
				part: 'plan',
				id: null,
				field: 'euroRate',
				source: settings.euroRateSource,
				confidence: ''
			})
		]
	});
}

function expectedGap(scope: Scope, year: string | undefined): Explained | null {
	const { expected } = scope.evaluation.gap;
	const isExact = expected.method.kind === 'exact' && !isCarried(scope);
	const awards = ofNeed(scope).filter(({ line }) => canBeLost(line));
	return series(scope, year, {
		path: ['gap', 'expected'],
		label: text('Förväntat finansieringsgap', 'Expected funding gap'),
		unit: 'kr',
		perYear: expected.perYear,
		formula: isExact ? EXPECTED_GAP : OUTCOMES,
		inputs: (index) => [
			scope.find(figureOf('gap', 'certain', yearAt(scope, index))),
			...awards
				.filter(({ perYear }) => !at(perYear, index).isZero())
				.flatMap(({ line }) => [
					scope.find(figureOf('line', line.id, yearAt(scope, index))),
					typed(
						text(`Sannolikhet, ${line.id}`, `Probability, ${line.id}`),
						'share',
						line.probability,
						ofLine(line, 'probability')
					)
				])
		]
	});
}
