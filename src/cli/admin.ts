import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeDatabase, openDatabase } from '../lib/server/db/open.ts';
import { brokenLogRow } from '../lib/server/services/audit.queries.ts';
import type { Context } from '../lib/server/services/context.ts';
import { recoverAccount, makeOperator } from '../lib/server/services/recovery.commands.ts';
import { settingsFrom } from '../lib/server/settings.ts';

/** On the server's own command line: a new way in when nobody is left who can give one, and a look at the log. */
const USAGE = [
	'Usage: npm run -s admin -- recover EMAIL   a link by which that account sets a new password',
	'       npm run -s admin -- operator EMAIL  a link by which a system operator comes in',
	'       npm run -s admin -- verify-log      whether the audit log is whole'
].join('\n');

type Answer = { readonly status: number; readonly text: string };

function main(): Answer {
	process.umask(0o077);
	const { positionals } = parseArgs({ allowPositionals: true });
	const [action = '', email] = positionals;
	const isKnown = action === 'verify-log' || (/^(recover|operator)$/.test(action) && email);
	if (!isKnown) return { status: 2, text: USAGE };
	const settings = settingsFrom(process.env);
	const path = join(settings.dataDir, 'klimatportfolj.db');
	if (!existsSync(path))
		return { status: 2, text: `There is no database at ${path}. Set DATA_DIR to its folder.` };
	const db = openDatabase(path);
	const ctx: Context = { db, now: Date.now, requestId: 'command-line', actor: null };
	try {
		if (action === 'verify-log') return logVerdict(ctx);
		return linkFor(ctx, settings.origin, action, email ?? '');
	} finally {
		closeDatabase(db);
	}
}

function logVerdict(ctx: Context): Answer {
	const row = brokenLogRow(ctx);
	return row === null
		? { status: 0, text: 'The audit log is whole.' }
		: {
				status: 1,
				text: `The audit log is broken at row ${row}: it, or a row before it, was changed.`
			};
}

function linkFor(ctx: Context, origin: string, action: string, email: string): Answer {
	const path = action === 'recover' ? recoverAccount(ctx, email) : makeOperator(ctx, email);
	if (path !== null) return { status: 0, text: `${origin}${path}` };
	return {
		status: 2,
		text:
			action === 'recover'
				? `There is no account with the e-mail address ${email}.`
				: `${email} is no e-mail address, or already has an account; give one that has none.`
	};
}

const { status, text } = main();
(status === 0 ? process.stdout : process.stderr).write(`${text}\n`);
process.exitCode = status;
