import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FromWorker, WorkerStart } from './thread.ts';

/** Long work in threads of its own, one job for each key; kept in memory, gone when the program stops. */
export type Job<Subject, Progress, Result> = {
	readonly subject: Subject;
	readonly startedAt: number;
	readonly state:
		| { readonly kind: 'running'; readonly progress: Progress | null }
		| { readonly kind: 'done'; readonly result: Result }
		| { readonly kind: 'cancelled' | 'late' | 'failed' };
};

export type Jobs<Subject, Progress, Result> = {
	readonly read: (key: string) => Job<Subject, Progress, Result> | null;
	/** Starts the work anew; what runs or stands under the key goes. */
	readonly start: (
		key: string,
		subject: Subject,
		task: { readonly data: unknown; readonly mostMs: number; readonly at: number }
	) => void;
	readonly cancel: (key: string) => void;
	/** Asks the work to end with the best that it has so far. */
	readonly stop: (key: string) => void;
	/** Keys of what runs. */
	readonly running: () => string[];
	/** Ends everything. */
	readonly close: () => void;
};

/** So many jobs are kept, the latest. */
const MOST_KEPT = 200;
/** For the heap of a thread. */
const MOST_MEMORY_MB = 512;

/**
 * The jobs of one kind: `file` is the thread's program, as a path from the project's root. `onResult` may store what came
 * out, and says what of it stays in memory.
 */
export function createJobs<Subject, Progress, Result>(
	file: string,
	onFailure: (error: unknown) => void,
	onResult: (subject: Subject, result: Result) => Result = (_, result) => result,
	mostMemoryMb = MOST_MEMORY_MB
): Jobs<Subject, Progress, Result> {
	type Entry = {
		job: Job<Subject, Progress, Result>;
		readonly worker: Worker;
		readonly stop: WorkerStart<unknown>['stop'];
	};
	const jobs = new Map<string, Entry>();

	/** The first end counts; what a thread tells after it is not heard. */
	function end(entry: Entry, state: Job<Subject, Progress, Result>['state']): void {
		if (entry.job.state.kind === 'running') entry.job = { ...entry.job, state };
		void entry.worker.terminate();
	}

	/** What came too late, after the work was cancelled, is not kept. */
	function keep(entry: Entry, result: Result): void {
		if (entry.job.state.kind !== 'running') return;
		try {
			end(entry, { kind: 'done', result: onResult(entry.job.subject, result) });
		} catch (error) {
			onFailure(error);
			end(entry, { kind: 'failed' });
		}
	}

	function cancel(key: string): void {
		const entry = jobs.get(key);
		if (entry) end(entry, { kind: 'cancelled' });
	}

	return {
		cancel,
		stop: (key) => {
			const entry = jobs.get(key);
			if (entry) Atomics.store(entry.stop, 0, 1);
		},
		read: (key) => jobs.get(key)?.job ?? null,
		running: () =>
			[...jobs].flatMap(([key, { job }]) => (job.state.kind === 'running' ? [key] : [])),
		start: (key, subject, { data, mostMs, at }) => {
			cancel(key);
			const stop = new Int32Array(new SharedArrayBuffer(4));
			const worker = new Worker(startOf(file), {
				eval: true,
				execArgv: [],
				workerData: { task: data, stop } satisfies WorkerStart<unknown>,
				resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb }
			});
			worker.unref();
			const state = { kind: 'running', progress: null } as const;
			const entry: Entry = { job: { subject, startedAt: at, state }, worker, stop };
			const late = setTimeout(() => end(entry, { kind: 'late' }), mostMs);
			late.unref();
			worker.on('message', (told: FromWorker<Progress, Result>) => {
				if ('result' in told) keep(entry, told.result);
				else if (entry.job.state.kind === 'running')
					entry.job = { ...entry.job, state: { kind: 'running', progress: told.progress } };
			});
			worker.on('error', (error) => {
				if (entry.job.state.kind === 'running') onFailure(error);
				end(entry, { kind: 'failed' });
			});
			worker.on('exit', () => {
				clearTimeout(late);
				end(entry, { kind: 'failed' });
			});
			jobs.delete(key);
			jobs.set(key, entry);
			for (const [old, { job }] of jobs) {
				if (jobs.size <= MOST_KEPT) break;
				if (job.state.kind !== 'running') jobs.delete(old);
			}
		},
		close: () => {
			for (const entry of jobs.values()) end(entry, { kind: 'cancelled' });
		}
	};
}

/** TypeScript is read by tsx in the thread too; there it has to be registered by hand. */
export function startOf(file: string): string {
	const address = JSON.stringify(pathToFileURL(resolve(file)).href);
	return `import('tsx/esm/api').then(({ register }) => (register(), import(${address})))`;
}
