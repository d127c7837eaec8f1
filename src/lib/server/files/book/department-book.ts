import type { Plan, Portfolio } from '../../../core/plan/plan.ts';
import { loadMessages, messages } from '../../../i18n/messages.ts';
import { newBook, newSheet, say, type Book, type BookOf } from './book.ts';
import { costInputs } from './costs.ts';
import { effectSheet } from './effects.ts';
import { fundingInputs } from './funding.ts';
import { measureSheet } from './measures.ts';
import { traceSheet } from './trace.ts';

const NOTHING_CHOSEN: Portfolio = { id: '-', name: '', measures: [], shift: {}, scale: {} };

/** What is typed of the measures that a department answers for, to be sent out and read back; nothing is computed in it. */
export async function departmentBook(plan: Plan, owner: string, of: BookOf): Promise<Book> {
	await loadMessages(of.locale);
	const measures = plan.measures.filter((measure) => measure.owner === owner);
	const ids = new Set(measures.map(({ id }) => id));
	const own: Plan = {
		...plan,
		measures,
		funding: plan.funding.filter(({ measure }) => ids.has(measure)),
		portfolios: [NOTHING_CHOSEN]
	};
	const book = newBook(own, NOTHING_CHOSEN.id, of, messages[of.locale]);
	const first = newSheet(book, 'Läs mig', 'Read me', [
		`${plan.settings.name}: ${owner}`,
		`${plan.settings.name}: ${owner}`
	]);
	const put = (sv: string, en: string) => first.text(first.newRow(), 1, say(book, sv, en));
	const one = measures.length === 1;
	put(
		`Det här är ${one ? 'den åtgärd' : `de ${measures.length} åtgärder`} i planen som ni svarar för. Uttagen ${of.day}.`,
		`${one ? 'This is the measure' : `These are the ${measures.length} measures`} of the plan that you answer for. Taken out on ${of.day}.`
	);
	put(
		'Ändra i de gula cellerna, spara och skicka tillbaka filen. Den läses in som ändringar, och ni behöver inte skriva något två gånger.',
		'Change the yellow cells, save, and send the file back. It is read in as changes, and nothing has to be typed twice.'
	);
	put(
		`Belopp är kronor för hela projektet, i ${plan.settings.basis.priceYear} års priser. Det som är okänt lämnas som det är, aldrig som noll.`,
		`Amounts are kronor of the whole project, in prices of ${plan.settings.basis.priceYear}. What is unknown is left as it is, never as zero.`
	);
	put(
		'Lägg inte till rader: skriv nya åtgärder och poster i ett eget blad eller brev.',
		'Add no rows: write new measures and items on a sheet of your own or in a letter.'
	);
	const sheet = measureSheet(book);
	costInputs(book, sheet);
	effectSheet(book, sheet, null);
	fundingInputs(book);
	traceSheet(book);
	return book;
}
