import fc from 'fast-check';
import { Decimal } from '../../src/lib/core/decimal.ts';
import {
	fundingStatuses,
	payers,
	type CostItem,
	type Effect,
	type FundingLine,
	type Measure,
	type OneOffCost,
	type Plan,
	type YearlyCost
} from '../../src/lib/core/plan/plan.ts';
import { DEFAULT_METHOD } from '../../src/lib/core/plan/method-settings.ts';
import { applicationsOf, joined } from './random-applications.ts';
import { programmeIds, randomProgrammes } from './random-programmes.ts';

/** Random small plans, for laws that must hold for every plan. Money in whole öre, tonnes in whole kilograms. */

const FIRST = 2026;
const SOURCED = { source: '', confidence: '' };

const kronor = fc.integer({ min: 0, max: 5_000_000_00 }).map((ore) => new Decimal(ore).div(100));
const tonnes = fc.integer({ min: 0, max: 2_000_000 }).map((kg) => new Decimal(kg).div(1000));
const hundredths = (min: number, max: number) =>
	fc.integer({ min, max }).map((n) => new Decimal(n).div(100));
const year = fc.integer({ min: FIRST - 1, max: FIRST + 9 });
const orUnknown = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 12 });

const costBase = {
	payer: fc.constantFrom(...payers, 'municipality' as const, 'municipality' as const),
	costKind: fc.constantFrom('equipment', 'construction', 'land', null),
	depreciationYears: fc.option(fc.integer({ min: 1, max: 15 }), { nil: null })
};

const oneOff = fc
	.record({
		kind: fc.constantFrom('capex', 'capex', 'opex'),
		years: fc.array(fc.record({ year, amount: kronor }), { minLength: 1, maxLength: 3 }),
		isKnown: fc.integer({ min: 0, max: 12 }).map((n) => n > 0),
		...costBase
	})
	.map(({ isKnown, ...item }): Omit<OneOffCost, 'id'> => ({
		timing: 'one-off',
		basis: '',
		...SOURCED,
		...item,
		amount: isKnown
			? item.years.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0))
			: null
	}));

const yearly = fc
	.record({
		kind: fc.constantFrom('opex', 'saving', 'revenue'),
		amountPerYear: orUnknown(kronor.map((amount) => amount.div(10).toDecimalPlaces(2))),
		from: year,
		length: fc.integer({ min: 0, max: 12 }),
		growth: hundredths(-5, 5),
		...costBase
	})
	.map(({ length, ...item }): Omit<YearlyCost, 'id'> => ({
		timing: 'yearly',
		basis: '',
		...SOURCED,
		...item,
		to: item.from + length
	}));

const effect = fc
	.record({
		kind: fc.constantFrom('direct', 'energy'),
		pool: fc.constantFrom('small', 'large', 'unknown'),
		size: orUnknown(tonnes),
		sign: fc.constantFrom(1, 1, 1, -1),
		from: year,
		length: fc.integer({ min: 0, max: 12 }),
		rampYears: fc.integer({ min: 0, max: 7 })
	})
	.map(({ kind, pool, size, sign, from, length, rampYears }): Effect => {
		const shared = { pool, from, to: from + length, rampYears, basis: '', ...SOURCED };
		const signed = size && size.times(sign);
		return kind === 'direct'
			? { kind, ...shared, tonnesPerYear: signed }
			: { kind, ...shared, carrier: 'power', mwhPerYear: signed };
	});

const measure = (id: string): fc.Arbitrary<Measure> =>
	fc
		.record({
			startYear: year,
			earlier: fc.constantFrom(null, null, 0, 2),
			later: fc.constantFrom(null, null, 0, 3),
			lifetimeYears: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
			costs: fc.array(fc.oneof(oneOff, yearly), { minLength: 1, maxLength: 4 }),
			effects: fc.option(fc.array(effect, { maxLength: 3 }), { nil: null, freq: 12 }),
			partner: fc.option(hundredths(1, 90), { nil: null })
		})
		.map(({ costs, partner, earlier, later, ...rest }) => ({
			id,
			name: { sv: id, en: id },
			description: '',
			sector: null,
			theme: '',
			owner: '',
			status: 'planned',
			...rest,
			...(earlier !== null && { earliestStart: rest.startYear - earlier }),
			...(later !== null && { latestStart: rest.startYear + later }),
			costs: costs.map((item, index) => ({ ...item, id: `c${index}` }) as CostItem),
			uncertainty: null,
			excludes: [],
			requires: [],
			jointWith: partner ? [{ municipality: 'Grannkommunen', share: partner }] : [],
			commitments: [],
			sdg: [],
			coBenefits: [],
			sources: []
		}));

