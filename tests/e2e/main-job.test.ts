import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { signIn, visit } from '../support/pages.ts';
import { exampleText, EXAMPLE_PATH } from '../support/plan-files.ts';

const url = inject('appUrl');
let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

type Expected = {
	portfolios: Record<
		string,
		{
			gap: Record<string, { total: string }>;
			macc: { steps: { measure: string; costPerTonne: string; tonnes: number }[] };
		}
	>;
};
const expected = JSON.parse(
	readFileSync('tests/cases/alvesta-example-plan.expected.json', 'utf8')
) as Expected;

const tkr = (kronor: string) =>
	new Intl.NumberFormat('sv-SE', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
		Number(kronor) / 1000
	);
const whole = (value: number, decimals = 0) =>
	new Intl.NumberFormat('sv-SE', {
		minimumFractionDigits: decimals,
		maximumFractionDigits: decimals
	}).format(value);

describe('a finance officer', () => {
	it('signs in, opens Alvesta, and reads the three gaps and the curve’s first and last bar', async () => {
		const { page, context, faults } = await visit(browser, url);
		await signIn(page, url, 'ekonom@alvesta.example');
		await page
			.getByRole('link', { name: /Klimatinvesteringsplan Alvesta/ })
			.first()
			.click();
		for (const [id, name] of [
			['P1', 'Beslutad budget'],
			['P2', 'Klimatkontrakt 2030'],
			['P3', 'Lägsta kostnad']
		] as const) {
			await page.getByRole('link', { name: 'Översikt' }).click();
			await page.getByRole('link', { name }).click();
			await page.waitForURL(new RegExp(`portfolio=${id}`));
			const wanted = expected.portfolios[id];
			for (const variant of ['secured', 'expected', 'planned'])
				await expect
					.poll(() => page.locator(`[data-gap=${variant}]`).innerText())
					.toBe(tkr(wanted?.gap[variant]?.total ?? ''));
			await page.getByRole('link', { name: 'Kostnadskurva' }).click();
			await page.waitForURL(/\/macc/);
			await page.locator('figure summary').click();
			const steps = wanted?.macc.steps ?? [];
			for (const step of [steps[0], steps.at(-1)]) {
				const row = page.locator(`[data-table=macc] tr[data-measure=${step?.measure}]`);
				expect(await row.locator('[data-cell=cost]').innerText()).toBe(
					whole(Math.round(Number(step?.costPerTonne)))
				);
				expect(await row.locator('[data-cell=tonnes]').innerText()).toBe(
					whole(step?.tonnes ?? 0, 1)
				);
			}
			const order = await page
				.locator('[data-table=macc] tbody tr')
				.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-measure')));
			expect(order).toEqual(steps.map(({ measure }) => measure));
		}
		expect(faults).toEqual([]);
		await context.close();
	});

	it('sees the financing year by source, with the gap row, and changes the unit by a link', async () => {
		const { page, context, faults } = await visit(browser, url);
		await signIn(page, url, 'ekonom@alvesta.example');
		await page
			.getByRole('link', { name: /Klimatinvesteringsplan Alvesta/ })
			.first()
			.click();
		await page.getByRole('link', { name: 'Finansiering' }).click();
		await page.waitForURL(/\/financing/);
		await page.getByRole('link', { name: 'Klimatkontrakt 2030' }).click();
		await page.waitForURL(/portfolio=P2/);
		const rowOf = (label: string) =>
			page.locator('section[aria-labelledby=table-title] table tr', {
				has: page.locator(`th:text-is("${label}")`)
			});
		await expect
			.poll(() => rowOf('Gap, säkrat').locator('td').first().innerText())
			.toBe(tkr('76755000'));
		await page.getByRole('link', { name: 'mnkr' }).click();
		await page.waitForURL(/unit=mnkr/);
		await expect.poll(() => rowOf('Gap, säkrat').locator('td').first().innerText()).toBe('76,76');
		expect(await page.getByText('Lån (Kommuninvest – Gröna lån) täcker likviditet').count()).toBe(
			1
		);
		expect(faults).toEqual([]);
		await context.close();
	});

	it('reads the curve with the keyboard', async () => {
		const { page, context } = await visit(browser, url);
		await signIn(page, url, 'ekonom@alvesta.example');
		await page
			.getByRole('link', { name: /Klimatinvesteringsplan Alvesta/ })
			.first()
			.click();
		await page.getByRole('link', { name: 'Kostnadskurva' }).click();
		await page.waitForURL(/\/macc/);
		const steps = expected.portfolios['P1']?.macc.steps ?? [];
		await page.locator('figure [role=img]').focus();
		await page.keyboard.press('ArrowRight');
		const spoken = page.locator('figure [aria-live]');
		await expect.poll(() => spoken.innerText()).toContain(`1. ${steps[0]?.measure}`);
		await page.keyboard.press('End');
		await expect
			.poll(() => spoken.innerText())
			.toContain(`${steps.length}. ${steps.at(-1)?.measure}`);
		await page.keyboard.press('Home');
		await expect.poll(() => spoken.innerText()).toContain(`1. ${steps[0]?.measure}`);
		await context.close();
	});

	it('draws the charts', async () => {
		const { page, context, faults } = await visit(browser, url);
		await signIn(page, url, 'ekonom@alvesta.example');
		await page
			.getByRole('link', { name: /Klimatinvesteringsplan Alvesta/ })
			.first()
			.click();
		for (const tab of ['Översikt', 'Finansiering', 'Kostnadskurva']) {
			await page.getByRole('link', { name: tab }).click();
			const inked = () =>
				page
					.locator('canvas')
					.first()
					.evaluate((canvas: HTMLCanvasElement) => {
						const { data } = canvas
							.getContext('2d')
							?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
						return Array.from(data).filter((value, index) => index % 4 === 3 && value > 0).length;
					});
			await expect.poll(inked, { timeout: 10_000 }).toBeGreaterThan(2000);
		}
		expect(faults).toEqual([]);
		await context.close();
	});
});

