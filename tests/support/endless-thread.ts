import { workerData } from 'node:worker_threads';

/** A thread that never ends, or fails. */
const { mode } = workerData as { readonly mode: 'endless' | 'fail' };
if (mode === 'fail') throw new Error('on purpose');
for (;;) {
	/* works on */
}
