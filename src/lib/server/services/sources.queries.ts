import { createHash } from 'node:crypto';
import {
	compareRelease,
	nearestVintage,
	type Release,
	type ReleaseComparison
} from '../../core/emissions/release.ts';
import type { Gas, Plan } from '../../core/plan/plan.ts';
import type { FoundPopulation } from '../../input/sources/found.ts';
import * as releases from '../store/source-releases.ts';
import { may, permit, today, type Context, type Member } from './context.ts';
import { NotFoundError } from './errors.ts';
import { longWork, stateOf, workKey } from './long-work.ts';
import { loadPlan, type LoadedPlan } from './plan-cache.ts';
import { addressOf, foundIn, sourceNames } from './sources.ts';

/** The asking of sources for a plan is its asker's. */
export function sourceKey(actor: Member, planId: string): string {
	return workKey(actor, planId, 'source');
}

/** The sources that a plan's emissions and population come from: what each said last, and what of it the plan has. */
export function sourcesPage(ctx: Context, planId: string) {
	const actor = permit(ctx, 'plan.read');
	const { plan } = loadPlan(ctx, planId);
	const { addresses, sources } = longWork(ctx.db);
	const stored = releases.list(ctx.db, actor.organisationId, plan.municipality.code);
	const job = sources.read(sourceKey(actor, planId));
	return {
		mayEdit: may(ctx.actor, 'plan.edit'),
		municipality: { code: plan.municipality.code, name: plan.municipality.name },
		job: job && {
			source: job.subject.source,
			state: job.state.kind,
			rows: job.state.kind === 'running' ? (job.state.progress?.rows ?? 0) : 0,
			refusal:
				job.state.kind === 'done' && 'refusal' in job.state.result ? job.state.result.refusal : null
		},
		sources: sourceNames.map((source) => ({
			source,
			address: addresses[addressOf[source]],
			releases: stored
				.filter((one) => one.source === source)
				.map((one) => ({
					id: one.id,
					gas: one.gas,
					fetchedAt: one.fetchedAt,
					origin: one.origin,
					...standing(plan, one)
				}))
		}))
	};
}

/** What of a release the plan has. */
function standing(plan: Plan, stored: releases.StoredRelease) {
	const found = foundIn(stored);
	if (found.kind === 'population') {
		const { added, changed } = populationChanges(plan, found, firstYearWanted(plan, found));
		return {
			lastYear: found.rows.at(-1)?.year ?? null,
			newYears: added.map(({ year }) => year),
			revised: changed.length,
			isInPlan: added.length + changed.length === 0
		};
	}
	const compared = comparedWithAny(plan, found.release);
	return {
		lastYear: lastYearOf(found.release),
		newYears: [...compared.newYears],
		revised: compared.cells.filter(
			({ sector, was, is }) => sector !== 'total' && !(was && is ? was.eq(is) : was === is)
		).length,
		isInPlan: compared.isSame
	};
}

/** Held against the release of the plan that it is most like; against one that is the same, if there is one. */
function comparedWithAny(plan: Plan, release: Release): ReleaseComparison {
	const nearest = nearestVintage(plan, release) ?? '';
	const compared = compareRelease(plan, release, nearest);
	if (compared.isSame) return compared;
	const others = vintagesOf(plan, release.gas).map((one) => compareRelease(plan, release, one));
	return others.find(({ isSame }) => isSame) ?? compared;
}

function lastYearOf({ rows }: Release): number | null {
	return rows.length > 0 ? Math.max(...rows.map(({ year }) => year)) : null;
}

export function vintagesOf({ inventory }: Plan, gas: Gas): string[] {
	return [...new Set(inventory.filter((row) => row.gas === gas).map(({ vintage }) => vintage))];
}

/** Population is taken in from the first year that the plan's emissions or population speak of, else the last ten years. */
function firstYearWanted(plan: Plan, { rows }: FoundPopulation): number {
	const years = [...plan.municipality.population, ...plan.inventory].map(({ year }) => year);
	const last = rows.at(-1)?.year ?? 0;
	return years.length > 0 ? Math.min(...years) : last - 9;
}

/** What of a population series a plan does not have, from a year on. */
export function populationChanges(plan: Plan, { rows }: FoundPopulation, from: number) {
	const own = new Map(plan.municipality.population.map((row) => [row.year, row]));
	const wanted = rows.filter(({ year }) => year >= from);
	return {
		added: wanted.filter(({ year }) => !own.has(year)),
		changed: wanted.flatMap(({ year, persons }) => {
			const was = own.get(year);
			return was && was.persons !== persons
				? [{ year, was: was.persons, is: persons, source: was.source }]
				: [];
		})
	};
}

/** A release that the organisation's sources gave, of the plan's own municipality. */
export function openRelease(ctx: Context, planId: string, releaseId: string) {
	const { organisationId } = permit(ctx, 'plan.edit');
	const loaded = loadPlan(ctx, planId);
	const stored = releases.read(ctx.db, organisationId, releaseId);
	if (!stored || stored.municipalityCode !== loaded.plan.municipality.code)
		throw new NotFoundError(`No release ${releaseId} for plan ${planId}.`);
	return { loaded, stored, found: foundIn(stored) };
}

