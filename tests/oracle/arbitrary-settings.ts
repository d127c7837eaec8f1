import fc from 'fast-check';
import { Decimal } from '../../src/lib/core/decimal.ts';
import type { MethodSettings } from '../../src/lib/core/plan/method-settings.ts';
import { awardOf } from '../../src/lib/core/plan/application.ts';
import type {
	CarbonValuePoint,
	FundingLine,
	Payout,
	Plan,
	Target
} from '../../src/lib/core/plan/plan.ts';
import type { Programme } from '../../src/lib/core/plan/programme.ts';
import { arbitraryPlan } from '../support/plan-arbitrary.ts';
import { applicationsOf } from '../support/random-applications.ts';

/** Random plans with more in them than `arbitraryPlan`, and with the settings of the method. */

const SOURCED = { source: '', confidence: '' };
const MOST_LINES = 6;
const MOST_MEASURES = 5;
const MOST_YEARS = 10;

const hundredths = (min: number, max: number) =>
	fc.integer({ min, max }).map((n) => new Decimal(n).div(100));
const many = <Value>(count: number, value: fc.Arbitrary<Value>) =>
	fc.array(value, { minLength: count, maxLength: count });
/** The first choice in most plans. */
const mostly = <Value>(usual: Value, ...others: Value[]) =>
	fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));

const target = (id: string): fc.Arbitrary<Target> =>
	fc
		.record({
			scope: mostly<Target['scope']>('territorial', 'consumption'),
			gas: fc.constantFrom('CO2' as const, 'CO2e' as const),
			targetYear: fc.integer({ min: 2025, max: 2036 }),
			targetTonnes: fc.option(
				fc.integer({ min: 0, max: 5_000_000 }).map((kg) => new Decimal(kg).div(1000)),
				{ nil: null }
			)
		})
		.map((chosen) => ({
			id,
			name: id,
			type: 'absolute-ceiling',
			value: null,
			baseYear: null,
			baseTonnes: null,
			...chosen,
			...SOURCED
		}));

/** What a programme that is no grant may be. */
const otherProgramme: fc.Arbitrary<Partial<Programme>> = fc.constantFrom(
	{ instrument: 'loan' },
	{ instrument: 'loan' },
	{ instrument: 'epc' },
	{ instrument: 'own' },
	{ instrument: 'crowd' },
	{ instrument: 'equity' },
	{ instrument: 'equity', level: 'municipal' }
);

const poolSector = fc.constantFrom('transport', 'heating', 'foreign-transport', null);

/** A random plan with targets, sectors, other programmes and, in some plans, unknown years in the budget. */
export const arbitraryFullPlan: fc.Arbitrary<Plan> = fc
	.record({
		plan: arbitraryPlan,
		targets: fc.tuple(target('T1'), target('T2')),
		targetCount: fc.nat({ max: 2 }),
		sectors: many(MOST_MEASURES, fc.constantFrom('transport', 'heating', null)),
		pools: many(3, fc.record({ sector: poolSector, gas: fc.constantFrom('CO2', 'CO2e') })),
		isPoolChanged: fc.boolean(),
		heating: fc.option(fc.nat({ max: 3_000_000 }), { nil: null, freq: 8 }),
		transportFactor: mostly(1, 0.1),
		programme: otherProgramme,
		unknownYears: fc.oneof(
			{ weight: 3, arbitrary: fc.constant([]) },
			many(MOST_YEARS, mostly('known', 'no capacity', 'no frame', 'no row'))
		)
	})
	.map(({ plan, ...chosen }): Plan => ({
		...plan,
		targets: chosen.targets.slice(0, chosen.targetCount),
		measures: plan.measures.map((measure, index) => ({
			...measure,
			sector: chosen.sectors[index] ?? null
		})),
		pools: chosen.isPoolChanged
			? plan.pools.map((pool, index) => ({ ...pool, ...chosen.pools[index] }))
			: plan.pools,
		programmes: plan.programmes.map((one) =>
			one.instrument === 'grant' ? one : { ...one, ...chosen.programme }
		),
		...emissionsWith(plan, chosen.heating, chosen.transportFactor),
		budget: plan.budget.flatMap((row, index) => {
			const known = chosen.unknownYears[index];
			if (known === 'no row') return [];
			if (known === 'no capacity') return [{ ...row, ownInvestmentCapacity: null }];
			return [known === 'no frame' ? { ...row, operatingFrame: null } : row];
		})
	}));

