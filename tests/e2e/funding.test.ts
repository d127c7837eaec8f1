import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { ownPlan, signIn, visit } from '../support/pages.ts';

/** The programme office at work: calls, what fits, an application, its outcome. */
const url = inject('appUrl');
let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

const gapOf = async (page: Page, plan: string, variant: string) => {
	await page.goto(`${plan}?portfolio=P2`);
	const text = await page.locator(`[data-gap=${variant}]`).innerText();
	return Number(text.replace(/[^\d,]/g, '').replace(',', '.'));
};

/** Moves an application on the board; a grant with its decision. */
async function move(
	page: Page,
	plan: string,
	name: string | RegExp,
	status: string,
	caseNumber?: string
): Promise<void> {
	await page.goto(`${plan}/applications?portfolio=P2`);
	const card = page.locator('li[data-application]').filter({ hasText: name }).first();
	await card.locator('summary').click();
	await card.getByLabel('Till', { exact: true }).selectOption(status);
	if (caseNumber) {
		await card.getByLabel('Diarienummer').fill(caseNumber);
		await card.getByLabel(/Beslutsdatum/).fill('2026-11-20');
	}
	await card.getByRole('button', { name: 'Flytta', exact: true }).click();
	await page.getByRole('status').filter({ hasText: 'är nu' }).waitFor();
}

describe('a programme officer', () => {
	it('finds calls for laddinfrastruktur, sees why one falls, applies, and the gap follows the outcome', async () => {
		const { page, context, faults } = await visit(browser, url);
		await signIn(page, url, 'redaktor@alvesta.example');
		const plan = await ownPlan(page, url);
		const [planned, secured] = [
			await gapOf(page, plan, 'planned'),
			await gapOf(page, plan, 'secured')
		];

		await page.goto(`${plan}/matching?portfolio=P2`);
		await page.getByLabel('Sök åtgärd, kostnad eller program').fill('laddinfrastruktur');
		await page.getByLabel('Visa även det som faller på en regel').check();
		await page.getByRole('main').getByRole('button', { name: 'Visa' }).click();
		await page.waitForURL(/search=laddinfrastruktur/);
		const row = (programme: string) => page.locator(`tr[data-programme=${programme}]`);
		for (const programme of ['klimatklivet', 'klimatklivet-publik-laddning', 'ladda-bilen'])
			expect(await row(programme).innerText()).toContain('frågor kvar');
		expect(await row('lova').innerText()).toMatch(/faller\s+Område: vatten/);

		await row('klimatklivet').getByRole('link').click();
		await page.waitForURL(/matching\/A07\/klimatklivet/);
		const question = page.locator('form[data-fact=required-by-law]');
		await question.getByRole('button', { name: 'nej' }).click();
		await question.waitFor({ state: 'detached' });
		expect(await page.getByText('Krav i lag: krävs inte av lag').first().isVisible()).toBe(true);

		await page.getByRole('button', { name: 'Lägg in som planerad ansökan' }).click();
		await page.getByText('Ansökan ligger i planen.').waitFor();
		expect(await gapOf(page, plan, 'planned')).toBeLessThan(planned);
		expect(await gapOf(page, plan, 'secured')).toBe(secured);

		const withAll = await gapOf(page, plan, 'planned');
		await move(page, plan, /Klimatklivet – stöd.*A07/s, 'granted', 'NV-2026-1');
		const granted = await gapOf(page, plan, 'secured');
		expect(granted).toBeLessThan(secured);
		expect(await gapOf(page, plan, 'planned')).toBe(withAll);
		await page.goto(`${plan}/applications?portfolio=P2`);
		await page.getByRole('button', { name: 'Gör ansökningar av dem' }).click();
		await page.getByText('ansökningar är upplagda').waitFor();
		await move(page, plan, 'Ladda bilen', 'rejected');
		expect(await gapOf(page, plan, 'planned')).toBeGreaterThan(withAll);
		expect(await gapOf(page, plan, 'secured')).toBe(granted);

		expect(faults).toEqual([]);
		await context.close();
	});

	it('has the best mix proposed, enters some of it, one is granted and one rejected, and all is taken back', async () => {
		const { page, context, faults } = await visit(browser, url);
		await signIn(page, url, 'redaktor@alvesta.example');
		const plan = await ownPlan(page, url);
		const [planned, secured] = [
			await gapOf(page, plan, 'planned'),
			await gapOf(page, plan, 'secured')
		];

		await page.goto(`${plan}/matching?portfolio=P2`);
		await page.getByRole('link', { name: 'Föreslå finansiering' }).click();
		await page.getByLabel('Högst så många ansökningar per år').fill('två');
		await page.getByRole('button', { name: 'Räkna fram förslag' }).click();
		await page.getByText('Antalet ansökningar är ”två”').waitFor();
		await page.getByLabel('Högst så många ansökningar per år').fill('3');
		await page.getByRole('button', { name: 'Räkna fram förslag' }).click();
		await page.getByText(/Bevisat bäst/).waitFor({ timeout: 60_000 });

		const proposed = page.locator('li[data-proposed]');
		const count = await proposed.count();
		expect(count).toBeGreaterThan(2);
		await proposed.first().getByRole('checkbox').uncheck();
		await page.getByRole('button', { name: 'Inför valda i planen' }).click();
		await page.getByText('De valda ansökningarna ligger i planen').waitFor();
		expect(await proposed.getByRole('checkbox').count()).toBe(1);
		const all = await gapOf(page, plan, 'planned');
		expect(all).toBeLessThan(planned);

		await page.goto(`${plan}/applications?portfolio=P2`);
		const cards = page.locator('li[data-application]');
		expect(await cards.count()).toBe(count - 1);
		const [first = '', second = ''] = await cards.locator('a').allInnerTexts();
		await move(page, plan, first, 'granted', 'NV-2026-2');
		expect(await gapOf(page, plan, 'secured')).toBeLessThan(secured);
		await move(page, plan, second, 'rejected');
		expect(await gapOf(page, plan, 'planned')).toBeGreaterThan(all);
		for (let steps = 0; steps < 2; steps++) {
			await page.getByRole('button', { name: /Ångra/ }).click();
			await page.getByRole('button', { name: /Gör om/ }).waitFor();
		}
		expect(await gapOf(page, plan, 'planned')).toBe(all);
		expect(await gapOf(page, plan, 'secured')).toBe(secured);
		await page.getByRole('button', { name: /Ångra: införde/ }).click();
		await page.getByRole('button', { name: /Gör om: införde/ }).waitFor();
		expect(await gapOf(page, plan, 'planned')).toBe(planned);
		expect(faults).toEqual([]);
		await context.close();
	});
});

