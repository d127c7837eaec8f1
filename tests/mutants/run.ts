import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { instrumented } from './files.ts';
import type { Mutant } from './instrument.ts';
import { explained } from './survivors.ts';

/**
 * npm run mutants: breaks operators and constants of the core one at a time, and counts how many the worked cases and the
 * laws notice. `--all` takes every mutant, `--count N` spreads N over all files, `--only FILE` takes those of one file.
 */
const STALLED_MS = 150_000;
const GOAL = 0.9;
const { values } = parseArgs({
	options: {
		count: { type: 'string', default: '400' },
		all: { type: 'boolean', default: false },
		only: { type: 'string' }
	}
});

type Outcome = {
	readonly id: number;
	readonly kind: 'case' | 'law' | 'oracle' | 'stalled' | null;
	readonly by: string | null;
};

function chosenMutants(all: readonly Mutant[]): Mutant[] {
	const asked = all.filter(({ file }) => !values.only || file.includes(values.only));
	const count = values.all ? asked.length : Math.min(asked.length, Number(values.count));
	return Array.from(
		{ length: count },
		(_, n) => asked[Math.floor((n * asked.length) / count)]
	).flatMap((one) => one ?? []);
}

function outcomesIn(report: string): Outcome[] {
	if (!existsSync(report)) return [];
	return readFileSync(report, 'utf8')
		.split('\n')
		.flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Outcome]));
}

/** Tries mutants in a process of its own; one that stalls is noted as such, and the rest go on in a new one. */
async function tried(mutants: readonly Mutant[], report: string): Promise<Outcome[]> {
	const done = () => new Set(outcomesIn(report).map(({ id }) => id));
	for (;;) {
		const left = mutants.filter(({ id }) => !done().has(id));
		const [next] = left;
		if (!next) return outcomesIn(report);
		const before = done().size;
		const isStalled = await runProcess(left, report, () => done().size);
		const stuck = mutants.find(({ id }) => !done().has(id));
		if (isStalled && stuck) note(report, { id: stuck.id, kind: 'stalled', by: null });
		else if (done().size === before)
			throw new Error(
				'The checks do not run; try: npx vitest run --config tests/mutants/vitest.config.ts'
			);
	}
}

function note(report: string, outcome: Outcome): void {
	writeFileSync(report, `${JSON.stringify(outcome)}\n`, { flag: 'a' });
}

function runProcess(
	mutants: readonly Mutant[],
	report: string,
	progress: () => number
): Promise<boolean> {
	return new Promise((resolve) => {
		const child = spawn(
			'npx',
			['vitest', 'run', '--config', 'tests/mutants/vitest.config.ts', '--silent'],
			{
				env: {
					...process.env,
					MUTANTS: mutants.map(({ id }) => id).join(','),
					MUTANT_REPORT: report
				},
				stdio: 'ignore',
				detached: true
			}
		);
		let [seen, at, isStalled] = [progress(), Date.now(), false];
		const watch = setInterval(() => {
			const now = progress();
			if (now !== seen) [seen, at] = [now, Date.now()];
			if (Date.now() - at < STALLED_MS || child.pid === undefined) return;
			isStalled = true;
			process.kill(-child.pid, 'SIGKILL');
		}, 1_000);
		child.on('exit', () => {
			clearInterval(watch);
			resolve(isStalled);
		});
	});
}

const { mutants: all } = instrumented();
const mutants = chosenMutants(all);
const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
process.stdout.write(
	`${mutants.length} of ${all.length} operators and constants of the core, each broken once\n`
);
const halves = [0, 1].map((half) => mutants.filter((_, index) => index % 2 === half));
const outcomes = (
	await Promise.all(halves.map((half, n) => tried(half, join(folder, `${n}.jsonl`))))
).flat();

const byId = new Map(mutants.map((one) => [one.id, one]));
const of = (kind: Outcome['kind']) => outcomes.filter((one) => one.kind === kind);
const byCasesAndLaws = of('case').length + of('law').length + of('stalled').length;
for (const { id, kind } of [...of(null), ...of('oracle')]) {
	const mutant = byId.get(id);
	if (!mutant) continue;
	const why = explained(mutant);
	const how =
		kind === 'oracle' ? 'caught by the second implementation alone' : (why ?? 'NOT EXPLAINED');
	process.stdout.write(
		`${mutant.file}:${mutant.line} ${mutant.from.replace(/\s+/g, ' ')} → ${mutant.to.replace(/\s+/g, ' ')}: ${how}\n`
	);
}
const share = byCasesAndLaws / Math.max(1, outcomes.length);
const unexplained = of(null).filter(({ id }) => {
	const one = byId.get(id);
	return one && explained(one) === null;
});
process.stdout.write(
	`${outcomes.length} mutants: ${of('case').length} caught by the worked cases, ${of('law').length} by the laws, ${of('stalled').length} never ended; ` +
		`${of('oracle').length} by the second implementation alone; ${of(null).length} survived, ${unexplained.length} of them unexplained. ` +
		`Caught by cases and laws: ${(100 * share).toFixed(1)} % (goal ${100 * GOAL} %)\n`
);
process.exitCode = share >= GOAL && unexplained.length === 0 ? 0 : 1;
