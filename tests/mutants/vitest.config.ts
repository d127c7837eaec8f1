import { relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import { instrumented } from './files.ts';

const { texts } = instrumented();

/** Puts the switches into the core's files as they are loaded. */
export default defineConfig({
	plugins: [
		{
			name: 'mutants',
			enforce: 'pre',
			load: (id) => texts.get(relative(process.cwd(), id.split('?')[0] ?? id))
		}
	],
	test: { include: ['tests/mutants/*.mutants.ts'], pool: 'forks', testTimeout: 0 }
});
