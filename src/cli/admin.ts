import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeDatabase, openDatabase } from '../lib/server/db/open.ts';
import { recoverAccount, makeOperator } from '../lib/server/services/recovery.commands.ts';
import { settingsFrom } from '../lib/server/settings.ts';

/** On the server's own command line: a new way in when nobody is left who can give one. */
const USAGE = [
	'Usage: npm run -s admin -- recover EMAIL   a link by which that account sets a new password',
	'       npm run -s admin -- operator EMAIL  a link by which a system operator comes in'
].join('\n');

function main(): number {
	process.umask(0o077);
	const { positionals } = parseArgs({ allowPositionals: true });
	const [action, email] = positionals;
	const settings = settingsFrom(process.env);
	const path = join(settings.dataDir, 'klimatportfolj.db');
	const work = { recover: recoverAccount, operator: makeOperator }[action ?? ''];
	if (!work || email === undefined) return refuse(USAGE);
	if (!existsSync(path))
		return refuse(`There is no database at ${path}. Set DATA_DIR to its folder.`);
	const db = openDatabase(path);
	try {
		const link = work({ db, now: Date.now, requestId: 'command-line', actor: null }, email);
		if (link === null) return refuse(`There is no account with the e-mail address ${email}.`);
		process.stdout.write(`${settings.origin}${link}\n`);
		return 0;
	} finally {
		closeDatabase(db);
	}
}

function refuse(text: string): number {
	process.stderr.write(`${text}\n`);
	return 2;
}

process.exitCode = main();
