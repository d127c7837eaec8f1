import { Decimal } from '../../core/decimal.ts';
import type { Text } from '../../core/errors.ts';
import { allProgrammes } from '../../core/plan/programme.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { headlineTarget } from '../../core/portfolio/compare.ts';
import { evaluate } from '../../core/portfolio/evaluate.ts';
import { usualWish } from '../../input/forms/wish-form.ts';
import type { FrontFile } from '../work/front-task.ts';
import type { OptimumFile } from '../work/portfolio-task.ts';
import { catalogueFor } from './catalogue.ts';
import { may, permit, type Context } from './context.ts';
import { longWork, secondsChoices, stateOf, workKey } from './long-work.ts';
import { loadPlan } from './plan-cache.ts';

/** Looking for the best portfolio: what may be asked, how far it has come, and what was found. */
export function searchPage(ctx: Context, planId: string) {
	const actor = permit(ctx, 'plan.read');
	const loaded = loadPlan(ctx, planId);
	const { plan } = loaded;
	const { firstYear, lastYear } = plan.settings;
	const job = longWork(ctx.db).searches.read(workKey(actor, planId));
	return {
		mayEdit: may(ctx.actor, 'plan.edit'),
		years: Array.from({ length: lastYear - firstYear + 1 }, (_, n) => firstYear + n),
		measures: plan.measures
			.filter(({ status }) => status !== 'cancelled')
			.map(({ id, name }) => ({ id, name })),
		portfolios: plan.portfolios.map(({ id, name }) => ({ id, name })),
		target: targetOf(plan),
		secondsChoices,
		values: job?.subject.values ?? usualWish,
		job: job && {
			ask: job.subject.ask,
			kind: job.state.kind,
			progress: job.state.kind === 'running' ? job.state.progress : null,
			elapsedSeconds: Math.max(0, Math.round((ctx.now() - job.startedAt) / 1000)),
			/** The plan or the catalogue has changed since. */
			isOld: job.subject.version !== stateOf(loaded),
			/** The portfolios made of it that the plan has, by the place of the point of a front; 0 for the best. */
			saved: [...job.subject.saved].flatMap(([place, id]) =>
				plan.portfolios.some((one) => one.id === id) ? [{ place, id }] : []
			),
			result:
				job.state.kind === 'done'
					? resultOf(plan, programmeNames(ctx, plan), job.state.result, job.subject.ask.wish.keep)
					: null
		}
	};
}

function programmeNames(ctx: Context, plan: Plan): Names {
	const { organisationId } = permit(ctx, 'plan.read');
	const all = allProgrammes(plan, catalogueFor(ctx.db, organisationId));
	return new Map(all.map(({ id, name }) => [id, name]));
}

/** What the plan's first computable target asks for: tonnes less than its reference in a year. */
function targetOf(plan: Plan) {
	const target = headlineTarget(plan);
	if (!target) return null;
	const empty = { id: 'none', name: '', measures: [], shift: {}, scale: {} };
	const { targets } = evaluate({ ...plan, portfolios: [empty] }, empty.id);
	const found = targets.find(({ id }) => id === target.id);
	if (!found?.gap) return null;
	return { name: target.name, year: target.targetYear, gas: target.gas, tonnes: found.gap };
}

type Names = ReadonlyMap<string, Text>;
/** The measures of a portfolio that was kept and filled up; null: none was. */
type Kept = readonly string[] | null;

function resultOf(plan: Plan, names: Names, file: OptimumFile | FrontFile, keep: string | null) {
	const kept = plan.portfolios.find(({ id }) => id === keep)?.measures ?? null;
	return file.format === 'klimatportfolj-front'
		? { kind: 'front' as const, ...frontOf(plan, names, file, kept) }
		: { kind: 'best' as const, ...bestOf(plan, names, file, kept) };
}

function nameOf(plan: Plan, id: string): Text | null {
	return plan.measures.find((one) => one.id === id)?.name ?? null;
}

