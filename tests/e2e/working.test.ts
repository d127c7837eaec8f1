import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { importedPlan, signedIn } from '../support/http.ts';
import { ownPlan, signIn, visit } from '../support/pages.ts';
import { exampleText } from '../support/plan-files.ts';

/** How the pages behave while one works: without script, with unsaved work, with hostile words, and how heavy they are. */
const url = inject('appUrl');
let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

const planPages = [
	'',
	'/measures',
	'/measures/A12',
	'/financing',
	'/operating',
	'/capacity',
	'/macc',
	'/emissions',
	'/portfolios',
	'/portfolios/P1',
	'/compare',
	'/settings',
	'/history'
];

describe('without JavaScript', () => {
	it('a measure is written, mended where it was wrong, funded, granted and taken back', async () => {
		const { page, context } = await visit(browser, url, { javaScriptEnabled: false });
		await signIn(page, url, 'redaktor@alvesta.example');
		const plan = await ownPlan(page, url);
		await page.goto(`${plan}/measures/_new`);
		await page.locator('[name="name.sv"]').fill('Solceller på simhallen');
		await page.locator('button[name=more][value=costs]').click();
		expect(await page.locator('[name="name.sv"]').inputValue()).toBe('Solceller på simhallen');
		await page.locator('[name="costs.0.id"]').fill('c1');
		await page.locator('[name="costs.0.amount"]').fill('1,250');
		await page.locator('[name="startYear"]').fill('2028');
		await page.locator('[name="lifetimeYears"]').fill('25');
		await page.getByRole('button', { name: 'Spara', exact: true }).click();
		expect(await page.getByRole('alert').innerText()).toContain('kan betyda två saker');
		await page.locator('[name="costs.0.amount"]').fill('1 250 tkr');
		await page.locator('[name="costs.0.depreciationYears"]').fill('25');
		await page.getByRole('button', { name: 'Spara', exact: true }).click();
		await page.waitForURL(/measures\/A\d+/);
		const inStartYear = page.locator('[name="costs.0.years.2028"]');
		expect(await inStartYear.inputValue()).toMatch(/^1\s250\s000$/);

		await page.goto(`${plan}/financing?portfolio=P2`);
		const line = page.locator('[data-line=F19]');
		await line.locator('summary').click();
		await line.getByLabel('Status').selectOption('granted');
		await line.getByLabel('Diarienummer').fill('LST-1');
		await line.getByLabel('Beslutsdatum').fill('2026-11-02');
		await line.getByRole('button', { name: 'Spara' }).click();
		await line.getByText('Beslut LST-1, 2026-11-02').waitFor();
		expect(page.url()).toContain('portfolio=P2');
		await page.getByRole('button', { name: /^Ångra/ }).click();
		expect(await line.locator('.badge').innerText()).toContain('sökt');

		await page.goto(`${plan}/portfolios/_new`);
		await page.locator('[name=name]').fill('Bara sol');
		await page.locator('[name="in.A04"]').check();
		await page.getByRole('button', { name: 'Spara', exact: true }).click();
		await page.waitForURL(/portfolios\/P4/);
		await context.close();
	});
});

describe('unsaved work', () => {
	it('is asked about before it is left, and stays when one stays', async () => {
		const { page, context, faults } = await visit(browser, url);
		await signIn(page, url, 'redaktor@alvesta.example');
		const plan = await ownPlan(page, url);
		await page.goto(`${plan}/measures/A04`, { waitUntil: 'networkidle' });
		const description = page.locator('[name=description]');
		const asked: string[] = [];
		let isLeaving = false;
		page.on('dialog', (dialog) => {
			asked.push(dialog.type());
			void (isLeaving ? dialog.accept() : dialog.dismiss());
		});
		await description.fill('Ny beskrivning');
		await page.getByRole('link', { name: 'Översikt', exact: true }).click();
		await expect.poll(() => asked).toEqual(['confirm']);
		expect(await description.inputValue()).toBe('Ny beskrivning');
		await page.reload({ waitUntil: 'commit', timeout: 3000 }).catch(() => undefined);
		expect(asked).toEqual(['confirm', 'beforeunload']);
		expect(await description.inputValue()).toBe('Ny beskrivning');
		isLeaving = true;
		await page.getByRole('link', { name: 'Översikt', exact: true }).click();
		await page.waitForURL(plan + (await search(page)));
		await page.goto(`${plan}/measures/A04`, { waitUntil: 'networkidle' });
		expect(await description.inputValue()).not.toBe('Ny beskrivning');
		expect(faults).toEqual([]);
		await context.close();
	});
});