/** Tells one state of the plan and the release from another. */
export function seenRelease(loaded: LoadedPlan, releaseId: string): string {
	return createHash('sha256')
		.update(JSON.stringify([stateOf(loaded), releaseId]))
		.digest('hex');
}

/** What taking in a release would change, held against one of the plan's own. */
export function releasePage(
	ctx: Context,
	planId: string,
	releaseId: string,
	wishes: { readonly against: string | null; readonly from: string | null }
) {
	const { loaded, stored, found } = openRelease(ctx, planId, releaseId);
	const { plan } = loaded;
	const about = {
		id: releaseId,
		seen: seenRelease(loaded, releaseId),
		source: stored.source,
		origin: stored.origin,
		fetchedAt: stored.fetchedAt,
		remarks: found.remarks
	};
	if (found.kind === 'population') {
		const from = /^\d{4}$/.test(wishes.from ?? '')
			? Number(wishes.from)
			: firstYearWanted(plan, found);
		const years = { first: found.rows[0]?.year ?? null, last: found.rows.at(-1)?.year ?? null };
		return {
			kind: 'population' as const,
			...about,
			from,
			years,
			...populationChanges(plan, found, from)
		};
	}
	const { release } = found;
	const vintages = vintagesOf(plan, release.gas);
	const against =
		wishes.against !== null && vintages.includes(wishes.against)
			? wishes.against
			: nearestVintage(plan, release);
	return {
		kind: 'emissions' as const,
		...about,
		gas: release.gas,
		vintages,
		against,
		compared: compareRelease(plan, release, against ?? ''),
		/** Every figure of it, for what the plan has nothing to hold it against. */
		rows: release.rows,
		/** A release of the plan that says just the same; null: none. */
		sameAs: vintages.find((one) => compareRelease(plan, release, one).isSame) ?? null,
		vintage: proposedVintage(ctx, stored, found.edition),
		/** From which year the reference paths could be reckoned instead; null where none would change. */
		referenceYear: referenceYearIn(plan, release),
		referenceNow: [...new Set(plan.reference.map((one) => `${one.baseYear} (${one.vintage})`))]
	};
}

/**
 * The last year of a release, if all reference paths could start from it: none goes back in time, and none is left behind in
 * another release. Null otherwise.
 */
export function referenceYearIn(plan: Plan, release: Release): number | null {
	const last = lastYearOf(release);
	if (release.gas !== 'CO2e' || last === null || plan.reference.length === 0) return null;
	const has = new Set(release.rows.filter(({ year }) => year === last).map(({ sector }) => sector));
	const isWhole = plan.reference.every(
		({ sector, baseYear }) => has.has(sector) && baseYear <= last
	);
	return isWhole ? last : null;
}

function proposedVintage(
	ctx: Context,
	{ source, fetchedAt }: releases.StoredRelease,
	edition: string
): string {
	const name = source === 'emission-database' ? 'Emissionsdatabasen' : 'Kolada';
	return `${name} ${edition || today({ now: () => fetchedAt })}`;
}

/** What those who look at a plan's emissions should know: newer figures than the plan's, or that nobody has looked for long. */
export function newerEmissions(ctx: Context, organisationId: string, plan: Plan) {
	const newer = releases.list(ctx.db, organisationId, plan.municipality.code).flatMap((stored) => {
		const found = foundIn(stored);
		if (found.kind !== 'emissions') return [];
		const { isInPlan, newYears, revised, lastYear } = standing(plan, stored);
		return isInPlan
			? []
			: [
					{
						id: stored.id,
						source: stored.source,
						gas: found.release.gas,
						fetchedAt: stored.fetchedAt,
						newYears,
						revised,
						isNewer: (lastYear ?? 0) > lastYearOfPlan(plan, found.release.gas)
					}
				];
	});
	const last = lastYearOfPlan(plan, 'CO2e');
	const bases = plan.reference.map(({ baseYear }) => baseYear);
	return {
		newer,
		/** The latest year of the plan's own figures, where the reference paths still start from an earlier one. */
		referenceBehind:
			bases.length > 0 && last > Math.max(...bases) ? { last, base: Math.max(...bases) } : null,
		/** Figures come out some two years late: a year that should be there by now, and is not in the plan. */
		dueYear: last > 0 && last < dueBy(ctx) && newer.length === 0 ? dueBy(ctx) : null
	};
}

function lastYearOfPlan({ inventory }: Plan, gas: Gas): number {
	return Math.max(0, ...inventory.filter((row) => row.gas === gas).map(({ year }) => year));
}

/** The database comes out with a delay of one and a half to two years: at the end of 2026 it has 2024. */
function dueBy(ctx: Context): number {
	return Number(today(ctx).slice(0, 4)) - 2;
}
