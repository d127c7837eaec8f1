import type { Text } from '../../core/errors.ts';
import { nextId } from '../../core/plan/next-id.ts';
import { fieldReader, type FormValues } from '../../input/forms/field-reader.ts';
import { measureFileOf } from '../../input/plan-file/write.ts';
import {
	readConversion,
	readFactorSetForm,
	readLedgerForm
} from '../../input/spend/spend-forms.ts';
import { factorKey } from '../../input/spend/matching.ts';
import type { Ledger } from '../../input/spend/ledger-rows.ts';
import { inTransaction } from '../db/open.ts';
import * as store from '../store/spend.ts';
import type { SpendTask } from '../work/spend-worker.ts';
import { permit, record, today, type Context } from './context.ts';
import { editPlan } from './edits.ts';
import { InvalidInputError, NotFoundError } from './errors.ts';
import { assertMayStart, longWork } from './long-work.ts';
import { loadPlan } from './plan-cache.ts';
import { purchaseMeasure } from './purchase-measure.ts';
import { openAnalysis, spendKey } from './spend.queries.ts';
import { factorsIn, reckoned, SAME_NAME, type SpendChoices, type SpendSubject } from './spend.ts';

/** What reading a long list may take: a hostile one is not waited for. */
const MOST_MS = 60_000;

type Sent = { readonly name: string; readonly bytes: Uint8Array };

/** Begins to sum up a purchase ledger, in a thread of its own. Throws InvalidInputError by field, or when other work is under way. */
export function readLedger(ctx: Context, planId: string, file: Sent, values: FormValues): void {
	permit(ctx, 'plan.edit');
	loadPlan(ctx, planId);
	const { ledger, errors } = readLedgerForm(values);
	if (!ledger) throw new InvalidInputError(errors);
	const { year, vat, choices } = ledger;
	const subject = { ctx, planId, fileName: file.name.slice(0, 200), vat };
	start({ ...subject, kind: 'ledger', year }, { bytes: file.bytes, kind: 'ledger', choices });
}

/** Begins to read a list of factors under a name. Throws InvalidInputError by field, or when other work is under way. */
export function readFactors(ctx: Context, planId: string, file: Sent, values: FormValues): void {
	const { organisationId } = permit(ctx, 'plan.edit');
	loadPlan(ctx, planId);
	const { set, errors } = readFactorSetForm(values);
	if (!set) throw new InvalidInputError(errors);
	const { unit, ...own } = set;
	if (store.listFactorSets(ctx.db, organisationId).some(({ name }) => name === own.name))
		throw new InvalidInputError({ name: SAME_NAME });
	const subject = { ctx, planId, fileName: file.name.slice(0, 200), ...own };
	start({ ...subject, kind: 'factors' }, { bytes: file.bytes, kind: 'factors', unit });
}

function start(subject: SpendSubject, data: SpendTask): void {
	const { ctx, planId } = subject;
	const key = spendKey(permit(ctx, 'plan.edit'), planId);
	// A list of factors does not take the place of a ledger that is being read.
	assertMayStart(ctx.db, key, false);
	longWork(ctx.db).spends.start(key, subject, { data, mostMs: MOST_MS, at: ctx.now() });
}

/** Ends the reading. */
export function cancelSpend(ctx: Context, planId: string): void {
	const actor = permit(ctx, 'plan.edit');
	loadPlan(ctx, planId);
	longWork(ctx.db).spends.cancel(spendKey(actor, planId));
}

/**
 * Saves how an analysis is reckoned: its factor set, what makes its kronor comparable, and the factors that somebody chose.
 * Throws InvalidInputError by field, or when somebody else saved it since.
 */
export function saveAnalysis(ctx: Context, planId: string, id: string, values: FormValues): void {
	permit(ctx, 'plan.edit');
	inTransaction(ctx.db, () => {
		const { key, analysis, sets, set } = openAnalysis(ctx, planId, id);
		if (String(analysis.version) !== values['version'])
			throw new InvalidInputError({ form: CHANGED });
		const wanted = values['factorSet'] ?? '';
		const chosen = sets.find((one) => one.id === wanted) ?? null;
		const { index, vatRate, errors } = readConversion(values);
		if (wanted !== '' && !chosen) errors['factorSet'] = SET_GONE;
		// Factors of another set are other factors.
		const isSame = chosen?.id === set?.id;
		const factors = isSame ? chosenFactors(analysis, set, values, errors) : {};
		if (Object.keys(errors).length > 0) throw new InvalidInputError(errors);
		// An index of the years of another set says nothing of these.
		const choices: SpendChoices = {
			index: isSame || set === null ? index : null,
			vatRate,
			factors
		};
		store.updateAnalysis(ctx.db, key, analysis, { factorSetId: chosen?.id ?? null, choices });
		record(ctx, {
			action: 'spend.edit',
			entity: 'spend',
			entityId: id,
			oldValue: JSON.stringify([set?.name ?? null, analysis.choices]),
			newValue: JSON.stringify([chosen?.name ?? null, choices])
		});
	});
}