/** What was asked and what was left out of it. */
function termsOf(plan: Plan, file: OptimumFile | FrontFile) {
	const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: nameOf(plan, id) }));
	return {
		goal: file.goal,
		tonnesOf: file.tonnesOf,
		costOf: file.costOf,
		money: file.money,
		choosable: file.choosable,
		leftOut: file.leftOut.map(({ measure: id, reason }) => ({
			id,
			reason,
			name: nameOf(plan, id)
		})),
		partlyKnown: named(file.partlyKnown),
		unknownEffects: named(file.unknownEffects)
	};
}

function measureRows(
	plan: Plan,
	{ measures, startYears }: Pick<OptimumFile, 'measures' | 'startYears'>,
	greedy: readonly string[] | null,
	kept: Kept
) {
	return measures.map((id) => {
		const measure = plan.measures.find((one) => one.id === id);
		const startYear = startYears[id] ?? null;
		return {
			id,
			name: measure?.name ?? null,
			startYear,
			moved: measure && startYear !== null ? startYear - measure.startYear : 0,
			isInGreedy: greedy?.includes(id) ?? false,
			/** To a portfolio that was kept. */
			isAdded: kept !== null && !kept.includes(id)
		};
	});
}

function applicationRows(names: Names, applications: OptimumFile['applications']) {
	return applications.map((one) => ({
		programme: one.programme,
		name: names.get(one.programme) ?? { sv: one.programme, en: one.programme },
		measure: one.measure,
		amount: new Decimal(one.amount)
	}));
}

function frontOf(plan: Plan, names: Names, file: FrontFile, kept: Kept) {
	return {
		...termsOf(plan, file),
		hasKept: kept !== null,
		complete: file.complete,
		points: file.points.map((point, place) => ({
			place,
			tonnes: new Decimal(point.tonnes),
			cost: new Decimal(point.cost),
			proven: point.proven,
			measures: measureRows(plan, point, null, kept),
			applications: applicationRows(names, point.applications)
		}))
	};
}

/** The next measures towards the target, with what is left after each. */
function nextOf(plan: Plan, { steps, ...next }: NonNullable<OptimumFile['next']>) {
	let left = new Decimal(next.missing);
	return {
		year: next.year,
		name: plan.targets.find(({ id }) => id === next.target)?.name ?? next.target,
		missing: left,
		steps: steps.map(({ measure: id, alongside, ...step }) => {
			const [tonnes, cost] = [new Decimal(step.tonnes), new Decimal(step.cost)];
			left = left.minus(tonnes);
			return {
				id,
				name: nameOf(plan, id),
				alongside,
				startYear: step.startYear,
				isWithinRoom: step.isWithinRoom,
				tonnes,
				cost,
				perTonne: cost.div(tonnes),
				gap: new Decimal(step.gap),
				left
			};
		})
	};
}

function bestOf(plan: Plan, names: Names, file: OptimumFile, kept: readonly string[] | null) {
	const { greedy, figures, contradiction } = file;
	const money = (amount: string) => new Decimal(amount);
	const quantity = (figure: string | number | null) =>
		figure === null ? null : new Decimal(figure);
	return {
		...termsOf(plan, file),
		status: file.status,
		objective: quantity(file.objective),
		distance: file.distance,
		measures: measureRows(plan, file, greedy?.measures ?? null, kept),
		figures: figures && {
			tonnes: new Decimal(figures.tonnes),
			cost: money(figures.cost),
			gap: money(figures.gap),
			perYear: Object.entries(figures.ownMoneyPerYear).map(([year, own]) => {
				const limit = figures.limitPerYear[year] ?? null;
				return { year: Number(year), own: money(own), limit: limit === null ? null : money(limit) };
			})
		},
		applications: applicationRows(names, file.applications),
		greedy: greedy && {
			objective: quantity(greedy.objective),
			loses: quantity(greedy.loses),
			/** What it has and the best does not. */
			others: greedy.measures
				.filter((id) => !file.measures.includes(id))
				.map((id) => ({ id, name: nameOf(plan, id) }))
		},
		contradiction: contradiction && {
			...contradiction,
			mostTonnes: quantity(contradiction.mostTonnes)
		},
		next: file.next && nextOf(plan, file.next),
		hasKept: kept !== null,
		hasSharedLines: file.sharedLines.length > 0
	};
}
