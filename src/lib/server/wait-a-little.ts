import { setTimeout } from 'node:timers/promises';

/** Most files are read, and most answers here, before anybody would see a page that says how far it has come. */
const WAITED_MS = 3_000;
const LOOKED_MS = 50;

/** Waits for work to end, but not for long; what takes longer is told of by its page. */
export async function waitALittle(isRunning: () => boolean): Promise<void> {
	for (let waited = 0; waited < WAITED_MS && isRunning(); waited += LOOKED_MS)
		await setTimeout(LOOKED_MS);
}
