import { afterAll, describe, expect, it } from 'vitest';
import type { LedgerChoices } from '../../src/lib/input/spend/ledger-rows.ts';
import { createJobs } from '../../src/lib/server/work/jobs.ts';
import type { SpendProgress, SpendResult } from '../../src/lib/server/work/spend-worker.ts';
import { hostileWorkbooks } from '../support/hostile-files.ts';
import { workbookParts, zip } from '../support/workbook.ts';

const failures: unknown[] = [];
const jobs = createJobs<string, SpendProgress, SpendResult>(
	'src/lib/server/work/spend-worker.ts',
	(error) => failures.push(error),
	undefined,
	256
);
afterAll(() => jobs.close());

const choices: LedgerChoices = { by: 'category', unit: 'kr', columns: {} };
const MIB = 1024 * 1024;

/** A workbook whose sheet is of the given XML. */
function sheetOf(xml: string): Buffer {
	const parts = workbookParts([{ name: 'x', rows: [['Konto', 'Belopp']] }]);
	const name = [...parts.keys()].find((one) => one.includes('sheet1')) ?? '';
	parts.set(name, xml);
	return zip([...parts].map(([part, data]) => ({ name: part, data })));
}
const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

const files: readonly (readonly [name: string, bytes: () => Buffer])[] = [
	['one line of 50 MB', () => Buffer.alloc(50 * MIB, 'a')],
	['a quote as its separator', () => Buffer.from(`sep="\n${','.repeat(30 * MIB)}`)],
	['50 MB of separators', () => Buffer.alloc(50 * MIB, ';')],
	['50 MB of line ends', () => Buffer.alloc(50 * MIB, '\n')],
	['an open quote over 20 MB', () => Buffer.from(`Konto;Belopp\n"${'x\n'.repeat(10 * MIB)}`)],
	[
		'a million categories',
		() =>
			Buffer.from(
				`Konto;Belopp\n${Array.from({ length: 400_000 }, (_, n) => `K${n};1`).join('\n')}`
			)
	],
	['no headings in 400 000 rows', () => Buffer.from('a;b\n'.repeat(400_000))],
	['a bomb of 390 MB', () => sheetOf(sheet(`<row>${cell('y'.repeat(390 * MIB))}</row>`))],
	['two million empty rows', () => sheetOf(sheet('<row/>'.repeat(2_000_000)))],
	[
		'rows of sums alone',
		() =>
			Buffer.from(
				`Konto;Belopp\n${`${' '.repeat(2_000)}summa${' '.repeat(2_000)}.;1\n`.repeat(5_000)}`
			)
	]
];

/** Workbooks that are too much of something, by the limits of long lists too. */
const large = hostileWorkbooks()
	.filter(([name]) => /bomb|claims|30 MB|a million|share|levels/.test(name))
	.map(([name, bytes]) => [name, () => bytes] as const);

describe('a hostile long list', () => {
	it.each([...files, ...large])(
		'%s ends its thread with a sentence or a plain end',
		async (name, bytes) => {
			jobs.start(name, name, {
				data: { bytes: bytes(), kind: 'ledger', choices },
				mostMs: 60_000,
				at: 0
			});
			for (;;) {
				await new Promise((later) => setTimeout(later, 20));
				const state = jobs.read(name)?.state;
				if (state?.kind === 'running') continue;
				expect(['done', 'failed', 'late']).toContain(state?.kind);
				if (state?.kind === 'done') expect(Object.keys(state.result)).toEqual(['refusal']);
				break;
			}
		}
	);
});
