import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const ELSEWHERE = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Needed where there is no display, no GPU and no network. */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/** Path of a Chromium or Chrome on this machine; null when there is none. CHROME_PATH comes first. */
export function findBrowser(): string | null {
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	const candidates = [
		process.env['CHROME_PATH'],
		...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
		...ELSEWHERE,
		chromium.executablePath()
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

/**
 * The browser for the tests; installs one when there is none: Playwright's own, else Debian's package when root. Throws
 * one sentence that says what to install when neither works.
 */
export function ensureBrowser(): string {
	const found = findBrowser();
	if (found) return found;
	say('No Chromium or Chrome found; installing Playwright’s own.');
	run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
	const installed = findBrowser();
	if (installed && starts(installed)) return installed;
	if (process.getuid?.() === 0) {
		say('That did not work; installing Debian’s package chromium.');
		run('apt-get', ['update', '-qq']);
		run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
	}
	const packaged = findBrowser();
	if (packaged) return packaged;
	throw new Error(
		'The browser tests need Chromium or Chrome: install it (on Debian: apt-get install chromium) or set CHROME_PATH to it.'
	);
}

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}

const LONGEST_INSTALL = 300_000;

function run(command: string, args: readonly string[]): boolean {
	const { status } = spawnSync(command, args, {
		stdio: ['ignore', 'ignore', 'ignore'],
		timeout: LONGEST_INSTALL,
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	});
	return status === 0;
}

/** Playwright's own build may lack system libraries. */
function starts(path: string): boolean {
	return run(path, ['--version']);
}

export function launchBrowser(): Promise<Browser> {
	return chromium.launch({ executablePath: ensureBrowser(), args: FLAGS });
}
