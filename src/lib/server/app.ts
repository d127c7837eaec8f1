import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import { createSessions, type Sessions } from './auth/sessions.ts';
import { sweep } from './auth/throttle.ts';
import { closeDatabase, openDatabase, type Db } from './db/open.ts';
import { bringCatalogue } from './services/catalogue.ts';
import type { Context } from './services/context.ts';
import { openLongWork } from './services/long-work.ts';
import {
	EXAMPLE_PASSWORD,
	exampleOperator,
	exampleUsers,
	firstAdministratorLink,
	isEmpty,
	loadExample
} from './services/first-start.commands.ts';
import { sweepUploads } from './services/sheets.ts';
import type { Settings } from './settings.ts';

/** The running program: one database, its sign-ins, its log. */
export type App = {
	readonly settings: Settings;
	readonly db: Db;
	readonly sessions: Sessions;
	readonly log: Logger;
	readonly close: () => void;
};

const HOUR = 3_600_000;

export async function startApp(settings: Settings, examplePlanFile: string): Promise<App> {
	const log = pino({ level: settings.logLevel, base: null });
	const db = openDatabase(join(settings.dataDir, 'klimatportfolj.db'));
	const sessions = createSessions(db, settings.cookie);
	const ctx = { db, now: Date.now, requestId: 'start', actor: null } satisfies Context;
	bringCatalogue(ctx);
	const work = openLongWork(
		db,
		(error) => log.error({ err: error }, 'a thread failed'),
		settings.sources
	);
	if (isEmpty(ctx)) await welcome(ctx, settings, examplePlanFile);
	const sweeping = setInterval(() => {
		void sessions.sweep();
		sweep(db, Date.now());
		sweepUploads(db, Date.now());
	}, HOUR);
	sweeping.unref();
	return {
		settings,
		db,
		sessions,
		log,
		close: () => {
			clearInterval(sweeping);
			work.close();
			if (db.$client.open) closeDatabase(db);
		}
	};
}

/** First start: the example with its sign-ins to try, or the link by which the first administrator comes in. */
async function welcome(ctx: Context, settings: Settings, examplePlanFile: string): Promise<void> {
	if (settings.isTryOut) {
		await loadExample(ctx, examplePlanFile);
		const emails = [...exampleUsers, exampleOperator].map(({ email }) => `  ${email}`);
		print([
			'Exemplet Alvesta är inläst. Logga in med någon av / The Alvesta example is loaded. Sign in with one of',
			...emails,
			`  lösenord / password: ${EXAMPLE_PASSWORD}`
		]);
		return;
	}
	print([
		'Installationen är tom. Öppna länken inom 72 timmar och skapa den första administratören:',
		'The installation is empty. Open the link within 72 hours to create the first administrator:',
		`  ${settings.origin}${firstAdministratorLink(ctx)}`
	]);
}

function print(lines: readonly string[]): void {
	process.stdout.write(`${lines.join('\n')}\n`);
}