/** Two more sectors: heating, whose base year may be missing, and foreign transport, which no total counts. */
function emissionsWith(
	plan: Plan,
	heatingKilograms: number | null,
	transportFactor: number
): Pick<Plan, 'inventory' | 'reference'> {
	const [path] = plan.reference;
	const [row] = plan.inventory;
	if (!path || !row) throw new RangeError('the random plan has a sector');
	const heating = new Decimal(heatingKilograms ?? 0).div(1000);
	return {
		inventory: [
			{ ...row, tonnes: row.tonnes.times(transportFactor) },
			...(heatingKilograms === null ? [] : [{ ...row, sector: 'heating', tonnes: heating }]),
			{ ...row, sector: 'foreign-transport' }
		],
		reference: [
			path,
			{ ...path, sector: 'heating', yearlyChange: new Decimal('-0.05') },
			{ ...path, sector: 'foreign-transport', yearlyChange: new Decimal('0.02') }
		]
	};
}

const method: fc.Arbitrary<MethodSettings> = fc.record({
	timing: mostly<MethodSettings['timing']>('start', 'end'),
	residualValue: mostly<MethodSettings['residualValue']>('linear', 'annuity'),
	capitalCost: mostly<MethodSettings['capitalCost']>('linear', 'annuity'),
	interestBase: mostly<MethodSettings['interestBase']>('opening', 'average'),
	credit: mostly<MethodSettings['credit']>('sequential', 'shapley'),
	creditOrder: mostly<MethodSettings['creditOrder']>('start-year', 'unit-cost'),
	sectorCap: mostly(false, true),
	carryCapacity: mostly(false, true)
});

const carbonPoints: fc.Arbitrary<readonly CarbonValuePoint[] | undefined> = fc.oneof(
	{ weight: 3, arbitrary: fc.constant(undefined) },
	fc.uniqueArray(fc.integer({ min: 2023, max: 2037 }), { maxLength: 4 }).chain((years) =>
		many(years.length, hundredths(0, 1_000_000)).map((values) =>
			[...years]
				.sort((a, b) => a - b)
				.map((year, index) => ({
					year,
					perTonne: values[index] ?? new Decimal(0),
					source: ''
				}))
		)
	)
);

const payouts = [
	{ advanceShare: 0.3, afterYears: 1, lastShare: 0.2, lastAfterYears: 2 },
	{ advanceShare: 1, afterYears: 3, lastShare: 0, lastAfterYears: 0 },
	{ advanceShare: 0, afterYears: 0, lastShare: 0.25, lastAfterYears: 1 }
].map((one): Payout => ({
	...one,
	advanceShare: new Decimal(one.advanceShare),
	lastShare: new Decimal(one.lastShare)
}));

/** A random plan with random settings, each of them at its default in most plans. */
export const arbitrarySettledPlan: fc.Arbitrary<Plan> = fc
	.record({
		plan: arbitraryFullPlan,
		method,
		points: carbonPoints,
		lines: many(
			MOST_LINES,
			fc.record({
				carryForward: mostly<boolean | undefined>(undefined, true, false),
				paidAfterYears: mostly<number | undefined>(undefined, 0, 1, 2, 3),
				loanRate: mostly<Decimal | undefined>(undefined, new Decimal(0), new Decimal('0.03')),
				loanYears: mostly<number | undefined>(undefined, 1, 4, 30),
				payout: fc.constantFrom(undefined, ...payouts),
				isSure: mostly(false, true)
			})
		)
	})
	.map(({ plan, method: settings, points, lines }): Plan => ({
		...plan,
		settings: {
			...plan.settings,
			method: settings,
			carbonValue: { ...plan.settings.carbonValue, points }
		},
		...sureOrNot(plan.funding, lines)
	}));

type Chosen = { readonly isSure: boolean } & Pick<
	FundingLine,
	'carryForward' | 'paidAfterYears' | 'loanRate' | 'loanYears' | 'payout'
>;

/** Lines with what was chosen for them; an application is as sure, and pays when, as its first line says. */
function sureOrNot(
	lines: readonly FundingLine[],
	chosen: readonly Chosen[]
): Pick<Plan, 'funding' | 'applications'> {
	const saidOf = new Map<string, Pick<Chosen, 'isSure' | 'payout'>>();
	const funding = lines.map((line, index) => {
		const { isSure: isOwn = false, payout: own, ...carry } = chosen[index] ?? {};
		const { isSure, payout } = saidOf.get(awardOf(line)) ?? { isSure: isOwn, payout: own };
		saidOf.set(awardOf(line), { isSure, payout });
		return {
			...line,
			...carry,
			...(line.application !== undefined && payout && { payout }),
			probability: isSure ? new Decimal(1) : line.probability
		};
	});
	return { funding, applications: applicationsOf(funding) };
}
