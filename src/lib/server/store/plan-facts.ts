import { and, asc, eq } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type {
	BudgetYear,
	CarbonValuePoint,
	Municipality,
	Plan,
	ReceivedAid,
	SharedRange
} from '../../core/plan/plan.ts';
import type { Programme } from '../../core/plan/programme.ts';
import {
	roomFigures,
	type BudgetFigure,
	type InvestmentRoom,
	type RoomFigure
} from '../../core/plan/room.ts';
import type { Db } from '../db/open.ts';
import {
	budgetFigure,
	budgetYear,
	carbonValuePoint,
	deMinimisAid,
	taxBase
} from '../db/schema/budget.ts';
import {
	emissionFactor,
	emissionFactorPoint,
	inventoryRow,
	planProgramme,
	pool,
	population,
	referencePath,
	statedShare,
	target
} from '../db/schema/plan.ts';
import { sharedRange } from '../db/schema/risk.ts';
import type { PlanKey } from './plan-key.ts';
import { grouped, insertRows } from './rows.ts';

type Facts = Pick<
	Plan,
	| 'tax'
	| 'inventory'
	| 'statedShares'
	| 'reference'
	| 'targets'
	| 'emissionFactors'
	| 'sharedRanges'
	| 'budget'
	| 'pools'
> & {
	readonly population: Municipality['population'];
	readonly deMinimis: readonly ReceivedAid[];
	readonly programmes: Programme[];
};

/** The parts of the plan file that are kept here, each edited and written whole. */
export const factSections = [
	'tax',
	'population',
	'deMinimis',
	'inventory',
	'statedShares',
	'reference',
	'targets',
	'emissionFactors',
	'sharedRanges',
	'budget',
	'pools',
	'programmes'
] as const;
export type FactSection = (typeof factSections)[number];

/** What a plan stands on: emissions, targets, factors, budget, pools, own programmes. */
export function insertFacts(db: Db, key: PlanKey, plan: Plan): void {
	for (const section of factSections)
		for (const { table, rows } of rowsOfSection(section, plan)) insertPlaced(db, key, table, rows);
}

/** Replaces a section. Foreign keys are looked at when the transaction ends: a pool that effects name is put back. */
export function replaceFacts(db: Db, key: PlanKey, section: FactSection, plan: Plan): void {
	const parts = rowsOfSection(section, plan);
	for (const { table } of [...parts].reverse()) db.delete(table).where(ofKey(table, key)).run();
	for (const { table, rows } of parts) insertPlaced(db, key, table, rows);
}

/** The path of the carbon value, which belongs to the plan's own settings. */
export function replaceCarbonPoints(db: Db, key: PlanKey, { settings }: Plan): void {
	db.delete(carbonValuePoint).where(ofKey(carbonValuePoint, key)).run();
	insertPlaced(db, key, carbonValuePoint, settings.carbonValue.points ?? []);
}

export function readCarbonPoints(db: Db, key: PlanKey): CarbonValuePoint[] {
	return rowsOf(db, carbonValuePoint, key);
}

function insertPlaced(db: Db, key: PlanKey, table: PlanTable, rows: readonly object[]): void {
	insertRows(
		db,
		table,
		rows.map((row, position) => ({ ...key, position, ...row }))
	);
}

type SectionRows = { readonly table: PlanTable; readonly rows: readonly object[] };

function rowsOfSection(section: FactSection, plan: Plan): SectionRows[] {
	switch (section) {
		case 'tax':
			return [{ table: taxBase, rows: plan.tax ? [plan.tax] : [] }];
		case 'population':
			return [{ table: population, rows: plan.municipality.population }];
		case 'deMinimis':
			return [{ table: deMinimisAid, rows: plan.municipality.deMinimis ?? [] }];
		case 'inventory':
			return [{ table: inventoryRow, rows: plan.inventory }];
		case 'statedShares':
			return [{ table: statedShare, rows: plan.statedShares }];
		case 'reference':
			return [{ table: referencePath, rows: plan.reference }];
		case 'targets':
			return [{ table: target, rows: plan.targets }];
		case 'emissionFactors':
			return [
				{ table: emissionFactor, rows: plan.emissionFactors },
				{
					table: emissionFactorPoint,
					rows: plan.emissionFactors.flatMap(({ carrier, points }) =>
						points.map((point) => ({ carrier, ...point }))
					)
				}
			];
		case 'sharedRanges':
			return [
				{
					table: sharedRange,
					rows: plan.sharedRanges.map(({ range: [low, mode, high], ...row }) => ({
						...row,
						...{ low, mode, high }
					}))
				}
			];
		case 'budget':
			return [
				{ table: budgetYear, rows: plan.budget },
				{ table: budgetFigure, rows: plan.budget.flatMap(figureRows) }
			];
		case 'pools':
			return [{ table: pool, rows: plan.pools }];
		case 'programmes':
			return [
				{
					table: planProgramme,
					rows: plan.programmes
						.filter(({ origin }) => origin === 'plan')
						.map(({ name, confidence, rules, ...row }) => ({
							...row,
							nameSv: name.sv,
							nameEn: name.en,
							confidence: confidence ?? null,
							rules: rules ?? null
						}))
				}
			];
	}
}

