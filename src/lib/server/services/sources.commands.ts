import type { Text } from '../../core/errors.ts';
import type { Gas, Plan } from '../../core/plan/plan.ts';
import type { FormValues } from '../../input/forms/field-reader.ts';
import { planFileOf } from '../../input/plan-file/write.ts';
import type { FoundEmissions, FoundPopulation } from '../../input/sources/found.ts';
import { inTransaction } from '../db/open.ts';
import type { SourceTask } from '../work/source-worker.ts';
import { permit, today, type Context } from './context.ts';
import { editPlan, type PartEdit } from './edits.ts';
import { ConflictError, InvalidInputError } from './errors.ts';
import { assertMayStart, longWork } from './long-work.ts';
import { loadPlan } from './plan-cache.ts';
import { addressOf, type SourceName } from './sources.ts';
import {
	openRelease,
	populationChanges,
	referenceYearIn,
	seenRelease,
	sourceKey,
	vintagesOf
} from './sources.queries.ts';

/** What a source may take, with its tries. */
const MOST_MS = 5 * 60_000;
const LONGEST_VINTAGE = 60;

/** Begins to ask a source for the plan's municipality, in a thread of its own. Throws InvalidInputError when that cannot be done now. */
export function askSource(ctx: Context, planId: string, source: SourceName, gas: Gas): void {
	permit(ctx, 'plan.edit');
	loadPlan(ctx, planId);
	const address = longWork(ctx.db).addresses[addressOf[source]];
	if (address === null) throw new InvalidInputError({ form: TURNED_OFF });
	start(ctx, planId, { source, gas, address }, new URL(address).host);
}

/** Begins to read a workbook of the emission database that was sent in. */
export function readEmissionFile(
	ctx: Context,
	planId: string,
	file: { readonly name: string; readonly bytes: Uint8Array },
	gas: Gas
): void {
	permit(ctx, 'plan.edit');
	const own = { source: 'emission-database', gas, address: '', bytes: file.bytes } as const;
	start(ctx, planId, own, file.name.slice(0, 200));
}

function start(
	ctx: Context,
	planId: string,
	task: Omit<SourceTask, 'place'>,
	origin: string
): void {
	const actor = permit(ctx, 'plan.edit');
	const { municipality } = loadPlan(ctx, planId).plan;
	const { code, name } = municipality;
	const key = sourceKey(actor, planId);
	assertMayStart(ctx.db, key);
	const at = ctx.now();
	const isOfGas = task.source === 'emission-database' || task.source === 'kolada-emissions';
	const subject = { ctx, source: task.source, code, origin, at };
	const data: SourceTask = { ...task, place: { code, name } };
	longWork(ctx.db).sources.start(
		key,
		{ ...subject, gas: isOfGas ? task.gas : '' },
		{ data, mostMs: MOST_MS, at }
	);
}

/** Ends the asking. */
export function cancelSource(ctx: Context, planId: string): void {
	const actor = permit(ctx, 'plan.edit');
	loadPlan(ctx, planId);
	longWork(ctx.db).sources.cancel(sourceKey(actor, planId));
}

/**
 * Takes a release into the plan as one step. Emissions come as a release of their own, under a name of their own: nothing of
 * another release changes, and pinned base years stay. Throws ConflictError when the plan or the release has changed since it
 * was looked at, InvalidInputError by field.
 */
export function takeIn(ctx: Context, planId: string, releaseId: string, values: FormValues): void {
	permit(ctx, 'plan.edit');
	inTransaction(ctx.db, () => {
		const { loaded, stored, found } = openRelease(ctx, planId, releaseId);
		if (seenRelease(loaded, releaseId) !== values['seen'])
			throw new ConflictError(
				`plan ${planId} or release ${releaseId} has changed since it was seen`
			);
		const day = today({ now: () => stored.fetchedAt });
		const sourced = {
			source: `${found.source}, ${stored.origin}, ${day}`,
			confidence: 'public-copy-of-official-statistics'
		};
		const edits =
			found.kind === 'population'
				? populationEdits(loaded.plan, found, sourced, values['from'] ?? '')
				: emissionEdits(loaded.plan, found, sourced, values);
		const label = found.kind === 'population' ? 'municipality' : 'inventory';
		editPlan(ctx, planId, { name: 'source.import', label }, edits);
	});
}

type SourceNote = { readonly source: string; readonly confidence: string };

function emissionEdits(
	plan: Plan,
	{ release }: FoundEmissions,
	sourced: SourceNote,
	values: FormValues
): PartEdit[] {
	const vintage = (values['vintage'] ?? '').trim();
	const { gas, rows } = release;
	if (vintage === '' || vintage.length > LONGEST_VINTAGE)
		throw new InvalidInputError({ vintage: NAME_IT });
	if (vintagesOf(plan, gas).includes(vintage)) throw new InvalidInputError({ vintage: TAKEN });
	const added = rows.map((row) => ({ gas, ...row, vintage, ...sourced }));
	const inventory = [...plan.inventory, ...added];
	const edits: PartEdit[] = [
		{ part: 'inventory', id: null, after: planFileOf({ ...plan, inventory }).inventory }
	];
	const baseYear = referenceYearIn(plan, release);
	if (values['reference'] !== 'on' || baseYear === null) return edits;
	const reference = plan.reference.map((path) => ({ ...path, baseYear, vintage }));
	const after = planFileOf({ ...plan, reference }).reference;
	return [...edits, { part: 'reference', id: null, after }];
}

function populationEdits(
	plan: Plan,
	found: FoundPopulation,
	sourced: SourceNote,
	from: string
): PartEdit[] {
	if (!/^\d{4}$/.test(from)) throw new InvalidInputError({ from: YEAR });
	const { added, changed } = populationChanges(plan, found, Number(from));
	const rows = [...added, ...changed.map(({ year, is }) => ({ year, persons: is }))];
	if (rows.length === 0) throw new InvalidInputError({ form: NOTHING });
	const taken = new Set(rows.map(({ year }) => year));
	const { municipality } = plan;
	const population = [
		...municipality.population.filter(({ year }) => !taken.has(year)),
		...rows.map((row) => ({ ...row, ...sourced }))
	].sort((a, b) => a.year - b.year);
	const after = planFileOf({ ...plan, municipality: { ...municipality, population } }).municipality;
	return [{ part: 'municipality', id: null, after }];
}

const TURNED_OFF: Text = {
	sv: 'Den här installationen frågar inte källan. Fråga driften, eller lägg in uppgifterna för hand.',
	en: 'This installation does not ask the source. Ask operations, or put the figures in by hand.'
};
const NAME_IT: Text = {
	sv: `ge utgåvan ett namn, högst ${LONGEST_VINTAGE} tecken`,
	en: `give the release a name, at most ${LONGEST_VINTAGE} signs`
};
const TAKEN: Text = {
	sv: 'planen har redan en utgåva med det namnet; välj ett annat',
	en: 'the plan already has a release of that name; choose another'
};
const YEAR: Text = { sv: 'ska vara ett år, till exempel 2015', en: 'must be a year, such as 2015' };
const NOTHING: Text = {
	sv: 'Planen har redan de uppgifterna. Inget är ändrat.',
	en: 'The plan already has those figures. Nothing is changed.'
};
