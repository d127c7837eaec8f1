import { readFileSync } from 'node:fs';
import { runCase, type MethodCase } from './method-operations/run-case.ts';

/** npm run -s cases -- file.json: one line a case, last line "N passed, N failed"; exit 1 when any failed. */
const USAGE = 'Usage: npm run -s cases -- file.json';

function main(): number {
	const [path] = process.argv.slice(2);
	if (path === undefined) {
		process.stderr.write(`${USAGE}\n`);
		return 2;
	}
	const cases = JSON.parse(readFileSync(path, 'utf8')) as MethodCase[];
	const findings = cases.map((one) => ({ id: one.id, faults: runCase(one) }));
	for (const { id, faults } of findings)
		process.stdout.write(
			faults.length === 0 ? `ok ${id}\n` : `FAILED ${id}: ${faults.join('; ')}\n`
		);
	const failed = findings.filter(({ faults }) => faults.length > 0).length;
	process.stdout.write(`${findings.length - failed} passed, ${failed} failed\n`);
	return failed === 0 ? 0 : 1;
}

process.exitCode = main();
