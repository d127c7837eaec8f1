import { workerData } from 'node:worker_threads';
import type { WorkerStart } from '../../src/lib/server/work/thread.ts';

/** A thread that never ends, or fails. */
const { task } = workerData as WorkerStart<{ readonly mode: 'endless' | 'fail' }>;
if (task.mode === 'fail') throw new Error('on purpose');
for (;;) {
	/* works on */
}
