import type { Locale } from '../i18n/messages.ts';
import type { Drawing } from './drawing/drawing.ts';

/** What a paper can be had as, besides the page itself. */
export const fileKinds = ['pdf', 'docx'] as const;
export type FileKind = (typeof fileKinds)[number];

/**
 * A paper for a council, an agency or a lender: headings, sentences, tables and charts, all in words and figures as they are
 * to be read. The page shows it as it is; files are made of the same.
 */
export type Paper = {
	readonly locale: Locale;
	readonly title: string;
	/** What it is of. */
	readonly about: string;
	/** Case number, day, version, price basis. */
	readonly facts: readonly Entry[];
	/** What a reader must know first. */
	readonly notices: readonly string[];
	readonly sections: readonly PaperSection[];
	/** Where its figures come from. */
	readonly sources: readonly string[];
	/** Its tables have many columns: the sheet lies on its side. */
	readonly isWide: boolean;
};

export type PaperSection = { readonly title: string; readonly blocks: readonly Block[] };

export type Block =
	| { readonly kind: 'heading'; readonly text: string }
	| { readonly kind: 'text'; readonly text: string }
	/** To be written by the officer; stands out until it is. */
	| { readonly kind: 'blank'; readonly text: string }
	| { readonly kind: 'list'; readonly items: readonly string[] }
	/** Named values; without a caption where the section's title says what they are. */
	| { readonly kind: 'entries'; readonly caption: string; readonly entries: readonly Entry[] }
	| { readonly kind: 'table'; readonly table: PaperTable }
	| { readonly kind: 'figure'; readonly figure: PaperFigure };

export type Entry = { readonly label: string; readonly value: string };

export type PaperTable = {
	readonly caption: string;
	/** The first names its row; weight: how wide it is against the others. */
	readonly columns: readonly {
		readonly name: string;
		readonly isNumber?: boolean | undefined;
		readonly weight?: number | undefined;
	}[];
	readonly rows: readonly (readonly string[])[];
	/** Sums, last. */
	readonly sums?: readonly (readonly string[])[] | undefined;
};

/** A chart with what it shows in a sentence, and its figures as a table. */
export type PaperFigure = {
	readonly title: string;
	readonly drawing: Drawing;
	readonly alt: string;
	readonly table: PaperTable;
};
