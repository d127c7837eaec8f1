import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startSources } from './recorded-sources.ts';

declare module 'vitest' {
	interface ProvidedContext {
		appUrl: string;
		appDataDir: string;
	}
}

export type RunningApp = {
	readonly url: string;
	/** What the program printed until it was ready. */
	readonly printed: string;
	/** All that it has printed, its log included. */
	readonly output: () => string;
	readonly stop: () => Promise<number | null>;
};

/** Starts the program as `npm start` does, on a free port; ready when it has printed its address. */
export async function startBuiltApp(
	dataDir: string,
	env: Readonly<Record<string, string>> = {}
): Promise<RunningApp> {
	const port = await freePort();
	const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/start.ts'], {
		env: {
			...cleanEnvironment(),
			DATA_DIR: dataDir,
			PORT: String(port),
			LOG_LEVEL: 'info',
			...env
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const ended = new Promise<number | null>((done) => child.once('exit', done));
	let text = '';
	const printed = await new Promise<string>((ready, fail) => {
		const collect = (chunk: Buffer) => {
			text += chunk.toString();
			if (/^Klimatportfölj: http/m.test(text)) ready(text);
		};
		child.stdout.on('data', collect);
		child.stderr.on('data', collect);
		child.once('exit', (code) => fail(new Error(`The program ended with ${code}: ${text}`)));
	});
	return {
		url: `http://localhost:${port}`,
		printed,
		output: () => text,
		stop: () => {
			child.kill('SIGTERM');
			return ended;
		}
	};
}

/** The test runner sets NODE_ENV; the program decides by it what to do on first start. */
function cleanEnvironment(): NodeJS.ProcessEnv {
	const { NODE_ENV: _, ORIGIN: __, HOST: ___, ...rest } = process.env;
	return rest;
}

function freePort(): Promise<number> {
	return new Promise((done, fail) => {
		const probe = createServer();
		probe.once('error', fail);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

/** One program with the example for all browser and route tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const folder = mkdtempSync(join(tmpdir(), 'klimatportfolj-app-'));
	const sources = await startSources();
	const { url } = sources;
	const app = await startBuiltApp(join(folder, 'data'), {
		EMISSION_DATABASE_URL: url,
		KOLADA_URL: url,
		SCB_URL: url
	});
	project.provide('appUrl', app.url);
	project.provide('appDataDir', join(folder, 'data'));
	return async () => {
		await app.stop();
		sources.stop();
		rmSync(folder, { recursive: true, force: true });
	};
}
