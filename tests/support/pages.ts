import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { EXAMPLE_PASSWORD } from '../../src/lib/server/services/first-start.commands.ts';
import { exampleText } from './plan-files.ts';
import { typedInBook, type Typed } from './typed-book.ts';

export type Visit = { readonly page: Page; readonly context: BrowserContext };

/** A fresh browser profile that fails the test when a page contacts any other host or reports an error. */
export async function visit(
	browser: Browser,
	url: string,
	options: Parameters<Browser['newContext']>[0] = {}
): Promise<Visit & { readonly faults: string[] }> {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
	const page = await context.newPage();
	const faults: string[] = [];
	page.on('request', (request) => {
		const { origin, protocol } = new URL(request.url());
		if (protocol !== 'data:' && protocol !== 'blob:' && origin !== url)
			faults.push(`contacted ${request.url()}`);
	});
	page.on('pageerror', (error) => faults.push(error.message));
	page.on('console', (message) => {
		if (
			message.type() === 'error' &&
			!/the server responded with a status of 4\d\d/.test(message.text())
		)
			faults.push(message.text());
	});
	return { page, context, faults };
}

export async function signIn(page: Page, url: string, email: string): Promise<void> {
	await page.goto(`${url}/sign-in`);
	await page.getByLabel(/E-post|E-mail/).fill(email);
	await page.getByLabel(/Lösenord|Password/).fill(EXAMPLE_PASSWORD);
	await page.getByRole('main').getByRole('button').click();
	await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
}

/** The address of the example's plan; the page must be of one of its users. */
export async function theExample(page: Page, url: string): Promise<string> {
	await page.goto(`${url}/plans`);
	const href = await page
		.getByRole('link', { name: /^Klimatinvesteringsplan Alvesta \(exempel, ej beslutad\)$/ })
		.first()
		.getAttribute('href');
	return `${url}${href ?? ''}`;
}

let planCount = 0;

/** The address of a new plan like the example, for a test that changes it; the page must be an editor's. */
export async function ownPlan(page: Page, url: string): Promise<string> {
	return planFrom(page, url, exampleText);
}

/** The same from another plan file, under a name of its own. */
export async function planFrom(page: Page, url: string, text: string): Promise<string> {
	const name = `Egen plan ${process.pid} ${planCount++}`;
	const { plan, ...rest } = JSON.parse(text) as { plan: object };
	await uploadFile(
		page,
		`${url}/plans/import`,
		JSON.stringify({ plan: { ...plan, name }, ...rest })
	);
	await page.waitForURL(/import\/[0-9a-f-]{36}/);
	await page.locator('form[action="?/confirm"] button').click();
	await page.waitForURL(/created/);
	return url + new URL(page.url()).pathname;
}

/** Sends a plan file on the page at an address, in either language. */
export async function uploadFile(page: Page, address: string, text: string): Promise<void> {
	await page.goto(address);
	const buffer = Buffer.from(text);
	await page
		.locator('input[type=file]')
		.setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer });
	await page.getByRole('button', { name: /^(Granska filen|Check the file)$/ }).click();
}

/** Sends a list to a plan and comes to the page of its columns. */
export async function sendList(
	page: Page,
	plan: string,
	list: string | Buffer,
	name = 'lista.csv'
): Promise<void> {
	await page.goto(`${plan}/sheets`);
	await page
		.locator('input[type=file]')
		.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(list as string) });
	await page.locator('form[action="?/upload"] button.primary').click();
	await page.waitForURL(/sheets\/[0-9a-f-]{36}$/);
}

/** The workbook of the plan's first portfolio, as the browser gets it. */
export async function downloadedBook(page: Page, plan: string): Promise<Buffer> {
	await page.goto(`${plan}/exports`);
	const [download] = await Promise.all([
		page.waitForEvent('download', { timeout: 60_000 }),
		page.locator('a[href*="/exports/workbook"]').first().click()
	]);
	return readFileSync(await download.path());
}

/** Takes out the workbook, or takes one that was taken out before, types into it, and sends it in. */
export async function sendBook(
	page: Page,
	plan: string,
	typed: readonly Typed[],
	book?: Buffer
): Promise<void> {
	const bytes = await typedInBook(book ?? (await downloadedBook(page, plan)), typed);
	await page.goto(`${plan}/sheets`);
	await page.locator('input[type=file]').setInputFiles({
		name: 'bok.xlsx',
		mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		buffer: bytes
	});
	await page.locator('form[action="?/upload"] button.primary').click();
	await page.waitForURL(/sheets\/[0-9a-f-]{36}\/book$/);
}

/** The same with its funding lines made into applications. */
export async function planWithApplications(page: Page, url: string): Promise<string> {
	const plan = await ownPlan(page, url);
	await page.goto(`${plan}/applications?portfolio=P2`);
	await page.getByRole('button', { name: /^(Gör ansök|Make appl)/ }).click();
	await page.locator('li[data-application]').first().waitFor();
	return plan;
}

/** Reckons the risk of a portfolio; the page must be an editor's. */
export async function reckonRisk(page: Page, plan: string, portfolio: string): Promise<void> {
	await page.goto(`${plan}/risk?portfolio=${portfolio}`);
	await page.getByRole('button', { name: /^(Räkna på|Reckon)/ }).click();
	await page.getByText(/Hur troligt är det|How likely is it/).waitFor();
}

/** Proposes a decision on a portfolio and returns its address; the page must be of somebody with the finance role. */
export async function proposed(page: Page, plan: string, portfolio: string): Promise<string> {
	await page.goto(`${plan}/decisions/_new?portfolio=${portfolio}`);
	await page.locator('input[name=caseNumber]').fill('KS 2026/123');
	await page.locator('form[action^="?/propose"] button').click();
	await page.waitForURL(/decisions\/[0-9a-f-]{36}/);
	return page.url();
}

/** Makes a link to portfolios of a plan and returns it; the page must be of somebody with the finance role. */
export async function sharedLink(page: Page, plan: string): Promise<string> {
	await page.goto(`${plan}/sharing`);
	await page.locator('input[name=label]').fill('Fullmäktige');
	await page.locator('form[action^="?/make"] button').click();
	return page.locator('[role=status] code').innerText();
}

/** Rules of WCAG 2.2 AA and best practice that the page breaks. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
		.analyze();
	return violations.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`
	);
}

/** How much wider than the window the page is, in pixels. */
export function sidewaysScroll(page: Page): Promise<number> {
	return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