describe('two people in the same form', () => {
	it('the second sees both, keeps only what she changed, and may let hers go', async () => {
		const first = await visit(browser, url);
		await signIn(first.page, url, 'redaktor@alvesta.example');
		const plan = await ownPlan(first.page, url);
		const second = await visit(browser, url);
		await signIn(second.page, url, 'ekonom@alvesta.example');
		for (const { page } of [first, second])
			await page.goto(`${plan}/measures/A04?portfolio=P2`, { waitUntil: 'networkidle' });
		const save = async ({ page }: typeof first, answer: string) => {
			await page.getByRole('button', { name: 'Spara', exact: true }).click();
			await page.getByText(answer).first().waitFor();
		};
		const description = second.page.locator('[name=description]');
		const owner = second.page.locator('[name=owner]');
		await first.page.locator('[name=description]').fill('Redaktörens ord');
		await save(first, 'Sparat');
		await owner.fill('Ekonomens ansvarige');
		await save(second, 'Någon annan har sparat');
		await expect.poll(() => description.inputValue()).toBe('Redaktörens ord');
		expect(await owner.inputValue()).toBe('Ekonomens ansvarige');
		const rows = second.page.locator('[data-table=conflict] tbody tr');
		expect((await rows.allInnerTexts()).map((row) => row.split('\t')[0])).toEqual(['Ansvarig']);
		await second.page.getByRole('link', { name: 'Läs in den sparade versionen' }).click();
		await expect.poll(() => owner.inputValue()).not.toBe('Ekonomens ansvarige');
		expect(new URL(second.page.url()).search).toBe('?portfolio=P2');

		await owner.fill('Ekonomens ansvarige');
		await first.page.getByRole('button', { name: 'Ta bort', exact: false }).first().click();
		await first.page.waitForURL(/removed=A04/);
		await save(second, 'finns inte längre');
		expect(await owner.inputValue()).toBe('Ekonomens ansvarige');
		expect([...first.faults, ...second.faults]).toEqual([]);
		await first.context.close();
		await second.context.close();
	});
});

describe('a save that does not come through', () => {
	it('keeps what is typed, without a network and without a session; a tick does not stay on another row', async () => {
		const { page, context } = await visit(browser, url);
		await signIn(page, url, 'redaktor@alvesta.example');
		const plan = await ownPlan(page, url);
		await page.goto(`${plan}/measures/A03`, { waitUntil: 'networkidle' });
		const [owner, alert] = [page.locator('[name=owner]'), page.getByRole('alert')];
		const save = () => page.getByRole('button', { name: 'Spara', exact: true }).click();
		await context.setOffline(true);
		await owner.fill('Gatukontoret');
		await save();
		await alert.getByText('Det du skrev står kvar').waitFor();
		await context.setOffline(false);
		const cookies = await context.cookies();
		await context.clearCookies();
		await save();
		await alert.getByText('inte längre inloggad').waitFor();
		expect(await owner.inputValue()).toBe('Gatukontoret');
		await context.addCookies(cookies);
		await page.locator('[name="costs.1.isRemoved"]').check();
		await save();
		await page.getByText(/^Sparat \d\d:\d\d$/).waitFor();
		const ids = page.locator('[name^="costs."][name$=".id"]');
		const shown = await ids.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
		expect(shown).toEqual(['c1', 's1', 's2']);
		expect(await page.locator('[name$=isRemoved]:checked').count()).toBe(0);
		await context.close();
	});
});

