import { describe, expect, it } from 'vitest';
import { readMeasureForm, rowCount } from '../../src/lib/input/forms/measure-form.ts';
import { measureFormValues } from '../../src/lib/input/forms/measure-values.ts';
import { exampleText } from '../support/plan-files.ts';

type Row = Record<string, unknown> & { id: string; measure: string };
const example = JSON.parse(exampleText) as { measures: Row[]; funding: Row[] };
const linesOf = (id: string) => example.funding.filter(({ measure }) => measure === id);

describe('the measure form', () => {
	for (const measure of example.measures)
		it(`gives ${measure.id} back as it was when nothing is changed`, () => {
			const lines = linesOf(measure.id);
			const read = readMeasureForm(measureFormValues(measure, lines));
			expect(read.errors).toEqual({});
			expect(JSON.parse(JSON.stringify(read.file))).toEqual(measure);
			expect(read.funding).toEqual(lines.map(({ measure: _, ...line }) => line));
		});

	const values = measureFormValues(example.measures[3] ?? {}, linesOf('A04'));

	it('reads amounts in Swedish spelling, and sums the years when no amount is given', () => {
		const { file, errors } = readMeasureForm({
			...values,
			'costs.0.amount': '',
			'costs.0.years.2027': '9 mnkr'
		});
		expect(errors).toEqual({});
		expect((file['costs'] as unknown[])[0]).toMatchObject({
			amount: '25000000.00',
			years: [
				{ year: 2027, amount: '9000000.00' },
				{ year: 2028, amount: '10000000.00' },
				{ year: 2029, amount: '6000000.00' }
			]
		});
	});

	it('asks at the field about what could mean two things', () => {
		const { errors } = readMeasureForm({ ...values, 'costs.0.years.2027': '1,234' });
		expect(errors['costs.0.years.2027']?.sv).toContain('två saker');
	});

	it('never takes an empty amount for zero or for unknown', () => {
		const { errors } = readMeasureForm({ ...values, 'costs.1.amountPerYear': ' ' });
		expect(errors['costs.1.amountPerYear']?.sv).toContain('okänt');
		const { file } = readMeasureForm({ ...values, 'costs.1.isUnknown': 'on' });
		expect((file['costs'] as unknown[])[1]).toMatchObject({ amountPerYear: null });
	});

	it('leaves out rows that are taken away or were never filled in', () => {
		const read = readMeasureForm({
			...values,
			'costs.1.isRemoved': 'on',
			'costs.3.isNew': 'on',
			'costs.3.id': '',
			'costs.3.kind': 'opex'
		});
		expect((read.file['costs'] as { id: string }[]).map(({ id }) => id)).toEqual(['c1', 's2']);
		expect(rowCount(read.values, 'costs')).toBe(2);
		expect(read.values['costs.1.id']).toBe('s2');
	});

	it('keeps an unknown effect apart from none', () => {
		expect(readMeasureForm({ ...values, isEffectUnknown: 'on' }).file['effects']).toBeNull();
		const none = { ...values, 'effects.0.isRemoved': 'on', 'effects.1.isRemoved': 'on' };
		expect(readMeasureForm(none).file['effects']).toEqual([]);
	});

	it('takes no field that every object has', () => {
		const { file } = readMeasureForm(JSON.parse('{"__proto__": "x", "constructor": "y"}') as never);
		expect(file['name']).toEqual({ sv: '', en: '' });
	});
});
