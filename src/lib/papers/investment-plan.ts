import { placedMeasures } from '../core/plan/placement.ts';
import { formatMoneyWithUnit } from '../format/numbers.ts';
import { askedOfPlan } from './asked-of-plan.ts';
import { assumptions, openQuestions } from './assumptions.ts';
import type { Block, PaperSection, PaperTable } from './paper.ts';
import { measureSheets } from './measure-sheets.ts';
import {
	loanSentence,
	needSentence,
	operatingTable,
	payerTable,
	portfolioTable,
	sourceBlock
} from './money-tables.ts';
import { maccFigure, needFigure, pathFigure } from './plan-tables.ts';
import { tableBlock, text, type Draft, type PaperSource, type Pen } from './source.ts';

/** The klimatinvesteringsplan: need, capacity, gap, sources, cost curve, portfolios, assumptions and what is open. */
export function investmentPlan(source: PaperSource, pen: Pen, caseNumber: string): Draft {
	const p = pen.w.plan;
	const asked = askedOfPlan(source, pen, caseNumber);
	const of = (title: string, ...blocks: readonly (Block | null)[]): PaperSection => ({
		title,
		blocks: blocks.filter((block) => block !== null)
	});
	return {
		about: null,
		sections: [
			of(p.summary, needSentence(source, pen), tableBlock(summaryTable(source, pen))),
			of(p.start, tableBlock(targetTable(source, pen)), figure(pathFigure(source, pen))),
			of(p.measures, tableBlock(measureTable(source, pen))),
			of(p.need, figure(needFigure(source, pen)), text(p.gapHelp)),
			of(
				p.sources,
				sourceBlock(source, pen),
				loanSentence(source, pen),
				tableBlock(payerTable(source, pen))
			),
			of(p.operating, tableBlock(operatingTable(source, pen))),
			of(p.macc, text(p.maccHelp), ...maccBlocks(source, pen)),
			of(p.portfolios, tableBlock(portfolioTable(source, pen)), text(p.netCostHelp)),
			of(p.assumptions, ...assumptions(source, pen)),
			of(p.open, openQuestions(source, pen)),
			of(p.appendix, ...measureSheets(source, pen))
		],
		asked: [
			asked.caseNumber,
			asked.costs,
			asked.effects,
			asked.owner,
			asked.lifetime,
			asked.depreciation,
			asked.funding,
			asked.capacity,
			asked.frame,
			asked.tax,
			asked.population,
			asked.target,
			asked.baseline,
			asked.reference,
			asked.risk
		]
	};
}

function figure(one: ReturnType<typeof pathFigure>): Block | null {
	return one && { kind: 'figure', figure: one };
}

function summaryTable({ evaluation, brief }: PaperSource, { locale, number, share, w }: Pen) {
	const p = w.plan;
	const amount = (value: Parameters<typeof formatMoneyWithUnit>[0], isPartial = false) => {
		const said = formatMoneyWithUnit(value, 'mnkr', locale);
		return value && isPartial ? p.least(said) : said;
	};
	const { figures, target, isNeedPartial, isCapexPartial } = brief;
	const { gap } = evaluation;
	return {
		caption: p.summaryTable,
		columns: [
			{ name: p.figure, weight: 3 },
			{ name: p.value, isNumber: true }
		],
		rows: [
			[p.count, String(figures.measures)],
			[p.capexAll, amount(figures.capex, isCapexPartial)],
			[p.needYear, amount(figures.need, isNeedPartial)],
			[p.capacity, amount(evaluation.ownCapacity.total)],
			[p.secured, amount(evaluation.funding.secured.total)],
			[p.gapSecured, amount(gap.secured.total, isNeedPartial)],
			[p.gapExpected, amount(gap.expected.total, isNeedPartial)],
			[p.gapPlanned, amount(gap.planned.total, isNeedPartial)],
			[p.netCost, amount(figures.netCost)],
			[p.tonnes, number(figures.tonnes)],
			...(target
				? [
						[`${p.leftToTarget} (${target.name})`, number(target.gap)],
						[p.shareOfTarget, share(figures.shareOfTarget, 1)]
					]
				: [])
		]
	} satisfies PaperTable;
}

function targetTable({ plan, evaluation }: PaperSource, { number, w }: Pen): PaperTable {
	const p = w.plan;
	const numbers = [
		p.baseYear,
		p.baseTonnes,
		p.targetYear,
		p.targetTonnes,
		p.withPlan,
		p.leftToTarget
	];
	return {
		caption: p.targets,
		columns: [
			{ name: p.target, weight: 2.6 },
			...numbers.map((name) => ({ name, isNumber: true }))
		],
		rows: plan.targets.map((target) => {
			const own = evaluation.targets.find(({ id }) => id === target.id);
			const isTerritorial = target.scope === 'territorial';
			return [
				isTerritorial ? target.name : `${target.name} (${p.otherScope})`,
				target.baseYear === null ? w.missing : String(target.baseYear),
				number(target.baseTonnes),
				String(target.targetYear),
				number(target.targetTonnes),
				isTerritorial ? number(own?.residual ?? null) : '–',
				isTerritorial ? number(own?.gap ?? null) : '–'
			];
		})
	};
}

function measureTable(source: PaperSource, pen: Pen): PaperTable {
	const { money, number, known, sector, t, w } = pen;
	const p = w.plan;
	const figures = new Map(source.evaluation.measures.map((one) => [one.id, one]));
	return {
		caption: p.measureTable,
		columns: [
			{ name: t.measures.measure, weight: 4.2 },
			{ name: p.department, weight: 2 },
			{ name: p.sector, weight: 1.8 },
			{ name: t.measures.status, weight: 1.4 },
			{ name: p.startYear, isNumber: true },
			{ name: p.capex, isNumber: true, weight: 1.5 },
			{ name: p.tonnes, isNumber: true, weight: 1.3 },
			{ name: p.costPerTonne, isNumber: true, weight: 1.2 }
		],
		rows: placedMeasures(source.plan, source.portfolio).map(({ measure, startYear }) => {
			const own = figures.get(measure.id);
			return [
				pen.measure(measure),
				known(measure.owner),
				sector(measure.sector),
				t.measures.statuses[measure.status] ?? measure.status,
				String(startYear),
				money(own?.capexTotal ?? null),
				number(own?.tonnes ?? null),
				own?.reason ? '–' : number(own?.costPerTonne ?? null)
			];
		})
	};
}

function maccBlocks(source: PaperSource, pen: Pen): Block[] {
	const p = pen.w.plan;
	const shown = figure(maccFigure(source, pen));
	const { unranked } = source.evaluation.macc;
	const named = unranked.map(({ measure, reason }) => {
		const found = source.plan.measures.find(({ id }) => id === measure);
		return `${found ? pen.measure(found) : measure} (${pen.t.macc.reasons[reason] ?? reason})`;
	});
	return [
		shown ?? text(p.noMacc),
		...(named.length > 0 ? [text(p.unranked(named.join('; ')))] : [])
	];
}