describe('an administrator', () => {
	it('adds a call, is reminded of it, and follows it in a calendar program', async () => {
		const { page, context, faults } = await visit(browser, url);
		await signIn(page, url, 'admin@alvesta.example');
		const inDays = (days: number) =>
			new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
		await page.goto(`${url}/calls/_new?programme=urbact-apn`);
		await page.getByLabel('Namn', { exact: true }).fill('Provutlysning');
		await page.getByLabel('Öppnar').fill(inDays(-1));
		await page.getByLabel('Sista dag').fill('om en vecka');
		await page.getByRole('button', { name: 'Spara' }).click();
		await page.getByRole('alert').waitFor();
		expect(await page.getByRole('alert').innerText()).toContain('ska vara en dag');
		await page.getByLabel('Sista dag').fill(inDays(7));
		await page.getByRole('button', { name: 'Spara' }).click();
		await page.waitForURL(/calls\/egen-provutlysning/);

		await page.goto(`${url}/calls`);
		const call = page.locator('tr', { hasText: 'Provutlysning' });
		await call.getByRole('button', { name: 'Påminn mig' }).click();
		await page.getByRole('heading', { name: 'Dags att söka' }).waitFor();
		expect(await page.getByRole('navigation').first().innerText()).toMatch(/Utlysningar\s*1/);

		await page.getByRole('button', { name: 'Skapa adress' }).click();
		const shown = await page.locator('code').innerText();
		const outside = await fetch(shown);
		expect(outside.status).toBe(200);
		expect(outside.headers.get('content-type')).toContain('text/calendar');
		expect(await outside.text()).toContain('Sista dag: Provutlysning');

		await call.getByRole('button', { name: /Ta bort/ }).click();
		await page.getByRole('heading', { name: 'Dags att söka' }).waitFor({ state: 'detached' });
		await page.goto(`${url}/calls/egen-provutlysning`);
		await page.getByRole('button', { name: 'Ta bort utlysningen' }).click();
		await page.waitForURL(`${url}/calls`);
		expect(await page.getByText('Provutlysning').count()).toBe(0);
		expect(faults).toEqual([]);
		await context.close();
	});
});
