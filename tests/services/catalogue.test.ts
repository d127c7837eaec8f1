import { describe, expect, it } from 'vitest';
import { ruleText } from '../../src/lib/core/funding/rule-words.ts';
import { fieldChanges } from '../../src/lib/core/plan/changes.ts';
import { rulesOf } from '../../src/lib/core/plan/programme.ts';
import { evaluationJson } from '../../src/lib/core/portfolio/evaluation-json.ts';
import {
	programmeFormValues,
	readProgrammeForm
} from '../../src/lib/input/catalogue/programme-form.ts';
import { catalogue, programmeSeeds } from '../../src/lib/server/catalogue/catalogue.ts';
import {
	bringCatalogue,
	callsFor,
	catalogueFor,
	catalogueReader,
	documentHash
} from '../../src/lib/server/services/catalogue.ts';
import {
	createCall,
	createProgramme,
	removeEntry,
	saveProgramme
} from '../../src/lib/server/services/catalogue.commands.ts';
import type { Context } from '../../src/lib/server/services/context.ts';
import {
	EditConflictError,
	ForbiddenError,
	InvalidInputError,
	NotFoundError
} from '../../src/lib/server/services/errors.ts';
import { loadPlan } from '../../src/lib/server/services/plan-cache.ts';
import { importPlan } from '../../src/lib/server/services/plans.commands.ts';
import { programmePage, programmesPage } from '../../src/lib/server/services/programmes.queries.ts';
import * as entries from '../../src/lib/server/store/catalogue.ts';
import {
	anonymous,
	member,
	newInstallation,
	newOrganisation,
	operator
} from '../support/installation.ts';
import { exampleText } from '../support/plan-files.ts';

/** Programmes and calls: shared and own, who may change them, and that plans follow. */

function house() {
	const db = newInstallation();
	const [alvesta, lund] = ['Alvesta', 'Lund'].map((name) => newOrganisation(db, name));
	if (!alvesta || !lund) throw new Error('two organisations');
	return {
		db,
		alvesta,
		lund,
		admin: member(db, alvesta, 'admin'),
		editor: member(db, alvesta, 'editor'),
		neighbour: member(db, lund, 'admin', 'granne'),
		drift: operator(db)
	};
}

/** What somebody finds of the programme that these tests add. */
function found(ctx: Context) {
	const none = { theme: '', cost: '', applicant: '', level: '', status: '', deadline: '' };
	return programmesPage(ctx, { ...none, search: 'laddfond' }).rows;
}

/** The values of a programme's form with some of them typed anew, and the version that the form carries. */
function typed(ctx: Context, id: string, changes: Readonly<Record<string, string>>) {
	const { values, version } = programmePage(ctx, id);
	return { values: { ...values, ...changes }, version };
}

function save(ctx: Context, id: string, changes: Readonly<Record<string, string>>): void {
	const { values, version } = typed(ctx, id, changes);
	saveProgramme(ctx, id, version, values);
}

const OWN = { nameSv: 'Länets laddfond', level: 'regional', instrument: 'grant', status: 'open' };
const EVIDENCE = { source: 'https://example.org', asOf: '2026-11', confidence: 'from-knowledge' };