function figureRows({ year, room }: BudgetYear) {
	if (!room) return [];
	return [
		...roomFigures.flatMap((kind) => (room[kind] ? [{ year, kind, ...room[kind] }] : [])),
		...room.redirected.map((one) => ({ year, kind: 'redirected', ...one }))
	];
}

function roomOf(rows: readonly OwnColumns<typeof budgetFigure>[]): InvestmentRoom {
	const figureOf = (kind: RoomFigure): BudgetFigure | null => {
		const row = rows.find((one) => one.kind === kind);
		return row ? { amount: row.amount, status: row.status, source: row.source } : null;
	};
	return {
		result: figureOf('result'),
		depreciation: figureOf('depreciation'),
		newBorrowing: figureOf('newBorrowing'),
		otherInvestments: figureOf('otherInvestments'),
		loanDebt: figureOf('loanDebt'),
		redirected: rows
			.filter(({ kind }) => kind === 'redirected')
			.map(({ amount, status, source, fromBudget }) => ({
				fromBudget: fromBudget ?? '',
				amount,
				status,
				source
			}))
	};
}

export function readFacts(db: Db, key: PlanKey): Facts {
	const points = grouped(rowsOf(db, emissionFactorPoint, key), (row) => row.carrier);
	const figures = grouped(rowsOf(db, budgetFigure, key), ({ year }) => String(year));
	const [tax] = rowsOf(db, taxBase, key);
	return {
		tax: tax ?? null,
		population: rowsOf(db, population, key),
		deMinimis: rowsOf(db, deMinimisAid, key),
		inventory: rowsOf(db, inventoryRow, key).map(({ pinned, ...row }) => ({
			...row,
			...(pinned !== null && { pinned })
		})),
		statedShares: rowsOf(db, statedShare, key),
		reference: rowsOf(db, referencePath, key),
		targets: rowsOf(db, target, key).map(({ baseValue, note, ...row }) => ({
			...row,
			...(baseValue !== null && { baseValue }),
			...(note !== null && { note })
		})),
		emissionFactors: rowsOf(db, emissionFactor, key).map(({ kind, vintage, ...row }) => ({
			...row,
			...(kind !== null && { kind }),
			...(vintage !== null && { vintage }),
			points: (points.get(row.carrier) ?? []).map(({ year, value, source }) => ({
				year,
				value,
				...(source !== null && { source })
			}))
		})),
		sharedRanges: rowsOf(db, sharedRange, key).map(
			({ low, mode, high, ...row }) => ({ ...row, range: [low, mode, high] }) as SharedRange
		),
		budget: rowsOf(db, budgetYear, key).map((row) => {
			const own = figures.get(String(row.year));
			return own ? { ...row, room: roomOf(own) } : row;
		}),
		pools: rowsOf(db, pool, key),
		programmes: rowsOf(db, planProgramme, key).map(
			({ nameSv, nameEn, confidence, rules, ...row }) => ({
				origin: 'plan',
				...row,
				...(confidence !== null && { confidence }),
				...(rules !== null && { rules }),
				name: { sv: nameSv, en: nameEn }
			})
		)
	};
}

type PlanTable = SQLiteTable & {
	organisationId: SQLiteColumn;
	planId: SQLiteColumn;
	position: SQLiteColumn;
};

type OwnColumns<Table extends PlanTable> = Omit<
	Table['$inferSelect'],
	'organisationId' | 'planId' | 'position'
>;

/** A plan's rows of one table in file order, without the columns that only say where they belong. */
function rowsOf<Table extends PlanTable>(db: Db, table: Table, key: PlanKey): OwnColumns<Table>[] {
	return db
		.select()
		.from(table as PlanTable)
		.where(ofKey(table, key))
		.orderBy(asc(table.position))
		.all()
		.map((row) => {
			const {
				organisationId: _o,
				planId: _p,
				position: _n,
				...own
			} = row as Record<string, unknown>;
			return own as OwnColumns<Table>;
		});
}

function ofKey(table: PlanTable, key: PlanKey) {
	return and(eq(table.organisationId, key.organisationId), eq(table.planId, key.planId));
}
