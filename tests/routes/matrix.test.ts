import { beforeAll, describe, expect, inject, it } from 'vitest';
import {
	exampleOperator,
	exampleUsers
} from '../../src/lib/server/services/first-start.commands.ts';
import { newVisitor, signedIn, type Visitor } from '../support/http.ts';
import { exampleText } from '../support/plan-files.ts';
import { listRoutes } from '../support/routes.ts';

/**
 * Who gets what from every route: each page, action and method for each kind of visitor. A route without a row here
 * fails, and so does a row without a route.
 */
const url = inject('appUrl');

const visitors = [
	'anonymous',
	'reader',
	'editor',
	'finance',
	'admin',
	'neighbour',
	'operator'
] as const;
type Kind = (typeof visitors)[number];
type Row = Readonly<Record<Kind, number>>;

/** Statuses in the order: anonymous, reader, editor, finance, admin, admin of another organisation, system operator. */
const row = (...statuses: readonly [number, number, number, number, number, number, number]): Row =>
	Object.fromEntries(visitors.map((kind, index) => [kind, statuses[index]])) as Row;

const IN = 303; // to the sign-in page
const expected: Readonly<Record<string, Row>> = {
	'GET /': row(303, 303, 303, 303, 303, 303, 303),
	'GET /health': row(200, 200, 200, 200, 200, 200, 200),
	'POST /language': row(303, 303, 303, 303, 303, 303, 303),
	'POST /sign-out': row(303, 303, 303, 303, 303, 303, 303),
	'GET /sign-in': row(200, 303, 303, 303, 303, 303, 303),
	'POST /sign-in': row(422, 422, 422, 422, 422, 422, 422),
	'GET /link/[token]': row(404, 404, 404, 404, 404, 404, 404),
	'POST /link/[token]': row(404, 404, 404, 404, 404, 404, 404),
	'GET /account': row(IN, 200, 200, 200, 200, 200, 200),
	'POST /account?/password': row(IN, 422, 422, 422, 422, 422, 422),
	'POST /account?/end': row(IN, 404, 404, 404, 404, 404, 404),
	'GET /people': row(IN, 403, 403, 403, 200, 200, 403),
	'POST /people?/invite': row(IN, 403, 403, 403, 422, 422, 403),
	'POST /people?/reset': row(IN, 403, 403, 403, 404, 404, 403),
	'POST /people?/role': row(IN, 403, 403, 403, 422, 422, 403),
	'POST /people?/active': row(IN, 403, 403, 403, 404, 404, 403),
	'GET /organisations': row(IN, 403, 403, 403, 403, 403, 200),
	'POST /organisations?/create': row(IN, 403, 403, 403, 403, 403, 422),
	'GET /plans': row(IN, 200, 200, 200, 200, 200, 403),
	'POST /plans?/remove': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans?/restore': row(IN, 403, 404, 404, 404, 404, 403),
	'GET /plans/import': row(IN, 403, 200, 200, 200, 200, 403),
	'POST /plans/import': row(IN, 403, 422, 422, 422, 422, 403),
	'GET /plans/import/[upload]': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/import/[upload]?/confirm': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/import/[upload]?/cancel': row(IN, 403, 404, 404, 404, 404, 403),
	'GET /plans/[plan]': row(IN, 200, 200, 200, 200, 404, 403),
	'POST /plans/[plan]?/rename': row(IN, 403, 422, 422, 422, 404, 403),
	'GET /plans/[plan]/financing': row(IN, 200, 200, 200, 200, 404, 403),
	'GET /plans/[plan]/macc': row(IN, 200, 200, 200, 200, 404, 403),
	'GET /plans/[plan]/export': row(IN, 200, 200, 200, 200, 404, 403)
};

const PASSWORD = 'ett långt lösenord';
let planId = '';
const session = {} as Record<Kind, Visitor>;

async function linkOf(response: Response): Promise<string> {
	const page = await response.text();
	return /\/link\/[\w-]{43}/.exec(page)?.[0] ?? '';
}