const fundingLine = (id: string, measures: readonly Measure[]): fc.Arbitrary<FundingLine> =>
	fc
		.record({
			place: fc.nat(),
			itemPlace: fc.nat(),
			programme: fc.constantFrom('grant', 'grant', 'grant', ...programmeIds),
			status: fc.constantFrom(...fundingStatuses),
			probability: hundredths(0, 100),
			eligible: orUnknown(kronor),
			amounts: fc.array(
				fc.record({
					year,
					amount: orUnknown(kronor),
					currency: fc.constantFrom('SEK' as const, 'SEK' as const, 'EUR' as const)
				}),
				{ minLength: 1, maxLength: 3 }
			)
		})
		.map(({ place, itemPlace, eligible, ...line }) => {
			const owner = measures[place % measures.length];
			const item = owner?.costs[itemPlace % owner.costs.length];
			return {
				id,
				measure: owner?.id ?? '',
				costItem: item?.id ?? '',
				...line,
				...(eligible && { eligibleCost: eligible }),
				amounts: line.amounts.map((one) => ({
					...one,
					amount:
						one.amount && one.currency === 'EUR'
							? one.amount.div(10).toDecimalPlaces(2)
							: one.amount
				})),
				note: '',
				...SOURCED
			};
		});

/** A plan with one portfolio, P, of all its measures, some of them moved or scaled. */
export const arbitraryPlan: fc.Arbitrary<Plan> = fc
	.integer({ min: 1, max: 5 })
	.chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => measure(`M${i}`))))
	.chain((measures) =>
		fc.record({
			measures: fc.constant(measures),
			years: fc.integer({ min: 2, max: 9 }),
			discountRate: hundredths(0, 8),
			internalRate: hundredths(0, 5),
			funding: fc
				.integer({ min: 0, max: 6 })
				.chain((count) =>
					fc.tuple(...Array.from({ length: count }, (_, i) => fundingLine(`F${i}`, measures)))
				),
			together: fc.array(fc.constantFrom(false, false, true), { minLength: 6, maxLength: 6 }),
			capacity: fc.array(kronor, { minLength: 10, maxLength: 10 }),
			poolTonnes: fc.tuple(tonnes, tonnes),
			yearlyChange: hundredths(-20, 5),
			shift: fc.array(fc.constantFrom(null, null, -1, 1, 2), { minLength: 5, maxLength: 5 }),
			scale: fc.array(fc.option(hundredths(0, 150), { nil: null }), { minLength: 5, maxLength: 5 })
		})
	)
	.map(
		({
			measures,
			years,
			funding,
			together,
			capacity,
			poolTonnes,
			shift,
			scale,
			...rates
		}): Plan => {
			const [small, large] = poolTonnes;
			const lines = joined(funding, together);
			const lastYear = FIRST + years - 1;
			const pool = { gas: 'CO2' as const, baseYear: 2024, source: '' };
			return {
				applications: applicationsOf(lines),
				illustrative: false,
				schemaNotes: [],
				disclaimer: null,
				municipality: { code: '0764', name: 'Alvesta', county: 'Kronoberg', population: [] },
				settings: {
					name: 'Slumpad plan',
					basis: { currency: 'SEK', priceYear: 2025, vat: 'excluded' },
					firstYear: FIRST,
					lastYear,
					discountRate: rates.discountRate,
					internalRate: rates.internalRate,
					carbonValue: {
						perTonne: new Decimal(9100),
						currency: 'SEK',
						growth: new Decimal('0.01'),
						...SOURCED
					},
					euroRate: new Decimal('11.37'),
					euroRateSource: '',
					method: DEFAULT_METHOD,
					rateSources: { discountRate: SOURCED, internalRate: SOURCED }
				},
				tax: null,
				inventory: [
					{
						gas: 'CO2e',
						year: 2024,
						sector: 'transport',
						tonnes: large.times(3),
						vintage: 'v',
						...SOURCED
					}
				],
				statedShares: [],
				reference: [
					{
						sector: 'transport',
						baseYear: 2024,
						vintage: 'v',
						yearlyChange: rates.yearlyChange,
						co2Share: new Decimal('0.9'),
						note: '',
						...SOURCED
					}
				],
				targets: [],
				emissionFactors: [
					{
						carrier: 'power',
						unit: 't CO2e/MWh',
						points: [
							{ year: 2027, value: new Decimal('0.3') },
							{ year: 2030, value: new Decimal('0.1') }
						],
						note: '',
						...SOURCED
					}
				],
				sharedRanges: [],
				budget: capacity.slice(0, years).map((own, index) => ({
					year: FIRST + index,
					ownInvestmentCapacity: own.div(4).toDecimalPlaces(2),
					operatingFrame: own.div(8).toDecimalPlaces(2),
					...SOURCED
				})),
				pools: [
					{ ...pool, id: 'small', sector: 'transport', tonnes: small },
					{ ...pool, id: 'large', sector: null, tonnes: large.times(4) },
					{ ...pool, id: 'unknown', sector: null, tonnes: null }
				],
				programmes: randomProgrammes,
				measures,
				funding: lines,
				portfolios: [
					{
						id: 'P',
						name: 'Alla',
						measures: measures.map(({ id }) => id),
						shift: chosen(measures, shift),
						scale: chosen(measures, scale)
					}
				]
			};
		}
	);

function chosen<Value>(measures: readonly Measure[], values: readonly (Value | null)[]) {
	return Object.fromEntries(
		measures.flatMap(({ id }, index): [string, Value][] => {
			const value = values[index] ?? null;
			return value === null ? [] : [[id, value]];
		})
	);
}
