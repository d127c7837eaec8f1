import type { Decimal } from '../../decimal.ts';
import { totalOf } from '../../funding/gap.ts';
import type { Text } from '../../errors.ts';
import type { Formula, Unit } from '../../formula.ts';
import { SUM } from '../../sums.ts';
import { derived, figureOf, inYear, type Explained } from './explained.ts';
import { indexOf, yearAt, type Scope } from './scope.ts';

type Series = {
	/** Address without the year. */
	readonly path: readonly (string | number)[];
	readonly label: Text;
	readonly unit: Unit;
	readonly perYear: readonly (Decimal | null)[];
	readonly formula: Formula;
	/** Inputs of a year, in the order of the formula. */
	readonly inputs: (index: number, year: number) => readonly Explained[];
	readonly note?: (index: number) => Text | null;
	readonly total?: Decimal | null;
};

/** A figure per year, and without a year the sum of the years. */
export function series(scope: Scope, year: string | undefined, one: Series): Explained | null {
	const { path, label, unit, perYear } = one;
	if (year === undefined)
		return derived({
			figure: figureOf(...path),
			label,
			unit,
			value: one.total === undefined ? totalOf(perYear) : one.total,
			formula: SUM,
			inputs: () => scope.frame.years.map((of) => scope.find(figureOf(...path, of)))
		});
	const index = indexOf(scope, year);
	if (index < 0) return null;
	return derived({
		figure: figureOf(...path, year),
		label: inYear(label, yearAt(scope, index)),
		unit,
		value: perYear[index] ?? null,
		formula: one.formula,
		note: one.note?.(index) ?? null,
		inputs: () => one.inputs(index, yearAt(scope, index))
	});
}
