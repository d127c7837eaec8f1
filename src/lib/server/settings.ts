import { resolve } from 'node:path';
import { PUBLIC_ADDRESSES, type SourceAddresses } from './sources/addresses.ts';
import { cookiePolicy, isLoopback, type CookiePolicy } from './auth/cookie-policy.ts';

/** How this installation runs, from the environment. */
export type Settings = {
	readonly origin: string;
	readonly dataDir: string;
	readonly cookie: CookiePolicy;
	/** On this machine alone and not in production: the example and its sign-ins may be loaded. */
	readonly isTryOut: boolean;
	readonly logLevel: string;
	/** Where figures from outside are asked for. */
	readonly sources: SourceAddresses;
};

/** Throws a plain message when a setting is missing or unsafe. */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>): Settings {
	const origin = env['ORIGIN'] ?? `http://localhost:${env['PORT'] ?? '3000'}`;
	if (!URL.canParse(origin))
		throw new Error(
			`ORIGIN is "${origin}": it must be an address such as https://klimat.kommun.se.`
		);
	return {
		origin: new URL(origin).origin,
		dataDir: resolve(env['DATA_DIR'] ?? 'data'),
		cookie: cookiePolicy(origin),
		isTryOut:
			isLoopback(new URL(origin).hostname) &&
			isLoopback(env['HOST'] ?? '127.0.0.1') &&
			env['NODE_ENV'] !== 'production',
		logLevel: env['LOG_LEVEL'] ?? 'info',
		sources: {
			emissions: sourceAddress(env, 'EMISSION_DATABASE_URL', PUBLIC_ADDRESSES.emissions),
			kolada: sourceAddress(env, 'KOLADA_URL', PUBLIC_ADDRESSES.kolada),
			scb: sourceAddress(env, 'SCB_URL', PUBLIC_ADDRESSES.scb)
		}
	};
}

function sourceAddress(
	env: Readonly<Record<string, string | undefined>>,
	name: string,
	usual: string
): string | null {
	const address = env[name] || usual;
	if (address === 'off') return null;
	if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
		throw new Error(`${name} is "${address}": it must be an address such as ${usual}, or off.`);
	return address;
}
