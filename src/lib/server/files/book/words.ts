import type { CostItem } from '../../../core/plan/plan.ts';
import { say, type Book } from './book.ts';

/** The words that the pages have for what a plan names. */
export function kindWord({ t }: Book, kind: CostItem['kind']): string {
	return t.measureForm.kinds[kind] ?? kind;
}

export function payerWord({ t }: Book, payer: CostItem['payer']): string {
	return t.financing.payerNames[payer] ?? payer;
}

export function sectorWord(book: Book, sector: string | null): string {
	if (sector === null) return say(book, 'ingen sektor', 'no sector');
	return book.t.measures.sectors[sector] ?? sector;
}

export function carrierWord({ t }: Book, carrier: string): string {
	return t.measureForm.carriers[carrier] ?? carrier;
}