beforeAll(async () => {
	for (const { email, role } of exampleUsers) session[role] = await signedIn(url, email);
	session.operator = await signedIn(url, exampleOperator.email);
	session.anonymous = newVisitor(url);
	const plans = await (await session.reader.get('/plans')).text();
	planId = /\/plans\/([0-9a-f-]{36})/.exec(plans)?.[1] ?? '';
	const form = { name: 'Växjö', municipalityCode: '0780', email: 'chef@vaxjo.example' };
	const link = await linkOf(await session.operator.post('/organisations?/create', form));
	await session.anonymous.post(link, { name: 'Vera', password: PASSWORD });
	session.neighbour = await signedIn(url, form.email, PASSWORD);
});

const address = (path: string) =>
	path
		.replace('[plan]', planId)
		.replace('[token]', 'a'.repeat(43))
		.replace('[upload]', '00000000-0000-4000-8000-000000000000');

const requests = listRoutes().flatMap(({ path, isPage, actions, methods }) => [
	...(isPage ? [`GET ${path}`] : []),
	...actions.map((name) => `POST ${path}${name === 'default' ? '' : `?/${name}`}`),
	...methods.map((method) => `${method} ${path}`)
]);

describe('the table of routes', () => {
	it('has a row for every route of the sources, and no other', () => {
		expect(requests.length).toBeGreaterThan(25);
		expect(Object.keys(expected).sort()).toEqual([...requests].sort());
	});
});

describe('every route answers', () => {
	for (const kind of visitors)
		for (const request of requests) {
			const [method = '', path = ''] = request.split(' ');
			// Signing out ends the visit; it has a test of its own.
			if (path === '/sign-out') continue;
			it(`${kind}: ${request}`, async () => {
				const visitor = path === '/sign-in' && method === 'POST' ? newVisitor(url) : session[kind];
				const fields: Record<string, string> =
					path === '/sign-in' ? { email: `${kind}@x.example` } : {};
				const response =
					method === 'GET'
						? await visitor.get(address(path))
						: await visitor.post(address(path), fields);
				expect(response.status).toBe(expected[request]?.[kind]);
				const toSignIn = kind === 'anonymous' && expected[request]?.anonymous === IN;
				if (toSignIn && !['/', '/language'].includes(path))
					expect(response.headers.get('location')).toMatch(/^\/sign-in/);
			});
		}

	it('a method that it does not have with 405 or 404, never with 500', async () => {
		for (const { path } of listRoutes())
			for (const method of ['PUT', 'PATCH', 'DELETE']) {
				const { status } = await session.admin.send(method, address(path));
				expect([403, 404, 405, 411]).toContain(status);
			}
	});
});

