import type { Locator, Page } from 'playwright-core';

/** The ways in which a person works a page: with a mouse, or with the keyboard alone. */
export type Hands = {
	readonly name: string;
	/** Follows a link or presses a button. */
	readonly press: (target: Locator) => Promise<void>;
	/** Writes in a field in place of what stood there. */
	readonly write: (target: Locator, text: string) => Promise<void>;
	/** Chooses in a list by its words. */
	readonly choose: (target: Locator, words: string) => Promise<void>;
};

const MOST_TABS = 600;

/** Goes to an element as one does who has no mouse: with Tab from where one is, never by a script's own focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
	await target.waitFor();
	for (let count = 0; count < MOST_TABS; count++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab does not come to ${String(target)}`);
}

export const mouse = (page: Page): Hands => ({
	name: 'mouse',
	press: (target) => target.click(),
	write: async (target, text) => {
		await target.click({ clickCount: 3 });
		await page.keyboard.type(text);
	},
	choose: async (target, words) => void (await target.selectOption({ label: words }))
});

export const keyboard = (page: Page): Hands => ({
	name: 'keyboard',
	press: async (target) => {
		await tabTo(page, target);
		await page.keyboard.press('Enter');
	},
	write: async (target, text) => {
		await tabTo(page, target);
		await page.keyboard.press('ControlOrMeta+A');
		await page.keyboard.type(text);
	},
	choose: async (target, words) => {
		await tabTo(page, target);
		await page.keyboard.type(words);
	}
});