const search = (page: Page) => page.evaluate(() => location.search);

const HOSTILE = `<img src=x onerror="window.hit=1"></textarea><script>window.hit=1</script>{{7*7}}"'`;
const words = new Set([
	'sv',
	'en',
	'description',
	'note',
	'source',
	'basis',
	'text',
	'owner',
	'theme',
	'name'
]);

/** The example with hostile words in every free text. */
function hostile(value: unknown, name = ''): unknown {
	if (typeof value === 'string') return words.has(name) ? `${value} ${HOSTILE}` : value;
	if (Array.isArray(value)) return value.map((one) => hostile(one, name));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, hostile(one, key)]));
}

describe('hostile words', () => {
	it('are shown as the words they are, on every page of the plan', async () => {
		const editor = await signedIn(url, 'redaktor@alvesta.example');
		const plan = await importedPlan(editor, JSON.stringify(hostile(JSON.parse(exampleText))));
		expect(plan).toMatch(/^\/plans\//);
		const { page, context, faults } = await visit(browser, url);
		await signIn(page, url, 'redaktor@alvesta.example');
		for (const path of [...planPages, '/../']) {
			await page.goto(url + plan + path, { waitUntil: 'networkidle' });
			expect(await page.evaluate(() => 'hit' in window)).toBe(false);
			if (!['/history', '/emissions'].includes(path))
				expect(await page.content()).toContain('&lt;img src=x');
		}
		expect(faults).toEqual([]);
		await context.close();
	});
});

describe('a page whose scripts are slow to come', () => {
	it('keeps what was typed, ticked and chosen meanwhile, and knows that it is not saved', async () => {
		const { page, context, faults } = await visit(browser, url);
		await signIn(page, url, 'redaktor@alvesta.example');
		const plan = await ownPlan(page, url);
		await page.route('**/_app/**/*.js', async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 700));
			await route.continue();
		});
		await page.goto(`${plan}/measures/A04?portfolio=P2`, { waitUntil: 'commit' });
		const [words, sector, unknown] = ['description', 'sector', 'costs.0.isUnknown'].map((name) =>
			page.locator(`[name="${name}"]`)
		);
		await words?.fill('Skrivet innan sidan vaknat');
		await sector?.selectOption('transport');
		await unknown?.check();
		await page.getByText('Inte sparat').waitFor();
		expect(await words?.inputValue()).toBe('Skrivet innan sidan vaknat');
		expect(await sector?.inputValue()).toBe('transport');
		expect(await unknown?.isChecked()).toBe(true);
		expect(faults).toEqual([]);
		await context.close();
	});
});

describe('the first load of a page', () => {
	it('takes at most 200 kB of script, as gzip, chart pages included', async () => {
		const editor = await signedIn(url, 'redaktor@alvesta.example');
		const plan =
			/\/plans\/[0-9a-f-]{36}/.exec(await (await editor.get('/plans')).text())?.[0] ?? '';
		const heavy: string[] = [];
		let most = 0;
		for (const path of planPages) {
			const { page, context } = await visit(browser, url);
			const [name = '', value = ''] = editor.cookie().split(/=(.*)/);
			await context.addCookies([{ name, value, url }]);
			const scripts: Promise<number>[] = [];
			page.on('response', (response) => {
				if (response.request().resourceType() === 'script')
					scripts.push(response.body().then((body) => gzipSync(body).length));
			});
			await page.goto(url + plan + path, { waitUntil: 'networkidle' });
			const bytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
			expect(bytes).toBeGreaterThan(10_000);
			most = Math.max(most, bytes);
			if (bytes > 200_000) heavy.push(`${path}: ${bytes}`);
			await context.close();
		}
		process.stdout.write(`Heaviest page: ${Math.round(most / 1000)} kB of script as gzip\n`);
		expect(heavy).toEqual([]);
	});
});
