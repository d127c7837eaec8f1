import { EXAMPLE_PASSWORD } from '../../src/lib/server/services/first-start.commands.ts';

/** A browser without a window: keeps its cookie, sends forms as a page of the site would, follows nothing. */
export type Visitor = {
	readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
	readonly post: (
		path: string,
		fields: Record<string, string>,
		headers?: Record<string, string>
	) => Promise<Response>;
	/** Sends a file as a form with a file field does. */
	readonly upload: (path: string, file: string) => Promise<Response>;
	readonly send: (method: string, path: string) => Promise<Response>;
	readonly cookie: () => string;
};

export function newVisitor(url: string): Visitor {
	const jar = new Map<string, string>();
	const call = async (method: string, path: string, init: RequestInit = {}) => {
		const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
		const response = await fetch(url + path, {
			redirect: 'manual',
			...init,
			method,
			headers: {
				accept: 'text/html',
				...(cookie && { cookie }),
				...(init.headers as Record<string, string>)
			}
		});
		for (const line of response.headers.getSetCookie()) {
			const [pair = ''] = line.split(';');
			const [name = '', value = ''] = pair.split('=');
			if (value === '' || /max-age=0/i.test(line)) jar.delete(name);
			else jar.set(name, value);
		}
		return response;
	};
	return {
		get: (path, headers = {}) => call('GET', path, { headers }),
		post: (path, fields, headers = {}) =>
			call('POST', path, {
				body: new URLSearchParams(fields).toString(),
				headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url, ...headers }
			}),
		upload: (path, file) => {
			const body = new FormData();
			body.set('file', new File([file], 'plan.json', { type: 'application/json' }));
			return call('POST', path, { body, headers: { origin: url } });
		},
		send: (method, path) => call(method, path, { headers: { origin: url } }),
		cookie: () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
	};
}

export async function signedIn(
	url: string,
	email: string,
	password = EXAMPLE_PASSWORD
): Promise<Visitor> {
	const visitor = newVisitor(url);
	const response = await visitor.post('/sign-in', { email, password, to: '/' });
	if (response.status !== 303) throw new Error(`Sign-in of ${email} gave ${response.status}`);
	return visitor;
}

/** Imports a plan file as the pages do, and gives the new plan's address. */
export async function importedPlan(visitor: Visitor, file: string): Promise<string> {
	const preview = (await visitor.upload('/plans/import', file)).headers.get('location') ?? '';
	const created = await visitor.post(`${preview}?/confirm`, {});
	return (created.headers.get('location') ?? '').replace(/\?.*$/, '');
}
