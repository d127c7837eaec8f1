import type { CDPSession } from 'playwright-core';
import { writePlanFile } from '../../src/lib/input/plan-file/write.ts';
import { launchBrowser } from '../support/browser.ts';
import { startBuiltApp } from '../support/built-app.ts';
import { importedPlan, signedIn } from '../support/http.ts';
import { largePlan } from '../support/large-plan.ts';
import { signIn, visit } from '../support/pages.ts';

const MEASURES = 60;
const WARM_UP = 10;
const EDITS = 30;
const GOAL_MS = 50;
/** The figures are computed when typing has rested for 120 ms. */
const RESTED_MS = 400;
const EDITOR = 'redaktor@alvesta.example';

/** The scale of one measure is changed again and again in the portfolio's form, and the figures beside it follow. */
export async function benchBrowser(dataDir: string): Promise<void> {
	const say = (text: string) => process.stdout.write(`${text}\n`);
	const app = await startBuiltApp(dataDir, { LOG_LEVEL: 'silent' });
	const browser = await launchBrowser();
	try {
		const editor = await signedIn(app.url, EDITOR);
		const plan = await importedPlan(editor, writePlanFile(largePlan(MEASURES)));
		const { page } = await visit(browser, app.url);
		await signIn(page, app.url, EDITOR);
		await page.goto(`${app.url}${plan}/portfolios/ALL`, { waitUntil: 'networkidle' });
		const scale = page.locator('[name="scale.M0000"]');
		const metrics = await page.context().newCDPSession(page);
		await metrics.send('Performance.enable');
		const needNow = page.locator('[data-table=live] [data-figure=need] td').last();
		const times: number[] = [];
		let shown = '';
		for (let edit = 0; edit < WARM_UP + EDITS; edit++) {
			const before = await scriptMs(metrics);
			await scale.fill(String(50 + edit));
			await page.waitForTimeout(RESTED_MS);
			const need = await needNow.innerText();
			if (need === shown) throw new Error(`The figures did not follow: the need is still ${need}.`);
			shown = need;
			if (edit >= WARM_UP) times.push((await scriptMs(metrics)) - before);
		}
		const sorted = times.sort((a, b) => a - b);
		const at = (share: number) => (sorted[Math.floor(share * (EDITS - 1))] ?? NaN).toFixed(0);
		say(
			`browser: ${MEASURES} measures, one field changed ${EDITS} times after ${WARM_UP}; all script from the key to the figures, Chromium ${browser.version()}`
		);
		say(`  median        ${at(0.5)} ms   goal: below ${GOAL_MS} ms`);
		say(`  nine of ten   ${at(0.9)} ms`);
	} finally {
		await browser.close();
		await app.stop();
	}
}

/** Milliseconds that the page's script has run so far. */
async function scriptMs(session: CDPSession): Promise<number> {
	const { metrics } = await session.send('Performance.getMetrics');
	return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN);
}
