import type { Locale } from '../../i18n/messages.ts';
import { calculatingBook } from '../files/book/calculating-book.ts';
import { departmentBook } from '../files/book/department-book.ts';
import { bookBytes } from '../files/book/write-book.ts';
import { planOf, type PlanTask } from './plan-task.ts';
import { inThread } from './thread.ts';

export type BookTask = PlanTask & {
	/** A portfolio that computes, or the department whose measures are to be typed. */
	readonly book: { readonly portfolio: string } | { readonly owner: string };
	readonly locale: Locale;
	readonly planId: string;
	readonly day: string;
};

/** The thread in which a workbook is laid out and written. */
await inThread<BookTask, never, Uint8Array>(async ({ book, locale, planId, day, ...task }) => {
	const { plan } = planOf(task);
	const of = { locale, planId, day };
	return await bookBytes(
		'owner' in book
			? await departmentBook(plan, book.owner, of)
			: await calculatingBook(plan, book.portfolio, of)
	);
});
