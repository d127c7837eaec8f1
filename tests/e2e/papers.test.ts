import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { ownPlan, signIn, theExample, visit } from '../support/pages.ts';
import { pdfPages, readPdf } from '../support/papers.ts';

const url = inject('appUrl');
let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('papers', () => {
	it('are read, given a case number, and taken out as PDF and Word', async () => {
		const { page, context, faults } = await visit(browser, url);
		await signIn(page, url, 'lasare@alvesta.example');
		await page.goto(`${await theExample(page, url)}?portfolio=P2`);
		await page.getByRole('link', { name: 'Handlingar', exact: true }).click();
		await page.getByRole('link', { name: 'Klimatinvesteringsplan', exact: true }).click();
		const article = page.locator('article.paper');
		await expect.poll(() => article.innerText()).toContain('Gapet, år för år');
		expect(await article.innerText()).toContain('Portföljen Klimatkontrakt 2030');
		await page.getByLabel('Diarienummer').fill('KS 2026/77');
		await page.getByRole('button', { name: 'Visa', exact: true }).click();
		await expect.poll(() => article.innerText()).toContain('KS 2026/77');
		for (const [name, start] of [
			['Hämta PDF', '%PDF-1.7'],
			['Hämta Word', 'PK']
		] as const) {
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.getByRole('link', { name }).click()
			]);
			expect(download.suggestedFilename()).toMatch(/^klimatinvesteringsplan-.*\.(pdf|docx)$/);
			const content = readFileSync(await download.path());
			expect(content.subarray(0, start.length).toString()).toBe(start);
			if (start === 'PK') continue;
			const pages = await pdfPages(await readPdf(content));
			expect(pages[0]?.text).toContain('KS 2026/77');
		}
		expect(faults).toEqual([]);
		await context.close();
	});

	it('lead from what they lack to the field, and lack it no more when it is filled in', async () => {
		const { page, context } = await visit(browser, url);
		await signIn(page, url, 'redaktor@alvesta.example');
		const plan = await ownPlan(page, url);
		await page.goto(`${plan}/measures/A11?portfolio=P2`);
		await page.getByLabel('Ansvarig', { exact: true }).first().fill('');
		await page.locator('#save').click();
		await page
			.getByText(/Sparat/)
			.first()
			.waitFor();
		await page.goto(`${plan}/papers/investment-plan?portfolio=P2&case=1`);
		const lacks = page.locator('section', { has: page.locator('#filled') });
		const all = await lacks.locator('[data-filled]').innerText();
		await lacks.getByRole('link', { name: 'A11 Cykelplan: prioriterade stråk' }).click();
		await page.waitForURL(/measures\/A11#f-owner/);
		await page.locator('#f-owner').fill('Samhällsbyggnad');
		await page.locator('#save').click();
		await page
			.getByText(/Sparat/)
			.first()
			.waitFor();
		await page.goto(`${plan}/papers/investment-plan?portfolio=P2&case=1`);
		await expect.poll(() => lacks.locator('[data-filled]').innerText()).not.toBe(all);
		await expect.poll(() => lacks.innerText()).not.toContain('A11 Cykelplan');
		await context.close();
	});

	it('are printed alone, upright, from the page', async () => {
		const { page, context } = await visit(browser, url);
		await signIn(page, url, 'lasare@alvesta.example');
		await page.goto(`${await theExample(page, url)}/papers/council-brief?portfolio=P2&case=KS%201`);
		await page.evaluate(() => {
			window.print = () => document.body.setAttribute('data-printed', '');
		});
		await page.getByRole('button', { name: 'Skriv ut' }).click();
		await page.locator('body[data-printed]').waitFor();
		const printed = await readPdf(await page.pdf({ preferCSSPageSize: true }));
		const first = await printed.getPage(1);
		const { width, height } = first.getViewport({ scale: 1 });
		expect(width).toBeLessThan(height);
		const pages = await pdfPages(printed);
		expect(pages[0]?.text).toContain('Underlag till beslut');
		expect(pages[0]?.text).toContain('Förslag till beslut');
		const all = pages.map(({ text }) => text).join(' ');
		for (const other of ['Hämta PDF', 'Översikt', 'Logga ut']) expect(all).not.toContain(other);
		await context.close();
	});

	it('for portals are copied with the decimal sign that is asked for', async () => {
		const { page, context } = await visit(browser, url);
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await signIn(page, url, 'lasare@alvesta.example');
		await page.goto(`${await theExample(page, url)}/papers/cdp-iclei?portfolio=P2`);
		await page.getByLabel('Decimaltecken').selectOption('point');
		await page.getByRole('button', { name: 'Visa', exact: true }).click();
		await page.waitForURL(/decimals=point/);
		await page.getByRole('button', { name: /^Kopiera tabellen.*Actions/ }).click();
		await page.getByText('Kopierat.').first().waitFor();
		const copied = await page.evaluate(() => navigator.clipboard.readText());
		const row = copied.split('\n').find((line) => line.startsWith('Cycle plan'));
		expect(row?.split('\t')[4]).toBe('60.0');
		expect(row?.split('\t')[6]).toBe('58500000');
		await context.close();
	});
});
