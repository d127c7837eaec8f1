import { ZERO, type Decimal } from '../../core/decimal.ts';
import { countedFunding, type CountedFunding } from '../../core/funding/counted-funding.ts';
import { NO_CIRCUMSTANCES } from '../../core/funding/eligibility/finding.ts';
import { isAppliedFor, matchOf, type Match } from '../../core/funding/matching/match.ts';
import { reductionPerKrona } from '../../core/funding/matching/reduction-per-krona.ts';
import { callState, type Call } from '../../core/plan/call.ts';
import { placedMeasures, type PlacedMeasure } from '../../core/plan/placement.ts';
import { allProgrammes, type Programme } from '../../core/plan/programme.ts';
import { measureFileOf } from '../../input/plan-file/write.ts';
import { callsFor, catalogueFor } from './catalogue.ts';
import { chosen, type Chosen } from './chosen-portfolio.ts';
import { may, permit, today, type Context } from './context.ts';
import { NotFoundError } from './errors.ts';
import { questionOf } from './fact-questions.ts';
import { byPromise, findingsOf, itemOf, rowOf } from './match-rows.ts';

export type MatchWishes = {
	/** Words of a measure, of its costs or of a programme. */
	readonly search: string;
	/** Only this measure; null: those whose money is missing most. */
	readonly measure: string | null;
	/** So many measures at once. */
	readonly count: number;
	readonly withFailing: boolean;
};

/** A programme for a measure; of several calls one, else the first. */
export type MatchKey = {
	readonly measure: string;
	readonly programme: string;
	readonly call: string | null;
};

const MOST_MEASURES = 40;

/** Which calls and programmes fit which measures, those first whose money is missing most. */
export function matchingPage(
	ctx: Context,
	planId: string,
	portfolioId: string | null,
	wishes: MatchWishes
) {
	const found = chosen(ctx, planId, portfolioId);
	if (!found) return { portfolio: null };
	const world = worldOf(ctx, found);
	const words = wishes.search.trim().toLowerCase();
	const needs = placedMeasures(found.plan, found.portfolio)
		.map((placed) => ({ placed, missing: missingOf(world.stack, placed) }))
		.sort((a, b) => (b.missing ?? ZERO).cmp(a.missing ?? ZERO));
	const named = words === '' ? needs : needs.filter(({ placed }) => textOf(placed).includes(words));
	// Words that no measure has are words of a programme.
	const isOfProgramme = named.length === 0;
	const asked =
		wishes.measure === null
			? isOfProgramme
				? needs
				: named
			: needs.filter(({ placed }) => placed.measure.id === wishes.measure);
	const programmes = world.programmes.filter(
		({ id, name, funder }) =>
			!isOfProgramme || [id, name.sv, name.en, funder].join(' ').toLowerCase().includes(words)
	);
	const count = Math.min(wishes.count, MOST_MEASURES);
	return {
		portfolio: { id: found.portfolio.id, name: found.portfolio.name },
		measures: asked.slice(0, count).map(({ placed, missing }) => {
			const rows = programmes
				.flatMap((programme) => matchesOf(world, programme, placed))
				.map((match) => rowOf(match, world.day))
				.sort(byPromise);
			const failing = rows.filter(({ verdict }) => verdict === 'fails').length;
			return {
				id: placed.measure.id,
				name: placed.measure.name,
				missing,
				rows: wishes.withFailing ? rows : rows.filter(({ verdict }) => verdict !== 'fails'),
				failing
			};
		}),
		count: Math.min(asked.length, MOST_MEASURES),
		choices: needs.map(({ placed: { measure } }) => ({ id: measure.id, name: measure.name }))
	};
}

/** One programme for one measure: every rule of it for every cost, and what would settle what is open. */
export function matchPage(ctx: Context, planId: string, portfolioId: string | null, key: MatchKey) {
	const { found, world, source, placed, match } = oneMatch(ctx, planId, portfolioId, key);
	const findings = findingsOf(match);
	const facts = { ...found.plan.municipality.facts, ...placed.measure.facts };
	const missing = new Set(
		match.items.flatMap(({ findings }) => findings.flatMap((one) => one.missing))
	);
	return {
		portfolio: { id: found.portfolio.id, name: found.portfolio.name },
		mayEdit: may(ctx.actor, 'plan.edit'),
		measure: { id: placed.measure.id, name: placed.measure.name },
		...rowOf(match, world.day),
		common: findings.common,
		items: match.items.map((item) => ({
			...itemOf(item, match),
			findings: findings.ofItem(item)
		})),
		questions: [...missing].map((key) => questionOf(found.plan, key, facts)),
		ranking: isKlimatklivet(source) ? ranking(found, placed, match) : null
	};
}

