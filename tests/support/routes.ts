import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export type Route = {
	/** As the address has it, with parameters in brackets. */
	readonly path: string;
	readonly isPage: boolean;
	/** Names of form actions. */
	readonly actions: readonly string[];
	/** HTTP methods of an endpoint. */
	readonly methods: readonly string[];
};

/** Every route that the sources define, read from the route folder itself. */
export function listRoutes(folder = 'src/routes', address = ''): Route[] {
	const entries = readdirSync(folder, { withFileTypes: true });
	const names = new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name));
	const text = (name: string) => (names.has(name) ? readFileSync(join(folder, name), 'utf8') : '');
	const isPage = names.has('+page.svelte');
	const methods = [
		...text('+server.ts').matchAll(/export const (GET|POST|PUT|PATCH|DELETE)\b/g)
	].flatMap(([, method]) => method ?? []);
	const block = /actions: Actions = \{([\s\S]*?)\n\};/.exec(text('+page.server.ts'))?.[1] ?? '';
	const actions = [...block.matchAll(/^\t(\w+): (?:async |\()/gm)].flatMap(
		([, name]) => name ?? []
	);
	const here =
		isPage || methods.length > 0 ? [{ path: address || '/', isPage, actions, methods }] : [];
	const below = entries
		.filter((entry) => entry.isDirectory())
		.flatMap(({ name }) =>
			listRoutes(join(folder, name), name.startsWith('(') ? address : `${address}/${name}`)
		);
	return [...here, ...below];
}
