import type { Locale } from '../../i18n/messages.ts';
import { calculatingBook } from '../files/book/calculating-book.ts';
import { bookBytes } from '../files/book/write-book.ts';
import { planOf, type PlanTask } from './plan-task.ts';
import { inThread } from './thread.ts';

export type BookTask = PlanTask & {
	readonly portfolio: string;
	readonly locale: Locale;
	readonly planId: string;
	readonly day: string;
};

/** The thread in which a workbook is laid out and written. */
await inThread<BookTask, never, Uint8Array>(async ({ portfolio, locale, planId, day, ...task }) =>
	bookBytes(await calculatingBook(planOf(task).plan, portfolio, { locale, planId, day }))
);
