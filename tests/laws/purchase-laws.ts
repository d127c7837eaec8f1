import fc from 'fast-check';
import { expect } from 'vitest';
import { Decimal, ONE, sum } from '../../src/lib/core/decimal.ts';
import { PURCHASE_FOOTPRINT } from '../../src/lib/core/emissions/formulas.ts';
import { footprint, kronorFactor } from '../../src/lib/core/emissions/purchases.ts';
import { compareRelease, nearestVintage } from '../../src/lib/core/emissions/release.ts';
import type { InventoryRow, Plan } from '../../src/lib/core/plan/plan.ts';
import { law, near, small, type PartLaw } from './part-law.ts';

const vat = fc.constantFrom('excluded', 'included');
const basis = fc.record({ year: fc.integer({ min: 2020, max: 2023 }), vat });
const index = fc.integer({ min: 50, max: 500 }).map((n) => new Decimal(n));
const kronor = fc.integer({ min: -50_000, max: 5_000_000 }).map((n) => new Decimal(n).div(100));
const purchases = fc.array(
	fc.record({
		amount: kronor,
		kg: fc.option(small),
		uncertainty: fc.constantFrom('', 'låg', 'hög')
	}),
	{ maxLength: 12 }
);

const figures = fc.uniqueArray(
	fc.record({
		year: fc.integer({ min: 2018, max: 2024 }),
		sector: fc.constantFrom('transport', 'waste', 'industry', 'foreign-transport'),
		tonnes: small
	}),
	{ minLength: 1, maxLength: 14, selector: ({ year, sector }) => `${year} ${sector}` }
);
const planWith = (rows: readonly Omit<InventoryRow, 'gas' | 'source' | 'confidence'>[]) =>
	({
		inventory: rows.map((row) => ({ gas: 'CO2e', source: '', confidence: '', ...row }))
	}) as unknown as Plan;

/** Laws of purchases and of releases side by side. */
export const purchaseLaws: readonly PartLaw[] = [
	law(
		'kronor brought to another basis and back are the same kronor; of one basis they are left alone',
		[basis, basis, index, index, small],
		(a, b, ofA, ofB, vatRate) => {
			const there = kronorFactor(a, b, { index: { ofLedger: ofA, ofFactors: ofB }, vatRate });
			const back = kronorFactor(b, a, { index: { ofLedger: ofB, ofFactors: ofA }, vatRate });
			near(there.factor && back.factor && there.factor.times(back.factor), ONE);
			const untold = kronorFactor(a, b, { index: null, vatRate: null });
			expect(untold.missing).toEqual([
				...(a.year === b.year ? [] : ['price-index']),
				...(a.vat === b.vat ? [] : ['vat-rate'])
			]);
			expect(untold.factor === null).toBe(untold.missing.length > 0);
		}
	),
	law(
		'a footprint is the sum of its rows by the formula; what has no factor is told of and not counted',
		[purchases, fc.option(index)],
		(rows, ofFactors) => {
			const factor = ofFactors && ofFactors.div(100);
			const categories = rows.map(({ amount }, n) => ({ key: `K${n}`, name: '', amount }));
			const own = (key: string) => rows[Number(key.slice(1))];
			const result = footprint(
				categories,
				({ key }) => {
					const row = own(key);
					return row?.kg
						? { code: key, name: '', kgPerKrona: row.kg, uncertainty: row.uncertainty }
						: null;
				},
				factor
			);
			expect(result.rows.map(({ key }) => key).sort()).toEqual(
				categories.map(({ key }) => key).sort()
			);
			for (const row of result.rows)
				near(
					row.tonnes,
					PURCHASE_FOOTPRINT.compute?.([row.amount, factor, ONE, own(row.key)?.kg ?? null])
				);
			const known = result.rows.flatMap(({ tonnes }) => (tonnes ? [tonnes] : []));
			near(result.tonnes, known.length > 0 ? sum(known) : null);
			expect(known.every((tonnes, n) => n === 0 || known[n - 1]?.gte(tonnes))).toBe(true);
			near(result.amount, sum(categories.map(({ amount }) => amount)));
			const without = result.rows.filter(({ tonnes }) => tonnes === null);
			near(result.amountWithout, sum(without.map(({ amount }) => amount.abs())));
			expect(result.covered?.lte(1) ?? true).toBe(true);
			if (result.tonnes) near(sum(result.byUncertainty.map(({ tonnes }) => tonnes)), result.tonnes);
			const isWhole = result.tonnes?.gt(0) && known.every((tonnes) => tonnes.gte(0));
			near(result.rows[known.length - 1]?.cumulative ?? null, isWhole ? ONE : null);
		}
	),
	law(
		'a release is the same as itself and as nothing else; the nearest of the plan is itself',
		[figures, figures],
		(rows, others) => {
			const own = rows.map((row) => ({ ...row, vintage: 'own' }));
			const plan = planWith([...own, ...others.map((row) => ({ ...row, vintage: 'other' }))]);
			const release = { gas: 'CO2e' as const, rows };
			const same = compareRelease(plan, release, 'own');
			expect(same.isSame).toBe(true);
			expect([...same.newYears, ...same.goneYears]).toEqual([]);
			expect(same.cells.every(({ change }) => change === null || change.isZero())).toBe(true);
			for (let n = 0; n < rows.length; n++) {
				const moved = rows.map((row, at) =>
					at === n ? { ...row, tonnes: row.tonnes.plus('0.001') } : row
				);
				expect(compareRelease(plan, { gas: 'CO2e', rows: moved }, 'own').isSame).toBe(false);
				const fewer = rows.filter((_, at) => at !== n);
				expect(compareRelease(plan, { gas: 'CO2e', rows: fewer }, 'own').isSame).toBe(false);
			}
			expect(nearestVintage(planWith(own), release)).toBe('own');
			expect(nearestVintage(plan, { gas: 'CO2', rows })).toBeNull();
		}
	)
];
