import { allProgrammes, isBorrowed } from '../../core/plan/programme.ts';
import { settled, sum, type Decimal } from '../../core/decimal.ts';
import type { FundingLine, Measure } from '../../core/plan/plan.ts';
import type { MeasureFigures } from '../../core/portfolio/evaluation.ts';
import { fundingFileOf, measureFileOf } from '../../input/plan-file/write.ts';
import * as audit from '../store/audit.ts';
import * as parts from '../store/plan-parts.ts';
import { catalogueFor } from './catalogue.ts';
import { may, permit, type Context } from './context.ts';
import { NotFoundError } from './errors.ts';
import { measureVersion } from './measures.commands.ts';
import { questionsOf } from './fact-questions.ts';
import { logRows } from './log-rows.ts';
import { loadPlan } from './plan-cache.ts';

export const measureOrders = ['id', 'name', 'start', 'capex', 'tonnes', 'cost'] as const;
export type MeasureOrder = (typeof measureOrders)[number];

/** What the list shows and in which order; an absent wish keeps everything. */
export type MeasureWishes = {
	readonly portfolio: string | null;
	readonly search: string;
	readonly status: string;
	readonly sector: string;
	readonly isInPortfolio: boolean;
	readonly order: MeasureOrder;
	/** A measure that was taken away just now, to be told of as long as it is. */
	readonly removed: string | null;
};

/** The plan's measures with the figures that the chosen portfolio gives them, and the sums of what is shown. */
export function measuresPage(ctx: Context, planId: string, wishes: MeasureWishes) {
	const { plan, evaluation } = loadPlan(ctx, planId);
	const portfolio = wishes.portfolio
		? plan.portfolios.find(({ id }) => id === wishes.portfolio)
		: plan.portfolios[0];
	if (!portfolio && wishes.portfolio) throw new NotFoundError(`No portfolio ${wishes.portfolio}.`);
	const figures = new Map<string, MeasureFigures>(
		portfolio ? evaluation(portfolio.id).measures.map((one) => [one.id, one]) : []
	);
	const rows = plan.measures
		.map((measure) => ({ measure, figures: figures.get(measure.id) ?? null }))
		.filter((row) => isWished(row, wishes))
		.sort((a, b) => compare(a, b, wishes.order))
		.map(({ measure, figures }) => ({
			id: measure.id,
			name: measure.name,
			status: measure.status,
			sector: measure.sector,
			owner: measure.owner,
			startYear: measure.startYear,
			isJoint: measure.jointWith.length > 0,
			figures: figures && {
				capex: figures.capexTotal,
				tonnes: figures.tonnes && settled(figures.tonnes),
				costPerTonne: figures.costPerTonne && settled(figures.costPerTonne)
			}
		}));
	const placed = rows.flatMap(({ figures }) => (figures ? [figures] : []));
	return {
		mayEdit: may(ctx.actor, 'plan.edit'),
		rows,
		removed: plan.measures.some(({ id }) => id === wishes.removed) ? null : wishes.removed,
		count: plan.measures.length,
		sectors: [...new Set(plan.measures.flatMap(({ sector }) => sector ?? []))].sort(),
		totals: {
			capex: knownSum(placed.map(({ capex }) => capex)),
			tonnes: knownSum(placed.map(({ tonnes }) => tonnes))
		}
	};
}

/** The sum of what is known, and how many are not. */
function knownSum(values: readonly (Decimal | null)[]) {
	const known = values.flatMap((value) => (value ? [value] : []));
	return { sum: settled(sum(known)), missing: values.length - known.length };
}

type Row = { readonly measure: Measure; readonly figures: MeasureFigures | null };

function isWished({ measure, figures }: Row, wishes: MeasureWishes): boolean {
	if (wishes.isInPortfolio && !figures) return false;
	if (wishes.status !== '' && measure.status !== wishes.status) return false;
	if (wishes.sector !== '' && measure.sector !== wishes.sector) return false;
	const text = [measure.id, measure.name.sv, measure.name.en, measure.owner, measure.theme];
	return text.join(' ').toLowerCase().includes(wishes.search.trim().toLowerCase());
}

/** Largest first for money and tonnes, cheapest first for kronor per tonne; what is unknown comes last. */
function compare(a: Row, b: Row, order: MeasureOrder): number {
	const byId = a.measure.id.localeCompare(b.measure.id, 'sv', { numeric: true });
	const by = (of: (figures: MeasureFigures) => Decimal | null, direction: 1 | -1) => {
		const [left, right] = [a, b].map(({ figures }) => figures && of(figures));
		if (!left || !right) return Number(!left) - Number(!right) || byId;
		return direction * left.cmp(right) || byId;
	};
	if (order === 'name') return a.measure.name.sv.localeCompare(b.measure.name.sv, 'sv') || byId;
	if (order === 'start') return a.measure.startYear - b.measure.startYear || byId;
	if (order === 'capex') return by(({ capexTotal }) => capexTotal, -1);
	if (order === 'tonnes') return by(({ tonnes }) => tonnes, -1);
	if (order === 'cost') return by(({ costPerTonne }) => costPerTonne, 1);
	return byId;
}

/** A measure as its form shows it; without an id, the choices that a new one has. */
export function measurePage(ctx: Context, planId: string, measureId: string | null) {
	const { organisationId } = permit(ctx, 'plan.read');
	const { plan } = loadPlan(ctx, planId);
	const stored = plan.measures.find(({ id }) => id === measureId);
	if (measureId !== null && !stored)
		throw new NotFoundError(`No measure ${measureId} in plan ${planId}.`);
	const key = { organisationId, planId };
	const lineVersions = parts.versions(ctx.db, key, 'funding');
	const lines = plan.funding.filter(({ measure }) => measure === measureId);
	const version = parts.versions(ctx.db, key, 'measures').get(measureId ?? '')?.version ?? 0;
	return {
		mayEdit: may(ctx.actor, 'plan.edit'),
		id: measureId,
		version: measureVersion(
			version,
			lines.map(({ id }) => ({ id, version: lineVersions.get(id)?.version ?? 0 }))
		),
		name: stored?.name ?? null,
		file: stored ? measureFileOf(stored) : null,
		firstYear: plan.settings.firstYear,
		lastYear: plan.settings.lastYear,
		choices: {
			sectors: plan.reference.map(({ sector }) => sector),
			pools: plan.pools.map(({ id }) => id),
			carriers: plan.emissionFactors.map(({ carrier }) => carrier),
			applications: plan.applications.map(({ id, name }) => ({ id, name })),
			programmes: allProgrammes(plan, catalogueFor(ctx.db, organisationId))
				.map((one) => ({ id: one.id, name: one.name, isBorrowed: isBorrowed(one) }))
				.sort((a, b) => a.name.sv.localeCompare(b.name.sv, 'sv'))
		},
		funding: lines.map(lineInFull),
		questions: questionsOf(plan, stored ?? null),
		history: measureId === null ? [] : history(ctx, organisationId, planId, measureId)
	};
}

/** A line with what its application says, so that a line that leaves it keeps that. */
function lineInFull(line: FundingLine) {
	const { application, ...own } = line;
	return { ...fundingFileOf(own), ...(application !== undefined && { application }) };
}

const MOST_CHANGES = 200;

/** Who changed which field when, the latest first. */
function history(ctx: Context, organisationId: string, planId: string, measureId: string) {
	const entityId = `${planId}/${measureId}`;
	return logRows(
		ctx,
		organisationId,
		audit.listOf(ctx.db, organisationId, 'measure', entityId, MOST_CHANGES)
	);
}