/** A match by its measure, programme and call, as the plan is now. Throws NotFoundError. */
export function oneMatch(
	ctx: Context,
	planId: string,
	portfolioId: string | null,
	{ measure, programme, call }: MatchKey
) {
	const found = chosen(ctx, planId, portfolioId);
	if (!found) throw new NotFoundError(`No portfolio in plan ${planId}.`);
	const world = worldOf(ctx, found);
	const placed = placedMeasures(found.plan, found.portfolio).find(
		(one) => one.measure.id === measure
	);
	const source = world.programmes.find(({ id }) => id === programme);
	if (!placed || !source) throw new NotFoundError(`No ${programme} for ${measure}.`);
	const match = matchesOf(world, source, placed).find(
		(one) => call === null || one.call?.id === call
	);
	if (!match) throw new NotFoundError(`No call ${call} of ${programme}.`);
	return { found, world, source, placed, match };
}

function isKlimatklivet({ id }: Programme): boolean {
	return id === 'klimatklivet';
}

/** What Klimatklivet ranks by, and the data that its application asks for. */
function ranking({ plan, evaluation }: Chosen, placed: PlacedMeasure, match: Match) {
	const { measure } = placed;
	const figures = evaluation.measures.find(({ id }) => id === measure.id);
	return {
		...reductionPerKrona(plan, placed),
		application: {
			applicant: plan.municipality.name,
			owner: measure.owner,
			startYear: placed.startYear,
			eligibleCost: match.items.reduce(
				(sum, item) => (item.highest.gt(0) ? sum.plus(item.cost) : sum),
				ZERO
			),
			sought: match.highest,
			otherFunding: match.items.reduce(
				(sum, item) => sum.plus(item.cost.minus(item.highest).minus(item.ownShare)),
				ZERO
			),
			netCost: figures?.netCost ?? null
		},
		effects: (measure.effects ?? []).map((effect) => ({
			kind: effect.kind,
			carrier: effect.kind === 'energy' ? effect.carrier : null,
			amount: effect.kind === 'energy' ? effect.mwhPerYear : effect.tonnesPerYear,
			basis: effect.basis
		}))
	};
}

type World = {
	readonly circumstances: Parameters<typeof matchOf>[4];
	readonly stack: CountedFunding;
	readonly programmes: readonly Programme[];
	readonly calls: readonly Call[];
	readonly day: string;
	readonly netCosts: ReadonlyMap<string, Decimal | null>;
};

function worldOf(ctx: Context, { plan, portfolio, evaluation }: Chosen): World {
	const { organisationId } = permit(ctx, 'plan.read');
	const day = today(ctx);
	const stack = countedFunding(plan, placedMeasures(plan, portfolio));
	return {
		day,
		stack,
		circumstances: {
			...NO_CIRCUMSTANCES,
			plan,
			today: day,
			portfolioCapex: stack.portfolioCapex
		},
		programmes: allProgrammes(plan, catalogueFor(ctx.db, organisationId)).filter(isAppliedFor),
		calls: callsFor(ctx.db, organisationId).filter((call) => callState(call, day) !== 'closed'),
		netCosts: new Map(evaluation.measures.map(({ id, netCost }) => [id, netCost]))
	};
}

/** A match for each call that is not over, or one for the programme where no call has known days. */
function matchesOf(world: World, programme: Programme, placed: PlacedMeasure): Match[] {
	const calls = world.calls.filter((call) => call.programme === programme.id);
	const netCost = world.netCosts.get(placed.measure.id) ?? null;
	const circumstances = { ...world.circumstances, netCost };
	return (calls.length > 0 ? calls : [null]).map((call) =>
		matchOf(programme, call, placed, world.stack, circumstances)
	);
}

/** Costs of a measure that the plan's lines do not pay, as far as costs are known; null when none is. */
function missingOf({ claims, awards }: CountedFunding, { measure, scale }: PlacedMeasure) {
	let missing: Decimal | null = null;
	for (const item of measure.costs) {
		if (item.timing !== 'one-off' || item.kind !== 'capex' || item.amount === null) continue;
		const cost = item.amount.times(scale);
		const paid = claims.reduce(
			(sum, claim, place) =>
				claim.item === item && claim.programme.instrument !== 'own'
					? sum.plus(awards[place]?.counted ?? ZERO)
					: sum,
			ZERO
		);
		missing = (missing ?? ZERO).plus(cost.minus(paid));
	}
	return missing;
}

/** All that the plan says of a measure in words. */
function textOf({ measure }: PlacedMeasure): string {
	const told: string[] = [];
	JSON.stringify(measureFileOf(measure), (_, value: unknown) => {
		if (typeof value === 'string') told.push(value);
		return value;
	});
	return told.join(' ').toLowerCase();
}
