import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeForm, shownForm } from '../../src/lib/input/forms/merge.ts';
import { readMeasureForm } from '../../src/lib/input/forms/measure-form.ts';
import { measureFormValues } from '../../src/lib/input/forms/measure-values.ts';
import { readSettingsForm } from '../../src/lib/input/forms/settings-form.ts';
import { exampleText } from '../support/plan-files.ts';

type Row = Record<string, unknown> & { id: string; measure: string };
const example = JSON.parse(exampleText) as { measures: Row[]; funding: Row[] };
const opened = example.measures.map((measure) =>
	measureFormValues(
		measure,
		example.funding.filter((line) => line.measure === measure.id)
	)
);

/** Some fields of a form typed over. */
const typedOver = fc.record({
	form: fc.constantFrom(...opened),
	mine: fc.array(fc.tuple(fc.nat(), fc.stringMatching(/^[a-z]{1,5}$/)), { maxLength: 6 }),
	theirs: fc.array(fc.tuple(fc.nat(), fc.stringMatching(/^[A-Z]{1,5}$/)), { maxLength: 6 })
});
type Typed = readonly (readonly [number, string])[];

function over(form: Readonly<Record<string, string>>, typed: Typed) {
	const names = Object.keys(form).filter((name) => !/\.id$/.test(name));
	return {
		...form,
		...Object.fromEntries(typed.map(([place, text]) => [names[place % names.length] ?? '', text]))
	};
}

describe('a form that somebody else overtook', () => {
	it('keeps what I typed in and takes all else as stored, whatever the two typed', () => {
		fc.assert(
			fc.property(typedOver, ({ form, mine, theirs }) => {
				const [my, their] = [over(form, mine), over(form, theirs)] as Record<string, string>[];
				const { values, differences } = mergeForm(form, my ?? {}, their ?? {});
				const isMine = (name: string) => my?.[name] !== form[name];
				const groupOf = (name: string) => /^(?:effects|sources|jointWith)\./.exec(name)?.[0];
				const mineAsWhole = new Set(Object.keys(form).filter(isMine).map(groupOf));
				const wanted = Object.fromEntries(
					Object.keys(form).map((name) => {
						const group = groupOf(name);
						const takesMine = group ? mineAsWhole.has(group) : isMine(name);
						return [name, takesMine ? my?.[name] : their?.[name]];
					})
				);
				expect(values).toEqual(wanted);
				const changed = Object.keys(form).filter((name) => wanted[name] !== their?.[name]);
				expect(differences.map(({ name }) => name).sort()).toEqual(changed.sort());
			})
		);
	});

	const base = {
		'name.sv': 'Tak',
		'costs.0.id': 'c1',
		'costs.0.years.2027': '1 000',
		'costs.1.id': 's1',
		'costs.1.amountPerYear': '5',
		'effects.0.pool': 'waste',
		'funding.0.id': 'F01',
		'funding.0.status': 'applied'
	};

	it('tells rows apart by id: one put in before, one taken away, one added by each', () => {
		const theirs = {
			'name.sv': 'Tak',
			'costs.0.id': 'c0',
			'costs.0.amount': '7',
			'costs.1.id': 'c1',
			'costs.1.years.2027': '2 000',
			'effects.0.pool': 'waste',
			'funding.0.id': 'F01',
			'funding.0.status': 'granted'
		};
		const mine = {
			...base,
			'costs.0.basis': 'anbud',
			'costs.2.isNew': 'on',
			'costs.2.id': 'c0',
			'costs.2.amount': '9',
			'funding.1.isNew': 'on',
			'funding.1.costItem': 'c0'
		};
		const { values } = mergeForm(base, mine, theirs);
		expect(values).toEqual({
			'name.sv': 'Tak',
			'costs.0.id': 'c0',
			'costs.0.amount': '7',
			'costs.1.id': 'c1',
			'costs.1.years.2027': '2 000',
			'costs.1.basis': 'anbud',
			'costs.2.isNew': 'on',
			'costs.2.id': 'c2',
			'costs.2.amount': '9',
			'funding.1.isNew': 'on',
			'funding.1.costItem': 'c2',
			'effects.0.pool': 'waste',
			'funding.0.id': 'F01',
			'funding.0.status': 'granted'
		});
		expect(readMeasureForm(values).file['costs']).toMatchObject([{}, {}, { id: 'c2' }]);
	});

	it('keeps a row that I removed and they changed, and one that they removed and I changed', () => {
		const { 'funding.0.id': _, 'funding.0.status': __, ...without } = base;
		const theirs = { ...base, 'funding.0.status': 'paid' };
		expect(mergeForm(base, without, theirs).values['funding.0.status']).toBe('paid');
		expect(mergeForm(base, theirs, without).values['funding.0.status']).toBe('paid');
		expect(mergeForm(base, without, base).values).not.toHaveProperty('funding.0.id');
		expect(mergeForm(base, base, without).values).not.toHaveProperty('funding.0.id');
	});

	it('counts all as typed when the form does not say how it was opened', () => {
		for (const lost of ['', '[1]', '{', 'null', '{"name.sv": 1}']) {
			const values = { ...base, 'name.sv': 'Golv', base: lost };
			const shown = shownForm({ ...base, 'costs.0.years.2027': '3' }, { values, conflict: [] });
			expect(shown.values['costs.0.years.2027']).toBe('1 000');
			expect(shown.values['name.sv']).toBe('Golv');
		}
	});

	it('takes no notice of line ends, nor of what the form carries of itself', () => {
		const area = { description: 'ett\ntvå' };
		const mine = { description: 'ett\r\ntvå', base: '{}', version: '3' };
		expect(mergeForm(area, mine, { description: 'tre' })).toEqual({
			values: { description: 'tre' },
			differences: []
		});
	});
});

describe('a dated path that somebody else overtook', () => {
	const point = (row: number, year: string, perTonne: string) => ({
		[`plan.carbonValue.points.${row}.year`]: year,
		[`plan.carbonValue.points.${row}.perTonne`]: perTonne
	});

	it('keeps a value with its year, where a year came in before it', () => {
		const base = { ...point(0, '2027', '1000'), ...point(1, '2035', '2000') };
		const mine = { ...point(0, '2027', '1000'), ...point(1, '2035', '2500') };
		const theirs = {
			...point(0, '2025', '800'),
			...point(1, '2027', '1000'),
			...point(2, '2035', '2000')
		};
		const { values } = mergeForm(base, mine, theirs);
		expect(values).toEqual({ ...theirs, ...point(2, '2035', '2500') });
	});

	it('is read in the order of its years, and no year twice', () => {
		const typed = { ...point(0, '2035', '2000'), ...point(1, '', ''), ...point(2, '2027', '1000') };
		const { plan, errors } = readSettingsForm(typed);
		expect(plan.carbonValue).toMatchObject({ points: [{ year: 2027 }, { year: 2035 }] });
		expect(Object.keys(errors).filter((name) => name.includes('points'))).toEqual([]);
		const twice = readSettingsForm({ ...point(0, '2035', '2000'), ...point(1, '2035', '1000') });
		expect(Object.keys(twice.errors)).toContain('plan.carbonValue.points.1.year');
	});
});
