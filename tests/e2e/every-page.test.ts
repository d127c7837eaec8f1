import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import {
	accessibilityFaults,
	ownPlan,
	planWithApplications,
	proposed,
	sendBook,
	sendList,
	sharedLink,
	sidewaysScroll,
	signIn,
	theExample,
	uploadFile,
	visit
} from '../support/pages.ts';
import { messyList } from '../support/messy-list.ts';
import { exampleText } from '../support/plan-files.ts';
import { listRoutes } from '../support/routes.ts';
import { analysedPurchases, fetchedRelease } from '../support/source-pages.ts';

/** Every page: no accessibility fault, no sideways scrolling from 320 px, nothing fetched from elsewhere. */
const url = inject('appUrl');
let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

const looks = [
	{ name: 'light, 1440 px', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
	{ name: 'dark, 390 px', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
	{ name: 'English, 320 px', viewport: { width: 320, height: 640 }, colorScheme: 'light' }
] as const;
type Look = (typeof looks)[number];
const isEnglish = (look: Look) => look.name.startsWith('English');

const dearer = exampleText.replace('"12300000.00"', '"12400000.00"');

const upload = (page: Page, text: string, to = `${url}/plans/import`) => uploadFile(page, to, text);

let plan = '';
let applied: Promise<string> | null = null;

async function openPlan(page: Page): Promise<string> {
	plan ||= await theExample(page, url);
	return plan;
}

/** A page of the example's plan, as one of its users. */
/** A page outside any plan. */
const outside = (who: string, path: string) => ({
	as: `${who}@alvesta.example`,
	go: async (page: Page) => void (await page.goto(url + path))
});

const at = (who: string, path: string) => ({
	as: `${who}@alvesta.example`,
	go: async (page: Page) => void (await page.goto((await openPlan(page)) + path))
});

const atApplied = (path: string) => ({
	as: 'redaktor@alvesta.example',
	go: async (page: Page) => {
		applied ??= planWithApplications(page, url);
		await page.goto(`${await applied}/applications${path}`);
	}
});

let decided: Promise<readonly [plan: string, decision: string]> | null = null;

/** A page of a plan with a proposed decision. */
const atDecided = (go: (page: Page, plan: string, decision: string) => Promise<unknown>) => ({
	as: 'ekonom@alvesta.example',
	go: async (page: Page) => {
		decided ??= ownPlan(page, url).then(
			async (made) => [made, await proposed(page, made, 'P2')] as const
		);
		await go(page, ...(await decided));
	}
});

/** A page of the example's plan, by what an editor does to come to it. */
const edited = (go: (page: Page, plan: string) => Promise<unknown>) => ({
	as: 'redaktor@alvesta.example',
	go: async (page: Page) => void (await go(page, await openPlan(page)))
});

/** Where something was made that one person can only make once at a time; the looks that come at once wait for it. */
const made = new Map<unknown, Promise<string>>();
const once = (make: (page: Page, plan: string) => Promise<void>, suffix = '') =>
	edited(async (page, plan) => {
		const address = made.get(make) ?? make(page, plan).then(() => page.url());
		made.set(make, address);
		await page.goto(new URL(suffix, await address).href);
	});

/** A page that works something out, when it has. */
const found = (path: string, start: RegExp, sign = /Bevisat bäst|Proven best/) => ({
	as: 'redaktor@alvesta.example',
	go: async (page: Page) => {
		await page.goto((await openPlan(page)) + path);
		await page.getByRole('button', { name: start }).click();
		await page.getByText(sign).first().waitFor();
	}
});

/** How to come to each page, by the route it shows. */
const ways: Readonly<
	Record<string, { readonly as: string | null; readonly go: (page: Page) => Promise<void> }>
> = {
	'/sign-in': { as: null, go: async (page) => void (await page.goto(`${url}/sign-in`)) },
	'/link/[token]': {
		as: 'admin@alvesta.example',
		go: async (page) => {
			await page.goto(`${url}/people`);
			await page
				.locator('form[action="?/invite"] input[name=email]')
				.fill(`${crypto.randomUUID()}@alvesta.example`);
			await page.locator('form[action="?/invite"] button').click();
			const link = await page.locator('[role=status] code').innerText();
			await page.goto(link);
		}
	},
	'/account': outside('lasare', '/account'),
	'/people': outside('admin', '/people'),
	'/organisations': outside('drift', '/organisations'),
	'/programmes': outside('lasare', '/programmes?theme=transport'),
	'/programmes/[programme]': {
		as: 'admin@alvesta.example',
		go: async (page) => {
			await page.goto(`${url}/programmes/klimatklivet`);
			await page.locator('summary').click();
		}
	},
	'/programmes/_new': {
		as: 'admin@alvesta.example',
		go: async (page) => {
			await page.goto(`${url}/programmes/_new`);
			await page.locator('form button.primary').click();
			await page.getByRole('alert').waitFor();
		}
	},
	'/calls': outside('lasare', '/calls'),
	'/calls/[call]': outside('drift', '/calls/horizon-miss-2027-klimat-stader'),
	'/calls/_new': outside('admin', '/calls/_new?programme=life-sap'),
	'/plans': outside('redaktor', '/plans'),
	'/plans/import': {
		as: 'redaktor@alvesta.example',
		go: async (page) => {
			await upload(page, exampleText.replace('"12300000.00"', '"tolv"'));
			await page.getByRole('alert').waitFor();
		}
	},
	'/plans/import/[upload]': {
		as: 'redaktor@alvesta.example',
		go: async (page) => {
			await upload(page, exampleText);
			await page.waitForURL(/import\/[0-9a-f-]{36}/);
		}
	},
	'/plans/[plan]': at('redaktor', '?portfolio=P2'),
	'/plans/[plan]/financing': at('lasare', '/financing?portfolio=P2'),
	'/plans/[plan]/matching': at(
		'lasare',
		'/matching?portfolio=P2&search=laddinfrastruktur&failing=on'
	),
	'/plans/[plan]/applications': atApplied('?portfolio=P2'),
	'/plans/[plan]/applications/_new': at('redaktor', '/applications/_new'),
	'/plans/[plan]/applications/_what-if': atApplied('/_what-if?portfolio=P2&if.AN01=lost'),
	'/plans/[plan]/applications/[application]': atApplied('/AN01?portfolio=P2'),
	'/plans/[plan]/proposal': found('/proposal?portfolio=P2', /^(Räkna|Make) /),
	'/plans/[plan]/portfolios/_find': found('/portfolios/_find', /^(Sök|Search)/),
	'/plans/[plan]/matching/[measure]/[programme]': at(
		'redaktor',
		'/matching/A12/klimatklivet?portfolio=P2'
	),
	'/plans/[plan]/rules': at('lasare', '/rules?portfolio=P2'),
	'/plans/[plan]/macc': at('lasare', '/macc?portfolio=P2'),
	'/plans/[plan]/measures': at('redaktor', '/measures?portfolio=P2'),
	'/plans/[plan]/measures/_new': edited(async (page, plan) => {
		await page.goto(`${plan}/measures/_new`);
		for (const add of await page.locator('button[name=more]').all()) await add.click();
		await page.locator('form button.primary').click();
		await page.getByRole('alert').waitFor();
	}),
	'/plans/[plan]/measures/[measure]': at('redaktor', '/measures/A12'),
	'/plans/[plan]/portfolios': at('redaktor', '/portfolios'),
	'/plans/[plan]/portfolios/_new': at('redaktor', '/portfolios/_new'),
	'/plans/[plan]/portfolios/[portfolio]': at('redaktor', '/portfolios/P3?portfolio=P3'),
	'/plans/[plan]/risk': found('/risk?portfolio=P2', /^(Räkna|Reckon)/, /Hur troligt|How likely/),
	'/plans/[plan]/risk/ranges': at('redaktor', '/risk/ranges'),
	'/plans/[plan]/brief': at('lasare', '/brief?portfolio=P2'),
	'/plans/[plan]/compare': at('lasare', '/compare'),
	'/plans/[plan]/decisions': atDecided((page, plan) => page.goto(`${plan}/decisions`)),
	'/plans/[plan]/decisions/_new': at('ekonom', '/decisions/_new?portfolio=P2'),
	'/plans/[plan]/decisions/[decision]': atDecided((page, _plan, decision) => page.goto(decision)),
	'/plans/[plan]/sharing': atDecided(sharedLink),
	'/shared/[token]': atDecided(async (page, plan) => page.goto(await sharedLink(page, plan))),
	'/shared/[token]/brief': atDecided(async (page, plan) =>
		page.goto(`${await sharedLink(page, plan)}/brief`)
	),
	'/plans/[plan]/liquidity': at('lasare', '/liquidity?portfolio=P2'),
	'/plans/[plan]/operating': at('lasare', '/operating?portfolio=P2'),
	'/plans/[plan]/capacity': at('ekonom', '/capacity?portfolio=P2'),
	'/plans/[plan]/emissions': at('lasare', '/emissions?portfolio=P2'),
	'/plans/[plan]/how/[...figure]': at('lasare', '/how/measure/A12/costPerTonne?portfolio=P2'),
	'/plans/[plan]/settings': at('ekonom', '/settings'),
	'/plans/[plan]/municipality': at('redaktor', '/municipality'),
	'/plans/[plan]/history': at('lasare', '/history'),
	'/plans/[plan]/step': at('redaktor', '/step'),
	'/plans/[plan]/update': at('redaktor', '/update'),
	'/plans/[plan]/update/[upload]': edited(async (page, plan) => {
		await upload(page, dearer, `${plan}/update`);
		await page.waitForURL(/update\/[0-9a-f-]{36}/);
	}),
	'/plans/[plan]/sheets': at('redaktor', '/sheets'),
	'/plans/[plan]/sheets/[upload]': edited((page, plan) => sendList(page, plan, messyList())),
	'/plans/[plan]/sheets/[upload]/rows': edited(async (page, plan) => {
		await sendList(page, plan, messyList());
		await page.locator('form[action="?/choose"] button.primary').click();
		await page.waitForURL(/rows$/);
	}),
	'/plans/[plan]/sheets/[upload]/book': edited((page, plan) =>
		sendBook(page, plan, [
			{ sheet: 'Kostnadsposter|Cost items', key: 'A07 c1', heading: 2026, value: 300_000 },
			{ sheet: 'Effekter|Effects', key: 'A08 1', heading: 'Till|To', value: 2040 }
		])
	),
	'/plans/[plan]/sources': at('redaktor', '/sources'),
	'/plans/[plan]/sources/[release]': once(fetchedRelease),
	'/plans/[plan]/spend': once(analysedPurchases, '../spend'),
	'/plans/[plan]/spend/[analysis]': once(analysedPurchases),
	'/plans/[plan]/exports': at('lasare', '/exports'),
	'/plans/[plan]/papers': at('lasare', '/papers'),
	'/plans/[plan]/papers/[report]': at('lasare', '/papers/investment-plan?portfolio=P2'),
	'/metod': { as: null, go: async (page) => void (await page.goto(`${url}/metod`)) },
	'/accessibility': {
		as: null,
		go: async (page) => void (await page.goto(`${url}/accessibility`))
	},
	'an error page': outside('lasare', '/people')
};

/** The start page only leads on. */
const pages = listRoutes()
	.filter(({ isPage, path }) => isPage && path !== '/')
	.map(({ path }) => path);

describe('every page', () => {
	it('has a way to come to it here', () => {
		expect(Object.keys(ways).sort()).toEqual([...pages, 'an error page'].sort());
	});

	/** One visit for each person and look, since signing in takes longer than looking. */
	const visits = new Map<string, ReturnType<typeof visit>>();
	afterAll(async () => {
		for (const arrived of visits.values()) await (await arrived).context.close();
	});

	async function arrive(as: string | null, look: Look) {
		const arrived = await visit(browser, url, { ...look, reducedMotion: 'reduce' });
		if (isEnglish(look)) await arrived.context.addCookies([{ name: 'locale', value: 'en', url }]);
		if (as) await signIn(arrived.page, url, as);
		return arrived;
	}

	function visitOf(as: string | null, look: Look) {
		const key = `${as} ${look.name}`;
		const known = visits.get(key) ?? arrive(as, look);
		visits.set(key, known);
		return known;
	}

	/** What is wrong with a page in one look; empty when all is well. */
	async function faultsOf(path: string, look: Look): Promise<string[]> {
		const { as, go } = ways[path] ?? { as: null, go: () => Promise.resolve() };
		const { page, faults } = await visitOf(as, look);
		faults.length = 0;
		await go(page);
		await page.waitForLoadState('networkidle');
		for (const summary of await page.locator('summary').all()) await summary.click();
		const found = await accessibilityFaults(page);
		const over = await sidewaysScroll(page);
		if (over > 0) found.push(`${over} px wider than the window`);
		const language = await page.locator('html').getAttribute('lang');
		if (language !== (isEnglish(look) ? 'en' : 'sv')) found.push(`language ${language}`);
		if (!(await page.title()).includes('Klimatportfölj')) found.push('title without the product');
		return [...found, ...faults].map((fault) => `${look.name}: ${fault}`);
	}

	for (const path of Object.keys(ways))
		it(`${path} is accessible and fits, in every look`, async () => {
			const found = await Promise.all(looks.map((look) => faultsOf(path, look)));
			expect(found.flat()).toEqual([]);
		});
});
