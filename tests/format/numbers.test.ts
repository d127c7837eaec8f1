import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/lib/core/decimal.ts';
import {
	formatMoney,
	formatMoneyRow,
	formatMoneyWithUnit,
	formatNumber,
	formatPercent,
	moneyUnit
} from '../../src/lib/format/numbers.ts';
import { loadMessages } from '../../src/lib/i18n/messages.ts';
import { kronor, swedish } from '../../src/lib/core/words.ts';

const d = (text: string) => new Decimal(text);

await Promise.all([loadMessages('sv'), loadMessages('en')]);

describe('numbers for people', () => {
	it('have no-break spaces, decimal comma and a true minus in Swedish', () => {
		expect(formatMoney(d('76755000'), 'tkr', 'sv')).toBe('76\u00a0755,0');
		expect(formatMoney(d('-1561362.64'), 'tkr', 'sv')).toBe('\u22121\u00a0561,4');
		expect(formatMoneyWithUnit(d('76755000'), 'mnkr', 'sv')).toBe('76,76\u00a0mnkr');
		expect(formatPercent(d('0.4725'), 'sv', 1)).toBe('47,3\u00a0%');
	});

	it('have commas and points in English, with the unit after the number', () => {
		expect(formatMoney(d('76755000'), 'tkr', 'en')).toBe('76,755.0');
		expect(formatMoneyWithUnit(d('76755000'), 'mnkr', 'en')).toBe('76.76\u00a0million SEK');
		expect(formatPercent(d('0.5'), 'en')).toBe('50%');
	});

	it('are rounded half away from zero, and never show a minus before nothing', () => {
		expect(formatNumber(d('2.5'), 0, 'en')).toBe('3');
		expect(formatNumber(d('-2.5'), 0, 'en')).toBe('-3');
		expect(formatNumber(d('-0.04'), 1, 'en')).toBe('0.0');
	});

	it('say so when they are missing, and are 0 when they are nothing', () => {
		expect(formatMoney(null, 'tkr', 'sv')).toBe('saknas');
		expect(formatMoney(null, 'tkr', 'en')).toBe('missing');
		expect(formatMoney(d('0'), 'tkr', 'sv')).toBe('0');
	});

	it('of a row add up as shown to the shown total', () => {
		const row = [d('33333.33'), null, d('33333.33'), d('33333.34'), d('0')];
		expect(formatMoneyRow(row, 'tkr', 'sv')).toEqual(['33,3', 'saknas', '33,3', '33,4', '0']);
		expect(formatMoney(d('100000'), 'tkr', 'sv')).toBe('100,0');
	});

	it('come again the same for another unit and language', () => {
		const amount = d('1234567');
		const shown = () =>
			(['tkr', 'mnkr', 'kr'] as const).map((unit) => formatMoney(amount, unit, 'en'));
		expect(shown()).toEqual(['1,234.6', '1.23', '1,234,567']);
		expect(shown()).toEqual(['1,234.6', '1.23', '1,234,567']);
		expect(formatMoney(amount, 'mnkr', 'sv')).toBe('1,23');
	});

	it('inside Swedish sentences read as Swedish', () => {
		expect(kronor(d('12300000'))).toBe('12\u00a0300\u00a0000');
		expect(kronor(d('1234.5'))).toBe('1\u00a0234,50');
		expect(swedish(d('160.06'), 1)).toBe('160,1');
	});

	it('are in tkr unless the address asks for another unit that there is', () => {
		expect(['mnkr', 'kr', 'tkr', 'euro', null].map(moneyUnit)).toEqual([
			'mnkr',
			'kr',
			'tkr',
			'tkr',
			'tkr'
		]);
	});
});
