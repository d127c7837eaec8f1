import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { ownPlan, signIn, visit } from '../support/pages.ts';

/** The programme office looks for the best portfolio. */
const url = inject('appUrl');
let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('a programme officer who looks for a portfolio', () => {
	it('sees that it is proven best and what the plain way loses, saves it, and takes it back', async () => {
		const { page, context, faults } = await visit(browser, url);
		await signIn(page, url, 'redaktor@alvesta.example');
		const plan = await ownPlan(page, url);
		await page.goto(`${plan}/portfolios`);
		await page.getByRole('link', { name: 'Hitta portfölj' }).click();
		await page.getByLabel('Ton räknas i').selectOption('2030');
		await page.getByLabel('Vilka utsläpp').selectOption('CO2');
		await page.getByText('Åtgärder som ska vara med eller inte').click();
		await page.getByLabel(/^A04 /).selectOption('must-not');
		await page.getByRole('button', { name: 'Sök', exact: true }).click();
		await page.getByText('Bevisat bäst').waitFor();
		expect(await page.getByText(/Att ta de billigaste tonnen först ger/).isVisible()).toBe(true);
		const found = page.locator('table[data-table=found] tbody tr');
		expect(await found.count()).toBeGreaterThan(5);
		expect(await found.filter({ hasText: 'A04 ' }).count()).toBe(0);
		// The wish stands in the form still.
		expect(await page.getByLabel('Ton räknas i').inputValue()).toBe('2030');

		await page.getByLabel('Portföljens namn').fill('Bäst 2030');
		await page.getByRole('button', { name: 'Spara som portfölj' }).click();
		await page.waitForURL(/portfolios\/P4/);
		expect(await page.getByRole('heading', { name: 'Bäst 2030' }).isVisible()).toBe(true);
		await page.getByRole('button', { name: /Ångra.*sparade den framräknade portföljen/ }).click();
		await page.waitForURL(/portfolios(\?|$)/);
		expect(await page.getByRole('link', { name: 'Bäst 2030' }).count()).toBe(0);
		expect(faults).toEqual([]);
		await context.close();
	});

	it('reads which wishes contradict each other, and what could be reached', async () => {
		const { page, context, faults } = await visit(browser, url);
		await signIn(page, url, 'redaktor@alvesta.example');
		const plan = await ownPlan(page, url);
		await page.goto(`${plan}/portfolios/_find`);
		await page.getByLabel('Minst så många ton').fill('900 000');
		await page.getByRole('button', { name: 'Sök', exact: true }).click();
		await page.getByText('Det här önskemålet går inte att uppfylla').waitFor();
		const told = await page.locator('section[aria-labelledby=found]').innerText();
		expect(told.replace(/\s/g, ' ')).toContain('minst 900 000 ton under planens år');
		expect(told).toMatch(/Med resten går det att nå högst [\d\s]+ ton/);
		await page.getByLabel('Minst så många ton').fill('');
		await page.getByText('Åtgärder som ska vara med eller inte').click();
		await page.getByLabel(/^A09 /).selectOption('must');
		await page.getByLabel(/^A10 /).selectOption('must');
		await page.getByRole('button', { name: 'Sök på nytt' }).click();
		await page.getByText('De här önskemålen säger emot varandra').waitFor();
		const wishes = page.locator('section[aria-labelledby=found] li');
		expect(await wishes.allInnerTexts()).toEqual(['A09 ska vara med', 'A10 ska vara med']);
		expect(faults).toEqual([]);
		await context.close();
	});
});
