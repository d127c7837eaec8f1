import { and, asc, eq } from 'drizzle-orm';
import { Decimal, ZERO } from '../../core/decimal.ts';
import type { CostItem, Effect, Measure, Range, Uncertainty } from '../../core/plan/plan.ts';
import type { Db } from '../db/open.ts';
import {
	costItem,
	costItemYear,
	effect,
	jointPartner,
	measure,
	measureRelation,
	measureSource
} from '../db/schema/measure.ts';
import type { PlanKey } from './plan-key.ts';
import { grouped } from './rows.ts';

export type StoredMeasures = {
	readonly measures: Measure[];
	/** Measure id by row id. */
	readonly measureKeys: ReadonlyMap<string, string>;
	/** Measure id and cost item id by cost item row id. */
	readonly costItemKeys: ReadonlyMap<
		string,
		{ readonly measure: string; readonly costItem: string }
	>;
};

export function readMeasures(db: Db, key: PlanKey): StoredMeasures {
	const rows = db
		.select()
		.from(measure)
		.where(and(eq(measure.organisationId, key.organisationId), eq(measure.planId, key.planId)))
		.orderBy(asc(measure.position))
		.all();
	const measureKeys = new Map(rows.map((row) => [row.rowId, row.id]));
	const ofPlan = and(
		eq(measure.organisationId, key.organisationId),
		eq(measure.planId, key.planId)
	);
	const inMeasure = <Row extends { measureRowId: string }>(owned: readonly Row[]) =>
		grouped(owned, (row) => row.measureRowId);
	const relations = inMeasure(
		db
			.select({ row: measureRelation })
			.from(measureRelation)
			.innerJoin(measure, eq(measure.rowId, measureRelation.measureRowId))
			.where(ofPlan)
			.orderBy(asc(measureRelation.position))
			.all()
			.map(({ row }) => row)
	);
	const partners = inMeasure(
		db
			.select({ row: jointPartner })
			.from(jointPartner)
			.innerJoin(measure, eq(measure.rowId, jointPartner.measureRowId))
			.where(ofPlan)
			.orderBy(asc(jointPartner.position))
			.all()
			.map(({ row }) => row)
	);
	const sources = inMeasure(
		db
			.select({ row: measureSource })
			.from(measureSource)
			.innerJoin(measure, eq(measure.rowId, measureSource.measureRowId))
			.where(ofPlan)
			.orderBy(asc(measureSource.position))
			.all()
			.map(({ row }) => row)
	);
	const effects = inMeasure(
		db
			.select({ row: effect })
			.from(effect)
			.innerJoin(measure, eq(measure.rowId, effect.measureRowId))
			.where(ofPlan)
			.orderBy(asc(effect.position))
			.all()
			.map(({ row }) => row)
	);
	const items = db
		.select({ row: costItem })
		.from(costItem)
		.innerJoin(measure, eq(measure.rowId, costItem.measureRowId))
		.where(ofPlan)
		.orderBy(asc(costItem.position))
		.all()
		.map(({ row }) => row);
	const years = grouped(
		db
			.select({ row: costItemYear })
			.from(costItemYear)
			.innerJoin(costItem, eq(costItem.rowId, costItemYear.costItemRowId))
			.innerJoin(measure, eq(measure.rowId, costItem.measureRowId))
			.where(ofPlan)
			.orderBy(asc(costItemYear.position))
			.all()
			.map(({ row }) => row),
		(row) => row.costItemRowId
	);
	const costs = inMeasure(items);
	const relatedIds = (rowId: string, kind: 'excludes' | 'requires') =>
		(relations.get(rowId) ?? [])
			.filter((relation) => relation.kind === kind)
			.flatMap((relation) => measureKeys.get(relation.otherRowId) ?? []);
	return {
		measures: rows.map((row) => ({
			...measureOf(row),
			costs: (costs.get(row.rowId) ?? []).map((item) =>
				costItemOf(item, years.get(item.rowId) ?? [])
			),
			effects: row.isEffectStated ? (effects.get(row.rowId) ?? []).map(effectOf) : null,
			excludes: relatedIds(row.rowId, 'excludes'),
			requires: relatedIds(row.rowId, 'requires'),
			jointWith: (partners.get(row.rowId) ?? []).map(({ municipality, share }) => ({
				municipality,
				share
			})),
			sources: (sources.get(row.rowId) ?? []).map(({ text, url, confidence }) => ({
				text,
				url,
				confidence
			}))
		})),
		measureKeys,
		costItemKeys: new Map(
			items.map((item) => [
				item.rowId,
				{ measure: measureKeys.get(item.measureRowId) ?? '', costItem: item.id }
			])
		)
	};
}

function measureOf(row: typeof measure.$inferSelect) {
	return {
		id: row.id,
		name: { sv: row.nameSv, en: row.nameEn },
		description: row.description,
		sector: row.sector,
		theme: row.theme,
		owner: row.owner,
		status: row.status,
		startYear: row.startYear,
		...(row.earliestStart !== null && { earliestStart: row.earliestStart }),
		...(row.latestStart !== null && { latestStart: row.latestStart }),
		lifetimeYears: row.lifetimeYears,
		uncertainty: row.hasUncertainty ? uncertaintyOf(row) : null,
		commitments: row.commitments,
		sdg: row.sdg,
		coBenefits: row.coBenefits,
		...(row.facts !== null && { facts: row.facts }),
		...(row.possiblySecret !== null && { possiblySecret: row.possiblySecret })
	};
}

function uncertaintyOf(row: typeof measure.$inferSelect): Uncertainty {
	const range = (texts: readonly string[] | null) => {
		if (!texts) return undefined;
		const [low, mode, high] = texts.map((text) => new Decimal(text));
		return low && mode && high ? ([low, mode, high] satisfies Range) : undefined;
	};
	return {
		capex: range(row.uncertaintyCapex),
		opex: range(row.uncertaintyOpex),
		effect: range(row.uncertaintyEffect)
	};
}

function costItemOf(
	row: typeof costItem.$inferSelect,
	years: readonly (typeof costItemYear.$inferSelect)[]
): CostItem {
	const shared = {
		id: row.id,
		costKind: row.costKind,
		payer: row.payer,
		depreciationYears: row.depreciationYears,
		...(row.follows !== null && { follows: row.follows }),
		...(row.referenceCost !== null && { referenceCost: row.referenceCost }),
		...(row.unitCount !== null &&
			row.unitOf !== null && { units: { count: row.unitCount, of: row.unitOf } }),
		...(row.possiblySecret !== null && { possiblySecret: row.possiblySecret }),
		basis: row.basis,
		source: row.source,
		confidence: row.confidence
	};
	if (row.timing === 'one-off' || row.kind === 'capex')
		return {
			timing: 'one-off',
			kind: row.kind,
			...shared,
			amount: row.amount,
			years: years.map(({ year, amount }) => ({ year, amount }))
		};
	return {
		timing: 'yearly',
		kind: row.kind,
		...shared,
		amountPerYear: row.amount,
		from: row.from ?? 0,
		to: row.to ?? 0,
		growth: row.growth ?? ZERO
	};
}

function effectOf(row: typeof effect.$inferSelect): Effect {
	const { pool, from, to, rampYears, basis, source, confidence } = row;
	const shared = { pool, from, to, rampYears, basis, source, confidence };
	if (row.kind === 'direct') return { kind: 'direct', ...shared, tonnesPerYear: row.tonnesPerYear };
	return { kind: 'energy', ...shared, carrier: row.carrier ?? '', mwhPerYear: row.mwhPerYear };
}
