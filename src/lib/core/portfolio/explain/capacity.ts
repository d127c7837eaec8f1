import { sum } from '../../decimal.ts';
import { INVESTMENT_ROOM, SELF_FINANCING } from '../../funding/budget-formulas.ts';
import { roomFigures, selfFinancing, type BudgetFigure } from '../../plan/room.ts';
import type { BudgetYear } from '../../plan/plan.ts';
import { DIFFERENCE, QUOTIENT, SUM } from '../../sums.ts';
import { derived, figureOf, inYear, text, typed, type Explained } from './explained.ts';
import { indexOf, yearAt, type Figures, type Scope } from './scope.ts';
import { series } from './series.ts';

const ROOM = {
	result: text('Resultat', 'Result'),
	depreciation: text('Avskrivningar', 'Depreciation'),
	newBorrowing: text('Beslutad nyupplåning', 'Decided borrowing'),
	otherInvestments: text('Övriga investeringar', 'Other investments'),
	loanDebt: text('Låneskuld', 'Loan debt')
} as const;

function rowOf({ plan }: Scope, year: number): BudgetYear | undefined {
	return plan.budget.find((row) => row.year === year);
}

/** A typed value of a budget year. */
function ofBudget(
	row: BudgetYear | undefined,
	year: number,
	field: string,
	own?: BudgetFigure | null
) {
	return {
		part: 'budget',
		id: null,
		field: `${year}.${field}`,
		source: own?.source ?? row?.source ?? '',
		confidence: own?.status ?? row?.confidence ?? ''
	} as const;
}

export function roomNode(scope: Scope, year: number, kind: keyof typeof ROOM): Explained {
	const row = rowOf(scope, year);
	const figure = row?.room?.[kind] ?? null;
	return typed(
		inYear(ROOM[kind], year),
		'kr',
		figure?.amount ?? null,
		ofBudget(row, year, `room.${kind}.amount`, figure)
	);
}

/** Own investment capacity of a year: typed, or worked out of the budget; without a year the sum. */
export function capacityNode(scope: Scope, year: string | undefined): Explained | null {
	const label = text('Eget investeringsutrymme', 'Own investment capacity');
	const perYear = scope.evaluation.ownCapacity.perYear;
	const index = indexOf(scope, year);
	if (year === undefined)
		return series(scope, year, {
			path: ['capacity'],
			label,
			unit: 'kr',
			perYear,
			formula: SUM,
			inputs: () => []
		});
	if (index < 0) return null;
	const of = yearAt(scope, index);
	const row = rowOf(scope, of);
	const value = perYear[index] ?? null;
	const figure = figureOf('capacity', of);
	const room = row?.room;
	if (!room)
		return {
			...typed(inYear(label, of), 'kr', value, ofBudget(row, of, 'ownInvestmentCapacity')),
			figure
		};
	return derived({
		figure,
		label: inYear(label, of),
		unit: 'kr',
		value,
		formula: INVESTMENT_ROOM,
		inputs: () => [
			...roomFigures.filter((kind) => kind !== 'loanDebt').map((kind) => roomNode(scope, of, kind)),
			...room.redirected.map((one, place) =>
				typed(
					text(`Omriktat från ${one.fromBudget}`, `Redirected from ${one.fromBudget}`),
					'kr',
					one.amount,
					ofBudget(row, of, `room.redirected.${place + 1}.amount`, one)
				)
			)
		]
	});
}

/** Inhabitants in a year: the latest figure up to then, else the first there is. */
export function populationNode({ plan: { municipality } }: Scope, year: number): Explained {
	const rows = [...municipality.population].sort((a, b) => a.year - b.year);
	const row = rows.findLast((one) => one.year <= year) ?? rows[0];
	return typed(
		text(`Invånare ${row?.year ?? ''}`, `Inhabitants ${row?.year ?? ''}`),
		'persons',
		row?.persons ?? null,
		{
			part: 'municipality',
			id: null,
			field: `population.${row?.year ?? ''}.persons`,
			source: row?.source ?? '',
			confidence: row?.confidence ?? ''
		}
	);
}

