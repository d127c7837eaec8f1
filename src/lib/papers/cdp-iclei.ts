import { Decimal, ONE, ZERO } from '../core/decimal.ts';
import { pace } from '../core/emissions/pace.ts';
import { totalOf } from '../core/funding/gap.ts';
import { placedMeasures, type PlacedMeasure } from '../core/plan/placement.ts';
import { payers, type Payer } from '../core/plan/plan.ts';
import { payerName } from '../core/words.ts';
import { headlineTarget } from '../core/portfolio/compare.ts';
import { askedOfPlan } from './asked-of-plan.ts';
import { answers, notes, tables } from './cdp-form.ts';
import { investmentLines, investmentOf, type InvestmentLine } from './investment-lines.ts';
import type { PaperTable } from './paper.ts';
import {
	tableBlock,
	templateTable,
	text,
	type Draft,
	type PaperSource,
	type Pen
} from './source.ts';

/** The tables of CDP-ICLEI Track, with numbers as its portal takes them: no spaces, one decimal sign. */
export function cdpIclei(source: PaperSource, pen: Pen, caseNumber: string): Draft {
	const asked = askedOfPlan(source, pen, caseNumber);
	const { municipality } = source.plan;
	const latest = [...municipality.population].sort((a, b) => b.year - a.year)[0];
	return {
		about: null,
		sections: [
			{
				title: pen.in(notes.general),
				blocks: [
					{
						kind: 'entries',
						caption: '',
						entries: [
							{ label: pen.in(notes.city), value: municipality.name },
							{
								label: pen.in(notes.population),
								value: latest ? String(latest.persons) : pen.w.missing
							},
							{ label: pen.in(notes.year), value: latest ? String(latest.year) : pen.w.missing }
						]
					},
					text(pen.in(notes.money))
				]
			},
			{ title: pen.in(tables.actions.name), blocks: [tableBlock(actions(source, pen))] },
			{ title: pen.in(tables.targets.name), blocks: [tableBlock(targets(source, pen))] },
			{ title: pen.in(tables.finance.name), blocks: [tableBlock(seeking(source, pen))] }
		],
		asked: [
			asked.costs,
			asked.effects,
			asked.description,
			asked.coBenefits,
			asked.funding,
			asked.target,
			asked.baseline,
			asked.population
		]
	};
}

type Money = {
	/** Investments of all payers, whole project, kr; null: an amount is unknown. */
	readonly total: Decimal | null;
	/** What the municipality itself pays of its part after secured money; null: unknown. */
	readonly own: Decimal | null;
	/** Null: an amount is unknown. */
	readonly secured: Decimal | null;
	readonly waiting: Decimal | null;
	/** Who gives most, as far as money is secured; null: not known. */
	readonly largest: string | null;
	readonly programmes: readonly string[];
};

/** What a measure costs to build and what pays for it, as the plan places it. */
function moneyOf(placed: PlacedMeasure, lines: readonly InvestmentLine[], pen: Pen): Money {
	const granted = lines.filter((line) => line.isSecured);
	const together = (some: readonly InvestmentLine[]) => totalOf(some.map(({ counts }) => counts));
	const paidBy = (payer: Payer) => {
		const cost = investmentOf(placed, (item) => item.payer === payer);
		const grants = together(granted.filter((line) => line.payer === payer));
		return cost && grants && Decimal.max(ZERO, cost.minus(grants));
	};
	const own = paidBy('municipality');
	const givers = [
		...payers.map((payer) => ({
			name: payer === 'municipality' ? answers.ownFunds : payerName(payer).en,
			amount: paidBy(payer)
		})),
		...granted.map(({ programme, counts }) => ({ name: programme.name.en, amount: counts }))
	];
	return {
		total: investmentOf(placed),
		own: own && own.times(placed.ownShare),
		secured: together(granted),
		waiting: together(lines.filter((line) => !line.isSecured)),
		largest: largestOf(givers),
		programmes: [...new Set(lines.map(({ programme }) => pen.in(programme.name)))]
	};
}

type Giver = { readonly name: string; readonly amount: Decimal | null };

/** Nobody can be told as the largest while what one gives is unknown. */
function largestOf(givers: readonly Giver[]): string | null {
	let most: { readonly name: string; readonly amount: Decimal } | null = null;
	for (const { name, amount } of givers) {
		if (amount === null) return null;
		if (amount.gt(most?.amount ?? ZERO)) most = { name, amount };
	}
	return most?.name ?? null;
}

function actions(source: PaperSource, pen: Pen): PaperTable {
	const { plan, portfolio, evaluation } = source;
	const target = headlineTarget(plan);
	const place = evaluation.years.indexOf(target?.targetYear ?? Number.NaN);
	const figures = new Map(evaluation.measures.map((one) => [one.id, one]));
	const lines = investmentLines(source);
	return templateTable(
		tables.actions,
		placedMeasures(plan, portfolio).map((placed) => {
			const { measure, startYear } = placed;
			const money = moneyOf(placed, lines(measure.id), pen);
			return {
				title: measure.name.en || measure.name.sv,
				description: pen.known(measure.description),
				status: answers.status[measure.status],
				start: String(startYear),
				tonnes: pen.plain(figures.get(measure.id)?.creditedPerYear?.[place] ?? null, 1),
				finance: answers.finance[financeOf(money)],
				total: pen.plain(money.total, 0),
				own: pen.plain(money.own, 0),
				source: money.largest ?? pen.w.missing,
				benefits: pen.known(measure.coBenefits.join('; '))
			};
		}),
		pen
	);
}

function financeOf({ total, secured }: Money): keyof typeof answers.finance {
	if (total === null || secured === null) return 'unknown';
	if (total.isZero()) return 'none';
	if (secured.gte(total)) return 'secured';
	return secured.gt(0) ? 'partly' : 'sought';
}

function targets({ plan }: PaperSource, pen: Pen): PaperTable {
	return templateTable(
		tables.targets,
		plan.targets.map((target) => {
			const { baseTonnes, targetTonnes } = target;
			const cut =
				baseTonnes?.gt(0) && targetTonnes
					? ONE.minus(targetTonnes.div(baseTonnes)).times(100)
					: null;
			return {
				boundary: answers.scope[target.scope],
				type: answers.type[target.type],
				gas: target.gas,
				baseYear: target.baseYear === null ? pen.w.missing : String(target.baseYear),
				base: pen.plain(baseTonnes, 0),
				year: String(target.targetYear),
				cut: pen.plain(cut, 1),
				level: pen.plain(targetTonnes, 0),
				achieved: pen.plain(pace(plan, target)?.done?.times(100) ?? null, 1)
			};
		}),
		pen
	);
}

/** What has money left to find: investments that secured money does not pay. */
function seeking(source: PaperSource, pen: Pen): PaperTable {
	const { plan, portfolio } = source;
	const lines = investmentLines(source);
	const rows = placedMeasures(plan, portfolio)
		.map((placed) => ({ placed, money: moneyOf(placed, lines(placed.measure.id), pen) }))
		.filter(({ money }) => money.total === null || !money.waiting?.isZero());
	return templateTable(
		tables.finance,
		rows.map(({ placed: { measure }, money }) => ({
			title: measure.name.en || measure.name.sv,
			stage: answers.status[measure.status],
			total: pen.plain(money.total, 0),
			sought: pen.plain(money.waiting, 0),
			instrument: money.programmes.join('; ') || pen.w.missing
		})),
		pen
	);
}
