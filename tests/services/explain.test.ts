import { describe, expect, it } from 'vitest';
import { readPortfolioForm } from '../../src/lib/input/forms/portfolio-form.ts';
import { loadExample } from '../../src/lib/server/services/first-start.commands.ts';
import * as audit from '../../src/lib/server/store/audit.ts';
import { NotFoundError } from '../../src/lib/server/services/errors.ts';
import { explainPage, type ShownNode } from '../../src/lib/server/services/explain.queries.ts';
import { saveMeasure } from '../../src/lib/server/services/measures.commands.ts';
import { measurePage } from '../../src/lib/server/services/measures.queries.ts';
import { loadPlan } from '../../src/lib/server/services/plan-cache.ts';
import { exampleText } from '../support/plan-files.ts';
import { dearer, edit, planHouse } from '../support/edited-plan.ts';
import { savePortfolio } from '../../src/lib/server/services/portfolios.commands.ts';
import { portfolioPage } from '../../src/lib/server/services/portfolios.queries.ts';
import { importPlan } from '../../src/lib/server/services/plans.commands.ts';
import { anonymous, member, newInstallation, newOrganisation } from '../support/installation.ts';

/** Every typed value below a node that has the given label. */
function typedBelow(node: ShownNode, part: string): ShownNode[] {
	const own = node.stated?.part === part ? [node] : [];
	return [...own, ...node.inputs.flatMap((input) => typedBelow(input, part))];
}

function count(node: ShownNode): number {
	return node.inputs.reduce((sum, input) => sum + count(input), 1);
}

describe('the page that explains a figure', () => {
	const db = newInstallation();
	const organisation = newOrganisation(db, 'Alvesta');
	const finance = member(db, organisation, 'finance', 'Eva');
	const reader = member(db, organisation, 'reader', 'Lars');
	const planId = importPlan(finance, exampleText);
	const ask = (figure: string, isAll = false) =>
		explainPage(reader, planId, 'P2', { figure, isAll });

	it('shows the figure that the evaluation has, down to what was typed, with its source', () => {
		const { node } = ask('gap/secured/2028', true);
		const { evaluation } = loadPlan(reader, planId);
		expect(node.value).toEqual(evaluation('P2').gap.secured.perYear[2]);
		const amounts = typedBelow(node, 'measures');
		expect(amounts.length).toBeGreaterThan(5);
		expect(amounts.every(({ stated }) => stated?.field !== '')).toBe(true);
		expect(amounts.some(({ stated }) => stated?.source !== '')).toBe(true);
	});

	it('never shows more values than a page has room for', () => {
		for (const figure of ['operating/secured/effect', 'credits', 'bridge/peak', 'gap/expected'])
			for (const isAll of [false, true])
				expect(count(ask(figure, isAll).node)).toBeLessThanOrEqual(1_001);
	});

	it('finds nothing under a wrong address, another portfolio, or in another organisation', () => {
		const stranger = member(db, newOrganisation(db, 'Växjö'), 'admin');
		for (const figure of [
			'',
			'gap',
			'compare/constructor',
			'measure/__proto__/netCost',
			'need/1900',
			'sumOf/netCost'
		])
			expect(() => ask(figure)).toThrow(NotFoundError);
		expect(() => explainPage(reader, planId, 'P99', { figure: 'need', isAll: false })).toThrow(
			NotFoundError
		);
		expect(() => explainPage(stranger, planId, 'P2', { figure: 'need', isAll: false })).toThrow(
			NotFoundError
		);
	});
});

describe('who typed a value', () => {
	/** Who is said to have typed the values of a cost item. */
	function authors(house: ReturnType<typeof planHouse>, planId: string) {
		const asked = { figure: 'cost/A04/c1', isAll: true };
		const { node } = explainPage(house.reader, planId, 'P2', asked);
		return typedBelow(node, 'measures').map(({ stated }) => stated?.by);
	}

	it('is whoever brought the plan, until somebody changes it', () => {
		const house = planHouse();
		const { planId } = house.key;
		expect(authors(house, planId).length).toBeGreaterThan(0);
		expect(authors(house, planId).every((by) => by?.isFirst)).toBe(true);
		const page = measurePage(house.editor, planId, 'A04');
		saveMeasure(house.editor, planId, 'A04', edit(page, dearer(100)));
		const after = authors(house, planId);
		expect(after.some((by) => by?.isFirst === false && by.who === 'editor')).toBe(true);
	});

	it('is the program, of the example that came with the first start', async () => {
		const db = newInstallation();
		await loadExample(anonymous(db), exampleText);
		const loaded = audit.list(db).find(({ action }) => action === 'example.load');
		const reader = member(db, loaded?.organisationId ?? '', 'reader', 'Lars');
		const asked = { figure: 'capacity/2027', isAll: false };
		const { node } = explainPage(reader, loaded?.entityId ?? '', 'P2', asked);
		expect(node.stated?.by).toMatchObject({ isProgram: true, isFirst: true });
	});

	it('is not taken from another thing of the same id', () => {
		const house = planHouse();
		const file = exampleText.replaceAll('"P3"', '"A04"').replace('ej beslutad', 'annan');
		const planId = importPlan(house.editor, file);
		const { name, version } = portfolioPage(house.editor, planId, 'A04');
		savePortfolio(house.editor, planId, 'A04', {
			version,
			...readPortfolioForm({ name: `${name} 2`, 'in.A04': 'on' })
		});
		expect(authors(house, planId).every((by) => by?.isFirst)).toBe(true);
	});
});
