import { sum, type Decimal } from '../../core/decimal.ts';
import { isSecured } from '../../core/funding/certainty.ts';
import { itemCost } from '../../core/funding/stacking/claims.ts';
import { kronorOf } from '../../core/plan/application.ts';
import { allProgrammes, rulesOf, type Programme } from '../../core/plan/programme.ts';
import type { Text } from '../../core/errors.ts';
import { ruleText } from '../../core/funding/rule-words.ts';
import { isUnknown } from '../../core/plan/placement.ts';
import type { Application, FundingLine, Plan } from '../../core/plan/plan.ts';
import { applicationFileOf } from '../../input/plan-file/write.ts';
import * as parts from '../store/plan-parts.ts';
import { linesSeen } from './applications.commands.ts';
import { whenOf } from './call-rows.ts';
import { callsFor, catalogueFor } from './catalogue.ts';
import { chosen } from './chosen-portfolio.ts';
import { may, permit, today, type Context } from './context.ts';
import { NotFoundError } from './errors.ts';
import { looseLines } from './loose-lines.commands.ts';
import { loadPlan } from './plan-cache.ts';

/** Every application that pays for the portfolio's measures, and those without lines; with the gaps that they move. */
export function applicationsPage(ctx: Context, planId: string, portfolioId: string | null) {
	const found = chosen(ctx, planId, portfolioId);
	if (!found) return { portfolio: null };
	const { plan, portfolio, evaluation } = found;
	const inPortfolio = new Set(portfolio.measures);
	const all = rowsOf(ctx, planId, plan);
	const rows = all.filter(
		({ measures }) => measures.length === 0 || measures.some(({ id }) => inPortfolio.has(id))
	);
	return {
		portfolio: { id: portfolio.id, name: portfolio.name },
		mayEdit: may(ctx.actor, 'plan.edit'),
		gap: {
			secured: evaluation.gap.secured.total,
			expected: evaluation.gap.expected.total,
			planned: evaluation.gap.planned.total
		},
		rows,
		elsewhere: all.length - rows.length,
		loose: looseLines(plan).length,
		today: today(ctx)
	};
}

/** An application as its form shows it, with its lines; without an id, what a new one can be of. */
export function applicationPage(ctx: Context, planId: string, id: string | null) {
	const { organisationId } = permit(ctx, 'plan.read');
	const { plan } = loadPlan(ctx, planId);
	const stored = plan.applications.find((one) => one.id === id);
	if (id !== null && !stored) throw new NotFoundError(`No application ${id} in plan ${planId}.`);
	const row = rowsOf(ctx, planId, plan).find((one) => one.id === id);
	const programmes = allProgrammes(plan, catalogueFor(ctx.db, organisationId));
	return {
		id,
		mayEdit: may(ctx.actor, 'plan.edit'),
		version: row?.version ?? 0,
		file: stored ? applicationFileOf(stored) : null,
		row: row ?? null,
		/** What the programme's terms say of payment, where they say something. */
		payment: paymentOf(programmes.find((one) => one.id === stored?.programme)),
		lines: plan.funding
			.filter(({ application }) => application !== undefined && application === id)
			.map((line) => ({
				id: line.id,
				measure: line.measure,
				measureName: plan.measures.find((one) => one.id === line.measure)?.name ?? null,
				costItem: line.costItem,
				amount: kronorOf([line], plan.settings.euroRate)
			})),
		programmes: programmes
			.map(({ id: own, name }) => ({ id: own, name }))
			.sort((a, b) => a.name.sv.localeCompare(b.name.sv, 'sv')),
		calls: callsFor(ctx.db, organisationId).map(({ id: own, name, programme }) => ({
			id: own,
			name,
			programme
		}))
	};
}

function paymentOf(programme: Programme | undefined): Text | null {
	const rule = programme && rulesOf(programme).find(({ kind }) => kind === 'payment');
	return rule ? ruleText(rule) : null;
}

function rowsOf(ctx: Context, planId: string, plan: Plan) {
	const { organisationId } = permit(ctx, 'plan.read');
	const key = { organisationId, planId };
	const versions = parts.versions(ctx.db, key, 'applications');
	const lineVersions = parts.versions(ctx.db, key, 'funding');
	const programmes = new Map(plan.programmes.map((one) => [one.id, one]));
	const calls = new Map(callsFor(ctx.db, organisationId).map((one) => [one.id, one]));
	const day = today(ctx);
	return plan.applications.map((one) => {
		const lines = plan.funding.filter(({ application }) => application === one.id);
		const programme = programmes.get(one.programme);
		const call = calls.get(one.call ?? '');
		const amount = lines.length === 0 ? null : kronorOf(lines, plan.settings.euroRate);
		const cost = costOf(plan, lines);
		return {
			id: one.id,
			version: versions.get(one.id)?.version ?? 0,
			/** The lines with their versions, for moves. */
			lines: linesSeen(lineVersions, lines),
			name: one.name,
			programme: {
				id: one.programme,
				name: programme?.name ?? { sv: one.programme, en: one.programme },
				funder: programme?.funder ?? ''
			},
			call: call ? { id: call.id, name: call.name, ...whenOf(call, day) } : null,
			status: one.status,
			probability: one.probability,
			measures: measuresOf(plan, lines),
			amount,
			asked: one.asked ?? (isSecured(one.status) ? null : amount),
			granted: isSecured(one.status) ? amount : null,
			/** What the costs that it is for leave to others than the funder. */
			ownShare: amount && cost ? cost.minus(amount) : null,
			responsible: one.responsible,
			applied: one.applied ?? null,
			decides: one.decides ?? null,
			decision: one.decision ?? null,
			perYear: perYearOf(plan, lines),
			report: nextReport(one, day)
		};
	});
}

/** The whole of the cost items that lines pay for, each once; null where one is unknown. */
function costOf(plan: Plan, lines: readonly FundingLine[]): Decimal | null {
	const items = new Map(
		lines.flatMap((line) => {
			const measure = plan.measures.find(({ id }) => id === line.measure);
			const item = measure?.costs.find(({ id }) => id === line.costItem);
			return item ? [[`${line.measure} ${item.id}`, item] as const] : [];
		})
	);
	const all = [...items.values()];
	return all.some(isUnknown) ? null : sum(all.map(itemCost));
}

function measuresOf(plan: Plan, lines: readonly FundingLine[]) {
	const ids = [...new Set(lines.map(({ measure }) => measure))];
	return ids.map((id) => ({
		id,
		name: plan.measures.find((one) => one.id === id)?.name ?? { sv: '', en: '' }
	}));
}

/** Kronor by year, in their order; an unknown amount makes its year unknown. */
function perYearOf(plan: Plan, lines: readonly FundingLine[]) {
	const all = lines.flatMap(({ amounts }) => amounts);
	const years = [...new Set(all.map(({ year }) => year))].sort((a, b) => a - b);
	return years.map((year) => {
		const own = lines.map((line) => ({
			...line,
			amounts: line.amounts.filter((one) => one.year === year)
		}));
		return { year, amount: kronorOf(own, plan.settings.euroRate) };
	});
}

/** The duty that is due first of those not done. */
function nextReport({ reports }: Application, day: string) {
	const [first] = reports.filter(({ isDone }) => !isDone).sort((a, b) => (a.due < b.due ? -1 : 1));
	return first ? { due: first.due, what: first.what, isLate: first.due < day } : null;
}
