import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Each dependency rule is shown to bite: a small tree with one fault for each rule, checked by the real rules. */
type Rules = { forbidden: readonly { name: string; comment: string }[] };
const { forbidden } = createRequire(import.meta.url)('./layers.cjs') as Rules;

const tree = resolve('.svelte-kit/planted-faults');

const coreOrder = [
	'plan',
	'emissions',
	'finance',
	'abatement',
	'funding',
	'portfolio',
	'optimise',
	'uncertainty'
];

const files: Record<string, string> = {
	'src/lib/core/decimal.ts': 'export const one = 1;',
	'src/lib/core/impure.ts': "import 'zod';",
	...Object.fromEntries(
		coreOrder.map((folder) => [`src/lib/core/${folder}/thing.ts`, 'export const thing = 1;'])
	),
	...Object.fromEntries(
		coreOrder
			.slice(0, -1)
			.map((folder, index) => [
				`src/lib/core/${folder}/fault.ts`,
				`import { thing } from '../${coreOrder[index + 1]}/thing.ts';\nexport const fault = thing;`
			])
	),
	'src/lib/server/db/open.ts':
		"import Database from 'better-sqlite3';\nexport const open = Database;",
	'src/lib/server/store/plans.ts': 'export const list = 1;',
	'src/lib/server/store/fault.ts':
		"import { service } from '../services/plans.ts';\nexport const fault = service;",
	'src/lib/server/services/plans.ts': 'export const service = 1;',
	'src/lib/server/services/fault.ts':
		"import { error } from '@sveltejs/kit';\nexport const fault = error;",
	'src/lib/server/files/fault.ts':
		"import { open } from '../db/open.ts';\nexport const fault = open;",
	'src/lib/server/files/sql.ts': "import { eq } from 'drizzle-orm';\nexport const fault = eq;",
	'src/lib/server/files/lucia.ts': "import { Lucia } from 'lucia';\nexport const fault = Lucia;",
	'src/lib/components/fault.ts':
		"import { service } from '../server/services/plans.ts';\nexport const fault = service;",
	'src/routes/fault.ts':
		"import { list } from '$lib/server/store/plans.ts';\nexport const fault = list;",
	'src/routes/lost.ts': "import { gone } from '$lib/nowhere';\nexport const fault = gone;",
	'src/lib/format/a.ts': "import { b } from './b.ts';\nexport const a = () => b;",
	'src/lib/format/b.ts': "import { a } from './a.ts';\nexport const b = () => a;"
};

const places: Record<string, string> = {
	'core-is-pure': 'src/lib/core/impure.ts',
	...Object.fromEntries(
		coreOrder
			.slice(0, -1)
			.map((folder) => [`core-order-${folder}`, `src/lib/core/${folder}/fault.ts`])
	),
	'sql-in-db-and-store': 'src/lib/server/files/sql.ts',
	'store-looks-down': 'src/lib/server/store/fault.ts',
	'services-without-web': 'src/lib/server/services/fault.ts',
	'one-open-database': 'src/lib/server/files/fault.ts',
	'routes-ask-services': 'src/routes/fault.ts',
	'browser-sees-no-server': 'src/lib/components/fault.ts',
	'lucia-in-one-place': 'src/lib/server/files/lucia.ts',
	'aliases-resolve': 'src/routes/lost.ts',
	'no-cycles': 'src/lib/format/a.ts'
};

type Violation = { from: string; rule: { name: string } };
let violations: Violation[] = [];

beforeAll(() => {
	rmSync(tree, { recursive: true, force: true });
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(join(tree, dirname(path)), { recursive: true });
		writeFileSync(join(tree, path), text);
	}
	mkdirSync(join(tree, 'tests/architecture'), { recursive: true });
	for (const name of ['layers.cjs', 'aliases.cjs'])
		cpSync(`tests/architecture/${name}`, join(tree, 'tests/architecture', name));
	writeFileSync(
		join(tree, 'tsconfig.json'),
		'{ "compilerOptions": { "allowImportingTsExtensions": true, "noEmit": true } }'
	);
	violations = cruise(tree);
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

function cruise(folder: string): Violation[] {
	const { stdout, stderr } = spawnSync(
		process.execPath,
		[
			resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
			'src',
			'--config',
			'tests/architecture/layers.cjs',
			'--output-type',
			'json'
		],
		{ cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }
	);
	if (!stdout) throw new Error(stderr);
	return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

describe('the dependency rule', () => {
	for (const { name, comment } of forbidden) {
		it(`${name} finds its planted fault`, () => {
			const found = violations.filter((one) => one.rule.name === name).map(({ from }) => from);
			expect(found).toContain(places[name]);
		});

		it(`${name} says what to do instead`, () => {
			expect(comment.length).toBeGreaterThan(30);
		});
	}
});

describe('the core', () => {
	it('does not compile with fetch, process or console', () => {
		const project = join(tree, 'core-tsconfig.json');
		writeFileSync(join(tree, 'planted.ts'), 'fetch("/"); process.exit(); console.log(1);');
		writeFileSync(
			project,
			JSON.stringify({
				extends: resolve('src/lib/core/tsconfig.json'),
				include: [join(tree, 'planted.ts')]
			})
		);
		const { stdout } = spawnSync(
			process.execPath,
			['node_modules/typescript/bin/tsc', '-p', project],
			{ encoding: 'utf8' }
		);
		for (const name of ['fetch', 'process', 'console']) expect(stdout).toContain(`'${name}'`);
	});
});

describe('the linter', () => {
	const lint = (text: string, as: string) => {
		const { stdout } = spawnSync(
			process.execPath,
			['node_modules/eslint/bin/eslint.js', '--stdin', '--stdin-filename', as, '--format', 'json'],
			{ input: text, encoding: 'utf8' }
		);
		return (JSON.parse(stdout) as [{ messages: { ruleId: string }[] }])[0].messages.map(
			({ ruleId }) => ruleId
		);
	};

	it('keeps clock, chance and outside imports out of the core', () => {
		const found = lint(
			"import { z } from 'zod';\nexport const a = [z, Date.now(), Math.random(), new Date()];\n",
			'src/lib/core/fault.ts'
		);
		expect(found.sort()).toEqual([
			'no-restricted-imports',
			'no-restricted-properties',
			'no-restricted-properties',
			'no-restricted-syntax'
		]);
	});

	it('refuses any, non-null assertions and long files', () => {
		const found = lint(
			`export const a = (b: any) => b!;\n${'export {};\n'.repeat(300)}`,
			'src/lib/format/fault.ts'
		);
		for (const rule of [
			'@typescript-eslint/no-explicit-any',
			'@typescript-eslint/no-non-null-assertion',
			'max-lines'
		])
			expect(found).toContain(rule);
	});
});
