import type { Text } from '../../core/errors.ts';
import { rowCount } from '../forms/measure-form.ts';
import { noted } from './read-row.ts';
import type { SheetRow, Table } from './row.ts';
import type { Member, SheetPlan } from './sheet-plan.ts';
import { UNKNOWN } from './values.ts';

/** A measure's form that a row fills in. */
export type Filling = {
	readonly plan: SheetPlan;
	readonly table: Table;
	readonly row: SheetRow;
	readonly values: Record<string, string>;
	readonly put: (path: string, typed: string) => void;
};

/** Years from the start, as many as the measure lives, within the plan. */
export function period({ values, plan }: Filling, path: string): Record<string, string> {
	const from = values['startYear'] ?? '';
	const lives = Number((values['lifetimeYears'] ?? '').replace(/\D/g, ''));
	const last = lives > 0 ? Number(from) + lives - 1 : plan.lastYear;
	return {
		[`${path}.from`]: from,
		[`${path}.to`]: String(Math.max(Number(from) || 0, Math.min(last, plan.lastYear)))
	};
}

/** What a row says of tonnes, as the measure's one effect in tonnes. */
export function putEffect(costs: Filling, twin: Member | null): void {
	const { row, values, table, plan } = costs;
	if (!row.hasColumn('tonnes')) {
		if (!twin) values['isEffectUnknown'] = 'on';
		return;
	}
	const path = 'effects.0';
	const typed = row.typed('tonnes', `${path}.tonnesPerYear`);
	if (typed === '' && (twin || table.choices.blank === 'none')) return;
	if (typed === '' || typed === UNKNOWN) {
		values['isEffectUnknown'] = 'on';
		return;
	}
	if (/^[-−(]/.test(typed) && !row.isMended('tonnes')) {
		const size = typed.replace(/[-−()\s]/g, '');
		row.refuse(`${path}.tonnesPerYear`, WHICH_WAY, [
			{ value: size, text: { sv: `minskar med ${size}`, en: `a cut of ${size}` } },
			{ value: `−${size}`, text: { sv: `ökar med ${size}`, en: `a rise of ${size}` } }
		]);
		return;
	}
	const isOne = rowCount(values, 'effects') <= 1 && values[`${path}.kind`] !== 'energy';
	if (!isOne) {
		row.refuse(`${path}.tonnesPerYear`, {
			sv: 'åtgärden har andra effekter än en i ton; ändra dem i åtgärdens formulär',
			en: 'the measure has other effects than one in tonnes; change them in the measure’s form'
		});
		return;
	}
	delete values['isEffectUnknown'];
	values[`${path}.tonnesPerYear`] = typed;
	if (values[`${path}.kind`] !== undefined) return;
	const poolText = row.typed('pool', `${path}.pool`) || table.choices.pool;
	const pool = plan.poolOf(poolText);
	if (pool === null)
		row.refuse(
			`${path}.pool`,
			{
				sv: 'det framgår inte vilken utsläppspost åtgärden minskar',
				en: 'it is not said which emission pool the measure takes from'
			},
			plan.poolIds.map((id) => ({ value: id, text: { sv: id, en: id } }))
		);
	Object.assign(values, period(costs, path), {
		[`${path}.kind`]: 'direct',
		[`${path}.pool`]: pool ?? poolText,
		[`${path}.rampYears`]: '1',
		[`${path}.source`]: row.typed('source', `${path}.source`) || noted(table, row)
	});
}

const WHICH_WAY: Text = {
	sv: 'minustecknet kan betyda att utsläppen minskar eller ökar',
	en: 'the minus sign can mean that emissions fall or rise'
};
