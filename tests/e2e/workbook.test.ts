import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readXlsx } from '../../src/lib/server/files/xlsx.ts';
import { launchBrowser } from '../support/browser.ts';
import { downloadedBook, ownPlan, sendBook, signIn, visit } from '../support/pages.ts';

/** A finance officer takes the workbook out, changes it elsewhere, and reads it back. */
const url = inject('appUrl');
let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

const costs = (key: string, heading: number, value: number | string) => ({
	...{ sheet: 'Kostnadsposter', key, heading, value }
});

describe('a workbook', { timeout: 180_000 }, () => {
	it('goes out, is changed, comes back as changes, is read, undone, and told of a conflict', async () => {
		const { page, context, faults } = await visit(browser, url);
		await signIn(page, url, 'ekonom@alvesta.example');
		const plan = await ownPlan(page, url);
		await page.goto(plan);
		await page.getByRole('link', { name: 'Ta ut filer' }).click();
		await page.getByRole('heading', { name: 'Ta ut filer' }).waitFor();
		const { sheets } = await readXlsx(await downloadedBook(page, plan), () => undefined);
		expect(sheets.map(({ name }) => name)).toContain('Kontroll');

		await sendBook(page, plan, [costs('A07 c1', 2026, 300_000), costs('A07 c1', 2027, 'snart')]);
		await page.getByRole('heading', { name: 'En ändring' }).waitFor();
		expect(await page.getByRole('row', { name: /^A07 .*, c1, 2026/ }).innerText()).toMatch(
			/240\s000\s+300\s000/
		);
		await page.getByText('ska vara ett tal, till exempel').waitFor();
		await page.getByLabel('Läs in utan det som inte läses').check();
		await page.getByRole('button', { name: 'Läs in ändringen' }).click();
		await page.getByText('En ändring är inläst.').waitFor();
		await page.getByRole('button', { name: 'Ångra: läste in arbetsboken bok.xlsx' }).click();
		await page.getByRole('button', { name: /^Gör om/ }).waitFor();

		// Taken out before somebody else changes the same, sent in after.
		const early = await downloadedBook(page, plan);
		await sendBook(page, plan, [costs('A07 c1', 2026, 250_000)]);
		await page.getByRole('button', { name: 'Läs in ändringen' }).click();
		await page.getByText('En ändring är inläst.').waitFor();
		await sendBook(page, plan, [costs('A07 c1', 2026, 260_000)], early);
		await page.getByRole('heading', { name: 'En krock' }).waitFor();
		await page.getByRole('radio', { name: /^boken: 260/ }).check();
		await page.getByRole('button', { name: 'Spara valen' }).click();
		await page.getByText('En ändring är inläst.').waitFor();
		await page.goto(`${plan}/measures/A07`);
		expect(await page.locator('input[name="costs.0.years.2026"]').inputValue()).toMatch(
			/^260\s000/
		);
		expect(faults).toEqual([]);
		await context.close();
	});
});
