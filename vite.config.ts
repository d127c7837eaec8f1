import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	test: {
		// Child processes, since the database is a native module.
		pool: 'forks',
		expect: { requireAssertions: true },
		projects: [
			{
				extends: true,
				test: {
					name: 'fast',
					include: [
						'tests/{core,funding,oracle,format,input,papers,sources,store,services,architecture,cli,faults}/**/*.test.ts'
					],
					testTimeout: 60_000
				}
			},
			{
				extends: true,
				test: {
					name: 'app',
					include: ['tests/{routes,e2e}/**/*.test.ts'],
					globalSetup: ['tests/support/built-app.ts'],
					fileParallelism: false,
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			}
		]
	}
});
