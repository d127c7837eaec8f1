import { sum, type Decimal } from '../../decimal.ts';
import {
	canBeLost,
	certainWeight,
	certainties,
	fundingWeight,
	isSecured,
	type Certainty
} from '../../funding/certainty.ts';
import { awardsAmong, type FundingFlow } from '../../funding/funding-flows.ts';
import { WEIGHTED } from '../../funding/formulas.ts';
import { inKronor } from '../../plan/placement.ts';
import type { FundingLine } from '../../plan/plan.ts';
import { SUM } from '../../sums.ts';
import { at } from '../../years.ts';
import { isMunicipalCapex } from '../payer-figures.ts';
import { capacityNode } from './capacity.ts';
import { COUNTS_IN_YEAR } from '../../funding/stacking/formulas.ts';
import { sumOfItems } from './costs.ts';
import { countedInYear } from './counted.ts';
import { chanceNode, instalment, instalments, ofAward } from './funding-amounts.ts';
import { statusName } from '../../words.ts';
import { derived, figureOf, inYear, text, typed, type Explained } from './explained.ts';
import { yearAt, type Figures, type Scope } from './scope.ts';
import { series } from './series.ts';

/** How money is counted: in the three variants, or only what cannot be lost. */
export type Counting = Certainty | 'certain';

export const COUNTED = {
	secured: text('säkrad', 'secured'),
	expected: text('förväntad', 'expected'),
	planned: text('planerad', 'planned'),
	certain: text('utan osäkra ansökningar', 'without uncertain applications')
} as const;

export function countingOf(name: string | undefined): Counting | null {
	return name === 'certain' ? name : (certainties.find((one) => one === name) ?? null);
}

export function weightOf(line: FundingLine, counting: Counting): Decimal {
	return counting === 'certain' ? certainWeight(line) : fundingWeight(line, counting);
}

/** Lines that pay for the need. */
export function ofNeed({ flows }: Scope): readonly FundingFlow[] {
	return flows.filter(({ item }) => isMunicipalCapex(item));
}

/** Applications that pay for the need and may be lost: the lines of each. */
export function uncertainAwards(scope: Scope): FundingFlow[][] {
	return awardsAmong(ofNeed(scope).filter(({ line }) => canBeLost(line)));
}

/** What an application pays in a year, all its lines together. */
export function awardNode(scope: Scope, own: readonly FundingFlow[], index: number): Explained {
	const [first, ...others] = own;
	const year = yearAt(scope, index);
	const lines = () => own.map(({ line }) => scope.find(figureOf('line', line.id, year)));
	if (first && others.length === 0) return scope.find(figureOf('line', first.line.id, year));
	const id = first?.line.application ?? '';
	return derived({
		label: inYear(text(`Ansökan ${id}`, `Application ${id}`), year),
		unit: 'kr',
		value: sum(own.map(({ perYear }) => at(perYear, index))),
		formula: SUM,
		inputs: lines
	});
}

/** A line's part in a variant: its amount of the year times its weight. */
export function weightedNode(
	scope: Scope,
	{ line, perYear, listed }: FundingFlow,
	counting: Counting,
	index: number,
	of: 'line' | 'lineListed' = 'line'
): Explained {
	const weight = weightOf(line, counting);
	const label = text(`${line.id} ${COUNTED[counting].sv}`, `${line.id} ${COUNTED[counting].en}`);
	const isChance = !isSecured(line.status) && counting === 'expected';
	return derived({
		label: inYear(label, yearAt(scope, index)),
		unit: 'kr',
		value: at(of === 'line' ? perYear : listed, index).times(weight),
		formula: WEIGHTED,
		inputs: () => [
			scope.find(figureOf(of, line.id, yearAt(scope, index))),
			isChance
				? chanceNode(scope, line)
				: typed(
						text(`Vikt (${statusName(line.status).sv})`, `Weight (${statusName(line.status).en})`),
						'factor',
						weight,
						ofAward(scope, line, 'status')
					)
		]
	});
}

/** Need and the funding of it. */
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
	/** What counts of a funding line as placed, own share. */
	line: (scope, [id, year]) => {
		const flow = scope.flows.find(({ line }) => line.id === id);
		if (!flow) return null;
		const { line, perYear } = flow;
		const isCut = flow.perYear !== flow.listed;
		return series(scope, year, {
			path: ['line', line.id],
			label: text(
				`Finansieringsrad ${line.id}, kommunens del`,
				`Funding line ${line.id}, own share`
			),
			unit: 'kr',
			perYear,
			formula: isCut ? COUNTS_IN_YEAR : SUM,
			inputs: (_, of) => (isCut ? countedInYear(scope, line, of) : instalments(scope, line, of))
		});
	},
	/** The same before the rules of the programmes. */
	lineListed: (scope, [id, year]) => {
		const flow = scope.flows.find(({ line }) => line.id === id);
		if (!flow) return null;
		const { line, listed } = flow;
		return series(scope, year, {
			path: ['lineListed', line.id],
			label: text(`${line.id} som inlagt, kommunens del`, `${line.id} as listed, own share`),
			unit: 'kr',
			perYear: listed,
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
	funding: (scope, args) => fundingIn(scope, args, 'line'),
	fundingListed: (scope, args) => fundingIn(scope, args, 'lineListed')
};

/** Funding of the need in a variant: what counts of it, or as it was listed. */
function fundingIn(
	scope: Scope,
	[name, year]: readonly string[],
	of: 'line' | 'lineListed'
): Explained | null {
	const counting = countingOf(name);
	if (!counting) return null;
	const own = ofNeed(scope);
	const amounts = (flow: FundingFlow) => (of === 'line' ? flow.perYear : flow.listed);
	const isListed = of === 'lineListed';
	return series(scope, year, {
		path: [isListed ? 'fundingListed' : 'funding', counting],
		label: text(
			`Finansiering${isListed ? ' som inlagd' : ''}, ${COUNTED[counting].sv}`,
			`Funding${isListed ? ' as listed' : ''}, ${COUNTED[counting].en}`
		),
		unit: 'kr',
		perYear: scope.frame.years.map((_, index) =>
			sum(own.map((flow) => at(amounts(flow), index).times(weightOf(flow.line, counting))))
		),
		formula: SUM,
		inputs: (index) =>
			own
				.filter((flow) => !at(amounts(flow), index).isZero())
				.map((flow) => weightedNode(scope, flow, counting, index, of))
	});
}
