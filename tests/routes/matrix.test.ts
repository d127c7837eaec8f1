import { beforeAll, describe, expect, inject, it } from 'vitest';
import { exampleOperator } from '../../src/lib/server/services/first-start.commands.ts';
import { exampleVisitors } from '../support/example-visitors.ts';
import { newVisitor, signedIn, type Visitor } from '../support/http.ts';
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
	'GET /metod': row(200, 200, 200, 200, 200, 200, 200),
	'GET /accessibility': row(200, 200, 200, 200, 200, 200, 200),
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
	'POST /organisations?/invite': row(IN, 403, 403, 403, 403, 403, 404),
	'GET /programmes': row(IN, 200, 200, 200, 200, 200, 200),
	'GET /programmes/_new': row(IN, 403, 403, 403, 200, 200, 200),
	'POST /programmes/_new?/save': row(IN, 403, 403, 403, 422, 422, 422),
	'GET /programmes/[programme]': row(IN, 200, 200, 200, 200, 200, 200),
	'POST /programmes/[programme]?/save': row(IN, 403, 403, 403, 404, 404, 404),
	'POST /programmes/[programme]?/remove': row(IN, 403, 403, 403, 404, 404, 404),
	'GET /calls': row(IN, 200, 200, 200, 200, 200, 200),
	'POST /calls?/remind': row(IN, 404, 404, 404, 404, 404, 403),
	'POST /calls?/unremind': row(IN, 404, 404, 404, 404, 404, 403),
	'POST /calls?/feed': row(IN, 200, 200, 200, 200, 200, 403),
	'POST /calls?/endFeed': row(IN, 200, 200, 200, 200, 200, 403),
	'GET /calls/_new': row(IN, 403, 403, 403, 200, 200, 200),
	'POST /calls/_new?/save': row(IN, 403, 403, 403, 422, 422, 422),
	'GET /calls/[call]': row(IN, 200, 200, 200, 200, 200, 200),
	'POST /calls/[call]?/save': row(IN, 403, 403, 403, 404, 404, 404),
	'POST /calls/[call]?/remove': row(IN, 403, 403, 403, 404, 404, 404),
	'GET /calendar/[feed]': row(404, 404, 404, 404, 404, 404, 404),
	'GET /plans': row(IN, 200, 200, 200, 200, 200, 403),
	'POST /plans?/remove': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans?/restore': row(IN, 403, 404, 404, 404, 404, 403),
	'GET /plans/import': row(IN, 403, 200, 200, 200, 200, 403),
	'POST /plans/import': row(IN, 403, 422, 422, 422, 422, 403),
	'GET /plans/import/[upload]': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/import/[upload]?/confirm': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/import/[upload]?/cancel': row(IN, 403, 404, 404, 404, 404, 403),
	'GET /plans/[plan]': row(IN, 200, 200, 200, 200, 404, 403),
	'POST /plans/[plan]?/intro': row(IN, 200, 200, 200, 200, 404, 403),
	'POST /plans/[plan]?/rename': row(IN, 403, 422, 422, 422, 404, 403),
	'GET /plans/[plan]/proposal': row(IN, 200, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/proposal?/start': row(IN, 403, 422, 422, 422, 404, 403),
	'POST /plans/[plan]/proposal?/cancel': row(IN, 403, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/proposal?/accept': row(IN, 403, 422, 422, 422, 404, 403),
	'GET /plans/[plan]/applications': row(IN, 200, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/applications?/move': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/applications?/gather': row(IN, 403, 422, 422, 422, 404, 403),
	'GET /plans/[plan]/applications/_new': row(IN, 403, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/applications/_new?/save': row(IN, 403, 422, 422, 422, 404, 403),
	'GET /plans/[plan]/applications/_what-if': row(IN, 200, 200, 200, 200, 404, 403),
	'GET /plans/[plan]/applications/[application]': row(IN, 404, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/applications/[application]?/save': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/applications/[application]?/remove': row(IN, 403, 404, 404, 404, 404, 403),
	'GET /plans/[plan]/financing': row(IN, 200, 200, 200, 200, 404, 403),
	'GET /plans/[plan]/matching': row(IN, 200, 200, 200, 200, 404, 403),
	'GET /plans/[plan]/matching/[measure]/[programme]': row(IN, 200, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/matching/[measure]/[programme]?/answer': row(
		IN,
		403,
		404,
		404,
		404,
		404,
		403
	),
	'POST /plans/[plan]/matching/[measure]/[programme]?/add': row(IN, 403, 404, 404, 404, 404, 403),
	'GET /plans/[plan]/rules': row(IN, 200, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/financing?/status': row(IN, 403, 404, 404, 404, 404, 403),
	'GET /plans/[plan]/macc': row(IN, 200, 200, 200, 200, 404, 403),
	'GET /plans/[plan]/measures': row(IN, 200, 200, 200, 200, 404, 403),
	'GET /plans/[plan]/measures/_new': row(IN, 403, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/measures/_new?/save': row(IN, 403, 422, 422, 422, 404, 403),
	'POST /plans/[plan]/measures/_new?/more': row(IN, 403, 200, 200, 200, 404, 403),
	'GET /plans/[plan]/measures/[measure]': row(IN, 200, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/measures/[measure]?/save': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/measures/[measure]?/more': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/measures/[measure]?/copy': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/measures/[measure]?/remove': row(IN, 403, 404, 404, 404, 404, 403),
	'GET /plans/[plan]/step': row(IN, 200, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/step?/undo': row(IN, 403, 422, 422, 422, 404, 403),
	'POST /plans/[plan]/step?/redo': row(IN, 403, 422, 422, 422, 404, 403),
	'GET /plans/[plan]/portfolios': row(IN, 200, 200, 200, 200, 404, 403),
	'GET /plans/[plan]/portfolios/_new': row(IN, 403, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/portfolios/_new?/save': row(IN, 403, 422, 422, 422, 404, 403),
	'GET /plans/[plan]/portfolios/_find': row(IN, 200, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/portfolios/_find?/start': row(IN, 403, 422, 422, 422, 404, 403),
	'POST /plans/[plan]/portfolios/_find?/stop': row(IN, 403, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/portfolios/_find?/cancel': row(IN, 403, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/portfolios/_find?/save': row(IN, 403, 422, 422, 422, 404, 403),
	'GET /plans/[plan]/portfolios/[portfolio]': row(IN, 200, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/portfolios/[portfolio]?/save': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/portfolios/[portfolio]?/copy': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/portfolios/[portfolio]?/remove': row(IN, 403, 404, 404, 404, 404, 403),
	'GET /plans/[plan]/risk': row(IN, 200, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/risk?/start': row(IN, 403, 422, 422, 422, 404, 403),
	'POST /plans/[plan]/risk?/cancel': row(IN, 403, 200, 200, 200, 404, 403),
	'GET /plans/[plan]/risk/ranges': row(IN, 200, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/risk/ranges?/save': row(IN, 403, 409, 409, 409, 404, 403),
	'GET /plans/[plan]/brief': row(IN, 200, 200, 200, 200, 404, 403),
	'GET /plans/[plan]/compare': row(IN, 200, 200, 200, 200, 404, 403),
	'GET /plans/[plan]/decisions': row(IN, 200, 200, 200, 200, 404, 403),
	'GET /plans/[plan]/decisions/_new': row(IN, 403, 403, 200, 200, 404, 403),
	'POST /plans/[plan]/decisions/_new?/propose': row(IN, 403, 403, 422, 422, 404, 403),
	'GET /plans/[plan]/decisions/[decision]': row(IN, 404, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/decisions/[decision]?/confirm': row(IN, 403, 403, 404, 404, 404, 403),
	'POST /plans/[plan]/decisions/[decision]?/decline': row(IN, 403, 403, 404, 404, 404, 403),
	'POST /plans/[plan]/decisions/[decision]?/record': row(IN, 403, 403, 404, 404, 404, 403),
	'GET /plans/[plan]/decisions/[decision]/file': row(IN, 404, 404, 404, 404, 404, 403),
	'GET /plans/[plan]/sharing': row(IN, 200, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/sharing?/make': row(IN, 403, 403, 422, 422, 404, 403),
	'POST /plans/[plan]/sharing?/revoke': row(IN, 403, 403, 404, 404, 404, 403),
	'GET /shared/[token]': row(404, 404, 404, 404, 404, 404, 404),
	'GET /shared/[token]/brief': row(404, 404, 404, 404, 404, 404, 404),
	'GET /plans/[plan]/liquidity': row(IN, 200, 200, 200, 200, 404, 403),
	'GET /plans/[plan]/operating': row(IN, 200, 200, 200, 200, 404, 403),
	'GET /plans/[plan]/municipality': row(IN, 200, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/municipality?/save': row(IN, 403, 409, 409, 409, 404, 403),
	'GET /plans/[plan]/capacity': row(IN, 200, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/capacity?/save': row(IN, 403, 403, 409, 409, 404, 403),
	'GET /plans/[plan]/emissions': row(IN, 200, 200, 200, 200, 404, 403),
	'GET /plans/[plan]/how/[...figure]': row(IN, 200, 200, 200, 200, 404, 403),
	'GET /plans/[plan]/settings': row(IN, 200, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/settings?/save': row(IN, 403, 403, 422, 422, 404, 403),
	'GET /plans/[plan]/history': row(IN, 200, 200, 200, 200, 404, 403),
	'GET /plans/[plan]/sheets': row(IN, 403, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/sheets?/upload': row(IN, 403, 422, 422, 422, 404, 403),
	'POST /plans/[plan]/sheets?/cancel': row(IN, 403, 303, 303, 303, 404, 403),
	'GET /plans/[plan]/sheets/[upload]': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/sheets/[upload]?/choose': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/sheets/[upload]?/drop': row(IN, 403, 404, 404, 404, 404, 403),
	'GET /plans/[plan]/sheets/[upload]/rows': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/sheets/[upload]/rows?/answer': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/sheets/[upload]/rows?/forget': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/sheets/[upload]/rows?/read': row(IN, 403, 404, 404, 404, 404, 403),
	'GET /plans/[plan]/sheets/[upload]/book': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/sheets/[upload]/book?/read': row(IN, 403, 404, 404, 404, 404, 403),
	'GET /plans/[plan]/sources': row(IN, 200, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/sources?/fetch': row(IN, 403, 422, 422, 422, 404, 403),
	'POST /plans/[plan]/sources?/file': row(IN, 403, 422, 422, 422, 404, 403),
	'POST /plans/[plan]/sources?/cancel': row(IN, 403, 303, 303, 303, 404, 403),
	'GET /plans/[plan]/sources/[release]': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/sources/[release]?/take': row(IN, 403, 404, 404, 404, 404, 403),
	'GET /plans/[plan]/spend': row(IN, 200, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/spend?/ledger': row(IN, 403, 422, 422, 422, 404, 403),
	'POST /plans/[plan]/spend?/factors': row(IN, 403, 422, 422, 422, 404, 403),
	'POST /plans/[plan]/spend?/removeSet': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/spend?/cancel': row(IN, 403, 303, 303, 303, 404, 403),
	'GET /plans/[plan]/spend/[analysis]': row(IN, 404, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/spend/[analysis]?/save': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/spend/[analysis]?/measure': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/spend/[analysis]?/remove': row(IN, 403, 404, 404, 404, 404, 403),
	'GET /plans/[plan]/exports': row(IN, 200, 200, 200, 200, 404, 403),
	'GET /plans/[plan]/exports/workbook': row(IN, 200, 200, 200, 200, 404, 403),
	'GET /plans/[plan]/exports/list': row(IN, 404, 404, 404, 404, 404, 403),
	'GET /plans/[plan]/update': row(IN, 403, 200, 200, 200, 404, 403),
	'POST /plans/[plan]/update': row(IN, 403, 422, 422, 422, 404, 403),
	'GET /plans/[plan]/update/[upload]': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/update/[upload]?/confirm': row(IN, 403, 404, 404, 404, 404, 403),
	'POST /plans/[plan]/update/[upload]?/cancel': row(IN, 403, 404, 404, 404, 404, 403),
	'GET /plans/[plan]/working-copy': row(IN, 200, 200, 200, 200, 404, 403),
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
