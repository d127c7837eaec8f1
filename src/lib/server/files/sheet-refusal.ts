import type { Text } from '../../core/errors.ts';

/** A file that is not read, with what its sender can do about it. */
export class SheetRefusal extends Error {
	readonly text: Text;
	constructor(sv: string, en: string) {
		super(en);
		this.text = { sv, en };
	}
}

export const tooManyCells = () =>
	new SheetRefusal(
		'Filen har mer text än det finns plats för här. Dela den, eller ta bort blad och kolumner som inte behövs.',
		'The file holds more text than there is room for here. Split it, or take away sheets and columns that are not needed.'
	);
