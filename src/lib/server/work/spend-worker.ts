import type { Text } from '../../core/errors.ts';
import { FactorRows, type FactorUnit, type StoredFactor } from '../../input/spend/factor-rows.ts';
import { LedgerRows, type Ledger, type LedgerChoices } from '../../input/spend/ledger-rows.ts';
import { ListRefusal } from '../../input/spend/table-head.ts';
import { eachRow } from '../files/long-list.ts';
import { SheetRefusal } from '../files/sheet-refusal.ts';
import { inThread } from './thread.ts';

/** A ledger of purchases to sum up, or a list of factors. */
export type SpendTask = { readonly bytes: Uint8Array } & (
	| { readonly kind: 'ledger'; readonly choices: LedgerChoices }
	| { readonly kind: 'factors'; readonly unit: FactorUnit }
);
/** Rows so far. */
export type SpendProgress = { readonly rows: number };
export type SpendResult =
	| { readonly ledger: Ledger }
	| { readonly factors: readonly StoredFactor[] }
	| { readonly kept: string }
	| { readonly refusal: Text };

const LIMITS = { rows: 500_000, columns: 100, cells: 12_000_000 };

/** The thread in which a long list of purchases is read: its rows are summed as they come. */
await inThread<SpendTask, SpendProgress, SpendResult>(async (task, { onProgress }) => {
	const list = task.kind === 'ledger' ? new LedgerRows(task.choices) : new FactorRows(task.unit);
	try {
		const bytes = Buffer.from(task.bytes);
		const { unread } = await eachRow(bytes, LIMITS, list, (rows) => onProgress({ rows }));
		return list instanceof LedgerRows
			? { ledger: list.ledger(unread) }
			: { factors: list.factors() };
	} catch (thrown) {
		if (thrown instanceof ListRefusal || thrown instanceof SheetRefusal)
			return { refusal: thrown.text };
		throw thrown;
	}
});
