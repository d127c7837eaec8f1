import { chromium, type Browser } from 'playwright-core';
import { findProgram, installPackage, isRoot, run, say } from './programs.ts';

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
	return findProgram(process.env['CHROME_PATH'], NAMES, [...ELSEWHERE, chromium.executablePath()]);
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
	if (isRoot()) {
		say('That did not work; installing Debian’s package chromium.');
		installPackage('chromium');
	}
	const packaged = findBrowser();
	if (packaged) return packaged;
	throw new Error(
		'The browser tests need Chromium or Chrome: install it (on Debian: apt-get install chromium) or set CHROME_PATH to it.'
	);
}

/** Playwright's own build may lack system libraries. */
function starts(path: string): boolean {
	return run(path, ['--version']);
}

export function launchBrowser(): Promise<Browser> {
	return chromium.launch({ executablePath: ensureBrowser(), args: FLAGS });
}