/** What was chosen of factors, without what is as it is proposed; `factor.KEY` empty: none. */
function chosenFactors(
	analysis: store.StoredAnalysis,
	set: store.StoredFactorSet | null,
	values: FormValues,
	errors: Record<string, Text>
): SpendChoices['factors'] {
	const { choices, proposed } = reckoned(analysis, set);
	const keys = new Set((set ? factorsIn(set) : []).map(factorKey));
	const factors = new Map(Object.entries(choices.factors));
	const { text } = fieldReader(values);
	for (const { key, name } of (analysis.ledger as Ledger).categories) {
		const field = `factor.${key}`;
		if (!Object.hasOwn(values, field)) continue;
		const typed = text(field);
		const own = proposed({ key, name });
		if (typed === (own ? factorKey(own) : '')) factors.delete(key);
		else if (typed === '' || keys.has(typed)) factors.set(key, typed);
		else errors[field] = NO_FACTOR;
	}
	return Object.fromEntries(factors);
}

/** Takes an analysis away. Throws NotFoundError. */
export function dropAnalysis(ctx: Context, planId: string, id: string): void {
	permit(ctx, 'plan.edit');
	inTransaction(ctx.db, () => {
		const { key, analysis } = openAnalysis(ctx, planId, id);
		store.removeAnalysis(ctx.db, key, id);
		const oldValue = analysis.fileName;
		record(ctx, { action: 'spend.remove', entity: 'spend', entityId: id, oldValue });
	});
}

/** Takes a factor set away that no analysis reckons with. Throws NotFoundError, InvalidInputError. */
export function dropFactorSet(ctx: Context, planId: string, id: string): void {
	const { organisationId } = permit(ctx, 'plan.edit');
	loadPlan(ctx, planId);
	inTransaction(ctx.db, () => {
		if (store.usesOf(ctx.db, organisationId, id) > 0) throw new InvalidInputError({ form: IN_USE });
		if (!store.removeFactorSet(ctx.db, organisationId, id))
			throw new NotFoundError(`No factor set ${id}.`);
		record(ctx, { action: 'factors.remove', entity: 'factors', entityId: id });
	});
}

/**
 * Makes a measure of a category, with what is bought and emitted today as its baseline. Its effect is unknown: tonnes of
 * purchases are not tonnes of the territory. Returns its id.
 */
export function makePurchaseMeasure(
	ctx: Context,
	planId: string,
	analysisId: string,
	category: string
): string {
	permit(ctx, 'plan.edit');
	return inTransaction(ctx.db, () => {
		const { plan, analysis, set } = openAnalysis(ctx, planId, analysisId);
		const { rows, kronorFactor } = reckoned(analysis, set);
		const row = rows.find(({ key }) => key === category);
		if (!row || !set || !row.tonnes || !kronorFactor)
			throw new NotFoundError(`No footprint of ${category} in analysis ${analysisId}.`);
		const id = nextId(plan.measures, 'A');
		const nextYear = Number(today(ctx).slice(0, 4)) + 1;
		const { firstYear, lastYear } = plan.settings;
		const measure = purchaseMeasure(
			{ ...row, tonnes: row.tonnes },
			{ year: analysis.year, fileName: analysis.fileName, set, kronorFactor },
			{ id, startYear: Math.min(Math.max(nextYear, firstYear), lastYear) }
		);
		const title = { name: 'measure.create', label: `${id} ${measure.name.sv}` };
		editPlan(ctx, planId, title, [{ part: 'measures', id, after: measureFileOf(measure) }]);
		return id;
	});
}

const CHANGED: Text = {
	sv: 'Någon annan har sparat analysen sedan du öppnade den. Läs in sidan på nytt; inget av ditt är sparat.',
	en: 'Somebody else has saved the analysis since you opened it. Load the page anew; nothing of yours is saved.'
};
const SET_GONE: Text = {
	sv: 'välj en av faktoruppsättningarna',
	en: 'choose one of the factor sets'
};
const NO_FACTOR: Text = {
	sv: 'finns inte bland uppsättningens faktorer; välj en ur listan, eller töm fältet',
	en: 'is not among the factors of the set; choose one of the list, or empty the field'
};
const IN_USE: Text = {
	sv: 'En analys räknar med uppsättningen. Välj en annan i analysen först.',
	en: 'An analysis reckons with the set. Choose another in the analysis first.'
};
