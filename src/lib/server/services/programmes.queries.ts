import { callState, daysUntil, isOverAYearOld, type Call } from '../../core/plan/call.ts';
import { rulesOf, type Programme } from '../../core/plan/programme.ts';
import { ruleText } from '../../core/funding/rule-words.ts';
import type { ProgrammeDocument } from '../../input/catalogue/documents.ts';
import { currentRule } from '../../input/catalogue/rule-edits.ts';
import { programmeFormValues } from '../../input/catalogue/programme-form.ts';
import * as audit from '../store/audit.ts';
import * as entries from '../store/catalogue.ts';
import { callRows, soonest } from './call-rows.ts';
import {
	callsFor,
	catalogueEditor,
	catalogueFor,
	catalogueReader,
	ownProgrammes,
	versionOf
} from './catalogue.ts';
import { today, type Context } from './context.ts';
import { NotFoundError } from './errors.ts';
import { logRows } from './log-rows.ts';

/** What the list of programmes shows; an empty wish keeps everything. */
export type ProgrammeWishes = {
	readonly search: string;
	readonly theme: string;
	readonly cost: string;
	readonly applicant: string;
	readonly level: string;
	readonly status: string;
	/** open: a call is open now; soon: one closes within `SOON_DAYS`; continuous: applications at any time. */
	readonly deadline: string;
};

const SOON_DAYS = 90;

export function programmesPage(ctx: Context, wishes: ProgrammeWishes) {
	const organisation = catalogueReader(ctx);
	const { programmes } = catalogueFor(ctx.db, organisation);
	const own = ownProgrammes(ctx.db, organisation);
	const day = today(ctx);
	const calls = callsFor(ctx.db, organisation);
	const callsOf = (id: string) => calls.filter(({ programme }) => programme === id);
	const all = [...programmes.values()].sort((a, b) => a.name.sv.localeCompare(b.name.sv, 'sv'));
	const rows = all
		.filter((one) => isWished(one, callsOf(one.id), wishes, day))
		.map((one) => ({
			id: one.id,
			name: one.name,
			funder: one.funder,
			level: one.level,
			instrument: one.instrument,
			status: one.status,
			share: one.maxSupportShare,
			isOwn: own.has(one.id),
			...evidenceOf(one, day),
			call: soonest(callsOf(one.id), day)
		}));
	return { count: all.length, rows, mayEdit: catalogueEditor(ctx) !== null };
}

/** How sure a programme's terms are, and whether it is long since anybody looked. */
function evidenceOf({ asOf, confidence }: Programme, day: string) {
	return {
		asOf,
		isVerified: confidence === 'verified-from-source',
		isOld: isOverAYearOld(asOf, day)
	};
}

function isWished(
	one: Programme,
	calls: readonly Call[],
	wishes: ProgrammeWishes,
	day: string
): boolean {
	const rules = rulesOf(one);
	const names = (wish: string, of: (rule: (typeof rules)[number]) => readonly string[]) =>
		wish === '' || rules.some((rule) => of(rule).includes(wish));
	const text = [one.id, one.name.sv, one.name.en, one.funder].join(' ').toLowerCase();
	return (
		text.includes(wishes.search.trim().toLowerCase()) &&
		names(wishes.theme, (rule) => (rule.kind === 'theme' ? rule.themes : [])) &&
		names(wishes.cost, (rule) => (rule.kind === 'cost-kind' ? rule.costs : [])) &&
		names(wishes.applicant, (rule) => (rule.kind === 'applicant' ? rule.kinds : [])) &&
		(wishes.level === '' || one.level === wishes.level) &&
		(wishes.status === '' || one.status === wishes.status) &&
		hasDeadline(one, calls, wishes.deadline, day)
	);
}

function hasDeadline(one: Programme, calls: readonly Call[], wish: string, day: string): boolean {
	if (wish === 'open') return calls.some((call) => callState(call, day) === 'open');
	if (wish === 'continuous')
		return rulesOf(one).some((rule) => rule.kind === 'window' && rule.mode === 'continuous');
	if (wish !== 'soon') return true;
	return calls.some(({ closes }) => {
		const left = closes === null ? -1 : daysUntil(closes, day);
		return left >= 0 && left <= SOON_DAYS;
	});
}

const MOST_CHANGES = 200;

/** A programme with its rules in words, its calls and who changed it; without an id the empty form of a new one. */
export function programmePage(ctx: Context, id: string | null) {
	const organisation = catalogueReader(ctx);
	const editor = catalogueEditor(ctx);
	const row = id === null ? null : entries.visible(ctx.db, 'programme', organisation).get(id);
	if (row === undefined) throw new NotFoundError(`No programme ${id}.`);
	const day = today(ctx);
	const { programmes } = catalogueFor(ctx.db, organisation);
	const programme = id === null ? null : programmes.get(id);
	const document = (row?.document ?? null) as ProgrammeDocument | null;
	const isOwn = row !== null && row.organisationId !== null;
	return {
		id,
		mayEdit: editor !== null,
		/** Saving makes a version of the organisation's own of what is shared. */
		isCopied: row !== null && editor !== null && editor.owner !== row.organisationId,
		isOwn,
		/** What is left when an own version is taken away. */
		hasShared: isOwn && entries.visible(ctx.db, 'programme', null).has(row.id),
		version: row ? versionOf(row) : '',
		savedAt: row?.updatedAt ?? null,
		values: document ? programmeFormValues(document) : { asOf: day },
		/** Kinds of which the programme has several rules: its form has no fields for them. */
		several: (['share', 'exclusive', 'unit-cap'] as const).filter(
			(kind) => currentRule(programme?.rules ?? [], kind) === null
		),
		/** What it may be said to stand beside or not. */
		others: [...programmes.values()]
			.filter((one) => one.id !== id)
			.map((one) => ({ id: one.id, name: one.name }))
			.sort((a, b) => a.name.sv.localeCompare(b.name.sv, 'sv')),
		head: programme ? headOf(programme, day) : null,
		about: document?.about ?? null,
		rules: programme ? rulesInWords(programme, programmes, day) : [],
		calls:
			id === null
				? []
				: callRows(
						ctx,
						organisation,
						callsFor(ctx.db, organisation).filter((call) => call.programme === id),
						day
					),
		history: row ? history(ctx, row) : []
	};
}

function headOf(programme: Programme, day: string) {
	const { name, funder, level, instrument, status, maxSupportShare, source } = programme;
	return {
		name,
		funder,
		level,
		instrument,
		status,
		maxSupportShare,
		source,
		...evidenceOf(programme, day)
	};
}

function rulesInWords(
	programme: Programme,
	programmes: ReadonlyMap<string, Programme>,
	day: string
) {
	return rulesOf(programme).map((rule) => ({
		kind: rule.kind,
		text: ruleText(rule, (id) => programmes.get(id)?.name),
		source: rule.source,
		asOf: rule.asOf,
		confidence: rule.confidence,
		isOld: isOverAYearOld(rule.asOf, day),
		validFrom: rule.validFrom ?? null,
		validTo: rule.validTo ?? null
	}));
}

function history(ctx: Context, { organisationId, id }: entries.Entry) {
	const rows = audit.listOf(ctx.db, organisationId, 'programme', id, MOST_CHANGES);
	return logRows(ctx, organisationId, rows);
}
