import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EXAMPLE_PATH } from '../support/plan-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'klimatportfolj-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
	return spawnSync('npm', ['run', '-s', 'export', '--', ...args], { encoding: 'utf8' });
}

describe('npm run -s export', () => {
	it('writes a portfolio as a workbook, and says what is in it', () => {
		const path = join(folder, 'bok.xlsx');
		const { status, stdout } = run(EXAMPLE_PATH, path, '--portfolio', 'P3', '--language', 'en');
		expect(status).toBe(0);
		const told = JSON.parse(stdout) as { portfolio: string; sheets: string[]; formulas: number };
		expect(told).toMatchObject({ format: 'klimatportfolj-export', version: 1, portfolio: 'P3' });
		expect(told.sheets).toContain('Operating budget');
		expect(told.formulas).toBeGreaterThan(10_000);
		expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
	});

	it('writes a list that the command import reads as the same', () => {
		const path = join(folder, 'kostnader.csv');
		expect(run(EXAMPLE_PATH, path, '--report', 'costs').status).toBe(0);
		expect(readFileSync(path, 'utf8').startsWith('\uFEFF"Åtgärds-id";')).toBe(true);
		const { stdout } = spawnSync(
			'npm',
			['run', '-s', 'import', '--', path, '--plan', EXAMPLE_PATH, '--dry-run'],
			{ encoding: 'utf8', maxBuffer: 32 * 1024 * 1024 }
		);
		const { counts } = JSON.parse(stdout) as { counts: Record<string, number> };
		expect(counts).toMatchObject({ accepted: 0, changed: 0, asked: 0, refused: 0, leftOut: 0 });
		expect(counts['same']).toBeGreaterThan(50);
	});

	it('writes a paper as PDF and Word without a browser, and says what it lacks', () => {
		const [pdf, docx] = [join(folder, 'plan.pdf'), join(folder, 'plan.docx')];
		const { status, stdout } = run(EXAMPLE_PATH, pdf, '--portfolio', 'P2', '--case', 'KS 2026/1');
		expect(status).toBe(0);
		const told = JSON.parse(stdout) as { missing: string[]; filled: Record<string, number> };
		expect(told).toMatchObject({ report: 'investment-plan', portfolio: 'P2' });
		expect(told.missing).toContain(
			'Åtgärdernas effekt: A05 Innovationsprojekt: klimatnytta i jordbrukslandskapet'
		);
		expect(told.missing).not.toContain('Diarienummer');
		expect((told.filled['all'] ?? 0) - (told.filled['known'] ?? 0)).toBe(told.missing.length);
		expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
		expect(run(EXAMPLE_PATH, docx, '--report', 'council-brief', '--language', 'en').status).toBe(0);
		expect(readFileSync(docx).subarray(0, 2).toString()).toBe('PK');
	});

	it('ends with status 2 and says why for what it does not write', () => {
		const to = (name: string) => join(folder, name);
		for (const [args, words] of [
			[[EXAMPLE_PATH, to('papper.odt')], 'must end in .xlsx, .csv, .pdf or .docx'],
			[[EXAMPLE_PATH, to('papper.pdf'), '--report', 'costs'], 'report must be investment-plan'],
			[[EXAMPLE_PATH, to('papper.pdf'), '--portfolio', 'P9'], 'no portfolio P9'],
			[
				[EXAMPLE_PATH, to('papper.docx'), '--report', 'klimatklivet', '--measure', 'A99'],
				'no measure A99'
			],
			[[EXAMPLE_PATH, to('bok.xlsx'), '--portfolio', 'P9'], 'No portfolio "P9"'],
			[[EXAMPLE_PATH, to('lista.csv'), '--report', 'allt'], 'report'],
			[[EXAMPLE_PATH], 'Usage']
		] as const) {
			const { status, stderr } = run(...args);
			expect(status).toBe(2);
			expect(stderr).toContain(words);
		}
	});
});
