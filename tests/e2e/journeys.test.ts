import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { keyboard, mouse, type Hands } from '../support/hands.ts';
import { ownPlan, signIn, visit } from '../support/pages.ts';

/** What each of the three comes for, done as they would do it: with a mouse, and with the keyboard alone. */
const url = inject('appUrl');
let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

const ways: readonly ((page: Page) => Hands)[] = [mouse, keyboard];

/** Tenths of tkr in a text such as "76 755,0 tkr". */
function tenths(text: string): number {
	const digits = /-?[\d\s]+,\d/.exec(text.replace('−', '-'))?.[0] ?? '';
	return Math.round(Number(digits.replace(/\s/g, '').replace(',', '.')) * 10);
}

/** The total of a row of the financing table. */
async function totalOf(page: Page, label: string): Promise<number> {
	const row = page
		.getByRole('row')
		.filter({ has: page.getByRole('rowheader', { name: label, exact: true }) });
	return tenths(await row.first().locator('td').first().innerText());
}

async function arrive(who: string, way: (page: Page) => Hands, path: string) {
	const { page, context, faults } = await visit(browser, url);
	await signIn(page, url, 'redaktor@alvesta.example');
	const plan = await ownPlan(page, url);
	if (who !== 'redaktor') {
		await context.clearCookies();
		await signIn(page, url, `${who}@alvesta.example`);
	}
	await page.goto(plan + path);
	return { page, context, faults, hands: way(page) };
}

for (const way of ways)
	describe(`by ${way.name}`, () => {
		it('the finance officer changes a cost and sees the gap move by exactly that', async () => {
			const { page, context, faults, hands } = await arrive(
				'ekonom',
				way,
				'/financing?portfolio=P2'
			);
			const before = await totalOf(page, 'Gap, säkrat');
			await hands.press(page.getByRole('link', { name: 'Åtgärder', exact: true }));
			await hands.press(page.getByRole('link', { name: /^A04/ }));
			const amount = page.locator('[name="costs.0.amount"]');
			await amount.waitFor();
			// The sum of the years stands in the amount's field as long as nothing else is written there.
			const sum = () => amount.getAttribute('placeholder');
			expect(await sum()).toMatch(/^24\s000\s000$/);
			await hands.write(page.locator('[name="costs.0.years.2027"]'), '9 000 tkr');
			await expect.poll(sum).toMatch(/^25\s000\s000$/);
			const live = page.locator('[data-table=live] tr[data-figure=secured]');
			await expect.poll(() => live.innerText()).toMatch(/\+1\s000,0/);
			expect(await page.getByRole('main').getByRole('status').innerText()).toBe('Inte sparat');
			await hands.press(page.getByRole('button', { name: 'Spara', exact: true }));
			await expect
				.poll(() => page.getByRole('main').locator('.bar [role=status]').innerText())
				.toMatch(/^Sparat \d\d:\d\d$/);
			await hands.press(page.getByRole('link', { name: 'Finansiering', exact: true }));
			await page.waitForURL(/financing/);
			await expect.poll(() => totalOf(page, 'Gap, säkrat')).toBe(before + 10_000);
			await hands.press(page.getByRole('button', { name: /^Ångra/ }));
			await expect.poll(() => totalOf(page, 'Gap, säkrat')).toBe(before);
			expect(faults).toEqual([]);
			await context.close();
		});

		it('the programme officer marks an application granted and sees secured rise and the gap fall', async () => {
			const { page, context, faults, hands } = await arrive(
				'redaktor',
				way,
				'/financing?portfolio=P2'
			);
			const secured = await totalOf(page, 'Summa finansiering, säkrad');
			const gap = await totalOf(page, 'Gap, säkrat');
			const line = page.locator('[data-line=F10]');
			await hands.press(line.locator('summary'));
			await hands.choose(line.getByLabel('Status'), 'beviljad');
			await hands.press(line.getByRole('button', { name: 'Spara' }));
			await line.getByText('Skriv beslutets diarienummer').waitFor();
			expect(await totalOf(page, 'Gap, säkrat')).toBe(gap);
			await hands.write(line.getByLabel('Diarienummer'), 'NV-2026-04711');
			await hands.write(line.getByLabel('Beslutsdatum'), '2026-11-20');
			await hands.press(line.getByRole('button', { name: 'Spara' }));
			await line.getByText('Beslut NV-2026-04711, 2026-11-20').waitFor();
			// Own share, 30 %, of 4 500 tkr.
			expect((await totalOf(page, 'Summa finansiering, säkrad')) - secured).toBe(13_500);
			expect((await totalOf(page, 'Gap, säkrat')) - gap).toBe(-13_500);
			expect(faults).toEqual([]);
			await context.close();
		});

		it('the politician compares three portfolios and reads which cuts most per krona', async () => {
			const { page, context, faults, hands } = await arrive('lasare', way, '');
			await hands.press(page.getByRole('link', { name: 'Jämför', exact: true }));
			await page.waitForURL(/compare/);
			const row = page.locator('[data-table=compare] tr[data-figure=kilogramsPerKrona]');
			await row.waitFor();
			expect(await row.locator('td').count()).toBe(3);
			const best = row.locator('td.best');
			expect(await best.count()).toBe(1);
			expect(await best.innerText()).toMatch(/0,588/);
			const column = await row
				.locator('td')
				.evaluateAll((cells) => cells.findIndex((cell) => cell.classList.contains('best')));
			const name = page.locator('[data-table=compare] thead th').nth(column + 1);
			expect(await name.innerText()).toBe('Lägsta kostnad');
			expect(faults).toEqual([]);
			await context.close();
		});
	});
