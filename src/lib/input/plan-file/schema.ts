import { z } from 'zod';
import {
	DEFAULT_METHOD,
	capitalCostRules,
	creditOrders,
	creditRules,
	interestBases,
	residualValueRules,
	timings
} from '../../core/plan/method-settings.ts';
import { factorKinds, sharedPrices } from '../../core/plan/plan.ts';
import { currencies } from '../../core/plan/funding-rules.ts';
import type { Decimal } from '../../core/decimal.ts';
import { figureStatuses, investmentRoom, type InvestmentRoom } from '../../core/plan/room.ts';
import {
	amount,
	bilingual,
	emissionChange,
	exchangeRate,
	fraction,
	gas,
	id,
	list,
	longText,
	nonNegative,
	orNull,
	percent,
	range,
	rate,
	scale,
	share,
	signedAmount,
	sourced,
	text,
	tonnes,
	year
} from './fields.ts';
import { application, fundingLine, programme } from './funding-schema.ts';
import { measure } from './measure-schema.ts';
import { facts } from './rule-schema.ts';

/**
 * The plan file, version 1: one portable JSON document. This schema parses it and is what static/schema/plan.schema.json
 * is generated from. It says what each part looks like; how the parts hang together is in core/plan/consistency.ts.
 * Key order here is the key order of a canonical file.
 */

/** More than any municipality's plan has; a hostile file must not fill the memory or the minute. */
const MOST = { measures: 2_000, applications: 2_000, funding: 10_000, inventory: 20_000 } as const;

const municipality = z.strictObject({
	code: z.string().regex(/^\d{4}$/, 'municipality-code'),
	name: text,
	county: text.default(''),
	population: list(
		z.strictObject({ year, persons: z.int('whole').min(0, 'not-negative'), ...sourced })
	).default([]),
	facts: facts.optional(),
	deMinimis: list(
		z.strictObject({
			recipient: text,
			year,
			amount,
			currency: z.enum(currencies).default('SEK'),
			...sourced
		}),
		500
	).optional()
});

const carbonValue = z.strictObject({
	perTonne: amount,
	currency: z.literal('SEK').default('SEK'),
	growth: rate.prefault(0),
	points: list(z.strictObject({ year, perTonne: amount, source: text.default('') }), 200)
		.refine(isAscending, 'years-ascending')
		.optional(),
	...sourced
});

function isAscending(points: readonly { readonly year: number }[]): boolean {
	return points.every(({ year }, index) => index === 0 || year > (points[index - 1]?.year ?? year));
}

/** What a plan chooses otherwise than the method's defaults. */
const method = z.strictObject({
	timing: z.enum(timings).default(DEFAULT_METHOD.timing),
	residualValue: z.enum(residualValueRules).default(DEFAULT_METHOD.residualValue),
	capitalCost: z.enum(capitalCostRules).default(DEFAULT_METHOD.capitalCost),
	interestBase: z.enum(interestBases).default(DEFAULT_METHOD.interestBase),
	credit: z.enum(creditRules).default(DEFAULT_METHOD.credit),
	creditOrder: z.enum(creditOrders).default(DEFAULT_METHOD.creditOrder),
	sectorCap: z.boolean().default(DEFAULT_METHOD.sectorCap),
	carryCapacity: z.boolean().default(DEFAULT_METHOD.carryCapacity)
});

const rateSource = z.strictObject(sourced).default({ source: '', confidence: '' });

const settings = z.strictObject({
	name: text.min(1, 'not-empty'),
	basis: z.strictObject({
		currency: z.literal('SEK'),
		priceYear: year,
		vat: z.enum(['excluded', 'included'])
	}),
	firstYear: year,
	lastYear: year,
	discountRate: share,
	internalRate: share,
	carbonValue,
	euroRate: orNull(exchangeRate),
	euroRateSource: text.default(''),
	method: method.default(DEFAULT_METHOD),
	rateSources: z.strictObject({ discountRate: rateSource, internalRate: rateSource }).default({
		discountRate: { source: '', confidence: '' },
		internalRate: { source: '', confidence: '' }
	})
});

const tax = z.strictObject({
	municipalRate: percent,
	rateSource: text.default(''),
	rateConfidence: text.default(''),
	taxBasePerInhabitant: orNull(amount),
	oneKronaYields: orNull(amount),
	...sourced,
	note: text.default('')
});

const inventoryRow = z.strictObject({
	gas,
	year,
	sector: id,
	tonnes,
	source: text.default(''),
	vintage: text,
	pinned: z.boolean().optional(),
	confidence: text.default('')
});

