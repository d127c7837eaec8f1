import { beforeAll, describe, expect, inject, it } from 'vitest';
import { exampleVisitors, type ExampleVisitors } from '../support/example-visitors.ts';
import { newVisitor } from '../support/http.ts';

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
		for (const path of ['/plans', `/plans/${planId}`, `/plans/${planId}/export`, '/people'])
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
