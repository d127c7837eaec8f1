import { beforeAll, describe, expect, inject, it } from 'vitest';
import { exampleVisitors, type ExampleVisitors } from '../support/example-visitors.ts';
import { importedPlan, newVisitor } from '../support/http.ts';
import { changed } from '../support/plan-files.ts';
import { listRoutes } from '../support/routes.ts';

/** What every answer carries, and what error pages and /health say. */
const url = inject('appUrl');
let session: ExampleVisitors;
let planId = '';
beforeAll(async () => {
	session = await exampleVisitors(url);
	({ planId } = session);
});

describe('every response', () => {
	const paths = [
		'/sign-in',
		'/plans',
		'/health',
		'/nowhere',
		'/link/x',
		'/icon.svg',
		'/schema/plan.schema.json',
		'/_app/gone.js'
	];

	for (const path of paths)
		it(`has the security headers: ${path}`, async () => {
			const { headers } = await newVisitor(url).get(path);
			const policy = headers.get('content-security-policy') ?? '';
			for (const part of [
				"default-src 'self'",
				"object-src 'none'",
				"base-uri 'none'",
				"frame-ancestors 'none'",
				"form-action 'self'"
			])
				expect(policy).toContain(part);
			expect(/script-src[^;]*unsafe-inline/.test(policy)).toBe(false);
			expect(headers.get('x-content-type-options')).toBe('nosniff');
			expect(headers.get('referrer-policy')).toBe('same-origin');
			expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
			expect(headers.get('permissions-policy')).toContain('camera=()');
		});

	it('that is private or an error is not kept by caches', async () => {
		for (const path of [
			'/plans',
			`/plans/${planId}`,
			`/plans/${planId}/export`,
			`/plans/${planId}/exports/list?of=costs&style=excel`,
			`/plans/${planId}/papers/green-loan/file?as=pdf`,
			'/people'
		])
			expect((await session.admin.get(path)).headers.get('cache-control')).toBe('no-store');
	});

	it('that is an error page shows an id', async () => {
		const page = await (await session.reader.get('/nowhere')).text();
		expect(page).toMatch(/Felnummer: <code>[0-9a-f-]{36}<\/code>/);
		expect(await (await session.reader.get('/people')).text()).toMatch(
			/Felnummer: <code>[0-9a-f-]{36}<\/code>/
		);
	});

	it('of /health says how the installation is and nothing of any organisation', async () => {
		const health = (await (await newVisitor(url).get('/health')).json()) as Record<string, unknown>;
		expect(Object.keys(health).sort()).toEqual([
			'freeDiskBytes',
			'lastBackupAt',
			'schemaVersion',
			'status',
			'walBytes'
		]);
		expect(JSON.stringify(health)).not.toContain('Alvesta');
	});
});

describe('a plan with nothing in it yet', () => {
	const lists = ['measures', 'funding', 'portfolios', 'budget', 'targets', 'inventory'];
	const facts = [
		'statedShares',
		'reference',
		'pools',
		'emissionFactors',
		'municipality.population'
	];
	const empty = changed(
		...[...lists, ...facts].map((list) => [list, []] as const),
		['tax', null],
		['plan.name', 'Tom plan']
	);
	const pages = listRoutes()
		.filter(({ isPage, path }) => isPage && path.startsWith('/plans/[plan]'))
		.map(({ path }) => path)
		// A measure, an application, a portfolio, a decision, an upload, a release, an analysis or a figure must be there to have a page.
		.filter(
			(path) =>
				!/\[(?:measure|application|portfolio|decision|upload|release|analysis|\.\.\.figure)\]/.test(
					path
				)
		);

	it('shows every page, and says what to do', async () => {
		const plan = await importedPlan(session.finance, empty);
		for (const path of pages) {
			const address = path.replace('/plans/[plan]', plan).replace('[report]', 'investment-plan');
			const response = await session.finance.get(address);
			expect(`${path} ${response.status}`).toBe(`${path} 200`);
		}
		const overview = await (await session.finance.get(plan)).text();
		expect(/href="[^"]*\/portfolios\/_new"[^>]*>Ny portfölj</.test(overview)).toBe(true);
		const measures = await (await session.finance.get(`${plan}/measures`)).text();
		expect(/href="[^"]*\/measures\/_new"/.test(measures)).toBe(true);
	});
});
