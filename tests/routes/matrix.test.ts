import { beforeAll, describe, expect, inject, it } from 'vitest';
import { exampleOperator } from '../../src/lib/server/services/first-start.commands.ts';
import { exampleVisitors } from '../support/example-visitors.ts';
import { newVisitor, signedIn, type Visitor } from '../support/http.ts';
import { expected, IN, visitors, type Kind } from '../support/route-rows.ts';
import { listRoutes } from '../support/routes.ts';

/**
 * Who gets what from every route: each page, action and method for each kind of visitor. A route without a row here
 * fails, and so does a row without a route.
 */
const url = inject('appUrl');

const PASSWORD = 'ett långt lösenord';
let planId = '';
const session = {} as Record<Kind, Visitor>;

async function linkOf(response: Response): Promise<string> {
	const page = await response.text();
	return /\/link\/[\w-]{43}/.exec(page)?.[0] ?? '';
}

beforeAll(async () => {
	const { planId: id, ...members } = await exampleVisitors(url);
	Object.assign(session, members);
	planId = id;
	session.operator = await signedIn(url, exampleOperator.email);
	session.anonymous = newVisitor(url);
	const form = { name: 'Växjö', municipalityCode: '0780', email: 'chef@vaxjo.example' };
	const link = await linkOf(await session.operator.post('/organisations?/create', form));
	await session.anonymous.post(link, { name: 'Vera', password: PASSWORD });
	session.neighbour = await signedIn(url, form.email, PASSWORD);
});

/** Forms are sent to things that are not there, so that the example stays as it is for the other tests. */
const address = (path: string, method = 'GET') =>
	path
		.replace('[measure]', method === 'GET' ? 'A03' : 'A99')
		.replace('[portfolio]', method === 'GET' ? 'P1' : 'P99')
		.replace('[...figure]', 'gap/secured/2027')
		.replace('[programme]', method === 'GET' ? 'klimatklivet' : 'finns-inte')
		.replace('[call]', method === 'GET' ? 'life-sap-2026' : 'finns-inte')
		.replace('[report]', 'green-loan')
		.replace('[feed]', `${'a'.repeat(43)}.ics`)
		.replace('[plan]', planId)
		.replace('[token]', 'a'.repeat(43))
		.replace(/\[(?:release|analysis)\]/, '11111111-0000-4000-8000-000000000000')
		.replace('[upload]', '11111111-0000-4000-8000-000000000000')
		.replace('[decision]', '11111111-0000-4000-8000-000000000000');

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
						: await visitor.post(address(path, method), fields);
				expect(response.status).toBe(expected[request]?.[kind]);
				const toSignIn = kind === 'anonymous' && expected[request]?.anonymous === IN;
				if (toSignIn && !['/', '/language'].includes(path))
					expect(response.headers.get('location')).toMatch(/^\/sign-in/);
			});
		}

	it('a method that it does not have with 405 or 404, never with 500', async () => {
		for (const { path } of listRoutes())
			for (const method of ['PUT', 'PATCH', 'DELETE']) {
				const { status } = await session.admin.send(method, address(path, method));
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
				const target = address(path.replace('[plan]', id), method);
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
