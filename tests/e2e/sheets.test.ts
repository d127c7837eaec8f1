import type { Browser } from 'playwright-core';
import { readXlsx } from '../../src/lib/server/files/xlsx.ts';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { inWindows1252, messyList } from '../support/messy-list.ts';
import { downloadedBook, ownPlan, sendList, signIn, visit } from '../support/pages.ts';
import { pdfPages, readPdf } from '../support/papers.ts';
import { workbook } from '../support/workbook.ts';

/** A finance officer's own list comes into the plan, is undone and comes again. */
const url = inject('appUrl');
let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

async function officer(options: Parameters<typeof visit>[2] = {}) {
	const arrived = await visit(browser, url, options);
	await signIn(arrived.page, url, 'ekonom@alvesta.example');
	return { ...arrived, plan: await ownPlan(arrived.page, url) };
}

describe('reading a list in', { timeout: 120_000 }, () => {
	it('drags a messy list of forty rows in, fixes two questions, reads, undoes, reads again, takes the workbook out and prints the plan', async () => {
		const { page, context, faults, plan } = await officer();
		const bytes = [...inWindows1252(messyList())];
		const drag = async () => {
			await page.goto(`${plan}/sheets`);
			const carried = await page.evaluateHandle((content) => {
				const data = new DataTransfer();
				data.items.add(new File([new Uint8Array(content)], 'investeringar.csv'));
				return data;
			}, bytes);
			await page.dispatchEvent('.drop', 'dragover', { dataTransfer: carried });
			await page.dispatchEvent('.drop', 'drop', { dataTransfer: carried });
			await page.getByRole('button', { name: 'Läs filen' }).click();
			await page.waitForURL(/sheets\/[0-9a-f-]{36}$/);
			await page.getByRole('button', { name: 'Granska raderna' }).click();
			await page.waitForURL(/rows$/);
		};
		const measures = async () => {
			await page.goto(`${plan}/measures`);
			return await page.getByRole('heading', { name: /åtgärder$/ }).innerText();
		};
		await drag();
		expect(await page.getByText('behöver svar').innerText()).toMatch(/^2\s/);
		await page.getByLabel('1 700', { exact: true }).check();
		await page.getByLabel('Svar').selectOption('pågår');
		await page.getByRole('button', { name: 'Spara svaren och kontrollera igen' }).first().click();
		await page.getByRole('button', { name: 'Läs in 40 rader' }).click();
		await page.getByText('40 rader är inlästa som ett steg.').waitFor();
		expect(await measures()).toBe('62 åtgärder');
		await page.getByRole('button', { name: 'Ångra: läste in listan investeringar.csv' }).click();
		await page.getByRole('heading', { name: '22 åtgärder' }).waitFor();
		await drag();
		await page.getByLabel('1 700', { exact: true }).check();
		await page.getByLabel('Svar').selectOption('pågår');
		await page.getByRole('button', { name: 'Spara svaren och kontrollera igen' }).first().click();
		await page.getByRole('button', { name: 'Läs in 40 rader' }).click();
		await page.getByText('40 rader är inlästa som ett steg.').waitFor();
		expect(await measures()).toBe('62 åtgärder');
		const book = await readXlsx(await downloadedBook(page, plan), () => undefined);
		expect(book.sheets.length).toBeGreaterThan(10);
		await page.getByRole('link', { name: 'Handlingar', exact: true }).click();
		await page.getByRole('link', { name: 'Klimatinvesteringsplan', exact: true }).click();
		await page.locator('article.paper').waitFor();
		const printed = await pdfPages(await readPdf(await page.pdf({ preferCSSPageSize: true })));
		expect(printed[0]?.text).toContain('Gapet, år för år');
		expect(printed.map(({ text }) => text).join(' ')).toContain('Öppna frågor');
		expect(faults).toEqual([]);
		await context.close();
	});

	it('works without scripts, and says of a file that is not read what to do', async () => {
		const { page, context, plan } = await officer({ javaScriptEnabled: false });
		await page.goto(`${plan}/sheets`);
		await page.setInputFiles('input[type=file]', {
			name: 'gammal.xls',
			mimeType: 'application/vnd.ms-excel',
			buffer: Buffer.from('d0cf11e0a1b11ae1', 'hex')
		});
		await page.getByRole('button', { name: 'Läs filen' }).click();
		expect(await page.getByRole('alert').innerText()).toContain(
			'Spara den som .xlsx utan lösenord'
		);
		const list = workbook([
			{ name: 'Framsida', rows: [['Investeringar'], ['Alvesta']] },
			{
				name: 'Lista',
				rows: [
					['Åtgärd', 'Startår', 'Investering (mnkr)'],
					['Fjärrkyla', 2028, 1.25]
				]
			}
		]);
		await sendList(page, plan, list, 'lista.xlsx');
		expect(await page.getByLabel('Blad').inputValue()).toBe('1');
		await page.getByRole('button', { name: 'Granska raderna' }).click();
		await page.getByRole('button', { name: 'Läs in en rad' }).click();
		expect(await page.getByRole('status').innerText()).toContain('En rad är inläst.');
		await page.getByRole('link', { name: 'Visa åtgärderna' }).click();
		await page.getByRole('link', { name: 'Fjärrkyla' }).waitFor();
		await context.close();
	});

	it('remembers for the organisation what a heading means', async () => {
		const { page, context, plan } = await officer();
		const list = 'Grunka;Pengar i år 2027 (tkr)\nVindskydd;5\n';
		await sendList(page, plan, list);
		await page.getByLabel('Kolumn A Grunka betyder').selectOption('name');
		await page.getByLabel('Kolumn B Pengar i år 2027 (tkr) betyder').selectOption('capexOfYear');
		await page.getByRole('button', { name: 'Granska raderna' }).click();
		await page.getByRole('button', { name: 'Läs in en rad' }).click();
		await page.getByText('En rad är inläst.').waitFor();
		await sendList(page, plan, list.replace('2027', '2029').replace('Vindskydd', 'Solskydd'));
		expect(await page.getByLabel('Kolumn A Grunka betyder').inputValue()).toBe('name');
		expect(await page.getByLabel(/^Kolumn B Pengar/).inputValue()).toBe('capexOfYear');
		await page.getByRole('button', { name: 'Granska raderna' }).click();
		expect(await page.locator('[data-table=ready]').innerText()).toContain('5\u00a0000');
		await context.close();
	});
});
