import { Worker } from 'node:worker_threads';
import { startOf } from './jobs.ts';
import type { FromWorker, WorkerStart } from './thread.ts';

/** So many threads of this kind work at once; the others wait for their turn. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 20;
/** So much may one key ask for at once, done one after the other. */
const MOST_EACH = 4;
const MOST_MEMORY_MB = 512;

/** Too many wait for the same. */
export class BusyError extends Error {
	override name = 'BusyError';
}

/** What each has asked for and not got yet, and the end of the last of it. */
const asked = new Map<string, { readonly count: number; readonly last: Promise<void> }>();
let working = 0;
const waiting: (() => void)[] = [];

/**
 * Does a task in a thread of its own and waits for what comes out; one at a time for each `key`. `file` is the thread's program,
 * as a path from the project's root. Throws BusyError where too many wait or the key asks for too much, and what went wrong in the thread or that it took too long.
 */
export async function once<Result>(
	key: string,
	file: string,
	task: unknown,
	mostMs: number
): Promise<Result> {
	const own = asked.get(key) ?? { count: 0, last: Promise.resolve() };
	if (own.count >= MOST_EACH) throw new BusyError(`${key} asks for too much at once`);
	const work = own.last.then(() => inTurn<Result>(file, task, mostMs));
	// The next of the same key waits for this one, however it ends.
	const last = work.then(ended, ended);
	asked.set(key, { count: own.count + 1, last });
	return await work;

	function ended(): void {
		const { count, last: newest } = asked.get(key) ?? { count: 1, last: Promise.resolve() };
		if (count <= 1) asked.delete(key);
		else asked.set(key, { count: count - 1, last: newest });
	}
}

async function inTurn<Result>(file: string, task: unknown, mostMs: number): Promise<Result> {
	if (working >= MOST_AT_ONCE) {
		if (waiting.length >= MOST_WAITING) throw new BusyError(`${waiting.length} wait for ${file}`);
		await new Promise<void>((resolve) => waiting.push(resolve));
	}
	working++;
	try {
		return await inOwnThread<Result>(file, task, mostMs);
	} finally {
		working--;
		waiting.shift()?.();
	}
}

function inOwnThread<Result>(file: string, task: unknown, mostMs: number): Promise<Result> {
	return new Promise((resolve, reject) => {
		const stop = new Int32Array(new SharedArrayBuffer(4));
		const worker = new Worker(startOf(file), {
			eval: true,
			execArgv: [],
			workerData: { task, stop } satisfies WorkerStart<unknown>,
			resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB }
		});
		const late = setTimeout(() => end(new Error(`${file} took longer than ${mostMs} ms`)), mostMs);
		const end = (error: Error) => {
			clearTimeout(late);
			void worker.terminate();
			reject(error);
		};
		worker.on('message', (told: FromWorker<never, Result>) => {
			if (!('result' in told)) return;
			resolve(told.result);
			clearTimeout(late);
			void worker.terminate();
		});
		worker.on('error', end);
		worker.on('exit', () => end(new Error(`${file} ended without a result`)));
	});
}