describe('the catalogue in the database', () => {
	it('is what the program brings: every programme with every rule, and each rule has words', () => {
		const { db } = house();
		const { programmes } = catalogueFor(db, null);
		expect(programmes.size).toBe(98);
		expect([...programmes]).toEqual([...catalogue.programmes]);
		for (const one of programmes.values())
			for (const rule of rulesOf(one)) {
				const { sv, en } = ruleText(rule);
				expect(sv.length > 3 && en.length > 2 && !/undefined|NaN/.test(sv + en)).toBe(true);
			}
	});

	it('is brought once, renews what nobody has changed and leaves what an operator has', () => {
		const { db, drift } = house();
		const before = entries.stamp(db, null);
		bringCatalogue(anonymous(db));
		expect(entries.stamp(db, null)).toBe(before);
		save(drift, 'elena', { funder: 'Banken' });
		const [old] = programmeSeeds().filter(({ id }) => id === 'klimatklivet');
		const key = { kind: 'programme', owner: null } as const;
		const outdated = { ...old, funder: 'Förr' };
		db.$client
			.prepare("update catalogue_entry set document = ?, seed_hash = ? where id = 'klimatklivet'")
			.run(JSON.stringify(outdated), documentHash(outdated));
		bringCatalogue(anonymous(db));
		const funder = (id: string) =>
			(entries.read(db, { ...key, id })?.document as { funder: string }).funder;
		expect(funder('klimatklivet')).toBe('Naturvårdsverket');
		expect(funder('elena')).toBe('Banken');
	});

	it('lets the operator change what is shared, an administrator what is the organisation’s, nobody else anything', () => {
		const { db, alvesta, lund, admin, editor, neighbour, drift } = house();
		save(drift, 'elena', { funder: 'Banken' });
		expect(catalogueFor(db, lund).programmes.get('elena')?.funder).toBe('Banken');
		save(admin, 'elena', { funder: 'Vår bank' });
		expect(catalogueFor(db, alvesta).programmes.get('elena')?.funder).toBe('Vår bank');
		expect(catalogueFor(db, lund).programmes.get('elena')?.funder).toBe('Banken');
		expect(programmePage(admin, 'elena')).toMatchObject({ isOwn: true, hasShared: true });
		expect(programmePage(neighbour, 'elena')).toMatchObject({ isOwn: false, isCopied: true });
		expect(() => save(editor, 'elena', { funder: 'x' })).toThrow(ForbiddenError);
		expect(() => createProgramme(editor, { ...OWN, ...EVIDENCE })).toThrow(ForbiddenError);
		removeEntry(admin, 'programme', 'elena', programmePage(admin, 'elena').version);
		expect(catalogueFor(db, alvesta).programmes.get('elena')?.funder).toBe('Banken');
		const changes = programmePage(drift, 'elena').history.map((row) => [
			row.field,
			row.oldValue,
			row.newValue
		]);
		expect(changes).toContainEqual(['funder', expect.any(String), 'Banken']);
		expect(changes.flat()).not.toContain('Vår bank');
		expect(() => catalogueReader(anonymous(db))).toThrow();
	});

	it('shows nobody what another organisation has of its own', () => {
		const { db, lund, admin, neighbour, drift } = house();
		const id = createProgramme(admin, {
			...OWN,
			...EVIDENCE,
			share: '40',
			'theme.transport': 'on'
		});
		expect(id).toBe('egen-lanets-laddfond');
		const call = createCall(admin, { nameSv: 'Vår', programme: id, ...EVIDENCE });
		expect(found(admin)).toHaveLength(1);
		for (const other of [neighbour, drift]) {
			expect(found(other)).toEqual([]);
			expect(() => programmePage(other, id)).toThrow(NotFoundError);
			expect(() => saveProgramme(other, id, 'own 1', OWN)).toThrow(NotFoundError);
			expect(() => removeEntry(other, 'programme', id, 'own 1')).toThrow(NotFoundError);
			expect(() => createCall(other, { nameSv: 'x', programme: id, ...EVIDENCE })).toThrow(
				InvalidInputError
			);
		}
		expect(callsFor(db, lund).some((one) => one.id === call)).toBe(false);
		const again = createProgramme(neighbour, { ...OWN, ...EVIDENCE });
		expect(again).toBe(id);
	});

	it('tells what is wrong by field, and takes one save of two', () => {
		const { admin } = house();
		const fieldsOf = (values: Readonly<Record<string, string>>) => {
			try {
				createProgramme(admin, values);
				return [];
			} catch (thrown) {
				if (thrown instanceof InvalidInputError) return Object.keys(thrown.fields).sort();
				throw thrown;
			}
		};
		expect(
			fieldsOf({ ...OWN, ...EVIDENCE, nameSv: '', share: '140', months: '9, 13', level: 'x' })
		).toEqual(['level', 'months', 'nameSv', 'share']);
		const first = typed(admin, 'elena', { funder: 'A' });
		const second = typed(admin, 'elena', { funder: 'B' });
		saveProgramme(admin, 'elena', first.version, first.values);
		expect(() => saveProgramme(admin, 'elena', second.version, second.values)).toThrow(
			EditConflictError
		);
		expect(programmePage(admin, 'elena').values['funder']).toBe('A');
	});

	it('says where a programme holds, what it stands beside and what it pays per unit and ahead', () => {
		const { db, alvesta, admin } = house();
		const terms = {
			...{ counties: 'Kronoberg, Kalmar', population: '20000', publicCeiling: '70' },
			...{ together: 'some', 'other.ladda-bilen': 'on', deduction: 'on' },
			...{ unitCap: '15 tkr', unitCapPer: 'charging-point', timing: 'mixed', maxAdvance: '30' }
		};
		const id = createProgramme(admin, { ...OWN, ...EVIDENCE, ...terms });
		const own = catalogueFor(db, alvesta).programmes.get(id);
		expect(own?.geography).toEqual(['Kronoberg', 'Kalmar']);
		const rule = (kind: string) => own?.rules?.find((one) => one.kind === kind);
		expect(rule('geography')).toMatchObject({ counties: ['Kronoberg', 'Kalmar'] });
		expect(rule('population')).toMatchObject({ min: 20_000 });
		expect(rule('public-ceiling')).toMatchObject({ share: 0.7, scope: 'item' });
		expect(rule('exclusive')).toMatchObject({ others: ['ladda-bilen'], group: null });
		expect(rule('deduction')).toBeDefined();
		expect(rule('unit-cap')).toMatchObject({ amount: '15000.00', per: 'charging-point' });
		expect(rule('payment')).toMatchObject({ timing: 'mixed', maxAdvanceShare: 0.3 });
		const page = programmePage(admin, id);
		const wrong = (changes: Record<string, string>) => () =>
			saveProgramme(admin, id, page.version, { ...page.values, ...changes });
		expect(wrong({ 'other.ladda-bilen': '' })).toThrow(InvalidInputError);
		expect(wrong({ 'other.lotto': 'on' })).toThrow(InvalidInputError);
		expect(wrong({ unitCapPer: '' })).toThrow(InvalidInputError);
		expect(wrong({ timing: '' })).toThrow(InvalidInputError);
	});

	it('changes nothing of any programme whose form is sent back as it came', () => {
		for (const seed of programmeSeeds()) {
			const { document, errors } = readProgrammeForm(programmeFormValues(seed), seed);
			expect(errors).toEqual({});
			expect(fieldChanges(seed, document)).toEqual([]);
		}
	});

	it('keeps the terms of before for the applications made then, and what the form has no field for', () => {
		const { db, alvesta, admin } = house();
		const before = catalogueFor(db, alvesta).programmes.get('klimatklivet');
		save(admin, 'klimatklivet', {});
		expect(programmePage(admin, 'klimatklivet').isOwn).toBe(false);
		save(admin, 'klimatklivet', { start: 'application', termsFrom: '2027-02-01', ...EVIDENCE });
		const after = catalogueFor(db, alvesta).programmes.get('klimatklivet');
		const starts = after?.rules?.filter(({ kind }) => kind === 'start');
		expect(starts).toMatchObject([
			{ after: 'decision', validTo: '2027-01-31' },
			{ after: 'application', validFrom: '2027-02-01', source: EVIDENCE.source }
		]);
		const others = (programme: typeof before) =>
			programme?.rules?.filter(({ kind }) => kind !== 'start');
		expect(others(after)).toEqual(others(before));
		// A correction keeps the days for which the terms hold; new terms begin after those that they follow.
		save(admin, 'klimatklivet', { start: '', max: '5 mnkr', termsFrom: '' });
		expect(() => save(admin, 'klimatklivet', { max: '6 mnkr', min: '7 mnkr' })).toThrow(
			InvalidInputError
		);
		save(admin, 'klimatklivet', { start: 'decision' });
		const now = () => catalogueFor(db, alvesta).programmes.get('klimatklivet')?.rules ?? [];
		const ofKind = (kind: string) => now().filter((rule) => rule.kind === kind);
		expect(ofKind('start')).toMatchObject([{ after: 'decision', validTo: '2027-01-31' }, {}]);
		save(admin, 'klimatklivet', { max: '6 mnkr', termsFrom: '2027-06-01' });
		save(admin, 'klimatklivet', { max: '8 mnkr' });
		expect(ofKind('amount-range')).toMatchObject([
			{ max: '5000000.00', validTo: '2027-05-31' },
			{ max: '8000000.00', validFrom: '2027-06-01' }
		]);
		expect(() => save(admin, 'klimatklivet', { max: '9 mnkr', termsFrom: '2027-06-01' })).toThrow(
			expect.objectContaining({ fields: { termsFrom: expect.anything() } })
		);
		save(admin, 'klimatklivet', { ownShare: '10', termsFrom: '2027-09-01' });
		expect(ofKind('own-share')).toMatchObject([{ share: 0.1, validFrom: '2027-09-01' }]);
	});

	it('refuses a save that somebody else’s overtook, whoever owns what was looked at', () => {
		const { admin, drift } = house();
		const seen = typed(admin, 'lona-ordinarie', { note: 'Vår anteckning' });
		save(drift, 'lona-ordinarie', { share: '40' });
		expect(() => saveProgramme(admin, 'lona-ordinarie', seen.version, seen.values)).toThrow(
			EditConflictError
		);
		const again = typed(admin, 'lona-ordinarie', { note: 'Vår anteckning' });
		saveProgramme(admin, 'lona-ordinarie', again.version, again.values);
		expect(() =>
			saveProgramme(admin, 'lona-ordinarie', again.version, { ...again.values, note: 'En annan' })
		).toThrow(EditConflictError);
	});

	it('is what plans are computed with, at once, and may not lose a programme that a plan names', () => {
		const { alvesta, db, admin, neighbour } = house();
		const planId = importPlan(admin, exampleText);
		const listed = (ctx: Context, id: string) =>
			loadPlan(ctx, id).plan.portfolios.map(
				(one) => evaluationJson(loadPlan(ctx, id).evaluation(one.id)).funding.planned.total
			);
		const sum = (totals: readonly (string | null)[]) =>
			totals.reduce((all, one) => all + Number(one), 0);
		const before = listed(admin, planId);
		const elsewhere = importPlan(neighbour, exampleText);
		save(admin, 'klimatpremie-tung-lastbil', { mode: 'ended' });
		const after = listed(admin, planId);
		expect(sum(after)).toBeLessThan(sum(before));
		expect(listed(neighbour, elsewhere)).toEqual(before);
		const id = createProgramme(admin, { ...OWN, ...EVIDENCE });
		const named = exampleText.replaceAll('"klimatklivet"', `"${id}"`);
		importPlan(admin, named);
		expect(() => removeEntry(admin, 'programme', id, 'own 1')).toThrow(InvalidInputError);
		expect(catalogueFor(db, alvesta).programmes.has(id)).toBe(true);
		expect(() => importPlan(neighbour, named)).toThrow();
	});
});
