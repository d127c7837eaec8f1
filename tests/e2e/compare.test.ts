import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { ownPlan, signIn, visit } from '../support/pages.ts';

/** From the risk of a portfolio to a comparison, its sliders, and the brief for the council's papers. */
const url = inject('appUrl');
let browser: Browser;

beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser.close();
});

describe('comparing portfolios', { timeout: 60_000 }, () => {
	it('tells how sure they are, moves with the sliders, and ends in a page of plain words', async () => {
		const { page, context, faults } = await visit(browser, url);
		await signIn(page, url, 'redaktor@alvesta.example');
		const plan = await ownPlan(page, url);

		await page.goto(`${plan}/risk/ranges`);
		const construction = page.getByRole('group', { name: /Byggkostnader/ });
		await construction.getByLabel('Lägst').fill('0,9');
		await construction.getByLabel('Troligast').fill('1');
		await page.getByRole('button', { name: 'Spara' }).click();
		await page.getByRole('alert').waitFor();
		expect(await page.getByRole('alert').innerText()).toContain('högst');
		await construction.getByLabel('Högst').fill('1,3');
		await page.getByRole('button', { name: 'Spara' }).click();
		await page.getByText(/^Sparat \d/).waitFor();

		await page.goto(`${plan}/risk?portfolio=P1`);
		await page.getByRole('button', { name: 'Räkna på osäkerheten' }).click();
		await page.getByText('Hur troligt är det?').waitFor();
		expect(await page.getByRole('main').innerText()).toMatch(/högst är dåligt|högt är dåligt/);
		await page.getByRole('link', { name: 'Kronor per ton', exact: true }).click();
		await page.getByRole('heading', { name: /Vad som betyder mest: Kronor per ton/ }).waitFor();

		await page.goto(`${plan}/compare?with=P1&with=P3`);
		const chance = page.locator('tr[data-figure=chance]');
		expect(await chance.locator('[data-portfolio=P1]').innerText()).toMatch(/0\s%/);
		expect(await chance.locator('[data-portfolio=P3]').innerText()).toContain('inte uträknad');
		const sliders = page.locator('table[data-table=sliders]');
		const before = await sliders.locator('tr[data-figure=netBenefit] td').first().innerText();
		await page.getByLabel('Värdet av ett ton').fill('50');
		await sliders
			.getByText(/^i planen/)
			.first()
			.waitFor();
		const after = await sliders.locator('tr[data-figure=netBenefit] td').first().innerText();
		expect(after).toContain(`i planen ${before.trim()}`);
		await page.getByRole('button', { name: 'Återställ reglagen' }).click();
		await sliders
			.getByText(/^i planen/)
			.first()
			.waitFor({ state: 'detached' });

		await page.getByRole('link', { name: 'Lägsta kostnad', exact: true }).click();
		const pair = page.locator('table[data-table=pair]');
		await pair.waitFor();
		expect(await pair.innerText()).toContain('Hela skillnaden');

		await page.getByRole('link', { name: /^Underlag på en sida, Beslutad budget/ }).click();
		await page.getByRole('article').waitFor();
		const brief = await page.getByRole('article').innerText();
		expect(brief).toContain('nås inte: 33');
		expect(brief).toContain('Ett ogynnsamt utfall ger');
		expect(faults).toEqual([]);
		await context.close();
	});
});
