import { certainties } from '../../../core/funding/certainty.ts';
import type { PayerFigures, SectorFigures } from '../../../core/portfolio/evaluation.ts';
import type { Assumptions } from './assumptions.ts';
import { checkOne, newSheet, say, type Book } from './book.ts';
import { at } from './cells.ts';
import { ownShareOf, type Asked } from './cost-table.ts';
import type { CostsPerYear } from './costs-per-year.ts';
import { payerWord, sectorWord } from './words.ts';
import { minus, plus, sumProduct, type Operand } from './formula.ts';
import { weighted, type FundingPerYear } from './funding-per-year.ts';
import { certaintyWord, checkTotalled, gapPath, kronorHeadings, moneyRow } from './gap.ts';
import { line, summed, type Summed } from './lines.ts';
import { range, type Sheet, type Years } from './sheet.ts';

type Costed = { readonly costs: CostsPerYear; readonly funding: FundingPerYear };

/** Investment, funding and what is left for each payer and sector, and who pays and gains. */
export function payerSheet(book: Book, costed: Costed, { discount }: Assumptions): void {
	const sheet = newSheet(book, 'Betalare', 'Payers', [
		'Kronor per år, egen andel: vad var och en investerar, får och betalar. Inget kvittas mellan betalare eller sektorer.',
		'Kronor per year, own share: what each invests, receives and pays. Nothing is netted between payers or sectors.'
	]);
	const header = kronorHeadings(book, sheet);
	const { evaluation } = book;
	for (const certainty of certainties) {
		const { total } = moneyRow(book, sheet, header, costed.funding.counted, null, {
			...{ certainty, figures: null },
			label: say(book, 'Finansiering, alla betalare', 'Funding, all payers')
		});
		const label = `${say(book, 'Finansiering, alla betalare', 'Funding, all payers')}, ${certaintyWord(book, certainty)}`;
		checkOne(book, label, evaluation.fundingAllPayers[certainty], total);
	}
	for (const figures of evaluation.payers)
		invested(book, sheet, header, costed, {
			name: payerWord(book, figures.payer),
			asked: { kind: 'capex', payer: figures.payer },
			figures: { ...figures, need: figures.capex }
		});
	for (const figures of evaluation.sectors)
		invested(book, sheet, header, costed, {
			name: `${say(book, 'Sektor', 'Sector')} ${sectorWord(book, figures.sector)}`,
			asked: { kind: 'capex', payer: 'municipality', sector: figures.sector },
			figures
		});
	for (const figures of evaluation.whoPays) balance(book, sheet, header, costed, figures, discount);
}

type Invested = {
	readonly name: string;
	readonly asked: Asked & { readonly payer: PayerFigures['payer'] };
	readonly figures: Pick<SectorFigures, 'need' | 'funding' | 'left'>;
};

/** What is invested, the funding of it in each variant, and what secured money leaves. */
function invested(
	book: Book,
	sheet: Sheet,
	header: Years,
	{ costs, funding }: Costed,
	{ name, asked, figures }: Invested
): void {
	const words = `${name}: ${say(book, 'investeringar', 'investments')}`;
	const need = summed(
		book,
		sheet,
		line(sheet, [words]),
		header,
		(index) => ownShareOf(book, costs, asked, index),
		'kr'
	);
	checkTotalled(book, words, figures.need, need);
	for (const certainty of certainties)
		moneyRow(book, sheet, header, funding.counted, asked, {
			...{ certainty, figures: figures.funding[certainty] },
			label: `${name}: ${say(book, 'finansiering', 'funding')}`
		});
	const label = `${name}: ${say(book, 'kvar att betala', 'left to pay')}`;
	const left = gapPath(book, sheet, {
		...{ header, need: need.perYear, own: null, funding, asked, certainty: 'secured', label }
	});
	checkTotalled(book, label, figures.left, left);
}

type Balance = Book['evaluation']['whoPays'][number];

/** What a payer pays and gets over the plan's years, and the present value of it. */
function balance(
	book: Book,
	sheet: Sheet,
	header: Years,
	{ costs, funding }: Costed,
	figures: Balance,
	discount: Years
): void {
	const { payer } = figures;
	const { kinds } = book.t.measureForm;
	const put = (what: string, of: (index: number) => Operand): Summed =>
		summed(book, sheet, line(sheet, [`${payerWord(book, payer)}: ${what}`]), header, of, 'kr');
	const flows = (['capex', 'opex', 'saving', 'revenue'] as const).map((kind) => {
		const row = put(kinds[kind] ?? kind, (index) =>
			ownShareOf(book, costs, { kind, payer }, index)
		);
		checkOne(book, `${payerWord(book, payer)}: ${kinds[kind] ?? kind}`, figures[kind], row.total);
		return row.perYear;
	});
	const grants = put(say(book, 'säkrade bidrag', 'secured grants'), (index) => {
		const all = (['capex', 'opex', 'saving', 'revenue'] as const).map((kind) =>
			weighted(book, funding.counted, { kind, payer }, { certainty: 'secured', index })
		);
		return plus(at(all, 0), ...all.slice(1));
	});
	const net = put(say(book, 'betalar netto', 'pays net'), (index) => {
		const [capex, opex, saving, revenue] = flows.map((row) => at(row, index));
		if (!capex || !opex || !saving || !revenue) throw new RangeError('a payer has four flows');
		return minus(minus(minus(plus(capex, opex), saving), revenue), at(grants.perYear, index));
	});
	const row = line(sheet, [
		`${payerWord(book, payer)}: ${say(book, 'betalar netto, nuvärde', 'pays net, present value')}`
	]);
	const present = sheet.put(
		row,
		net.total.column,
		sumProduct(range(net.perYear), range(discount)),
		'live',
		'kr'
	);
	const of = (sv: string, en: string) => `${payerWord(book, payer)}: ${say(book, sv, en)}`;
	checkOne(book, of('säkrade bidrag', 'secured grants'), figures.grants, grants.total);
	checkOne(book, of('netto', 'net'), figures.net, net.total);
	checkOne(book, of('netto, nuvärde', 'net, present value'), figures.netPresent, present);
}
