import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tables } from '../../src/lib/input/sheets/cell.ts';
import { readXlsx } from '../../src/lib/server/files/xlsx.ts';
import { findProgram, installPackage, isRoot, say } from './programs.ts';

/** LibreOffice, which computes a workbook anew without a window. */

const NAMES = ['soffice', 'libreoffice'];
const ELSEWHERE = ['/Applications/LibreOffice.app/Contents/MacOS/soffice'];
const PACKAGES = ['libreoffice-calc-nogui', 'libreoffice-calc'];

/** Path of LibreOffice on this machine; null when there is none. SOFFICE_PATH comes first. */
function findSpreadsheet(): string | null {
	return findProgram(process.env['SOFFICE_PATH'], NAMES, ELSEWHERE);
}

/** LibreOffice for the tests; installs Debian's package when there is none. Throws one sentence that says what to install. */
export function ensureSpreadsheet(): string {
	const found = findSpreadsheet();
	if (found) return found;
	if (isRoot()) {
		say('No LibreOffice found; installing Debian’s package of Calc.');
		for (const name of PACKAGES) {
			installPackage(name);
			const installed = findSpreadsheet();
			if (installed) return installed;
		}
	}
	throw new Error(
		'The tests of workbooks need LibreOffice Calc: install it (on Debian: apt-get install libreoffice-calc-nogui) or set SOFFICE_PATH to soffice.'
	);
}

/** Computes every formula when a file is opened, whatever value is saved beside it. */
const ALWAYS_ANEW = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

const LONGEST_RUN = 240_000;

/** Workbooks as LibreOffice saves them once it has computed every formula, in the order given. */
export async function recalculated(workbooks: readonly Buffer[]): Promise<Tables[]> {
	const folder = mkdtempSync(join(tmpdir(), 'klimatportfolj-books-'));
	try {
		const [profile, results] = [join(folder, 'profile'), join(folder, 'results')];
		mkdirSync(join(profile, 'user'), { recursive: true });
		writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_ANEW);
		const files = workbooks.map((bytes, place) => {
			const path = join(folder, `${place}.xlsx`);
			writeFileSync(path, bytes);
			return path;
		});
		const { status, stderr } = spawnSync(
			ensureSpreadsheet(),
			[
				'--headless',
				'--norestore',
				`-env:UserInstallation=file://${profile}`,
				...['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', results],
				...files
			],
			{ timeout: LONGEST_RUN, encoding: 'utf8' }
		);
		if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`);
		return await Promise.all(
			files.map((_, place) =>
				readXlsx(readFileSync(join(results, `${place}.xlsx`)), () => undefined)
			)
		);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
