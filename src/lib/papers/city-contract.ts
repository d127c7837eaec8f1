import { sum, type Decimal } from '../core/decimal.ts';
import { isSecured } from '../core/funding/certainty.ts';
import { totalOf } from '../core/funding/gap.ts';
import { placedMeasures } from '../core/plan/placement.ts';
import type { Measure } from '../core/plan/plan.ts';
import type { Programme } from '../core/plan/programme.ts';
import { askedOfPlan } from './asked-of-plan.ts';
import {
	fieldOf,
	fields,
	headings,
	indicators,
	outside,
	tables,
	type Field
} from './city-contract-form.ts';
import { investmentLines, investmentOf, type InvestmentLine } from './investment-lines.ts';
import { effectList } from './measure-sheets.ts';
import type { Block, PaperTable } from './paper.ts';
import {
	tableBlock,
	templateTable,
	text,
	type Draft,
	type PaperSource,
	type Pen
} from './source.ts';

/** Tables of the Climate City Contract's action plan and investment plan, as far as the plan has their figures. */
export function cityContract(source: PaperSource, pen: Pen, caseNumber: string): Draft {
	const asked = askedOfPlan(source, pen, caseNumber);
	return {
		about: null,
		sections: [
			{
				title: pen.in(headings.action),
				blocks: [
					tableBlock(emissions(source, pen)),
					tableBlock(emissionsGap(source, pen)),
					tableBlock(actions(source, pen)),
					text(pen.in(headings.fieldNote))
				]
			},
			{ title: pen.in(headings.outlines), blocks: outlines(source, pen) },
			{
				title: pen.in(headings.investment),
				blocks: [
					tableBlock(existing(source, pen)),
					tableBlock(costs(source, pen)),
					tableBlock(stakeholders(source, pen)),
					tableBlock(capital(source, pen)),
					tableBlock(keyNumbers(source, pen))
				]
			},
			{
				title: pen.in(headings.outside),
				blocks: [{ kind: 'list', items: outside.map((one) => pen.in(one)) }]
			}
		],
		asked: [
			asked.baseline,
			asked.target,
			asked.reference,
			asked.costs,
			asked.effects,
			asked.owner,
			asked.sector,
			asked.description,
			asked.lifetime,
			asked.coBenefits,
			asked.funding,
			asked.population
		]
	};
}

function fieldFor({ theme, sector }: Measure): Field | null {
	return fieldOf[theme] ?? fieldOf[sector ?? ''] ?? null;
}

function fieldName(measure: Measure, pen: Pen): string {
	const field = fieldFor(measure);
	return pen.in(field ? fields[field] : headings.unplaced);
}

/** The newest year of each gas and release that a target or the reference stands on; pinned figures first. */
function emissions({ plan }: PaperSource, pen: Pen): PaperTable {
	const rows = plan.inventory.filter(({ sector }) => sector !== 'total');
	const latest = Math.max(...rows.map(({ year }) => year));
	const shown = rows.filter(({ year, pinned }) => year === latest || pinned);
	return templateTable(
		tables.emissions,
		shown.map(({ sector, gas, year, tonnes, source, vintage }) => ({
			sector: pen.sector(sector),
			gas,
			year: String(year),
			tonnes: pen.number(tonnes),
			source: [vintage, source].filter(Boolean).join(', ')
		})),
		pen
	);
}

function emissionsGap({ plan, evaluation }: PaperSource, pen: Pen): PaperTable {
	const territorial = plan.targets.filter(({ scope }) => scope === 'territorial');
	return templateTable(
		tables.gap,
		territorial.map(({ id, name, baseTonnes, targetYear }) => {
			const own = evaluation.targets.find((one) => one.id === id);
			return {
				target: `${name} (${targetYear})`,
				baseline: pen.number(baseTonnes),
				reference: pen.number(own?.reference ?? null),
				cut: pen.number(own?.abatement ?? null),
				left: pen.number(own?.gap ?? null)
			};
		}),
		pen
	);
}

function actions(source: PaperSource, pen: Pen): PaperTable {
	const figures = new Map(source.evaluation.measures.map((one) => [one.id, one]));
	const order = Object.keys(fields);
	const placed = placedMeasures(source.plan, source.portfolio)
		.map(({ measure, startYear }) => ({ measure, startYear, field: fieldFor(measure) ?? '' }))
		.sort((a, b) => placeIn(order, a.field) - placeIn(order, b.field));
	return templateTable(
		tables.actions,
		placed.map(({ measure, startYear }) => ({
			field: fieldName(measure, pen),
			action: pen.measure(measure),
			responsible: pen.known(measure.owner),
			start: String(startYear),
			tonnes: pen.number(figures.get(measure.id)?.tonnes ?? null),
			cost: pen.money(figures.get(measure.id)?.capexTotal ?? null)
		})),
		pen
	);
}

function placeIn(order: readonly string[], field: string): number {
	const place = order.indexOf(field);
	return place < 0 ? order.length : place;
}

function outlines(source: PaperSource, pen: Pen): Block[] {
	const figures = new Map(source.evaluation.measures.map((one) => [one.id, one]));
	return placedMeasures(source.plan, source.portfolio).map((placed) => {
		const { measure, startYear } = placed;
		const own = figures.get(measure.id);
		const life = measure.lifetimeYears;
		const entries = [
			[headings.field, fieldName(measure, pen)],
			[headings.description, pen.known(measure.description)],
			[headings.responsible, pen.known(measure.owner)],
			[
				headings.timing,
				`${startYear}, ${life === null ? pen.w.missing : `${life} ${pen.in(headings.years)}`}`
			],
			[headings.energy, effectList(measure, pen, placed)],
			[headings.tonnes, pen.number(own?.tonnes ?? null)],
			[headings.cost, pen.money(own?.capexTotal ?? null)],
			[headings.benefits, pen.known(measure.coBenefits.join(', '))]
		] as const;
		return {
			kind: 'entries',
			caption: pen.measure(measure),
			entries: entries.map(([label, value]) => ({ label: pen.in(label), value }))
		};
	});
}

