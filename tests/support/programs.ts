import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs that tests need beside Node, found on the machine or installed. */

/** The first path that can be run: one that is named outright, a name in the folders of PATH, or another place. */
export function findProgram(
	named: string | undefined,
	names: readonly string[],
	elsewhere: readonly string[]
): string | null {
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	const candidates = [
		named,
		...names.flatMap((name) => folders.map((folder) => join(folder, name))),
		...elsewhere
	];
	return (
		candidates.find((path): path is string => path !== undefined && isExecutable(path)) ?? null
	);
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

export function say(text: string): void {
	process.stdout.write(`${text}\n`);
}

const LONGEST_RUN = 600_000;

/** Runs a command without a word; whether it went well. */
export function run(command: string, args: readonly string[]): boolean {
	const { status } = spawnSync(command, args, {
		stdio: ['ignore', 'ignore', 'ignore'],
		timeout: LONGEST_RUN,
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	});
	return status === 0;
}

export const isRoot = () => process.getuid?.() === 0;

/** Installs one of Debian's packages. */
export function installPackage(name: string): void {
	run('apt-get', ['update', '-qq']);
	run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
}
