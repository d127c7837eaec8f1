import type { Gas, Target } from '../../src/lib/core/plan/plan.ts';
import { mul, sub, sum, type Rational } from './rational.ts';
import { FOREIGN, creditedOf, referenceOf, type Credits } from './oracle-credit.ts';
import type { Book } from './oracle-book.ts';
import { exact, times, together, type Maybe, type Yearly } from './oracle-time.ts';

export type GasOracle = {
	readonly reference: Yearly | null;
	readonly credited: Yearly;
	readonly residual: Yearly | null;
};
export type TargetOracle = {
	readonly id: string;
	readonly reference: Maybe;
	readonly abatement: Maybe;
	readonly residual: Maybe;
	readonly target: Maybe;
	readonly gap: Maybe;
};
export type EmissionsOracle = {
	readonly gases: Readonly<Record<Gas, GasOracle>>;
	readonly targets: readonly TargetOracle[];
	readonly creditedAllPools: Yearly;
	readonly standAloneAllPools: Yearly;
};

export function emissions(book: Book, credits: Credits): EmissionsOracle {
	const { clock, measures } = book;
	const gases = { CO2: gasFigures(book, credits, 'CO2'), CO2e: gasFigures(book, credits, 'CO2e') };
	return {
		gases,
		targets: book.plan.targets.map((target) => targetFigures(book, gases[target.gas], target)),
		creditedAllPools: together(
			clock,
			measures.map((measure) => creditedOf(book, credits, measure))
		),
		standAloneAllPools: together(
			clock,
			measures.flatMap(({ effects, ownShare }) =>
				[...effects.values()].map((one) => times(one, ownShare))
			)
		)
	};
}

/** Rules 11 and 12. */
function gasFigures(book: Book, credits: Credits, gas: Gas): GasOracle {
	const pools = book.plan.pools.filter(
		(pool) =>
			pool.sector !== null && pool.sector !== FOREIGN && (gas === 'CO2e' || pool.gas === 'CO2')
	);
	const credited = together(
		book.clock,
		[...credits.values()].flatMap((byPool) => pools.map(({ id }) => byPool.get(id) ?? []))
	);
	const reference = referencePath(book, gas);
	return {
		reference,
		credited,
		residual: reference && reference.map((value, i) => sub(value, credited[i] ?? value))
	};
}

/** Unknown when there are no sectors, or a sector lacks the row of its base year. */
function referencePath(book: Book, gas: Gas): Yearly | null {
	const paths = book.plan.reference.filter(({ sector }) => sector !== FOREIGN);
	if (paths.length === 0) return null;
	const result: Rational[] = [];
	for (const year of book.clock.years) {
		const sectors: Rational[] = [];
		for (const path of paths) {
			const all = referenceOf(book, path, year);
			if (all === null) return null;
			sectors.push(gas === 'CO2' ? mul(all, exact(path.co2Share)) : all);
		}
		result.push(sum(sectors));
	}
	return result;
}

function targetFigures(book: Book, gas: GasOracle, target: Target): TargetOracle {
	const index = book.clock.years.indexOf(target.targetYear);
	const level = target.targetTonnes && exact(target.targetTonnes);
	const residual = gas.residual?.[index] ?? null;
	const isCounted = target.scope === 'territorial' && level !== null && residual !== null;
	return {
		id: target.id,
		reference: gas.reference?.[index] ?? null,
		abatement: gas.credited[index] ?? null,
		residual,
		target: level,
		gap: isCounted ? sub(residual, level) : null
	};
}
