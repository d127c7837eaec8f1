import { describe, expect, it } from 'vitest';
import {
	ConflictError,
	ForbiddenError,
	InvalidInputError,
	InvalidPlanFileError,
	NotFoundError,
	SignInNeededError
} from '../../src/lib/server/services/errors.ts';
import { importPreview } from '../../src/lib/server/services/imports.queries.ts';
import { overviewPage } from '../../src/lib/server/services/overview.queries.ts';
import { financingPage } from '../../src/lib/server/services/financing.queries.ts';
import { maccPage } from '../../src/lib/server/services/macc.queries.ts';
import {
	cancelImport,
	confirmImport,
	importPlan,
	removePlan,
	renamePlan,
	restorePlan,
	uploadPlanFile
} from '../../src/lib/server/services/plans.commands.ts';
import { planExport, planFrame, plansPage } from '../../src/lib/server/services/plans.queries.ts';
import * as audit from '../../src/lib/server/store/audit.ts';
import { anonymous, member, newInstallation, newOrganisation } from '../support/installation.ts';
import { changed, exampleText } from '../support/plan-files.ts';

function house() {
	const db = newInstallation();
	const organisation = newOrganisation(db, 'Alvesta');
	const other = newOrganisation(db, 'Växjö');
	return {
		db,
		nobody: anonymous(db),
		reader: member(db, organisation, 'reader'),
		editor: member(db, organisation, 'editor'),
		finance: member(db, organisation, 'finance'),
		neighbour: member(db, other, 'admin', 'neighbour')
	};
}

describe('importing a plan file', () => {
	it('creates a plan whose export is the same file', () => {
		const { editor, reader } = house();
		const id = importPlan(editor, exampleText);
		expect(planExport(reader, id)).toEqual({
			content: exampleText,
			fileName: 'klimatinvesteringsplan-alvesta-exempel-ej-beslutad.json'
		});
	});

	it('shows what it will create before anything is created, and then creates it', () => {
		const { editor } = house();
		const upload = uploadPlanFile(editor, { name: 'alvesta.json', text: exampleText });
		expect(plansPage(editor).plans).toEqual([]);
		const preview = importPreview(editor, upload);
		expect(preview.counts).toMatchObject({ measures: 22, costItems: 73, fundingLines: 23 });
		expect(preview.portfolios.map(({ securedGap }) => securedGap?.toString())).toEqual([
			'2840000',
			'76755000',
			'15565000'
		]);
		const id = confirmImport(editor, upload);
		expect(plansPage(editor).plans.map((plan) => plan.id)).toEqual([id]);
		expect(() => confirmImport(editor, upload)).toThrow(NotFoundError);
	});

	it('can be called off, and belongs to whoever sent it', () => {
		const { editor, finance } = house();
		const upload = uploadPlanFile(editor, { name: 'alvesta.json', text: exampleText });
		expect(() => importPreview(finance, upload)).toThrow(NotFoundError);
		cancelImport(editor, upload);
		expect(() => importPreview(editor, upload)).toThrow(NotFoundError);
		expect(plansPage(editor).plans).toEqual([]);
	});

	it('leaves everything as it was when the file is wrong', () => {
		const { db, editor } = house();
		const wrong = changed(['funding.0.programme', 'lotto']);
		expect(() => uploadPlanFile(editor, { name: 'x', text: wrong })).toThrow(InvalidPlanFileError);
		expect(() => importPlan(editor, wrong)).toThrow(InvalidPlanFileError);
		expect(plansPage(editor).plans).toEqual([]);
		expect(audit.list(db).slice(1)).toEqual([]);
	});

	it('is for those who may edit', () => {
		const { reader, nobody } = house();
		expect(() => importPlan(reader, exampleText)).toThrow(ForbiddenError);
		expect(() => importPlan(nobody, exampleText)).toThrow(SignInNeededError);
	});
});

describe('a plan', () => {
	it('is renamed by one person at a time', () => {
		const { db, editor, finance, reader } = house();
		const id = importPlan(editor, exampleText);
		renamePlan(editor, id, { name: ' Klimatplan 2026 ', version: 1 });
		expect(planFrame(reader, id).head).toMatchObject({ name: 'Klimatplan 2026', version: 2 });
		expect(() => renamePlan(finance, id, { name: 'Annat', version: 1 })).toThrow(ConflictError);
		expect(() => renamePlan(editor, id, { name: '  ', version: 2 })).toThrow(InvalidInputError);
		expect(() => renamePlan(editor, id, { name: 'a\u0001b', version: 2 })).toThrow(
			InvalidInputError
		);
		expect(() => renamePlan(reader, id, { name: 'Nej', version: 2 })).toThrow(ForbiddenError);
		expect(audit.list(db).filter(({ action }) => action === 'plan.rename')).toHaveLength(1);
		expect(planExport(reader, id).content).toContain('"name": "Klimatplan 2026"');
	});

	it('that is removed can be brought back', () => {
		const { editor, reader } = house();
		const id = importPlan(editor, exampleText);
		removePlan(editor, id);
		expect(() => planFrame(reader, id)).toThrow(NotFoundError);
		expect(plansPage(reader).plans).toEqual([]);
		restorePlan(editor, id);
		expect(planExport(reader, id).content).toBe(exampleText);
	});

	it('is missing for another organisation, whatever it tries', () => {
		const { editor, neighbour } = house();
		const id = importPlan(editor, exampleText);
		const tries = [
			() => planFrame(neighbour, id),
			() => planExport(neighbour, id),
			() => overviewPage(neighbour, id, null),
			() => financingPage(neighbour, id, 'P1'),
			() => maccPage(neighbour, id, { portfolio: null, view: null, year: null }),
			() => renamePlan(neighbour, id, { name: 'Vår', version: 1 }),
			() => removePlan(neighbour, id),
			() => restorePlan(neighbour, id)
		];
		for (const attempt of tries) expect(attempt).toThrow(NotFoundError);
		expect(plansPage(neighbour).plans).toEqual([]);
	});
});

describe('the pages of a plan', () => {
	it('show the figures of the chosen portfolio', () => {
		const { editor, reader } = house();
		const id = importPlan(editor, exampleText);
		const overview = overviewPage(reader, id, 'P2');
		if (!overview.portfolio) throw new Error('P2 is there');
		expect([overview.gap.secured, overview.gap.expected, overview.gap.planned].map(String)).toEqual(
			['76755000', '59521500', '40955000']
		);
		expect(overview.worstYear).toMatchObject({ year: 2028 });
		expect(overview.unknown.effects).toEqual(['A05']);
		const macc = maccPage(reader, id, { portfolio: 'P2', view: null, year: null });
		expect(macc.portfolio && macc.steps.map(({ measure }) => measure)[0]).toBe('A13');
	});

	it('answer a portfolio that is not there like a missing page, and a plan without any with none', () => {
		const { editor } = house();
		const id = importPlan(editor, exampleText);
		expect(() => overviewPage(editor, id, 'P9')).toThrow(NotFoundError);
		const bare = importPlan(editor, changed(['portfolios', []]));
		expect(overviewPage(editor, bare, null)).toEqual({ portfolio: null });
	});
});
