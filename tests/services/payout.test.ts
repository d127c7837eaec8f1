import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/lib/core/decimal.ts';
import { saveApplication } from '../../src/lib/server/services/applications.commands.ts';
import { applicationPage } from '../../src/lib/server/services/applications.queries.ts';
import { undo } from '../../src/lib/server/services/edits.ts';
import { liquidityPage } from '../../src/lib/server/services/liquidity.queries.ts';
import { addApplication } from '../../src/lib/server/services/matching.commands.ts';
import {
	applicationFormValues,
	readApplicationForm
} from '../../src/lib/input/forms/application-form.ts';
import { applicationHouse, MATCH, wrongFields } from '../support/application-house.ts';

describe('an application', () => {
	it('says when its money is paid, for all of its lines; ahead and last are together at most all of it', () => {
		const { editor, planId, stands } = applicationHouse();
		addApplication(editor, planId, 'P2', MATCH);
		const { file, version } = applicationPage(editor, planId, 'AN01');
		const save = (changes: Record<string, string>) =>
			saveApplication(editor, planId, 'AN01', {
				...readApplicationForm({ ...applicationFormValues(file ?? {}), ...changes }),
				version
			});
		const shares = { 'payout.advanceShare': '75', 'payout.lastShare': '25,5' };
		expect(wrongFields(() => save(shares))).toEqual(['payout.lastShare']);
		expect(wrongFields(() => save({ 'payout.afterYears': 'snart' }))).toEqual([
			'payout.afterYears'
		]);
		save({ ...shares, 'payout.lastShare': '25', 'payout.lastAfterYears': '1' });
		for (const { payout } of stands().lines)
			expect(payout).toEqual({
				advanceShare: new Decimal('0.75'),
				afterYears: 0,
				lastShare: new Decimal('0.25'),
				lastAfterYears: 1
			});
		expect(applicationFormValues(applicationPage(editor, planId, 'AN01').file ?? {})).toMatchObject(
			{
				'payout.advanceShare': '75',
				'payout.afterYears': '0',
				'payout.lastShare': '25'
			}
		);
		const page = liquidityPage(editor, planId, 'P2');
		expect(page.portfolio && page.payments.map(({ line }) => line)).not.toContain(
			stands().lines[0]?.id
		);
		undo(editor, planId);
		expect(stands().lines.every(({ payout }) => payout === undefined)).toBe(true);
	});
});
