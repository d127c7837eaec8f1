import { certainties, type Certainty } from '../../../core/funding/certainty.ts';
import type { Assumptions } from './assumptions.ts';
import {
	checkOne,
	checkYears,
	newSheet,
	say,
	unknown,
	yearHeadings,
	yearRow,
	type Book
} from './book.ts';
import { capitalRows, type CapitalRow } from './capital.ts';
import { at } from './cells.ts';
import { ownShareOf } from './cost-table.ts';
import type { CostsPerYear } from './costs-per-year.ts';
import {
	above,
	atMost,
	equals,
	iff,
	isNumber,
	minus,
	most,
	over,
	plus,
	sumProduct,
	times,
	type Operand
} from './formula.ts';
import { weighted, type FundingPerYear } from './funding-per-year.ts';
import { certaintyWord } from './gap.ts';
import { line, summed, totalOf } from './lines.ts';
import { range, type CellRef, type Years } from './sheet.ts';

/** The effect on the municipality's operating budget, in three variants (METHODS §14, rule 15). Gives the driftgap's sum. */
export function operatingSheet(
	book: Book,
	{ costs, funding }: { readonly costs: CostsPerYear; readonly funding: FundingPerYear },
	assumed: Assumptions
): CellRef {
	const sheet = newSheet(book, 'Driftbudget', 'Operating budget', [
		'Kronor per år, egen andel, fast pris och nominell internränta. Effekt = avskrivning + ränta + drift − besparing − intäkt − bidrag till drift; plus är en belastning.',
		'Kronor per year, own share, constant prices and nominal internal rate. Effect = depreciation + interest + running − saving − revenue − grants to running costs; plus is a burden.'
	]);
	const header = yearHeadings(book, sheet, [
		'',
		'Id',
		say(book, 'Åtgärd', 'Measure'),
		say(book, 'Post', 'Item'),
		say(book, 'Vad', 'What'),
		say(book, 'Avskrivning, år', 'Depreciation, years'),
		say(book, 'Ränta', 'Rate'),
		say(book, 'Andel kvar, säkrat', 'Share left, secured'),
		say(book, 'Andel kvar, förväntat', 'Share left, expected'),
		say(book, 'Andel kvar, planerat', 'Share left, planned'),
		say(book, 'Annuitetsfaktor', 'Annuity factor'),
		say(book, 'Betalas med', 'Paid by'),
		say(book, 'Summa, kr', 'Sum, kr')
	]);
	const capital = capitalRows(book, sheet, header, { costs, funding, assumed });
	sheet.newRow();
	const put = (words: string, of: (index: number) => Operand) =>
		summed(book, sheet, line(sheet, [words]), header, of, 'kr').perYear;
	const running = (kind: 'opex' | 'saving' | 'revenue') =>
		put(book.t.measureForm.kinds[kind] ?? kind, (index) =>
			ownShareOf(book, costs, { kind, payer: 'municipality' }, index)
		);
	const [opex, saving, revenue] = [running('opex'), running('saving'), running('revenue')];
	const effects = certainties.map((certainty) => {
		const word = certaintyWord(book, certainty);
		const of = (what: 'depreciation' | 'interest', index: number) =>
			capitalIn(capital, what, certainty, index);
		const depreciation = put(`${say(book, 'Avskrivning', 'Depreciation')}, ${word}`, (index) =>
			of('depreciation', index)
		);
		const interest = put(`${say(book, 'Ränta', 'Interest')}, ${word}`, (index) =>
			of('interest', index)
		);
		const grants = put(
			`${say(book, 'Bidrag till drift', 'Grants to running costs')}, ${word}`,
			(index) => {
				const all = (['opex', 'saving', 'revenue'] as const).map((kind) =>
					weighted(book, funding.counted, { kind, payer: 'municipality' }, { certainty, index })
				);
				return plus(at(all, 0), ...all.slice(1));
			}
		);
		const label = `${say(book, 'Effekt på driftbudgeten', 'Effect on the operating budget')}, ${word}`;
		const effect = put(label, (index) => {
			const cost = plus(at(depreciation, index), at(interest, index), at(opex, index));
			return minus(minus(minus(cost, at(saving, index)), at(revenue, index)), at(grants, index));
		});
		checkYears(book, label, book.evaluation.operating[certainty].effectPerYear, effect);
		return { certainty, effect, headroom: afterFrame(effect, certainty, word) };
	});
	const secured = at(effects, 0);
	return driftgap(secured.effect, secured.headroom);

	/** What is left of the frame, and the effect as tax. */
	function afterFrame(effect: Years, certainty: Certainty, word: string): Years {
		const figures = book.evaluation.operating[certainty];
		const label = `${say(book, 'Kvar av driftramen', 'Left of the operating frame')}, ${word}`;
		const headroom = yearRow(
			sheet,
			line(sheet, [label]),
			header,
			(index) => {
				const frame = at(assumed.frames, index);
				return iff(isNumber(frame), minus(frame, at(effect, index)), unknown(book));
			},
			'kr'
		);
		checkYears(book, label, figures.headroomPerYear, headroom);
		const words = `${say(book, 'Öre per skattekrona', 'Öre of tax per krona')}, ${word}`;
		const { taxYield } = assumed;
		const tax = yearRow(
			sheet,
			line(sheet, [words]),
			header,
			(index) => {
				const ore = over(at(effect, index), over(taxYield, 100));
				return iff(isNumber(taxYield), iff(above(taxYield, 0), ore, unknown(book)), unknown(book));
			},
			'factor'
		);
		checkYears(book, words, figures.taxOrePerYear, tax, 'factor');
		return headroom;
	}

	function driftgap(effect: Years, headroom: Years): CellRef {
		const label = say(
			book,
			'Driftgap: effekt över ramen, säkrat',
			'Operating gap: effect above the frame, secured'
		);
		const row = line(sheet, [label]);
		const gap = yearRow(
			sheet,
			row,
			header,
			(index) => {
				const left = at(headroom, index);
				const none = iff(atMost(at(effect, index), 0), 0, unknown(book));
				return iff(isNumber(left), most(0, minus(0, left)), none);
			},
			'kr',
			'total'
		);
		const { driftgap: figures } = book.evaluation;
		checkYears(book, label, figures.perYear, gap);
		const total = totalOf(book, sheet, gap, 'kr', 'total');
		checkOne(book, label, figures.total, total);
		return total;
	}
}

/** Depreciation or interest of all investments in one year, each by the share of it that the variant's grants leave. */
function capitalIn(
	rows: readonly CapitalRow[],
	what: CapitalRow['is'],
	certainty: Certainty,
	index: number
): Operand {
	const [first] = rows;
	if (!first) return 0;
	const own = rows.find(({ is }) => is === what);
	if (!own) return 0;
	const isOf = equals(range(rows.map(({ what: cell }) => cell)), String(own.what.value));
	const share = range(rows.map((row) => row.share[certainty]));
	return sumProduct(times(isOf, share), range(rows.map(({ perYear }) => at(perYear, index))));
}
