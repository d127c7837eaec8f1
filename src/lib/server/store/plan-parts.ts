import { and, eq, inArray } from 'drizzle-orm';
import type { Plan } from '../../core/plan/plan.ts';
import {
	headSections,
	isList,
	type ListPart,
	type Part,
	type SectionPart
} from '../../core/plan/parts.ts';
import type { Db } from '../db/open.ts';
import { planSection } from '../db/schema/edit.ts';
import { application, fundingLine } from '../db/schema/funding.ts';
import { measure, portfolio } from '../db/schema/measure.ts';
import * as measures from './measures.ts';
import type { Placed } from './measures.ts';
import { updateHead } from './plan-documents.ts';
import { replaceFacts } from './plan-facts.ts';
import { insertApplications } from './plan-applications.ts';
import { insertLines } from './plan-funding.ts';
import type { PlanKey } from './plan-key.ts';
import { insertAll } from './plan-portfolios.ts';
import { readRowIds } from './row-ids.ts';
import { readHead } from './plans.ts';
import * as riskResults from './risk-results.ts';
import * as secretMarks from './secret-marks.ts';
import * as shareLinks from './share-links.ts';

/** The parts of a plan as they are edited: a measure, a funding line, a portfolio, or a section as a whole. */

const listTables = {
	measures: measure,
	applications: application,
	funding: fundingLine,
	portfolios: portfolio
} as const;

export type StoredPart = { readonly version: number; readonly position: number };

/** Versions and places of the members of a list, by the ids that the plan shows. */
export function versions(db: Db, key: PlanKey, part: ListPart): Map<string, StoredPart> {
	const table = listTables[part];
	const rows = db
		.select({ id: table.id, version: table.version, position: table.position })
		.from(table)
		.where(and(eq(table.organisationId, key.organisationId), eq(table.planId, key.planId)))
		.all();
	return new Map(rows.map(({ id, ...stored }) => [id, stored]));
}

/** The version of a section; 1 before its first change. */
export function sectionVersion(db: Db, key: PlanKey, section: SectionPart): number {
	const row = db
		.select({ version: planSection.version })
		.from(planSection)
		.where(ofSection(key, section))
		.get();
	return row?.version ?? 1;
}

export type PartWrite = {
	readonly part: Part;
	/** Of a list's member; null for a section. */
	readonly id: string | null;
	readonly isThere: boolean;
	/** Where a new member goes; last when absent. */
	readonly position?: number | undefined;
};

/**
 * Makes the stored parts what they are in the plan. Call it inside a transaction, with versions checked and the plan
 * found consistent; what points at each other is looked at when the transaction ends. A new member starts above every
 * version that its id can have had before, so that no form opened then can pass for one opened now.
 */
export function writeParts(db: Db, key: PlanKey, plan: Plan, writes: readonly PartWrite[]): void {
	db.$client.pragma('defer_foreign_keys = ON');
	for (const { part } of writes) if (!isList(part)) writeSection(db, key, plan, part);
	const own = <Value extends { readonly id: string }>(part: ListPart, values: readonly Value[]) =>
		changesOf(db, key, part, values, writes);
	const changedMeasures = own('measures', plan.measures);
	const applications = own('applications', plan.applications);
	const [lines, portfolios] = [own('funding', plan.funding), own('portfolios', plan.portfolios)];
	const idsOf = (part: ListPart, isGone = false) =>
		writes.flatMap((one) => (one.part === part && !(isGone && one.isThere) ? (one.id ?? []) : []));
	// Lines go before what they point at, and come back when it is there: nothing is taken along by a cost item that goes.
	remove(db, key, 'portfolios', idsOf('portfolios'));
	riskResults.remove(db, key, idsOf('portfolios', true));
	shareLinks.forget(db, key, idsOf('portfolios', true));
	secretMarks.remember(db, key, plan);
	remove(db, key, 'funding', idsOf('funding'));
	remove(db, key, 'applications', idsOf('applications'));
	remove(db, key, 'measures', idsOf('measures', true));
	measures.write(db, key, changedMeasures.added, changedMeasures.replaced);
	const rowIds = readRowIds(db, key);
	insertApplications(db, key, [...applications.added, ...applications.replaced]);
	insertLines(db, key, [...lines.added, ...lines.replaced], rowIds);
	insertAll(db, key, [...portfolios.added, ...portfolios.replaced], rowIds);
}

function changesOf<Value extends { readonly id: string }>(
	db: Db,
	key: PlanKey,
	part: ListPart,
	values: readonly Value[],
	writes: readonly PartWrite[]
) {
	const byId = new Map(values.map((value) => [value.id, value]));
	const stored = versions(db, key, part);
	let next = 1 + Math.max(-1, ...[...stored.values()].map((one) => one.position));
	const above = 1 + (readHead(db, key.organisationId, key.planId)?.version ?? 0);
	const own = writes.flatMap((write) => {
		const value = byId.get(write.id ?? '');
		return write.part === part && write.isThere && value ? [{ value, write }] : [];
	});
	const before = ({ id }: Value) => stored.get(id);
	return {
		added: own
			.filter(({ value }) => !before(value))
			.map(({ value, write }): Placed<Value> => ({
				value,
				version: above,
				position: write.position ?? next++
			})),
		replaced: own.flatMap(({ value }): Placed<Value>[] => {
			const was = before(value);
			return was ? [{ value, version: was.version + 1, position: was.position }] : [];
		})
	};
}

function remove(db: Db, key: PlanKey, part: ListPart, ids: readonly string[]): void {
	if (ids.length === 0) return;
	const table = listTables[part];
	db.delete(table)
		.where(
			and(
				eq(table.organisationId, key.organisationId),
				eq(table.planId, key.planId),
				inArray(table.id, ids)
			)
		)
		.run();
}

function writeSection(db: Db, key: PlanKey, plan: Plan, section: SectionPart): void {
	if (headSections.has(section)) updateHead(db, key, plan);
	if (section === 'municipality') {
		replaceFacts(db, key, 'population', plan);
		replaceFacts(db, key, 'deMinimis', plan);
	} else if (!headSections.has(section)) replaceFacts(db, key, section as 'budget', plan);
	const version = sectionVersion(db, key, section) + 1;
	db.insert(planSection)
		.values({ ...key, section, version })
		.onConflictDoUpdate({ target: [planSection.planId, planSection.section], set: { version } })
		.run();
}

function ofSection(key: PlanKey, section: SectionPart) {
	return and(
		eq(planSection.organisationId, key.organisationId),
		eq(planSection.planId, key.planId),
		eq(planSection.section, section)
	);
}
