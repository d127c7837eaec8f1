import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { writePlanFile } from '../../src/lib/input/plan-file/write.ts';
import { launchBrowser } from '../support/browser.ts';
import { largePlan } from '../support/large-plan.ts';
import {
	ownPlan,
	planFrom,
	proposed,
	reckonRisk,
	sharedLink,
	sidewaysScroll,
	signIn,
	visit
} from '../support/pages.ts';
import { exampleText } from '../support/plan-files.ts';

/** From portfolios to a decision, and to those who read it without signing in. */
const url = inject('appUrl');
let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A body cannot have decided before what it decided on was frozen. */
const today = new Intl.DateTimeFormat('sv-SE', {
	dateStyle: 'short',
	timeZone: 'Europe/Stockholm'
}).format();
const PHONE = { viewport: { width: 390, height: 844 } };

/** What stands on the page for everybody to see, with plain spaces. */
const visible = async (page: Page) =>
	(await page.getByRole('main').innerText()).replace(/[\s\u00a0\u202f]+/g, ' ');
const answer = async (page: Page, key: string) =>
	(await page.locator(`[data-answer=${key}]`).innerText()).replace(/[\s\u00a0\u202f]+/g, ' ');

async function confirm(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await page.getByRole('button', { name: 'Bekräfta', exact: true }).click();
	await page.getByLabel(/^Dag för beslutet/).fill(today);
	await page.getByLabel(/^Paragraf/).fill('§ 77');
	await page.getByRole('button', { name: 'Skriv in det politiska beslutet' }).click();
	await page.getByText(`Kommunfullmäktige ${today} § 77`).first().waitFor();
}

describe('a decision', { timeout: 90_000 }, () => {
	it('is proposed by one, confirmed by another, recorded, and held against the plan as it becomes', async () => {
		const { page, context, faults } = await visit(browser, url);
		await signIn(page, url, 'ekonom@alvesta.example');
		const plan = await ownPlan(page, url);
		await page.goto(`${plan}/decisions`);
		await page.getByText('Inget beslut är föreslaget än.').waitFor();
		await page.goto(`${plan}/decisions/_new?portfolio=P2`);
		await page.getByLabel(/^Diarienummer/).fill('snart');
		await page.getByRole('button', { name: 'Föreslå beslut' }).click();
		await page.getByText('Skriv ärendets diarienummer').waitFor();
		const address = await proposed(page, plan, 'P2');
		expect(await page.getByRole('button', { name: 'Bekräfta', exact: true }).count()).toBe(0);

		const second = await visit(browser, url);
		await signIn(second.page, url, 'admin@alvesta.example');
		await confirm(second.page, address);
		const text = await visible(second.page);
		expect(text).toContain('Dagens metod ger samma värde på allt som är beräknat.');
		const [download] = await Promise.all([
			second.page.waitForEvent('download'),
			second.page.getByRole('link', { name: 'Ladda ner det frysta' }).click()
		]);
		const file = readFileSync(await download.path());
		expect(text).toContain(createHash('sha256').update(file).digest('hex'));

		await page.goto(`${plan}/portfolios/P2`);
		await page.locator('input[name="shift.A03"]').fill('1');
		await page.getByRole('button', { name: 'Spara', exact: true }).click();
		await page.getByText(/^Sparat \d/).waitFor();
		await page.goto(`${plan}?portfolio=P2`);
		const card = page.locator('section[aria-labelledby=decided]');
		const gap = await card.locator('tr[data-figure=gapSecured] td').allInnerTexts();
		expect(gap.map((one) => one.replace(/[\s\u00a0]/g, ' '))).toEqual([
			'76 755,0',
			'80 730,0',
			'+3 975,0'
		]);
		await card.getByRole('link', { name: 'KS 2026/123' }).click();
		await page.getByText('En uppgift har ändrats.').click();
		await page.locator('table[data-table=changes]').getByText('P2').waitFor();
		expect([...faults, ...second.faults]).toEqual([]);
		await context.close();
		await second.context.close();
	});
});

