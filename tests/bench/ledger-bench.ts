import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { streamXlsxRows, writeXlsx } from 'hucre';
import Papa from 'papaparse';
import { createJobs } from '../../src/lib/server/work/jobs.ts';
import type { SpendProgress, SpendResult } from '../../src/lib/server/work/spend-worker.ts';

const ROWS = 200_000;
const CATEGORIES = 400;
const GOAL = { seconds: 5, megabytes: 300 } as const;
const say = (text: string) => process.stdout.write(`${text}\n`);

/** A year's ledger of some 700 mnkr: voucher, day, supplier, account, category, amount. */
function ledgerRows(): (string | number)[][] {
	let seed = 2030;
	const next = (below: number) => {
		seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
		return (seed >>> 8) % below;
	};
	return Array.from({ length: ROWS }, (_, row) => {
		const account = 4_000 + next(CATEGORIES);
		const amount = (next(700_000) - 20_000) / 100;
		const day = `2024-${String((row % 12) + 1).padStart(2, '0')}-15`;
		return [`V${row}`, day, `Leverantör ${next(5_000)} AB`, account, `Konto ${account}`, amount];
	});
}
const HEADINGS = ['Verifikation', 'Datum', 'Leverantör', 'Konto', 'Kontobenämning', 'Belopp'];

/** A ledger of 200 000 rows read and summed in its thread, as workbook and as text; each in a process of its own. */
export async function benchLedger(): Promise<void> {
	say(
		`purchase ledger: ${ROWS.toLocaleString('en')} rows × 6 columns summed by account, in its thread`
	);
	const folder = mkdtempSync(join(tmpdir(), 'klimatportfolj-ledger-'));
	try {
		const rows = ledgerRows();
		const book = await writeXlsx({ sheets: [{ name: 'Reskontra', rows: [HEADINGS, ...rows] }] });
		writeFileSync(join(folder, 'ledger.xlsx'), book);
		const text = rows.map((row) =>
			row.map((cell) => String(cell).replace('.', typeof cell === 'number' ? ',' : '.')).join(';')
		);
		writeFileSync(join(folder, 'ledger.csv'), [HEADINGS.join(';'), ...text].join('\r\n'));
		for (const name of ['ledger.xlsx', 'ledger.csv'])
			for (const mode of ['read', 'reference']) {
				const args = ['--import', 'tsx', fileURLToPath(import.meta.url), mode, join(folder, name)];
				const run = spawnSync(process.execPath, args, { stdio: 'inherit' });
				if (run.status !== 0) throw new Error(`The ledger ended with ${run.status}.`);
			}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The most memory that the process has had, in MB: program, file and thread. */
const peak = () => Math.round(process.resourceUsage().maxRSS / 1024);

async function summed(path: string): Promise<void> {
	const jobs = createJobs<string, SpendProgress, SpendResult>(
		'src/lib/server/work/spend-worker.ts',
		(error) => say(String(error)),
		undefined,
		256
	);
	const start = performance.now();
	const choices = { by: 'category', unit: 'kr', columns: {} } as const;
	const data = { bytes: readFileSync(path), kind: 'ledger', choices } as const;
	jobs.start('x', 'x', { data, mostMs: 60_000, at: 0 });
	let told = 0;
	for (;;) {
		await new Promise((later) => setTimeout(later, 10));
		const state = jobs.read('x')?.state;
		if (state?.kind === 'running') told = Math.max(told, state.progress?.rows ?? 0);
		else if (state?.kind === 'done' && 'ledger' in state.result) break;
		else throw new Error(JSON.stringify(state));
	}
	const seconds = (performance.now() - start) / 1000;
	say(
		`  ${path.endsWith('csv') ? 'text' : 'workbook'}       ${seconds.toFixed(1)} s   goal: below ${GOAL.seconds} s; ${peak()} MB   goal: below ${GOAL.megabytes} MB; progress last told at ${told.toLocaleString('en')} rows`
	);
	jobs.close();
}

/** The same file read by a general library, its rows thrown away. */
async function reference(path: string): Promise<void> {
	const start = performance.now();
	let rows = 0;
	if (path.endsWith('csv'))
		Papa.parse(readFileSync(path, 'utf8'), { delimiter: ';', step: () => void rows++ });
	else
		for await (const row of streamXlsxRows(readFileSync(path)))
			rows += row.values.length > 0 ? 1 : 0;
	const name = path.endsWith('csv') ? 'papaparse' : 'hucre';
	say(
		`    reference ${name}, rows alone   ${((performance.now() - start) / 1000).toFixed(1)} s; ${peak()} MB; ${rows.toLocaleString('en')} rows`
	);
}

const [, , mode, path] = process.argv;
if (process.argv[1] === fileURLToPath(import.meta.url) && path)
	await (mode === 'read' ? summed(path) : reference(path));
