import { importPlan } from '../../src/lib/server/services/plans.commands.ts';
import type { measurePage } from '../../src/lib/server/services/measures.queries.ts';
import { member, newInstallation, newOrganisation } from './installation.ts';
import { exampleText } from './plan-files.ts';

/** An installation with the example as a plan, and people of every role. */
export function planHouse() {
	const db = newInstallation();
	const organisation = newOrganisation(db, 'Alvesta');
	const editor = member(db, organisation, 'editor');
	return {
		db,
		key: { organisationId: organisation, planId: importPlan(editor, exampleText) },
		reader: member(db, organisation, 'reader'),
		editor,
		finance: member(db, organisation, 'finance'),
		neighbour: member(db, newOrganisation(db, 'Växjö'), 'admin', 'neighbour')
	};
}

type Page = ReturnType<typeof measurePage>;
type CostFile = { id: string; amount?: string | null; years?: { year: number; amount: string }[] };
export type File = Record<string, unknown> & { costs: CostFile[] };

/** What a form sends that was opened on the measure, with one thing changed. */
export function edit(page: Page, change: (file: File) => void) {
	const file = structuredClone(page.file) as unknown as File;
	change(file);
	return { version: page.version, file, funding: page.funding as never, errors: {} };
}

/** The first cost item costs more in its first year. */
export const dearer = (ore: number) => (file: File) => {
	const [item] = file.costs;
	const [year] = item?.years ?? [];
	if (!item?.amount || !year) throw new Error('the example has changed');
	item.amount = (Number(item.amount) + ore).toFixed(2);
	year.amount = (Number(year.amount) + ore).toFixed(2);
};
