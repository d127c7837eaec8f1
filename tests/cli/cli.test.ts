import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { closeDatabase, openDatabase } from '../../src/lib/server/db/open.ts';
import { firstAdministratorLink } from '../../src/lib/server/services/first-start.commands.ts';
import * as users from '../../src/lib/server/store/users.ts';
import type { OptimumFile } from '../../src/lib/server/work/portfolio-task.ts';
import { changed, EXAMPLE_PATH } from '../support/plan-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'klimatportfolj-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script as `npm run -s name -- args` does. */
function run(name: string, ...args: string[]) {
	return spawnSync('npm', ['run', '-s', name, '--', ...args], {
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024,
		env: { ...process.env, DATA_DIR: folder, NODE_ENV: 'test' }
	});
}

describe('npm run -s evaluate', () => {
	it('prints the evaluations of all portfolios in file order', () => {
		const { status, stdout } = run('evaluate', EXAMPLE_PATH);
		const evaluations = JSON.parse(stdout) as {
			format: string;
			version: number;
			portfolio: string;
		}[];
		expect(status).toBe(0);
		expect(evaluations.map(({ portfolio }) => portfolio)).toEqual(['P1', 'P2', 'P3']);
		expect(evaluations[0]).toMatchObject({ format: 'klimatportfolj-evaluation', version: 1 });
	});

	it('prints one evaluation when a portfolio is named', () => {
		const { stdout } = run('evaluate', EXAMPLE_PATH, '--portfolio', 'P2');
		expect(JSON.parse(stdout)).toMatchObject({
			portfolio: 'P2',
			gap: {
				secured: { total: '76755000.00' },
				expected: { total: '59521500.00' },
				planned: { total: '40955000.00' }
			}
		});
	});

	it('ends with status 2 and every error on standard error for a bad file', () => {
		const path = join(folder, 'bad.json');
		writeFileSync(path, changed(['plan.color', 'blue'], ['funding.0.programme', 'lotto']));
		const { status, stdout, stderr } = run('evaluate', path);
		expect(status).toBe(2);
		expect(stdout).toBe('');
		expect(stderr).toContain('$.plan.color: is not a field');
		expect(stderr).toContain('$.funding[0].programme: is not in programmes');
	});

	it('ends with status 2 for a file or portfolio that is not there', () => {
		expect(run('evaluate', join(folder, 'gone.json')).status).toBe(2);
		expect(run('evaluate').status).toBe(2);
		const { status, stderr } = run('evaluate', EXAMPLE_PATH, '--portfolio', 'P9');
		expect(status).toBe(2);
		expect(stderr).toContain('it has: P1, P2, P3');
	});
});

describe('npm run -s fund', () => {
	it('proposes applications with their bound, exactly, and says what is wrong with its arguments', () => {
		const { status, stdout } = run(
			'fund',
			EXAMPLE_PATH,
			'--portfolio',
			'P1',
			'--day',
			'2026-11-26',
			'--applications',
			'2'
		);
		expect(status).toBe(0);
		const found = JSON.parse(stdout) as {
			status: string;
			objective: string;
			bound: string;
			expectedGap: { before: string; after: string };
			proposal: { amount: string; items: { amount: string }[] }[];
		};
		expect(found.status).toBe('best');
		expect(Number(found.objective)).toBeLessThanOrEqual(Number(found.bound) + 100);
		expect(Number(found.objective)).toBeGreaterThan(0.99 * Number(found.bound));
		expect(Number(found.expectedGap.after)).toBeLessThan(Number(found.expectedGap.before));
		for (const { amount, items } of found.proposal)
			expect(Number(amount)).toBeCloseTo(
				items.reduce((total, item) => total + Number(item.amount), 0),
				2
			);
		expect(run('fund', EXAMPLE_PATH).status).toBe(2);
		expect(run('fund', EXAMPLE_PATH, '--portfolio', 'P9')).toMatchObject({
			status: 2,
			stderr: 'The plan has no portfolio P9.\n'
		});
		expect(run('fund', EXAMPLE_PATH, '--portfolio', 'P1', '--seconds', 'x').status).toBe(2);
	});
});

