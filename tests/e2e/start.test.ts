import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startBuiltApp } from '../support/built-app.ts';
import { newVisitor, signedIn } from '../support/http.ts';

/** npm start, as somebody meets it who has just cloned the project. */
const folder = mkdtempSync(join(tmpdir(), 'klimatportfolj-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the program', () => {
	it('loads the example once, says who can sign in, and keeps every change over a restart', async () => {
		const dataDir = join(folder, 'try-out');
		const first = await startBuiltApp(dataDir);
		expect(first.printed).toContain('ekonom@alvesta.example');
		expect(first.printed).toContain(`Klimatportfölj: ${first.url}`);
		const editor = await signedIn(first.url, 'redaktor@alvesta.example');
		const [, plan = ''] =
			/"?\/plans\/([0-9a-f-]{36})/.exec(await (await editor.get('/plans')).text()) ?? [];
		const renamed = await editor.post(`/plans/${plan}?/rename`, {
			name: 'Vårt namn',
			version: '1'
		});
		expect(renamed.status).toBe(200);
		expect(await first.stop()).toBe(0);
		expect(readFileSync(join(dataDir, 'klimatportfolj.db')).length).toBeGreaterThan(0);
		expect(existsSync(join(dataDir, 'klimatportfolj.db-wal'))).toBe(false);

		const second = await startBuiltApp(dataDir);
		expect(second.printed).not.toContain('ekonom@alvesta.example');
		const reader = await signedIn(second.url, 'lasare@alvesta.example');
		const plans = await (await reader.get('/plans')).text();
		expect(plans.match(/Vårt namn/g)?.length).toBeGreaterThan(0);
		expect(plans).not.toContain('Klimatinvesteringsplan Alvesta');
		await second.stop();
	});

	it('in production starts empty and prints a link that creates the first administrator', async () => {
		const app = await startBuiltApp(join(folder, 'production'), { NODE_ENV: 'production' });
		expect(app.printed).not.toContain('alvesta.example');
		const [link = ''] = /\/link\/[\w-]{43}/.exec(app.printed) ?? [];
		const visitor = newVisitor(app.url);
		expect((await visitor.get(link)).status).toBe(200);
		const answer = {
			organisation: 'Alvesta kommun',
			municipalityCode: '0764',
			name: 'Första Administratören',
			email: 'admin@alvesta.se',
			password: 'fyra ord i en rad'
		};
		expect((await visitor.post(link, answer)).status).toBe(303);
		expect((await visitor.get(link)).status).toBe(404);
		const admin = await signedIn(app.url, answer.email, answer.password);
		expect((await admin.get('/people')).status).toBe(200);
		expect(await (await admin.get('/plans')).text()).toContain('Här finns ingen plan än.');
		await app.stop();
	});

	it('says in a sentence why it will not start', async () => {
		const refusal = (env: Record<string, string>) =>
			startBuiltApp(join(folder, 'refused'), env).then(
				() => 'started',
				(error: Error) => error.message
			);
		expect(await refusal({ ORIGIN: 'http://klimat.alvesta.se' })).toContain('it must be https');
		expect(await refusal({ HOST: '0.0.0.0' })).toContain('Set ORIGIN to the https address');
		expect(await refusal({ HOST: '0.0.0.0', ORIGIN: 'http://localhost:3000' })).toContain(
			'Set ORIGIN to the https address'
		);
		expect(await refusal({ PORT: 'tre' })).toContain('PORT is "tre"');
		const other = createServer();
		const port = await new Promise<number>((ready) =>
			other.listen(0, '127.0.0.1', () => ready((other.address() as { port: number }).port))
		);
		expect(await refusal({ PORT: String(port) })).toContain(`Port ${port} is taken`);
		other.close();
	});

	it('writes down every refusal under the id that its page shows, and names nobody', async () => {
		const app = await startBuiltApp(join(folder, 'log'));
		const reader = await signedIn(app.url, 'lasare@alvesta.example');
		const idOf = async (path: string) =>
			/<code>([0-9a-f-]{36})<\/code>/.exec(await (await reader.get(path)).text())?.[1] ??
			'no id on the page';
		const refused = [
			{ id: await idOf('/people'), status: 403, route: '/(app)/people' },
			{ id: await idOf('/plans/nowhere'), status: 404, route: '/(app)/plans/[plan]' },
			{ id: await idOf('/nowhere'), status: 404, route: null }
		];
		await expect.poll(() => app.output()).toContain(refused[2]?.id ?? '');
		const log = app
			.output()
			.split('\n')
			.filter((line) => line.startsWith('{'))
			.map((line) => JSON.parse(line) as Record<string, unknown>);
		for (const one of refused)
			expect(log.filter(({ id }) => id === one.id)).toMatchObject([{ ...one, method: 'GET' }]);
		expect(JSON.stringify(log)).not.toMatch(/alvesta|Lena|127\.0\.0\.1/i);
		await app.stop();
	});

	it('leads 127.0.0.1 to localhost, where the forms work', async () => {
		const app = await startBuiltApp(join(folder, 'loopback'));
		const response = await fetch(
			`${app.url.replace('localhost', '127.0.0.1')}/sign-in?to=%2Fplans`,
			{ redirect: 'manual' }
		);
		expect(response.status).toBe(307);
		expect(response.headers.get('location')).toBe(`${app.url}/sign-in?to=%2Fplans`);
		await app.stop();
	});
});
