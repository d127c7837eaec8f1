import { readdirSync, statSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { schemaVersion } from '../db/open.ts';
import type { Context } from './context.ts';

/** How the installation is; nothing of any organisation. */
export function health({ db }: Context, dataDir: string) {
	const disk = statfsSync(dataDir);
	return {
		status: 'ok',
		schemaVersion: schemaVersion(db),
		lastBackupAt: lastBackupAt(join(dataDir, 'backups')),
		freeDiskBytes: disk.bavail * disk.bsize,
		walBytes: statSync(`${db.$client.name}-wal`, { throwIfNoEntry: false })?.size ?? 0
	};
}

/** When the newest file in the backup folder was written; null when there is none. */
function lastBackupAt(folder: string): string | null {
	try {
		const times = readdirSync(folder).map((name) => statSync(join(folder, name)).mtimeMs);
		return times.length > 0 ? new Date(Math.max(...times)).toISOString() : null;
	} catch {
		return null;
	}
}