describe('npm run -s optimise', () => {
	const asked = (...args: string[]) => run('optimise', EXAMPLE_PATH, ...args);

	it('prints the measures and their starts, what they come to, the bound and the plain way', () => {
		const { status, stdout } = asked('--goal', 'most-tonnes', '--year', '2030', '--scope', 'CO2');
		const optimum = JSON.parse(stdout) as OptimumFile;
		expect(status).toBe(0);
		expect(optimum).toMatchObject({ status: 'optimal', unit: 't', contradiction: null });
		const objective = Number(optimum.objective);
		expect(objective).toBeCloseTo(2784.885526, 5);
		expect(optimum.bound).toBeCloseTo(objective, 5);
		expect(Object.keys(optimum.startYears)).toEqual(optimum.measures);
		expect(objective - Number(optimum.greedy?.objective)).toBeCloseTo(
			Number(optimum.greedy?.loses),
			5
		);
		const { ownMoneyPerYear = {}, limitPerYear = {} } = optimum.figures ?? {};
		for (const [year, own] of Object.entries(ownMoneyPerYear))
			expect(Number(own)).toBeLessThanOrEqual(Number(limitPerYear[year]));
	});

	it('keeps to own money from a file, and says which years have no limit there', () => {
		const path = join(folder, 'own.csv');
		writeFileSync(path, 'År;Egna medel\n2026;0\n2027;1,5 mnkr\n');
		const { stdout } = asked('--goal', 'most-tonnes', '--own-budget', path);
		const { figures, yearsWithoutLimit } = JSON.parse(stdout) as OptimumFile;
		expect(figures?.limitPerYear).toMatchObject({ 2026: '0.00', 2027: '1500000.00', 2028: null });
		expect(Number(figures?.ownMoneyPerYear['2027'])).toBeLessThanOrEqual(1.5e6);
		expect(yearsWithoutLimit).toHaveLength(18);
	});

	it('says in words which wishes contradict each other', () => {
		const { status, stdout } = asked('--goal', 'least-cost', '--target', '900000', '--must', 'A03');
		const { contradiction } = JSON.parse(stdout) as OptimumFile;
		expect(status).toBe(0);
		expect(contradiction?.wishes.map(({ en }) => en)).toEqual([
			'at least 900000 tonnes in the plan’s years'
		]);
		expect(contradiction?.mostTonnes).toBeGreaterThan(100_000);
	});

	it('ends with status 2 and says which option is wrong', () => {
		const path = join(folder, 'bad.csv');
		writeFileSync(path, '2027;1,000\n');
		expect(asked('--goal', 'best').stderr).toContain('--goal must be most-tonnes');
		expect(asked('--goal', 'least-cost', '--year', '1999').stderr).toContain('--year must be');
		expect(asked('--goal', 'least-cost', '--must', 'A99').stderr).toContain('(saw: A99)');
		const { status, stderr } = asked('--goal', 'most-tonnes', '--own-budget', path);
		expect({ status, first: stderr.split('\n')[0] }).toMatchObject({ status: 2 });
		expect(stderr).toContain('Line 1');
	});
});

describe('npm run -s cases', () => {
	it('says of each case whether it passes, and fails for what is not built', () => {
		const { status, stdout } = run('cases', 'tests/cases/method-cases.json');
		const lines = stdout.trim().split('\n');
		const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(lines.at(-1) ?? '') ?? [];
		expect(Number(passed) + Number(failed)).toBe(94);
		expect(lines).toHaveLength(95);
		expect(lines).toContain('ok npv-01');
		expect(passed).toBe('94');
		expect(status).toBe(0);
		const path = join(folder, 'unknown.json');
		writeFileSync(path, JSON.stringify([{ id: 'y', inputs: { op: 'astrology' }, expected: {} }]));
		expect(run('cases', path)).toMatchObject({
			status: 1,
			stdout: 'FAILED y: operation astrology is not built yet\n0 passed, 1 failed\n'
		});
	});

	it('ends with status 0 when all pass', () => {
		const path = join(folder, 'case.json');
		const one = {
			id: 'x',
			inputs: { op: 'npv', rate: 0, flows: [1, 2] },
			expected: { npv: 3 },
			tolerance: { abs: 0 }
		};
		writeFileSync(path, JSON.stringify([one]));
		expect(run('cases', path)).toMatchObject({ status: 0, stdout: 'ok x\n1 passed, 0 failed\n' });
	});
});

