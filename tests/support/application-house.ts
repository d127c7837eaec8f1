import { sum, ZERO } from '../../src/lib/core/decimal.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { moveApplication, type Move } from '../../src/lib/server/services/applications.commands.ts';
import { applicationsPage } from '../../src/lib/server/services/applications.queries.ts';
import type { Context } from '../../src/lib/server/services/context.ts';
import { InvalidInputError } from '../../src/lib/server/services/errors.ts';
import { loadPlan } from '../../src/lib/server/services/plan-cache.ts';
import { importPlan } from '../../src/lib/server/services/plans.commands.ts';
import { member, newInstallation, newOrganisation } from './installation.ts';
import { exampleText } from './plan-files.ts';

export const DAY = '2026-11-26';
/** A match that moves the gap. */
export const MATCH = { measure: 'A07', programme: 'klimatklivet', call: null };

/** The example's plan with an editor and a reader, and the latest of its applications. */
export function applicationHouse() {
	const db = newInstallation();
	const organisation = newOrganisation(db, 'Alvesta');
	const at = (ctx: Context) => ({ ...ctx, now: () => Date.parse(`${DAY}T10:00:00Z`) });
	const editor = at(member(db, organisation, 'editor'));
	const reader = at(member(db, organisation, 'reader'));
	const planId = importPlan(editor, exampleText);
	const stands = () => {
		const { plan } = loadPlan(editor, planId);
		const own = plan.applications.at(-1);
		const lines = plan.funding.filter(({ application }) => application === own?.id);
		const total = sum(lines.flatMap(({ amounts }) => amounts.map((one) => one.amount ?? ZERO)));
		return { plan, own, lines, total, gap: evaluate(plan, 'P2').gap };
	};
	const rows = () => {
		const page = applicationsPage(editor, planId, 'P2');
		return page.portfolio ? page.rows : [];
	};
	const move = (changes: Partial<Move>, id = 'AN01') =>
		moveApplication(editor, planId, id, {
			status: 'planned',
			caseNumber: '',
			date: '',
			granted: null,
			version: rows().find((one) => one.id === id)?.version ?? 0,
			lines: rows().find((one) => one.id === id)?.lines ?? '',
			...changes
		});
	return { db, editor, reader, planId, stands, rows, move };
}

/** The fields that a command finds wrong. */
export function wrongFields(work: () => unknown): readonly string[] {
	try {
		work();
	} catch (thrown) {
		if (thrown instanceof InvalidInputError) return Object.keys(thrown.fields);
		throw thrown;
	}
	return [];
}
