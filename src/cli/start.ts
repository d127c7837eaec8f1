import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isLoopback } from '../lib/server/auth/cookie-policy.ts';
import { LARGEST_LIST } from '../lib/server/body-limit.ts';
import { securityHeaders } from '../lib/server/security-headers.ts';
import { settingsFrom } from '../lib/server/settings.ts';

/** npm start: builds when the sources are newer than the build, then serves it. */
const BUILT = 'build/handler.js';
const BUILT_FROM = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];
const LONGEST_STOP = 8_000;

async function main(): Promise<void> {
	// What is written here is for this user alone: the database holds password hashes.
	process.umask(0o077);
	const port = Number(process.env['PORT'] ?? '3000');
	const host = process.env['HOST'] ?? '127.0.0.1';
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		throw new Error(`PORT is "${process.env['PORT']}": it must be a number from 0 to 65535.`);
	if (!isLoopback(host) && !process.env['ORIGIN']?.startsWith('https:'))
		throw new Error(
			`HOST is ${host}, which others can reach. Set ORIGIN to the https address that people use, such as https://klimat.kommun.se.`
		);
	process.env['ORIGIN'] ??= `http://localhost:${port}`;
	const { origin } = settingsFrom(process.env);
	process.env['BODY_SIZE_LIMIT'] ??= String(LARGEST_LIST + 1024 * 1024);
	// Before building: a program that runs already would lose the files it serves.
	await portIsFree(port, host);
	buildWhenStale();
	const { handler } = (await import(pathToFileURL(BUILT).href)) as {
		handler: (...args: unknown[]) => void;
	};
	// Answers that say nothing of it themselves are not to be kept; built files say that they may.
	const headers = Object.entries({ ...securityHeaders(origin), 'cache-control': 'no-store' });
	const server = createServer((request, response) => {
		for (const [name, value] of headers) response.setHeader(name, value);
		handler(request, response, () => response.writeHead(404).end());
	});
	await listen(server, port, host);
	process.stdout.write(`Klimatportfölj: ${origin}\n`);
	for (const signal of ['SIGTERM', 'SIGINT'] as const)
		process.once(signal, () => stop(server, signal));
}

function listen(server: Server, port: number, host: string): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) =>
			reject(
				error.code === 'EADDRINUSE'
					? new Error(
							`Port ${port} is taken. Stop the other program, or choose a port: PORT=3001 npm start.`
						)
					: error
			)
		);
		server.listen(port, host, resolve);
	});
}

async function portIsFree(port: number, host: string): Promise<void> {
	const probe = createServer();
	await listen(probe, port, host);
	await new Promise((closed) => probe.close(closed));
}

/** Lets requests under way finish, then closes the database. */
function stop(server: Server, reason: string): void {
	const finish = () => {
		process.emit('sveltekit:shutdown' as 'exit', reason as unknown as number);
		process.exit(0);
	};
	server.close(finish);
	server.closeIdleConnections();
	setTimeout(() => server.closeAllConnections(), LONGEST_STOP).unref();
}

function buildWhenStale(): void {
	if (existsSync(BUILT) && newest(BUILT_FROM) < statSync(BUILT).mtimeMs) return;
	process.stdout.write('Bygger / Building …\n');
	// In a process of its own: building sets NODE_ENV, which must not decide how the server runs.
	const { status } = spawnSync(
		process.execPath,
		['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'],
		{
			stdio: 'inherit'
		}
	);
	if (status !== 0) throw new Error('The build failed; its messages are above.');
}

function newest(paths: readonly string[]): number {
	return Math.max(0, ...paths.filter(existsSync).map(newestIn));
}

function newestIn(path: string): number {
	const { mtimeMs } = statSync(path);
	if (!statSync(path).isDirectory()) return mtimeMs;
	return Math.max(mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
	process.exit();
});