describe('npm run -s admin', () => {
	it('says what is missing', () => {
		const { status, stderr } = run('admin', 'recover', 'eva@alvesta.example');
		expect(status).toBe(2);
		expect(stderr).toContain('There is no database at');
	});

	it('gives links for those who lost their way, and says why not', () => {
		const db = openDatabase(join(folder, 'klimatportfolj.db'));
		const ctx = { db, now: Date.now, requestId: 'test', actor: null };
		users.create(db, { email: 'eva@alvesta.example', name: 'Eva', passwordHash: '' }, 1);
		firstAdministratorLink(ctx);
		closeDatabase(db);
		expect(run('admin', 'recover', 'eva@alvesta.example').stdout).toMatch(
			/^http.*\/link\/[\w-]{43}\n$/
		);
		expect(run('admin', 'recover', 'ingen@alvesta.example').stderr).toContain(
			'There is no account'
		);
		expect(run('admin', 'operator', 'ny@drift.example').stdout).toMatch(/\/link\//);
		expect(run('admin', 'operator', 'eva@alvesta.example').stderr).toContain(
			'already has an account'
		);
	});

	it('tells whether the audit log is whole', () => {
		expect(run('admin', 'verify-log')).toMatchObject({
			status: 0,
			stdout: 'The audit log is whole.\n'
		});
		const db = openDatabase(join(folder, 'klimatportfolj.db'));
		db.$client.exec(
			"drop trigger audit_event_no_update; update audit_event set action = 'x' where sequence = 1"
		);
		closeDatabase(db);
		expect(run('admin', 'verify-log')).toMatchObject({ status: 1 });
	});
});

describe('npm run -s import', () => {
	const list = join(folder, 'lista.csv');
	writeFileSync(
		list,
		'Åtgärd;Startår;Investering (tkr)\nFjärrkyla;2028;500\nVindskydd;2029;1,234\nSumma;;1\n'
	);
	const answers = join(folder, 'mapping.json');
	writeFileSync(answers, JSON.stringify({ plan: EXAMPLE_PATH, answers: { C3: '1 234' } }));
	type Told = {
		counts: Record<string, number>;
		accepted: { row: number; id: string }[];
		asked: { issues: { cell: string; options: string[] }[] }[];
		leftOut: { row: number; why: string }[];
		isImported: boolean;
		planFile?: { measures: { name: { sv: string } }[] };
	};

	it('tells what the rows would do, and which it has to ask about', () => {
		const { status, stdout } = run('import', list, '--plan', EXAMPLE_PATH, '--dry-run');
		const told = JSON.parse(stdout) as Told;
		expect(status).toBe(0);
		expect(told.counts).toMatchObject({ accepted: 1, asked: 1, refused: 0, leftOut: 1 });
		expect(told.accepted[0]).toMatchObject({ row: 2, id: 'A23' });
		expect(told.asked[0]?.issues[0]).toMatchObject({ cell: 'C3', options: ['1 234', '1,2340'] });
		expect(told.leftOut[0]).toMatchObject({ row: 4, why: 'subtotal' });
		expect(told.isImported).toBe(false);
	});

	it('puts none in where one cannot be read, and all where a mapping answers', () => {
		const none = run('import', list, '--plan', EXAMPLE_PATH);
		expect(none.status).toBe(1);
		expect((JSON.parse(none.stdout) as Told).planFile).toBeUndefined();
		const { status, stdout } = run('import', list, '--mapping', answers);
		const told = JSON.parse(stdout) as Told;
		expect(status).toBe(0);
		expect(told.planFile?.measures.slice(-2).map(({ name }) => name.sv)).toEqual([
			'Fjärrkyla',
			'Vindskydd'
		]);
	});

	it('looks at a list without a plan, and refuses what is no list', () => {
		expect(run('import', list, '--dry-run').status).toBe(0);
		expect(run('import', list).stderr).toContain('--plan');
		const bad = join(folder, 'bild.png');
		writeFileSync(bad, Buffer.from('89504e470d0a1a0a0000', 'hex'));
		const { status, stderr } = run('import', bad, '--dry-run');
		expect(status).toBe(2);
		expect(stderr).toContain('Save the list as .xlsx or .csv');
	});
});
