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
			'costs.3.kind': 'capex'
		});
		expect((read.file['costs'] as { id: string }[]).map(({ id }) => id)).toEqual(['c1', 's2']);
		expect(rowCount(read.values, 'costs')).toBe(2);
		expect(read.values['costs.1.id']).toBe('s2');
	});

	it('loses nothing of a new row whose first field is empty', () => {
		const read = readMeasureForm({
			...values,
			'costs.3.isNew': 'on',
			'costs.3.amount': '500 tkr',
			'effects.2.isNew': 'on',
			'effects.2.tonnesPerYear': '40',
			'funding.9.isNew': 'on',
			'funding.9.SEK.2027': '1 mnkr',
			'sources.9.isNew': 'on',
			'sources.9.url': 'https://example.se/',
			'jointWith.9.isNew': 'on',
			'jointWith.9.share': '40'
		});
		const asked = ['effects.2.pool', 'funding.1.costItem', 'funding.1.programme'];
		expect(Object.keys(read.errors)).toEqual(asked);
		expect(read.file['costs']).toMatchObject([{}, {}, {}, { id: 'c2', amount: '500000.00' }]);
		expect(read.file['effects']).toMatchObject([{}, {}, { pool: '', tonnesPerYear: 40 }]);
		expect(read.funding.at(-1)).toMatchObject({ programme: '', amounts: [{ year: 2027 }] });
		expect(read.file['sources']).toContainEqual(expect.objectContaining({ text: '' }));
		expect(read.file['jointWith']).toContainEqual({ municipality: '', share: 0.4 });
	});

	it('places a new item without years in the start year', () => {
		const item = { 'costs.3.isNew': 'on', 'costs.3.amount': '500 tkr' };
		const { file } = readMeasureForm({ ...values, startYear: '2029', ...item });
		expect((file['costs'] as unknown[]).at(-1)).toMatchObject({
			years: [{ year: 2029, amount: '500000.00' }]
		});
	});

	it('takes per cent with its sign, and tells its range in per cent', () => {
		const growth = (typed: string) => readMeasureForm({ ...values, 'costs.1.growth': typed });
		const read = growth('−3,75 %');
		expect((read.file['costs'] as unknown[])[1]).toMatchObject({ growth: -0.0375 });
		expect(read.errors).toEqual({});
		expect(growth('101').errors['costs.1.growth']?.sv).toMatch(/−100 och 100 procent/);
	});

	it('asks when the years and the amount do not agree', () => {
		const { errors } = readMeasureForm({ ...values, 'costs.0.amount': '25 mnkr' });
		expect(errors['costs.0.amount']?.sv).toMatch(/24\s000\s000 kr/);
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
