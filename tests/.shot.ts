import { launchBrowser } from './support/browser.ts';
import { accessibilityFaults, signIn, visit } from './support/pages.ts';
const url = 'http://localhost:3123';
const browser = await launchBrowser();
for (const [who, width] of [
	['admin', 1440],
	['admin', 390]
] as const) {
	const { page, faults } = await visit(browser, url, { viewport: { width, height: 900 } });
	await signIn(page, url, `${who}@alvesta.example`);
	for (const [name, path] of [
		['programmes', '/programmes'],
		['programmes-f', '/programmes?theme=transport&applicant=municipality&search=klimat'],
		['programme', '/programmes/klimatklivet'],
		['new', '/programmes/_new'],
		['calls', '/calls'],
		['call', '/calls/horizon-miss-2027-klimat-stader'],
		['callnew', '/calls/_new?programme=life-sap']
	] as const) {
		await page.goto(url + path);
		if (name === 'programme') await page.locator('summary').click();
		await page.waitForTimeout(300);
		await page.screenshot({ path: `/tmp/kp/${name}-${width}.png`, fullPage: true });
		console.log(
			name,
			width,
			await accessibilityFaults(page),
			faults,
			await page.evaluate(() => document.documentElement.scrollWidth)
		);
	}
}
await browser.close();
