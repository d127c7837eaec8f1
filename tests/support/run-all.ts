import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.ts';
import { ensureSpreadsheet } from './spreadsheet.ts';

/** npm test: types, lint with dependency rules, then every test suite; the last line sums them all. */
type Tally = { readonly passed: number; readonly failed: number };

function step(name: string, script: string): Tally {
	process.stdout.write(`\n— ${name}\n`);
	const { status } = spawnSync('npm', ['run', '-s', script], { stdio: 'inherit' });
	return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs the suites and reads their numbers from the runner's own report. */
function suites(): Tally {
	process.stdout.write('\n— Tests\n');
	const folder = mkdtempSync(join(tmpdir(), 'klimatportfolj-report-'));
	const report = join(folder, 'report.json');
	try {
		const { status } = spawnSync(
			process.execPath,
			[
				'node_modules/vitest/vitest.mjs',
				'run',
				'--reporter=dot',
				'--reporter=json',
				`--outputFile.json=${report}`
			],
			{ stdio: 'inherit' }
		);
		const seen = JSON.parse(readFileSync(report, 'utf8')) as {
			numPassedTests: number;
			numFailedTests: number;
			numPendingTests: number;
			numTodoTests: number;
		};
		const notRun = seen.numPendingTests + seen.numTodoTests;
		if (notRun > 0) process.stdout.write(`${notRun} tests did not run; they count as failed.\n`);
		const failed = seen.numFailedTests + notRun;
		// A runner that failed without a failed test (a fault outside any test) is a failure too.
		return { passed: seen.numPassedTests, failed: status !== 0 && failed === 0 ? 1 : failed };
	} catch {
		process.stdout.write('The test runner gave no report.\n');
		return { passed: 0, failed: 1 };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function main(): number {
	try {
		ensureBrowser();
		ensureSpreadsheet();
	} catch (error) {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		return 1;
	}
	const tallies = [step('Types', 'check'), step('Lint and dependency rules', 'lint'), suites()];
	const total = (field: keyof Tally) => tallies.reduce((sum, tally) => sum + tally[field], 0);
	process.stdout.write(`\n${total('passed')} passed, ${total('failed')} failed\n`);
	return total('failed') === 0 ? 0 : 1;
}

process.exitCode = main();
