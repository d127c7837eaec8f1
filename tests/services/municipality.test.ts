import { describe, expect, it } from 'vitest';
import { municipalityFormValues } from '../../src/lib/input/forms/municipality-form.ts';
import { mergeForm } from '../../src/lib/input/forms/merge.ts';
import { undo } from '../../src/lib/server/services/edits.ts';
import { loadPlan } from '../../src/lib/server/services/plan-cache.ts';
import { saveMunicipality } from '../../src/lib/server/services/sections.commands.ts';
import { municipalityPage } from '../../src/lib/server/services/settings.queries.ts';
import { writePlanFile } from '../../src/lib/input/plan-file/write.ts';
import { applicationHouse, wrongFields } from '../support/application-house.ts';

/** What a plan says of its municipality, as the form reads and writes it. */

describe('the municipality', () => {
	const house = () => {
		const { editor, planId } = applicationHouse();
		const page = () => municipalityPage(editor, planId);
		const plan = () => loadPlan(editor, planId).plan;
		const save = (changes: Record<string, string>, version = page().version) =>
			saveMunicipality(editor, planId, {
				version,
				values: { ...municipalityFormValues(page().file), ...changes }
			});
		return { editor, planId, page, plan, save };
	};

	it('is saved as it was when nothing is changed', () => {
		const { plan, save } = house();
		const before = writePlanFile(plan());
		save({ 'population.2.year': '', 'deMinimis.0.recipient': '' });
		expect(writePlanFile(plan())).toBe(before);
	});

	it('answers what rules ask, keeps inhabitants and aid received, and is undone as one step', () => {
		const { editor, planId, page, plan, save } = house();
		const before = writePlanFile(plan());
		expect(page().questions.every(({ scope }) => scope === 'municipality')).toBe(true);
		expect(page().questions.map(({ key }) => key)).toContain('assisted-area');
		save({
			'facts.assisted-area': 'c',
			'facts.climate-city-contract': 'true',
			'population.3.year': '2026',
			'population.3.persons': '20 300',
			'deMinimis.0.recipient': 'Alvesta Energi AB',
			'deMinimis.0.year': '2025',
			'deMinimis.0.amount': '150 000',
			'deMinimis.0.currency': 'SEK'
		});
		const { municipality } = plan();
		expect(municipality.facts).toEqual({ 'assisted-area': 'c', 'climate-city-contract': true });
		expect(municipality.population.at(-1)).toMatchObject({ year: 2026, persons: 20_300 });
		expect(
			municipality.deMinimis?.map(({ recipient, amount }) => [recipient, Number(amount)])
		).toEqual([['Alvesta Energi AB', 150_000]]);
		undo(editor, planId);
		expect(writePlanFile(plan())).toBe(before);
	});

	it('merges rows of aid by who got it and when, and an empty row is none', () => {
		const row = (place: number, recipient: string, amount: string) => ({
			[`deMinimis.${place}.recipient`]: recipient,
			[`deMinimis.${place}.year`]: '2025',
			[`deMinimis.${place}.amount`]: amount
		});
		const empty = { 'deMinimis.2.recipient': '', 'deMinimis.2.currency': '' };
		const opened = { county: 'Kronoberg', ...row(0, 'A', '100'), ...row(1, 'B', '200') };
		const mine = { ...opened, ...row(1, 'B', '250'), ...empty };
		const theirs = { ...opened, county: 'Kalmar', ...row(2, 'C', '300') };
		expect(mergeForm(opened, mine, theirs).values).toEqual({ ...theirs, ...row(1, 'B', '250') });
	});

	it('refuses two numbers of inhabitants for one year', () => {
		const { save } = house();
		const again = { 'population.5.year': '2023', 'population.5.persons': '20 100' };
		expect(wrongFields(() => save(again))).toEqual(['population.5.year']);
	});

	it('names the field of a row that is wrong, whatever rows above it are empty, and changes nothing', () => {
		const { plan, save } = house();
		const before = writePlanFile(plan());
		expect(
			wrongFields(() => save({ 'deMinimis.4.recipient': 'AB', 'deMinimis.4.year': '2025' }))
		).toEqual(['deMinimis.4.amount']);
		expect(
			wrongFields(() => save({ 'population.9.year': '2027', 'population.9.persons': '-3' }))
		).toEqual(['population.9.persons']);
		expect(wrongFields(() => save({ 'facts.assisted-area': 'b' }))).toEqual([
			'facts.assisted-area'
		]);
		expect(writePlanFile(plan())).toBe(before);
	});
});
