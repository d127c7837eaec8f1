import { beforeAll, describe, expect, inject, it } from 'vitest';
import { exampleUsers } from '../../src/lib/server/services/first-start.commands.ts';
import { exampleVisitors, type ExampleVisitors } from '../support/example-visitors.ts';
import { newVisitor, signedIn } from '../support/http.ts';
import { exampleText } from '../support/plan-files.ts';

/** What somebody tries who does not use the buttons. */
const url = inject('appUrl');
let session: ExampleVisitors;
let planId = '';
beforeAll(async () => {
	session = await exampleVisitors(url);
	({ planId } = session);
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

	it('signing somebody out from another site does not work, in whatever form', async () => {
		const origins = ['https://ond.example', 'null', ''];
		for (const origin of origins) {
			const headers = { origin, 'content-type': 'application/json', accept: '*/*' };
			expect((await session.reader.post('/sign-out', {}, headers)).status).toBe(403);
		}
		expect((await session.reader.get('/plans')).status).toBe(200);
	});

	it('a form that is none is refused', async () => {
		const headers = { 'content-type': 'multipart/form-data; boundary=x' };
		expect((await session.editor.post('/plans/import', { a: 'b' }, headers)).status).toBe(400);
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
