import { ZERO, sum, type Decimal } from '../../decimal.ts';
import {
	certainWeight,
	certainties,
	fundingWeight,
	isSecured,
	type Certainty,
	type FundingFlow
} from '../../funding/funding-flows.ts';
import { WEIGHTED } from '../../funding/formulas.ts';
import { inKronor } from '../../plan/placement.ts';
import type { FundingLine } from '../../plan/plan.ts';
import { PRODUCT, SUM } from '../../sums.ts';
import { at } from '../../years.ts';
import { isMunicipalCapex } from '../payer-figures.ts';
import { capacityNode } from './capacity.ts';
import { scaleOf, sumOfItems } from './costs.ts';
import { statusName } from '../words.ts';
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
						text(`Vikt (${statusName(line.status).sv})`, `Weight (${statusName(line.status).en})`),
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
		confidence: line.confidence,
		measure: line.measure
	} as const;
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
	}
};

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