/** What the capacity page shows, and frames redirected to the plan. */
export const capacityFigures: Figures = {
	capacityLeft: (scope, [year]) => {
		const index = indexOf(scope, year);
		if (index < 0) return null;
		const of = yearAt(scope, index);
		const [capacity, need] = [
			scope.find(figureOf('capacity', of)),
			scope.find(figureOf('need', of))
		];
		return derived({
			figure: figureOf('capacityLeft', of),
			label: inYear(text('Utrymme efter planens behov', 'Capacity after the plan’s need'), of),
			unit: 'kr',
			value: capacity.value && need.value ? capacity.value.minus(need.value) : null,
			formula: DIFFERENCE,
			inputs: () => [capacity, need]
		});
	},
	selfFinancing: (scope, [year]) => {
		const index = indexOf(scope, year);
		const of = yearAt(scope, index);
		const room = rowOf(scope, of)?.room;
		if (index < 0 || !room) return null;
		const need = scope.evaluation.need.perYear[index];
		return derived({
			figure: figureOf('selfFinancing', of),
			label: inYear(SELF_FINANCING.name, of),
			unit: 'share',
			value: need ? selfFinancing(room, need) : null,
			formula: SELF_FINANCING,
			inputs: () => [
				roomNode(scope, of, 'result'),
				roomNode(scope, of, 'depreciation'),
				roomNode(scope, of, 'otherInvestments'),
				scope.find(figureOf('need', of))
			]
		});
	},
	debtPerPerson: (scope, [year]) => {
		const index = indexOf(scope, year);
		if (index < 0) return null;
		const of = yearAt(scope, index);
		const [debt, persons] = [roomNode(scope, of, 'loanDebt'), populationNode(scope, of)];
		return derived({
			figure: figureOf('debtPerPerson', of),
			label: inYear(text('Låneskuld per invånare', 'Loan debt per inhabitant'), of),
			unit: 'kr/person',
			value: debt.value && persons.value?.gt(0) ? debt.value.div(persons.value) : null,
			formula: QUOTIENT,
			inputs: () => [debt, persons]
		});
	},
	redirected: (scope, [fromBudget, year]) => {
		const all = scope.plan.budget.flatMap((row) =>
			(row.room?.redirected ?? []).map((one, place) => ({ row, one, place }))
		);
		const own = all.filter(({ one }) => one.fromBudget === fromBudget);
		if (own.length === 0) return null;
		const of = (at: number) => own.filter(({ row }) => row.year === at);
		return series(scope, year, {
			path: ['redirected', fromBudget ?? ''],
			label: text(`Omriktat från ${fromBudget ?? ''}`, `Redirected from ${fromBudget ?? ''}`),
			unit: 'kr',
			perYear: scope.frame.years.map((at) => sum(of(at).map(({ one }) => one.amount))),
			formula: SUM,
			inputs: (_, at) =>
				of(at).map(({ row, one, place }) =>
					typed(
						inYear(text('Belopp', 'Amount'), at),
						'kr',
						one.amount,
						ofBudget(row, at, `room.redirected.${place + 1}.amount`, one)
					)
				)
		});
	},
	/** The frame that running costs are held against. */
	frame: (scope, [year]) => {
		const index = indexOf(scope, year);
		const label = text('Driftram', 'Operating frame');
		const frames = scope.frame.years.map((of) => rowOf(scope, of)?.operatingFrame ?? null);
		if (year === undefined)
			return series(scope, year, {
				path: ['frame'],
				label,
				unit: 'kr',
				perYear: frames,
				formula: SUM,
				inputs: () => []
			});
		if (index < 0) return null;
		const of = yearAt(scope, index);
		const row = rowOf(scope, of);
		return {
			...typed(inYear(label, of), 'kr', frames[index] ?? null, ofBudget(row, of, 'operatingFrame')),
			figure: figureOf('frame', of)
		};
	}
};
