import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchBrowser } from './browser-bench.ts';
import { benchEvaluate } from './evaluate-bench.ts';
import { benchLedger } from './ledger-bench.ts';
import { benchMany } from './many-bench.ts';
import { benchMix } from './mix-bench.ts';
import { benchPages } from './pages-bench.ts';
import { benchRisk } from './risk-bench.ts';
import { benchSearch } from './search-bench.ts';
import { benchVeryLarge } from './very-large-bench.ts';

/** npm run bench: speed and memory as ratios in one run against a stated reference. Never part of npm test. */
const folder = mkdtempSync(join(tmpdir(), 'klimatportfolj-bench-'));
try {
	await benchLedger();
	benchVeryLarge();
	benchMany();
	benchMix();
	benchSearch();
	benchRisk();
	benchEvaluate();
	await benchPages(join(folder, 'pages'));
	await benchBrowser(join(folder, 'browser'));
} finally {
	rmSync(folder, { recursive: true, force: true });
}
