import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { ownPlan, signIn, visit } from '../support/pages.ts';
import { analysedPurchases, fetchedRelease, fillLedger } from '../support/source-pages.ts';

const url = inject('appUrl');
let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

async function editor() {
	const arrived = await visit(browser, url);
	await signIn(arrived.page, url, 'redaktor@alvesta.example');
	return { ...arrived, plan: await ownPlan(arrived.page, url) };
}
const cell = (page: Page, table: string, row: string | RegExp) =>
	page.locator(`table[data-table=${table}] tr`, {
		has: page.getByRole('rowheader', { name: row })
	});

describe('sources', () => {
	it('a release is fetched, seen against the plan, taken in and undone', async () => {
		const { page, context, faults, plan } = await editor();
		await fetchedRelease(page, plan);
		const industry = await cell(page, 'revised', 'Industri').innerText();
		expect(industry.replace(/\s/g, ' ')).toContain('1 801 1 801 0,0 %');
		await page.getByText('Låsta basår står kvar').waitFor();
		await page.getByLabel('Utgåvans namn i planen').fill('garbo-bc81055');
		await page.getByRole('button', { name: 'Ta in i planen' }).click();
		await page.getByText('planen har redan en utgåva med det namnet').waitFor();
		await page.getByLabel('Utgåvans namn i planen').fill('NED 2026');
		await page.getByLabel(/Räkna referensbanorna från 2024/).check();
		await page.getByRole('button', { name: 'Ta in i planen' }).click();
		await page.getByText('Uppgifterna finns nu i planen').waitFor();
		await page.goto(`${plan}/emissions`);
		await page.locator('table[data-table=inventory]').getByText('NED 2026').first().waitFor();
		expect(await page.locator('body').innerText()).not.toContain('utgåva av uppgifterna finns');
		await page.getByRole('button', { name: /^Ångra/ }).click();
		await page.getByText('En annan utgåva av uppgifterna finns').waitFor();
		expect(await page.locator('table[data-table=inventory]').innerText()).not.toContain('NED 2026');
		expect(faults).toEqual([]);
		await context.close();
	});
});

describe('purchases', () => {
	it('from a ledger to a measure with its baseline', async () => {
		const { page, context, faults, plan } = await editor();
		await analysedPurchases(page, plan);
		// 812 345.50 kr × 0.21 kg ÷ 1000.
		expect(await cell(page, 'categories', /^5010/).innerText()).toContain('170,6');
		const consultants = cell(page, 'categories', /^7420/);
		expect(await consultants.innerText()).toContain('saknas');
		await page.getByLabel('Faktor för 7420 Konsulter').fill('Övrigt');
		await page.getByRole('button', { name: 'Spara och räkna om' }).last().click();
		await page.getByText('Sparat.').waitFor();
		await expect.poll(async () => await consultants.innerText()).toContain('9,0');
		await page.getByRole('button', { name: 'Gör en åtgärd av 5010 Livsmedel skola' }).click();
		await page.waitForURL(/measures\/A\d+$/);
		const description = page.locator('textarea[name=description]');
		await expect
			.poll(async () => await description.inputValue())
			.toContain('170,6 ton CO2e per år');
		expect(faults).toEqual([]);
		await context.close();
	});
	it('a list without the headings is refused with those that it has', async () => {
		const { page, context, plan } = await editor();
		await page.goto(`${plan}/spend`);
		await fillLedger(page, Buffer.from('Grupp;Pengar\nA;1\n'));
		const refusal = page.getByText('Filen har ”Grupp”, ”Pengar”');
		await refusal.waitFor();
		expect(await refusal.innerText()).toContain('Skriv vilka som gäller under ”Rubriker i filen”');
		await context.close();
	});
});
