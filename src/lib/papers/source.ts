import type { Decimal } from '../core/decimal.ts';
import type { Text } from '../core/errors.ts';
import type { Hidden } from '../core/plan/public.ts';
import type { Measure, Plan, Portfolio } from '../core/plan/plan.ts';
import type { Programme } from '../core/plan/programme.ts';
import type { ComparedFigures } from '../core/portfolio/compare.ts';
import type { Evaluation } from '../core/portfolio/evaluation.ts';
import { formatMoney, formatNumber, formatPercent } from '../format/numbers.ts';
import type { Locale, Messages } from '../i18n/messages.ts';
import type { PaperWords } from '../i18n/paper-words.ts';
import type { Asked } from './asked.ts';
import type { Briefing } from './brief/briefing.ts';
import type { Block, PaperSection, PaperTable } from './paper.ts';
import type { TemplateTable } from './templates.ts';

/** What papers are made of: a plan, one portfolio of it and all figures of that, and how the others compare. */
export type PaperSource = {
	readonly plan: Plan;
	readonly portfolio: Portfolio;
	readonly evaluation: Evaluation;
	readonly others: readonly {
		readonly id: string;
		readonly name: string;
		readonly figures: ComparedFigures;
	}[];
	readonly brief: Briefing;
	/** Programmes that one may apply to, the plan's own and the catalogue's. */
	readonly programmes: readonly Programme[];
	readonly hidden: Hidden;
	/** Whether what may be secret is left out. */
	readonly isPublic: boolean;
	/** Of the plan in the database; null: read from a file. */
	readonly version: number | null;
};

export const decimalStyles = ['comma', 'point'] as const;
export type DecimalStyle = (typeof decimalStyles)[number];

/** What the one who asks for a paper chooses. */
export type PaperWishes = {
	readonly locale: Locale;
	readonly caseNumber: string;
	/** 2026-11-28 */
	readonly day: string;
	/** In tables that are pasted into a portal. */
	readonly decimals: DecimalStyle;
	/** Of papers about one measure; null: the first that fits. */
	readonly measure: string | null;
};

/** The content of a report, and what it asks of the plan. */
export type Draft = {
	/** null: the portfolio. */
	readonly about: string | null;
	/** Where its figures come from; absent: from all that the portfolio rests on. */
	readonly sources?: readonly string[];
	readonly sections: readonly PaperSection[];
	readonly asked: readonly Asked[];
};

/** How figures and names are written in a paper: in its language, unknown in words. */
export type Pen = ReturnType<typeof penOf>;

export function penOf(
	{ locale, decimals }: PaperWishes,
	{ t, w }: { readonly t: Messages; readonly w: PaperWords }
) {
	const plain = (value: Decimal | null, places: number) => {
		const written = value?.toFixed(places);
		if (written === undefined) return w.missing;
		return decimals === 'comma' ? written.replace('.', ',') : written;
	};
	return {
		locale,
		t,
		w,
		/** tkr, one decimal. */
		money: (value: Decimal | null) => formatMoney(value, 'tkr', locale),
		number: (value: Decimal | null, places = 0) => formatNumber(value, places, locale),
		share: (value: Decimal | null, places = 0) =>
			value === null ? w.missing : formatPercent(value, locale, places),
		/** For forms that take numbers without spaces: in the style that was asked for. */
		plain,
		in: (text: Text) => text[locale] || text.sv,
		known: (text: string) => (text.trim() === '' ? w.missing : text),
		sector: (sector: string | null) =>
			sector === null ? t.financing.noSector : (t.measures.sectors[sector] ?? sector),
		measure: ({ id, name }: Pick<Measure, 'id' | 'name'>) => `${id} ${name[locale] || name.sv}`
	};
}

export function text(sentence: string): Block {
	return { kind: 'text', text: sentence };
}

export function tableBlock(table: PaperTable): Block {
	return { kind: 'table', table };
}

/** A table of a form: its columns in the form's order; what is not given is missing. */
export function templateTable<Column extends string>(
	template: TemplateTable<Column>,
	rows: readonly Readonly<Record<Column, string>>[],
	{ locale, in: inWords }: Pen
): PaperTable {
	return {
		caption: `${template.code} ${template.name[locale]}`.trim(),
		columns: template.columns.map(({ name, isNumber, weight }) => ({
			name: inWords(name),
			isNumber,
			weight
		})),
		rows: rows.map((row) => template.columns.map(({ id }) => row[id]))
	};
}