describe('another organisation’s id', () => {
	const withPlan = requests.filter((request) => request.includes('[plan]'));

	for (const request of withPlan)
		it(`answers like a missing one: ${request}`, async () => {
			const [method = '', path = ''] = request.split(' ');
			const body = async (id: string) => {
				const target = path.replace('[plan]', id);
				const fields = { name: 'Vår', version: '1' };
				const response =
					method === 'GET'
						? await session.neighbour.get(target)
						: await session.neighbour.post(target, fields);
				const text = await response.text();
				return {
					status: response.status,
					text: text
						.replaceAll(id, 'ID')
						.replace(/[0-9a-f-]{36}/g, 'X')
						.replace(/nonce-[^'"]+|nonce="[^"]+"|__sveltekit_\w+/g, '')
				};
			};
			const foreign = await body(planId);
			expect(foreign.status).toBe(404);
			expect(foreign).toEqual(await body('00000000-0000-4000-8000-000000000000'));
		});

	it('in a form finds nothing either', async () => {
		for (const action of ['remove', 'restore'])
			expect((await session.neighbour.post(`/plans?/${action}`, { plan: planId })).status).toBe(
				404
			);
		expect((await session.reader.get(`/plans/${planId}`)).status).toBe(200);
	});
});

describe('by hand', () => {
	it('a role that may not do a thing does not see its button', async () => {
		const [reader, editor] = await Promise.all(
			[session.reader, session.editor].map(async (visitor) => (await visitor.get('/plans')).text())
		);
		expect(reader).not.toContain('?/remove');
		expect(reader).not.toContain('/plans/import');
		expect(editor).toContain('?/remove');
		expect(editor).not.toContain('href="/people"');
	});

	it('a form from another site, or with no length, changes nothing', async () => {
		const fields = { name: 'Kapad', version: '1' };
		const path = `/plans/${planId}?/rename`;
		const { editor } = session;
		expect((await editor.post(path, fields, { origin: 'https://ond.example' })).status).toBe(403);
		expect((await editor.post(path, fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
		expect(
			(await editor.post(path, fields, { 'content-type': 'text/plain', origin: 'null' })).status
		).toBe(403);
		expect(await (await editor.get(`/plans/${planId}`)).text()).not.toContain('Kapad');
	});

	it('more than a form needs is refused', async () => {
		const response = await newVisitor(url).post('/sign-in', {
			email: 'x'.repeat(5000),
			password: 'y'
		});
		expect(response.status).toBe(413);
	});

	it('fields that are not asked for change nothing', async () => {
		const fields = {
			name: '',
			version: '1',
			role: 'admin',
			organisationId: 'x',
			ownerId: 'y',
			createdAt: '0'
		};
		expect((await session.editor.post(`/plans/${planId}?/rename`, fields)).status).toBe(422);
		expect((await session.editor.get('/people')).status).toBe(403);
	});

	it('a copied cookie is worth nothing after signing out', async () => {
		const visitor = await signedIn(url, exampleUsers[0].email);
		const copy = visitor.cookie();
		expect((await visitor.post('/sign-out', {})).status).toBe(303);
		const response = await newVisitor(url).get('/plans', { cookie: copy });
		expect(response.headers.get('location')).toMatch(/^\/sign-in/);
	});

	it('a cookie that was set before signing in is not the session afterwards', async () => {
		const visitor = newVisitor(url);
		await visitor.get('/plans', { cookie: 'session=planted' });
		const response = await visitor.post(
			'/sign-in',
			{ email: exampleUsers[0].email, password: 'exempel-lila-cykel-2030', to: '/' },
			{ cookie: 'session=planted' }
		);
		expect(response.status).toBe(303);
		expect(visitor.cookie()).not.toContain('planted');
	});

	it('signing in goes to our own pages only', async () => {
		for (const to of [
			'https://ond.example',
			'//ond.example',
			'/\\ond.example',
			'javascript:alert(1)'
		]) {
			const response = await newVisitor(url).post('/sign-in', {
				email: exampleUsers[0].email,
				password: 'exempel-lila-cykel-2030',
				to
			});
			expect(response.headers.get('location')).toBe('/');
		}
	});

	it('an uploaded file that is wrong is answered with every error, and a right one with its preview', async () => {
		const upload = (text: string) => {
			const form = new FormData();
			form.set('file', new File([text], 'plan.json', { type: 'application/json' }));
			const request = new Request(url, { method: 'POST', body: form });
			return request.arrayBuffer().then((body) =>
				fetch(`${url}/plans/import`, {
					method: 'POST',
					redirect: 'manual',
					body,
					headers: {
						accept: 'text/html',
						cookie: session.editor.cookie(),
						origin: url,
						'content-type': request.headers.get('content-type') ?? ''
					}
				})
			);
		};
		const bad = await upload(exampleText.replace('"plan": {', '"plan": { "color": "blue",'));
		expect(bad.status).toBe(422);
		expect(await bad.text()).toContain('$.plan.color');
		const good = await upload(exampleText);
		expect(good.status).toBe(303);
		const preview = await session.editor.get(good.headers.get('location') ?? '');
		expect(await preview.text()).toContain('Det finns redan en plan med samma namn');
	});
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
