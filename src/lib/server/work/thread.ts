import { parentPort, workerData } from 'node:worker_threads';

/** What a thread tells while it works, and at its end. */
export type FromWorker<Progress, Result> =
	{ readonly progress: Progress } | { readonly result: Result };

/** What a thread is begun with: its task, and a cell that is no longer zero when it is to end with what it has. */
export type WorkerStart<Task> = {
	readonly task: Task;
	readonly stop: Int32Array<SharedArrayBuffer>;
};

export type InThread<Progress> = {
	readonly onProgress: (progress: Progress) => void;
	readonly isStopped: () => boolean;
};

/** Does the work of a thread and tells its result. */
export async function inThread<Task, Progress, Result>(
	work: (task: Task, thread: InThread<Progress>) => Promise<Result>
): Promise<void> {
	const { task, stop } = workerData as WorkerStart<Task>;
	const tell = (message: FromWorker<Progress, Result>) => parentPort?.postMessage(message);
	const result = await work(task, {
		onProgress: (progress) => tell({ progress }),
		isStopped: () => Atomics.load(stop, 0) !== 0
	});
	tell({ result });
}
