import type { Page } from 'playwright-core';
import { FACTORS, LEDGER } from './purchases.ts';

/** Asks the recorded emission database and goes to the release that it gave. */
export async function fetchedRelease(page: Page, plan: string): Promise<void> {
	await page.goto(`${plan}/sources`);
	const database = page.locator('section', { has: page.locator('#source-emission-database') });
	await database.getByRole('button').first().click();
	await database.locator('a[href*="/sources/"]').first().click();
	await page.waitForURL(/sources\/[0-9a-f-]{36}/);
}

let setCount = 0;

/** Sends in a list of factors under a name of its own, which it returns. */
export async function sendFactors(page: Page, plan: string): Promise<string> {
	await page.goto(`${plan}/spend`);
	const name = `Provfaktorer ${process.pid} ${setCount++}`;
	const form = page.locator('form[action="?/factors"]');
	await form
		.locator('input[type=file]')
		.setInputFiles({ name: 'faktorer.csv', mimeType: 'text/csv', buffer: FACTORS });
	await form.locator('[name=name]').fill(name);
	await form.locator('[name=source]').fill('Påhittade för prov');
	await form.locator('[name=priceYear]').fill('2024');
	await form.locator('[name=vat]').selectOption('excluded');
	await form.locator('[name=unit]').selectOption('kg/kr');
	await form.locator('button').click();
	await page.getByRole('rowheader', { name }).waitFor();
	return name;
}

/** Sends in a ledger by the form of the page. */
export async function fillLedger(page: Page, buffer: Buffer): Promise<void> {
	const form = page.locator('form[action="?/ledger"]');
	await form
		.locator('input[type=file]')
		.setInputFiles({ name: 'reskontra.xlsx', mimeType: 'application/octet-stream', buffer });
	await form.locator('[name=year]').fill('2024');
	await form.locator('[name=vat]').selectOption('excluded');
	await form.locator('button.primary').click();
}

/** Sends in a ledger and goes to its analysis. */
async function sendLedger(page: Page, plan: string): Promise<void> {
	await page.goto(`${plan}/spend`);
	await fillLedger(page, LEDGER);
	await page.waitForURL(/spend\/[0-9a-f-]{36}/);
}

/** A ledger of the plan reckoned with factors; the page is its analysis. */
export async function analysedPurchases(page: Page, plan: string): Promise<void> {
	const set = await sendFactors(page, plan);
	await sendLedger(page, plan);
	await page.locator('[name=factorSet]').selectOption({ label: set });
	await page.locator('form[action="?/save"] button.primary').first().click();
	await page.waitForURL(/saved/);
}