describe('an editor', () => {
	it('imports a file after seeing what it creates, exports the same bytes, removes it and takes that back', async () => {
		const { page, context, faults } = await visit(browser, url);
		await signIn(page, url, 'redaktor@alvesta.example');
		await page.getByRole('link', { name: 'Importera planfil' }).click();
		await page.getByLabel('Planfil').setInputFiles({
			name: 'provplan.json',
			mimeType: 'application/json',
			buffer: Buffer.from(
				exampleText.replace('Klimatinvesteringsplan Alvesta (exempel, ej beslutad)', 'Provplan')
			)
		});
		await page.getByRole('button', { name: 'Granska filen' }).click();
		await page.getByRole('heading', { name: 'Detta skapas' }).waitFor();
		expect(await page.getByRole('main').innerText()).toContain(
			'provplan.json är läst utan fel. Inget är sparat än.'
		);
		await page.getByRole('button', { name: 'Skapa planen' }).click();
		await page.getByRole('heading', { name: 'Provplan' }).waitFor();
		await page.getByRole('link', { name: 'Ta ut filer' }).click();
		await page.getByRole('heading', { name: 'Planfil (.json)' }).waitFor();
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('link', { name: 'Exportera planfil' }).click()
		]);
		expect(download.suggestedFilename()).toBe('provplan.json');
		expect(readFileSync(await download.path(), 'utf8')).toBe(
			readFileSync(EXAMPLE_PATH, 'utf8').replace(
				'Klimatinvesteringsplan Alvesta (exempel, ej beslutad)',
				'Provplan'
			)
		);
		await page.getByRole('link', { name: 'Planer', exact: true }).click();
		await page.getByRole('button', { name: 'Ta bort Provplan' }).click();
		await page.getByText('Provplan är borttagen.').waitFor();
		expect(await page.getByRole('link', { name: 'Provplan' }).count()).toBe(0);
		await page.getByRole('button', { name: 'Ångra' }).click();
		await page.getByRole('link', { name: 'Provplan' }).waitFor();
		await page.getByRole('button', { name: 'Ta bort Provplan' }).click();
		await page.getByText('Provplan är borttagen.').waitFor();
		expect(faults).toEqual([]);
		await context.close();
	});

	it('is told everything that is wrong in a file, in Swedish, and that nothing was saved', async () => {
		const { page, context } = await visit(browser, url);
		await signIn(page, url, 'redaktor@alvesta.example');
		await page.goto(`${url}/plans/import`);
		await page.getByLabel('Planfil').setInputFiles({
			name: 'fel.json',
			mimeType: 'application/json',
			buffer: Buffer.from(
				exampleText
					.replace('"12300000.00"', '"12,3 mnkr"')
					.replace('"programme": "klimatklivet"', '"programme": "lotto"')
			)
		});
		await page.getByRole('button', { name: 'Granska filen' }).click();
		await page.getByRole('heading', { name: 'Filen har 2 fel. Inget har sparats.' }).waitFor();
		const text = await page.getByRole('main').innerText();
		expect(text).toContain('$.measures[2].costs[0].amount');
		expect(text).toContain('ska vara kronor som text');
		expect(text).toContain('finns inte bland programmen (programmes)');
		await context.close();
	});
});

describe('without JavaScript', () => {
	it('one signs in, reads the figures and imports a file', async () => {
		const { page, context } = await visit(browser, url, { javaScriptEnabled: false });
		await signIn(page, url, 'redaktor@alvesta.example');
		await page
			.getByRole('link', { name: /Klimatinvesteringsplan Alvesta/ })
			.first()
			.click();
		await page.getByRole('link', { name: 'Klimatkontrakt 2030' }).click();
		expect(await page.locator('[data-gap=secured]').innerText()).toBe(tkr('76755000'));
		await page.goto(`${url}/plans/import`);
		await page.getByLabel('Planfil').setInputFiles(EXAMPLE_PATH);
		await page.getByRole('button', { name: 'Granska filen' }).click();
		await page.getByRole('heading', { name: 'Detta skapas' }).waitFor();
		await page.getByRole('button', { name: 'Avbryt' }).click();
		await page.waitForURL(/\/plans$/);
		await page.getByRole('button', { name: 'In English' }).click();
		await page.getByRole('heading', { name: 'Plans' }).waitFor();
		await context.close();
	});
});
