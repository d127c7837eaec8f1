import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { signIn, theExample, visit } from '../support/pages.ts';

const url = inject('appUrl');
let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('English', () => {
	it('leaves no Swedish word of the interface on the pages of a plan', async () => {
		const { page, context } = await visit(browser, url);
		await context.addCookies([{ name: 'locale', value: 'en', url }]);
		await signIn(page, url, 'redaktor@alvesta.example');
		const plan = await theExample(page, url);
		for (const path of [
			'',
			'/financing',
			'/macc',
			'/measures',
			'/measures/_new',
			'/portfolios',
			'/compare',
			'/operating',
			'/capacity',
			'/emissions',
			'/settings',
			'/how/gap/secured/2027',
			'/how/measure/A12/costPerTonne',
			'/history',
			'/portfolios/_find',
			'/risk',
			'/risk/ranges',
			'/brief',
			'/decisions',
			'/sharing'
		]) {
			await page.goto(`${plan}${path}?portfolio=P2`);
			const text = await page.getByRole('main').innerText();
			for (const word of [
				'Översikt',
				'Finansieringsgap',
				'Investeringsbehov',
				'åtgärd',
				'saknas',
				'Säkrad',
				'Kostnadskurva'
			])
				expect(text).not.toContain(word);
		}
		await context.close();
	});
});
