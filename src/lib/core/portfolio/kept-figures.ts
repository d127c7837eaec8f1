import { Decimal } from '../decimal.ts';
import type { ComparedFigures } from './compare.ts';

/** A compared figure that is an amount, by its name. */
export type FigureKey = {
	[Key in keyof ComparedFigures]: ComparedFigures[Key] extends Decimal | null ? Key : never;
}[keyof ComparedFigures];

/** Compared figures as a frozen document keeps them: exact decimals and counts as text; null: unknown. */
export type KeptFigures = Readonly<Record<string, string | null>>;

export function keptFigures(figures: ComparedFigures): KeptFigures {
	const entries: readonly (readonly [string, unknown])[] = Object.entries(figures);
	const kept = new Map<string, string | null>();
	for (const [name, value] of entries)
		if (value === null) kept.set(name, null);
		else if (Decimal.isDecimal(value) || typeof value === 'number') kept.set(name, String(value));
	return Object.fromEntries(kept);
}

/** A figure as it was kept; null: it was unknown, or was not kept then. */
export function figureKept(kept: KeptFigures, key: FigureKey): Decimal | null {
	const text = Object.hasOwn(kept, key) ? kept[key] : null;
	return text == null ? null : new Decimal(text);
}
