import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { CarbonValuePoint, Plan } from '../../core/plan/plan.ts';
import { withCatalogue, type Catalogue } from '../../core/plan/programme.ts';
import type { Db } from '../db/open.ts';
import { plan as planTable } from '../db/schema/plan.ts';
import { insertFacts, readCarbonPoints, readFacts, replaceCarbonPoints } from './plan-facts.ts';
import { insertApplications, readApplications } from './plan-applications.ts';
import { insertFunding, readFunding } from './plan-funding.ts';
import type { PlanKey } from './plan-key.ts';
import { insertMeasures } from './plan-measures.ts';
import { insertPortfolios, readPortfolios } from './plan-portfolios.ts';
import * as secretMarks from './secret-marks.ts';
import { readMeasures } from './stored-measures.ts';

/** Stores a whole plan as rows and returns its id. Call it inside a transaction. */
export function create(db: Db, organisationId: string, plan: Plan, at: number): string {
	const key = { organisationId, planId: randomUUID() };
	db.insert(planTable)
		.values({ id: key.planId, organisationId, createdAt: at, updatedAt: at, ...headRow(plan) })
		.run();
	replaceCarbonPoints(db, key, plan);
	insertFacts(db, key, plan);
	const rowIds = insertMeasures(db, key, plan);
	insertApplications(
		db,
		key,
		plan.applications.map((value, position) => ({ value, position, version: 1 }))
	);
	insertFunding(db, key, plan, rowIds);
	insertPortfolios(db, key, plan, rowIds);
	secretMarks.remember(db, key, plan);
	return key.planId;
}

/** Writes what lies in the plan's own row; its version is changed apart. */
export function updateHead(db: Db, { organisationId, planId }: PlanKey, plan: Plan): void {
	db.update(planTable)
		.set(headRow(plan))
		.where(and(eq(planTable.organisationId, organisationId), eq(planTable.id, planId)))
		.run();
	replaceCarbonPoints(db, { organisationId, planId }, plan);
}

/** The whole plan; null when the organisation has none of that id. */
export function read(
	db: Db,
	organisationId: string,
	planId: string,
	catalogue: Catalogue
): Plan | null {
	const row = db
		.select()
		.from(planTable)
		.where(
			and(
				eq(planTable.organisationId, organisationId),
				eq(planTable.id, planId),
				isNull(planTable.removedAt)
			)
		)
		.get();
	if (!row) return null;
	const key = { organisationId, planId };
	const { measures, measureKeys, costItemKeys } = readMeasures(db, key);
	const { population, programmes, deMinimis, ...facts } = readFacts(db, key);
	const applications = readApplications(db, key);
	const funding = readFunding(db, key, costItemKeys, applications);
	return {
		...headOf(row, readCarbonPoints(db, key)),
		municipality: {
			code: row.municipalityCode,
			name: row.municipalityName,
			county: row.county,
			population,
			...(row.facts !== null && { facts: row.facts }),
			...(deMinimis.length > 0 && { deMinimis })
		},
		...facts,
		programmes: withCatalogue(programmes, [...funding, ...applications], catalogue),
		aidRules: catalogue.aidRules,
		measures,
		applications,
		funding,
		portfolios: readPortfolios(db, key, measureKeys)
	};
}

function headRow({ municipality, settings, disclaimer, ...plan }: Plan) {
	return {
		name: settings.name,
		isIllustrative: plan.illustrative,
		schemaNotes: plan.schemaNotes,
		disclaimerSv: disclaimer?.sv ?? null,
		disclaimerEn: disclaimer?.en ?? null,
		municipalityCode: municipality.code,
		municipalityName: municipality.name,
		county: municipality.county,
		facts: municipality.facts ?? null,
		...settings.basis,
		firstYear: settings.firstYear,
		lastYear: settings.lastYear,
		discountRate: settings.discountRate,
		discountRateSource: settings.rateSources.discountRate.source,
		discountRateConfidence: settings.rateSources.discountRate.confidence,
		internalRate: settings.internalRate,
		internalRateSource: settings.rateSources.internalRate.source,
		internalRateConfidence: settings.rateSources.internalRate.confidence,
		carbonValuePerTonne: settings.carbonValue.perTonne,
		carbonValueGrowth: settings.carbonValue.growth,
		carbonValueSource: settings.carbonValue.source,
		carbonValueConfidence: settings.carbonValue.confidence,
		euroRate: settings.euroRate,
		euroRateSource: settings.euroRateSource,
		...settings.method
	};
}

function headOf(
	row: typeof planTable.$inferSelect,
	points: readonly CarbonValuePoint[]
): Pick<Plan, 'illustrative' | 'schemaNotes' | 'disclaimer' | 'settings'> {
	return {
		illustrative: row.isIllustrative,
		schemaNotes: row.schemaNotes,
		disclaimer:
			row.disclaimerSv === null || row.disclaimerEn === null
				? null
				: { sv: row.disclaimerSv, en: row.disclaimerEn },
		settings: {
			name: row.name,
			basis: { currency: row.currency, priceYear: row.priceYear, vat: row.vat },
			firstYear: row.firstYear,
			lastYear: row.lastYear,
			discountRate: row.discountRate,
			internalRate: row.internalRate,
			carbonValue: {
				perTonne: row.carbonValuePerTonne,
				currency: row.currency,
				growth: row.carbonValueGrowth,
				source: row.carbonValueSource,
				confidence: row.carbonValueConfidence,
				...(points.length > 0 && { points })
			},
			euroRate: row.euroRate,
			euroRateSource: row.euroRateSource,
			method: {
				timing: row.timing,
				residualValue: row.residualValue,
				capitalCost: row.capitalCost,
				interestBase: row.interestBase,
				credit: row.credit,
				creditOrder: row.creditOrder,
				sectorCap: row.sectorCap,
				carryCapacity: row.carryCapacity
			},
			rateSources: {
				discountRate: { source: row.discountRateSource, confidence: row.discountRateConfidence },
				internalRate: { source: row.internalRateSource, confidence: row.internalRateConfidence }
			}
		}
	};
}
