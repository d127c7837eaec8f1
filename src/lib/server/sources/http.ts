import { setTimeout } from 'node:timers/promises';
import { SourceRefusal } from '../../input/sources/found.ts';

const MIB = 1024 * 1024;
/** More than any answer that is asked for here: all of Sweden’s emissions, or a page of key figures. */
const LARGEST = 60 * MIB;

/** How a source is asked. */
export type Manners = {
	/** The name by which people know it. */
	readonly name: string;
	readonly address: string;
	/** Calls are at least so far apart. */
	readonly betweenMs: number;
	/** One try may take so long, until all of its answer is here. */
	readonly mostMs: number;
};

/** A source outside, asked politely: one call at a time, some time between them, three tries, and no answer without an end. */
export type Source = {
	readonly json: (path: string) => Promise<unknown>;
	readonly bytes: (path: string) => Promise<Buffer>;
};

const TRIES = 3;
/** Longer than this nobody waits, whatever the source asks for. */
const MOST_WAIT_MS = 20_000;
/** What may pass by itself. */
const PASSING = [408, 425, 429, 500, 502, 503, 504];

/** Time as it passes; a test has its own. */
export type Clock = { readonly now: () => number; readonly wait: (ms: number) => Promise<unknown> };
const REAL: Clock = { now: Date.now, wait: (ms) => setTimeout(ms) };

export function openSource(manners: Manners, { now, wait } = REAL): Source {
	const { betweenMs, mostMs } = manners;
	let next = 0;

	async function ask(path: string): Promise<Buffer> {
		const url = inside(manners, path);
		for (let attempt = 1; ; attempt++) {
			await wait(Math.max(0, next - now()));
			next = now() + betweenMs;
			try {
				return await answerOf(url, mostMs);
			} catch (thrown) {
				const patience = waitAfter(thrown, attempt);
				if (patience === null || attempt >= TRIES) throw refusalOf(manners, thrown, attempt);
				await wait(patience);
			}
		}
	}

	return {
		bytes: ask,
		json: async (path) => {
			const body = await ask(path);
			try {
				return JSON.parse(body.toString('utf8')) as unknown;
			} catch {
				throw unreadable(manners);
			}
		}
	};
}

/** The address of a path of the source. Throws SourceRefusal where it leads away. */
function inside({ name, address }: Manners, path: string): URL {
	try {
		return addressOf(address, path);
	} catch {
		throw unreadable({ name });
	}
}

/** Pages of an answer may only lead on within the source itself. */
function addressOf(address: string, path: string): URL {
	const base = new URL(address.endsWith('/') ? address : `${address}/`);
	const url = new URL(path, base);
	if (url.host !== base.host) throw new AwayError(`${path} leads away from ${base.origin}`);
	url.protocol = base.protocol;
	return url;
}

/** An address that leads to another host. */
class AwayError extends Error {}

/** An answer that says no. */
class StatusError extends Error {
	readonly status: number;
	readonly retryAfter: number;
	constructor({ status, headers }: Response) {
		super(`answer ${status}`);
		this.status = status;
		this.retryAfter = Number(headers.get('retry-after'));
	}
}

const MOST_REDIRECTS = 3;
const HEADERS = { 'user-agent': 'Klimatportfolj (municipal climate investment planning)' };

async function answerOf(url: URL, mostMs: number): Promise<Buffer> {
	const signal = AbortSignal.timeout(mostMs);
	let response = await fetch(url, { headers: HEADERS, signal, redirect: 'manual' });
	for (let count = 0; response.status >= 300 && response.status < 400; count++) {
		const to = response.headers.get('location');
		if (!to || count >= MOST_REDIRECTS) throw new StatusError(response);
		// A source may move its pages about, not send us to somebody else.
		const next = addressOf(url.href, to);
		response = await fetch(next, { headers: HEADERS, signal, redirect: 'manual' });
	}
	if (!response.ok) throw new StatusError(response);
	const pieces: Uint8Array[] = [];
	let size = 0;
	for await (const piece of response.body ?? []) {
		size += piece.length;
		if (size > LARGEST) throw new Error(`more than ${LARGEST} bytes`);
		pieces.push(piece);
	}
	return Buffer.concat(pieces);
}

/** How long to wait before the next try, ms; null: another try would not help. */
function waitAfter(thrown: unknown, attempt: number): number | null {
	const patience = 500 * 2 ** (attempt - 1);
	if (!(thrown instanceof StatusError)) return isPassing(thrown) ? patience : null;
	if (!PASSING.includes(thrown.status)) return null;
	return thrown.retryAfter > 0 ? Math.min(thrown.retryAfter * 1000, MOST_WAIT_MS) : patience;
}

/** The net fails with a TypeError, a try that takes too long with a TimeoutError. */
function isPassing(thrown: unknown): boolean {
	return thrown instanceof TypeError || (thrown instanceof Error && thrown.name === 'TimeoutError');
}

function refusalOf({ name }: Manners, thrown: unknown, tries: number): SourceRefusal {
	if (thrown instanceof StatusError) {
		const { status } = thrown;
		if (status === 429 || status === 403)
			return new SourceRefusal(
				`${name} tar inte emot fler frågor just nu (svar ${status}). Vänta några minuter och försök igen. Inget är ändrat.`,
				`${name} takes no more questions right now (answer ${status}). Wait some minutes and try again. Nothing is changed.`
			);
		if (status >= 500)
			return new SourceRefusal(
				`${name} har fel hos sig (svar ${status}, ${tries} försök). Försök igen senare. Inget är ändrat.`,
				`${name} has a fault of its own (answer ${status}, ${tries} tries). Try again later. Nothing is changed.`
			);
		return new SourceRefusal(
			`${name} känner inte igen frågan (svar ${status}); dess gränssnitt kan ha ändrats. Hämta uppgifterna för hand så länge. Inget är ändrat.`,
			`${name} does not know the question (answer ${status}); its interface may have changed. Get the figures by hand meanwhile. Nothing is changed.`
		);
	}
	if (isPassing(thrown))
		return new SourceRefusal(
			`${name} svarar inte (${tries} försök). Servern kanske saknar väg ut på nätet: fråga driften, eller försök igen senare. Inget är ändrat.`,
			`${name} does not answer (${tries} tries). The server may have no way out to the net: ask operations, or try again later. Nothing is changed.`
		);
	return unreadable({ name });
}

/** An answer that is not what the source’s description says. */
export function unreadable({ name }: Pick<Manners, 'name'>): SourceRefusal {
	return new SourceRefusal(
		`Svaret från ${name} går inte att läsa; dess gränssnitt kan ha ändrats. Hämta uppgifterna för hand så länge. Inget är ändrat.`,
		`The answer from ${name} cannot be read; its interface may have changed. Get the figures by hand meanwhile. Nothing is changed.`
	);
}