const statedShare = z.strictObject({
	sector: text,
	gas,
	year: orNull(year),
	sharePct: nonNegative,
	...sourced
});

const referencePath = z.strictObject({
	sector: id,
	baseYear: year,
	vintage: text,
	yearlyChange: emissionChange,
	co2Share: share,
	...sourced,
	note: text.default('')
});

const target = z.strictObject({
	id,
	name: text,
	scope: z.enum(['territorial', 'consumption']),
	gas,
	type: z.enum(['relative-reduction', 'absolute-ceiling', 'absolute-ceiling-per-person', 'vision']),
	value: orNull(z.number('number').transform(fraction)),
	baseYear: orNull(year),
	baseTonnes: orNull(tonnes),
	baseValue: nonNegative.optional(),
	targetYear: year,
	targetTonnes: orNull(tonnes),
	...sourced,
	note: text.optional()
});

const emissionFactor = z.strictObject({
	carrier: id,
	unit: text.default('t CO2e/MWh'),
	kind: z.enum(factorKinds).optional(),
	vintage: text.optional(),
	points: list(z.strictObject({ year, value: nonNegative, source: text.optional() }), 300).min(
		1,
		'at-least-one'
	),
	...sourced,
	note: text.default('')
});

const rangeOfShared = { range, ...sourced };
const sharedRange = z.discriminatedUnion('of', [
	z.strictObject({ of: z.literal('price'), name: z.enum(sharedPrices), ...rangeOfShared }),
	z.strictObject({ of: z.literal('factor'), name: id, ...rangeOfShared })
]);

const figure = {
	amount: signedAmount,
	status: z.enum(figureStatuses),
	source: text.default('')
};
const knownFigure = orNull(z.strictObject(figure));
const redirected = z.strictObject({ fromBudget: text.min(1, 'not-empty'), ...figure });
const room = z.strictObject({
	result: knownFigure,
	depreciation: knownFigure,
	newBorrowing: knownFigure,
	otherInvestments: knownFigure,
	loanDebt: knownFigure,
	redirected: list(redirected, 20).default([])
});

const budgetYear = z
	.strictObject({
		year,
		ownInvestmentCapacity: orNull(amount),
		operatingFrame: orNull(amount),
		room: room.optional(),
		...sourced
	})
	.refine(isRoomOfItsFigures, { path: ['ownInvestmentCapacity'], error: 'room-differs' });

/** Where the room has been worked out, it is the capacity: the two cannot drift apart. */
function isRoomOfItsFigures(row: {
	readonly ownInvestmentCapacity: Decimal | null;
	readonly room?: InvestmentRoom | undefined;
}): boolean {
	const worked = row.room ? investmentRoom(row.room) : null;
	return worked === null || row.ownInvestmentCapacity?.eq(worked) === true;
}

const pool = z.strictObject({
	id,
	sector: orNull(id),
	gas,
	tonnes: orNull(tonnes),
	baseYear: year,
	source: text.default('')
});

const portfolio = z.strictObject({
	id,
	name: text,
	measures: list(id),
	shift: z.record(id, z.int('whole').min(-100, 'shift').max(100, 'shift')).default({}),
	scale: z.record(id, scale).default({})
});

export const planFile = z.strictObject({
	format: z.literal('climate-investment-plan'),
	version: z.literal(1),
	illustrative: z.boolean().default(false),
	schemaNotes: list(longText, 100).default([]),
	disclaimer: orNull(bilingual),
	municipality,
	plan: settings,
	tax: orNull(tax),
	inventory: list(inventoryRow, MOST.inventory).default([]),
	statedShares: list(statedShare, 500).default([]),
	reference: list(referencePath, 100).default([]),
	targets: list(target, 100).default([]),
	emissionFactors: list(emissionFactor, 100).default([]),
	sharedRanges: list(sharedRange, 103).default([]),
	budget: list(budgetYear, 200).default([]),
	pools: list(pool, 200).default([]),
	programmes: list(programme, 500).default([]),
	measures: list(measure, MOST.measures),
	applications: list(application, MOST.applications).default([]),
	funding: list(fundingLine, MOST.funding).default([]),
	portfolios: list(portfolio, 50).default([])
});

export type PlanFile = z.output<typeof planFile>;

/**
 * The long lists of a file with the schema of their entries: a reader takes them entry by entry, so that it can stop when
 * it has seen enough faults.
 */
export const longLists = {
	measures: { entry: measure, most: MOST.measures },
	applications: { entry: application, most: MOST.applications },
	funding: { entry: fundingLine, most: MOST.funding },
	inventory: { entry: inventoryRow, most: MOST.inventory }
} as const;
