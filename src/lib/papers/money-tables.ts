import { sum, type Decimal } from '../core/decimal.ts';
import { isSecured } from '../core/funding/certainty.ts';
import { totalOf } from '../core/funding/gap.ts';
import { formatMoneyWithUnit } from '../format/numbers.ts';
import type { Block, PaperTable } from './paper.ts';
import { yearsTable } from './plan-tables.ts';
import { tableBlock, text, type PaperSource, type Pen } from './source.ts';

/** Need, capacity, secured funding and gap in one sentence. */
export function needSentence({ evaluation, brief }: PaperSource, { locale, w }: Pen): Block {
	const p = w.plan;
	const amount = (value: Decimal | null) =>
		value ? formatMoneyWithUnit(value, 'mnkr', locale) : p.notKnown;
	/** What has unknown amounts beside it is no less than that. */
	const least = (value: Decimal | null) =>
		value && brief.isNeedPartial ? p.least(amount(value)) : amount(value);
	const { need, ownCapacity, funding, gap } = evaluation;
	const sentence = p.needText(
		least(need.total),
		amount(ownCapacity.total),
		amount(funding.secured.total),
		least(gap.secured.total)
	);
	return text(brief.isNeedPartial ? `${sentence} ${p.partial}` : sentence);
}

/** Funding that makes the gap smaller, by programme and status. */
export function sourceBlock({ plan, evaluation }: PaperSource, pen: Pen): Block {
	const { money, t, w } = pen;
	const p = w.plan;
	const { fundingLines } = evaluation;
	const unknown = new Set(evaluation.unknown.funding);
	const kinds = fundingLines.filter(
		({ programme, status }, place) =>
			fundingLines.findIndex((one) => one.programme === programme && one.status === status) ===
			place
	);
	if (kinds.length === 0) return text(p.noSources);
	/** Both amounts of some lines; missing where one is unknown. */
	const amounts = (lines: typeof fundingLines) =>
		(['listed', 'total'] as const).map((key) =>
			money(totalOf(lines.map((line) => (unknown.has(line.line) ? null : line[key]))))
		);
	const rows = kinds.map((kind) => {
		const programme = plan.programmes.find(({ id }) => id === kind.programme);
		return [
			programme ? pen.in(programme.name) : kind.programme,
			programme ? t.catalogue.levels[programme.level] : w.missing,
			t.financing.status[kind.status] ?? kind.status,
			...amounts(
				fundingLines.filter((one) => one.programme === kind.programme && one.status === kind.status)
			)
		];
	});
	return tableBlock({
		caption: p.sourceTable,
		columns: [
			{ name: p.source, weight: 3.5 },
			{ name: p.level, weight: 1.2 },
			{ name: p.status, weight: 1.2 },
			{ name: p.listed, isNumber: true, weight: 1.2 },
			{ name: p.counts, isNumber: true, weight: 1.2 }
		],
		rows,
		sums: [
			[p.sumSecured, '', '', ...amounts(fundingLines.filter(({ status }) => isSecured(status)))],
			[p.sumOpen, '', '', ...amounts(fundingLines.filter(({ status }) => !isSecured(status)))]
		]
	});
}

/** Loans by name, and that they close no gap; null without any. */
export function loanSentence({ plan, evaluation }: PaperSource, pen: Pen): Block | null {
	const named = new Set(evaluation.liquidity.loanLines.map(({ line }) => line));
	const ids = new Set(
		plan.funding.filter(({ id }) => named.has(id)).map(({ programme }) => programme)
	);
	const names = plan.programmes.filter(({ id }) => ids.has(id)).map(({ name }) => pen.in(name));
	return names.length === 0 ? null : text(pen.w.plan.loans(names.join('; ')));
}

/** What each payer invests, and what secured money leaves of it. */
export function payerTable({ evaluation }: PaperSource, { money, t, w }: Pen): PaperTable {
	const p = w.plan;
	return {
		caption: p.payerTable,
		columns: [
			{ name: p.payer, weight: 2.5 },
			...[p.invests, p.secured, p.left].map((name) => ({ name, isNumber: true }))
		],
		rows: evaluation.payers.map(({ payer, capex, funding, left }) => [
			t.financing.payerNames[payer] ?? payer,
			money(capex.total),
			money(funding.secured.total),
			money(left.total)
		])
	};
}

/** The effect on the operating budget by year, tkr, and in öre of the tax rate. */
export function operatingTable({ evaluation }: PaperSource, pen: Pen): PaperTable {
	const p = pen.w.plan;
	const { effectPerYear, headroomPerYear, taxOrePerYear } = evaluation.operating.secured;
	const table = yearsTable(
		p.operatingTable,
		evaluation.years,
		[
			{ name: p.effect, perYear: effectPerYear, total: sum(effectPerYear) },
			{ name: p.headroom, perYear: headroomPerYear }
		],
		pen
	);
	return {
		...table,
		columns: [...table.columns, { name: p.ore, isNumber: true }],
		rows: table.rows.map((row, index) => [...row, pen.number(taxOrePerYear[index] ?? null, 1)]),
		sums: table.sums?.map((row) => [...row, ''])
	};
}

/** Every portfolio of the plan on the same basis. */
export function portfolioTable({ others }: PaperSource, { money, number, w }: Pen): PaperTable {
	const p = w.plan;
	const numbers = [p.count, p.capex, p.needYear, p.gapSecured, p.netCost, p.tonnes];
	return {
		caption: p.portfolioTable,
		columns: [
			{ name: p.portfolio, weight: 2.4 },
			...numbers.map((name) => ({ name, isNumber: true }))
		],
		rows: others.map(({ id, name, figures }) => [
			`${id} ${name}`,
			String(figures.measures),
			money(figures.capex),
			money(figures.need),
			money(figures.gapSecured),
			money(figures.netCost),
			number(figures.tonnes)
		])
	};
}
