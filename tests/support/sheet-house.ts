import type { Context } from '../../src/lib/server/services/context.ts';
import { importPlan } from '../../src/lib/server/services/plans.commands.ts';
import { readSheetFile } from '../../src/lib/server/services/sheets.commands.ts';
import { sheetStart } from '../../src/lib/server/services/sheets.queries.ts';
import type { Db } from '../../src/lib/server/db/open.ts';
import { member, newInstallation, newOrganisation } from './installation.ts';
import { exampleText } from './plan-files.ts';

/** An installation with the example as a plan, and people who send files in to it; `opened` is told of its database. */
export function sheetHouse(opened: Db[]) {
	const db = newInstallation();
	opened.push(db);
	let now = Date.parse('2026-11-27T10:00:00Z');
	const at = (ctx: Context) => ({ ...ctx, now: () => now++ });
	const organisation = newOrganisation(db, 'Alvesta');
	const editor = at(member(db, organisation, 'editor', 'editor'));
	return {
		editor,
		colleague: at(member(db, organisation, 'finance', 'kollega')),
		reader: at(member(db, organisation, 'reader', 'läsare')),
		stranger: at(member(db, newOrganisation(db, 'Växjö'), 'admin', 's')),
		planId: importPlan(editor, exampleText)
	};
}

/** Sends a file in and waits until it is read; the id of the upload. */
export async function sentFile(
	ctx: Context,
	planId: string,
	file: { readonly name: string; readonly bytes: Uint8Array }
): Promise<string> {
	readSheetFile(ctx, planId, file);
	for (;;) {
		const { state, waiting, refusal } = sheetStart(ctx, planId);
		if (state === 'running') await new Promise((later) => setTimeout(later, 20));
		else if (waiting) return waiting.id;
		else throw new Error(refusal?.sv ?? state ?? 'nothing');
	}
}