const UNDER_WAY: ReadonlySet<Measure['status']> = new Set(['approved', 'ongoing', 'done']);

/** What of the portfolio is decided, under way or done. */
function existing({ plan, portfolio, evaluation }: PaperSource, pen: Pen): PaperTable {
	const figures = new Map(evaluation.measures.map((one) => [one.id, one]));
	const decided = placedMeasures(plan, portfolio).filter(({ measure }) =>
		UNDER_WAY.has(measure.status)
	);
	return templateTable(
		tables.existing,
		decided.map(({ measure, startYear }) => ({
			project: pen.measure(measure),
			sector: pen.sector(measure.sector),
			year: String(startYear),
			amount: pen.money(figures.get(measure.id)?.capexTotal ?? null),
			source: pen.t.measures.statuses[measure.status] ?? measure.status
		})),
		pen
	);
}

function costs({ plan, evaluation }: PaperSource, pen: Pen): PaperTable {
	const sectorOf = new Map(plan.measures.map(({ id, sector }) => [id, sector]));
	const own = evaluation.measures.map((one) => ({ ...one, sector: sectorOf.get(one.id) ?? null }));
	const sectors = [...new Set(own.map(({ sector }) => sector))];
	/** Of what is known; missing where nothing is. */
	const known = (values: readonly (Decimal | null)[], write: (value: Decimal | null) => string) => {
		const some = values.flatMap((value) => value ?? []);
		return write(some.length === 0 && values.length > 0 ? null : sum(some));
	};
	/** What is built costs no less than what is known of it. */
	const least = (values: readonly (Decimal | null)[]) => {
		const said = known(values, pen.money);
		const isPartial = values.includes(null) && !values.every((value) => value === null);
		return isPartial ? pen.w.plan.least(said) : said;
	};
	return templateTable(
		tables.costs,
		sectors.map((sector) => {
			const of = own.filter((one) => one.sector === sector);
			const credited = of.map(({ creditedPerYear }) => creditedPerYear && sum(creditedPerYear));
			const shares = (key: 'capexTotal' | 'netCost') =>
				of.map((one) => one[key]?.times(one.ownShare) ?? null);
			return {
				sector: pen.sector(sector),
				capex: least(shares('capexTotal')),
				net: known(shares('netCost'), pen.money),
				tonnes: known(credited, pen.number),
				unknown: String(of.filter((one) => !one.netCost || !one.creditedPerYear).length)
			};
		}),
		pen
	);
}

function stakeholders({ evaluation }: PaperSource, pen: Pen): PaperTable {
	return templateTable(
		tables.stakeholders,
		evaluation.whoPays.map(({ payer, capex, opex, saving, revenue, grants, net }) => ({
			payer: pen.t.financing.payerNames[payer] ?? payer,
			capex: pen.money(capex),
			opex: pen.money(opex),
			gains: pen.money(saving.plus(revenue)),
			grants: pen.money(grants),
			net: pen.money(net)
		})),
		pen
	);
}

function capital(source: PaperSource, pen: Pen): PaperTable {
	const { plan, portfolio } = source;
	const linesOf = investmentLines(source);
	return templateTable(
		tables.capital,
		placedMeasures(plan, portfolio).map((placed) => {
			const { measure } = placed;
			const total = investmentOf(placed);
			const lines = linesOf(measure.id);
			const of = (isAsked: (line: InvestmentLine) => boolean) =>
				totalOf(lines.filter(isAsked).map(({ counts }) => counts));
			const ofLevels = (levels: readonly Programme['level'][]) =>
				pen.money(of(({ programme }) => levels.includes(programme.level)));
			const all = of(() => true);
			return {
				action: pen.measure(measure),
				total: pen.money(total),
				secured: pen.money(of((line) => line.isSecured)),
				requested: pen.money(of((line) => !line.isSecured)),
				eu: ofLevels(['eu']),
				private: ofLevels(['private', 'civil']),
				rest: pen.money(total && all && total.minus(all)),
				responsible: pen.known(measure.owner)
			};
		}),
		pen
	);
}

function keyNumbers({ plan, evaluation, brief }: PaperSource, pen: Pen): PaperTable {
	const { need, funding, unknown } = evaluation;
	const { figures, isNeedPartial } = brief;
	const isOpen = new Set(unknown.funding);
	const isKnown =
		!isNeedPartial && !plan.funding.some(({ id, status }) => isOpen.has(id) && isSecured(status));
	const secured = funding.secured.total;
	const over = (base: Decimal) => (isKnown && base.gt(0) ? secured.div(base) : null);
	const rows = [
		[indicators.secured, pen.share(over(need.total), 1)],
		[indicators.leverage, pen.number(over(figures.ownMoney), 2)],
		[indicators.perTonne, pen.number(figures.costPerTonne)],
		[indicators.perInhabitant, pen.number(isKnown ? figures.perInhabitant : null)]
	] as const;
	return templateTable(
		tables.indicators,
		rows.map(([indicator, value]) => ({ indicator: pen.in(indicator), value })),
		pen
	);
}
