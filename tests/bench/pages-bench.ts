import autocannon from 'autocannon';
import { startBuiltApp } from '../support/built-app.ts';
import { signedIn } from '../support/http.ts';

const CONNECTIONS = 20;
const SECONDS = 8;
const WARM_UP_SECONDS = 3;

/** The plan's overview under 20 connections against the sign-in page, served by the built program on this machine. */
export async function benchPages(dataDir: string): Promise<void> {
	const say = (text: string) => process.stdout.write(`${text}\n`);
	const app = await startBuiltApp(dataDir, { LOG_LEVEL: 'silent' });
	try {
		const reader = await signedIn(app.url, 'lasare@alvesta.example');
		const [, plan = ''] =
			/\/plans\/([0-9a-f-]{36})/.exec(await (await reader.get('/plans')).text()) ?? [];
		say(
			`pages: ${CONNECTIONS} connections, ${SECONDS} s after ${WARM_UP_SECONDS} s, load generator on the same cores`
		);
		const signIn = await load(`${app.url}/sign-in`, '');
		const overview = await load(`${app.url}/plans/${plan}?portfolio=P2`, reader.cookie());
		for (const [name, result] of [
			['sign-in page', signIn],
			['overview', overview]
		] as const)
			say(
				`  ${name.padEnd(13)} ${result.requests.average.toFixed(0)} requests/s, p50 ${result.latency.p50} ms, p99 ${result.latency.p99} ms, ` +
					`${result.non2xx + result.errors} not answered right`
			);
		say(
			`  ratio         ${(overview.requests.average / signIn.requests.average).toFixed(2)}   goal: at least 0.33`
		);
	} finally {
		await app.stop();
	}
}

async function load(url: string, cookie: string) {
	const options = {
		url,
		connections: CONNECTIONS,
		headers: { accept: 'text/html', ...(cookie && { cookie }) }
	};
	await autocannon({ ...options, duration: WARM_UP_SECONDS });
	return autocannon({ ...options, duration: SECONDS });
}