describe('a politician with a link and a phone', { timeout: 90_000 }, () => {
	it('answers five questions from what can be seen', async () => {
		const { page, context } = await visit(browser, url);
		await signIn(page, url, 'ekonom@alvesta.example');
		// A target that one of the portfolios reaches: 46 302 t without measures, 44 500 allowed.
		const plan = await planFrom(page, url, exampleText.replace(': 11443', ': 44500'));
		for (const portfolio of ['P1', 'P2']) await reckonRisk(page, plan, portfolio);
		const link = await sharedLink(page, plan);
		await context.close();

		const reader = await visit(browser, url, PHONE);
		await reader.page.goto(link);
		const goal = await answer(reader.page, 'goal');
		expect(goal).toContain('”Klimatkontrakt 2030” når målet ”CO2 minus 80 % 2019-2030”.');
		expect(goal).toContain('”Beslutad budget” och ”Lägsta kostnad” når det inte.');
		expect(await answer(reader.page, 'cheapest')).toContain(
			'Lägst är ”Lägsta kostnad”: 954 kr per ton.'
		);
		const gap = await answer(reader.page, 'gap');
		expect(gap).toContain('Mest pengar saknas i ”Klimatkontrakt 2030”: 76,76 mnkr');
		expect(gap).toContain('Sämsta året är 2028: 24,29 mnkr');
		const differ = await answer(reader.page, 'differ');
		expect(differ).toContain('”Klimatkontrakt 2030” har, men inte ”Beslutad budget”: A04 ');
		expect(differ).toContain('”Beslutad budget” har, men inte ”Klimatkontrakt 2030”: A09 ');
		const sure = await answer(reader.page, 'sure');
		expect(sure).toMatch(
			/”Klimatkontrakt 2030”: i åtta fall av tio 2 1\d\d till 2 5\d\d ton lägre utsläpp 2030\. Målet nås i \d+(,\d)? % av 10 000 simuleringar/
		);
		expect(sure).toContain('”Lägsta kostnad”: osäkerheten är inte uträknad.');

		// The same stands in the table, and nothing there leads to what needs a sign-in.
		const met = reader.page.locator('tr[data-figure=shareOfTarget] td');
		expect(await met.locator('text=når målet').count()).toBe(1);
		for (const href of await reader.page
			.getByRole('main')
			.locator('a')
			.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? '')))
			expect(href).toMatch(/^(\?|#|\/shared\/)/);
		expect(await sidewaysScroll(reader.page)).toBe(0);
		await reader.page.getByRole('link', { name: /^Underlag på en sida, Klimatkontrakt/ }).click();
		await reader.page.getByRole('article').waitFor();
		expect(await visible(reader.page)).toContain('Målet ”CO2 minus 80 % 2019-2030” nås.');
		expect(await sidewaysScroll(reader.page)).toBe(0);
		expect(reader.faults).toEqual([]);
		await reader.context.close();
	});

	it('is told in plain words when the link no longer holds', async () => {
		const { page, context } = await visit(browser, url);
		await signIn(page, url, 'ekonom@alvesta.example');
		const plan = await ownPlan(page, url);
		const link = await sharedLink(page, plan);
		const reader = await visit(browser, url, PHONE);
		const response = await reader.page.goto(link);
		expect(response?.headers()['x-robots-tag']).toBe('noindex, nofollow');
		await page.getByRole('button', { name: 'Dra in Fullmäktige' }).click();
		await page.getByText('Länken är indragen').waitFor();
		await reader.page.reload();
		expect(await visible(reader.page)).toContain(
			'Den har gått ut, är indragen eller är felskriven.'
		);
		await context.close();
		await reader.context.close();
	});
});

describe('a plan of sixty measures', { timeout: 180_000 }, () => {
	it('goes from the best portfolio to a decision that is shared', async () => {
		const { page, context, faults } = await visit(browser, url);
		await signIn(page, url, 'ekonom@alvesta.example');
		const plan = await planFrom(page, url, writePlanFile(largePlan(60)));
		await page.goto(`${plan}/portfolios/_find`);
		await page.getByRole('button', { name: 'Sök', exact: true }).click();
		await page.getByLabel('Portföljens namn').waitFor({ timeout: 90_000 });
		await page.getByLabel('Portföljens namn').fill('Flest ton');
		await page.getByRole('button', { name: 'Spara som portfölj' }).click();
		await page.waitForURL(/portfolios\/P\d+/);
		const [, found = ''] = /portfolios\/(P\d+)/.exec(page.url()) ?? [];
		await reckonRisk(page, plan, found);
		await page.goto(`${plan}/compare?with=ALL&with=${found}`);
		await page.locator('[data-answer=differ]').waitFor();
		const address = await proposed(page, plan, found);
		const second = await visit(browser, url);
		await signIn(second.page, url, 'admin@alvesta.example');
		await confirm(second.page, address);
		const link = await sharedLink(page, plan);
		const reader = await visit(browser, url, PHONE);
		await reader.page.goto(link);
		expect(await visible(reader.page)).toContain(
			`Flest ton: beslutat, Kommunfullmäktige ${today} § 77`
		);
		expect(await answer(reader.page, 'sure')).toContain('”Flest ton”: i åtta fall av tio');
		expect([...faults, ...second.faults, ...reader.faults]).toEqual([]);
		for (const one of [context, second.context, reader.context]) await one.close();
	});
});
