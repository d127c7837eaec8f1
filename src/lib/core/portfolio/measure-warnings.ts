import { effectLeavesHorizon, effectSize } from '../abatement/effects.ts';
import { isAboveZero, sum } from '../decimal.ts';
import { kronor } from '../words.ts';
import { leavesHorizon } from '../finance/cost-flows.ts';
import { depreciationYears, isUnknown, type PlacedMeasure } from '../plan/placement.ts';
import type { Text } from '../errors.ts';
import type { CostItem, Measure } from '../plan/plan.ts';
import type { Horizon } from '../years.ts';
import type { EvaluatedMeasure, Frame } from './frame.ts';
import type { Warning } from './evaluation.ts';

/** A measure, or one of its cost items, as people know it. */
function labelOf({ id, name }: Measure, itemId?: string): Text {
	return itemId === undefined
		? { sv: `${id} ${name.sv}`, en: `${id} ${name.en}` }
		: {
				sv: `${id} ${name.sv}, kostnadspost ${itemId}`,
				en: `${id} ${name.en}, cost item ${itemId}`
			};
}

export function measureWarnings(measure: EvaluatedMeasure, frame: Frame): Warning[] {
	const { placed, abatement } = measure;
	const { id } = placed.measure;
	const label = labelOf(placed.measure);
	const warnings = placed.measure.costs.flatMap((item) =>
		costWarnings(item, placed, frame.horizon)
	);
	if (!abatement.isKnown)
		warnings.push({
			code: 'missing-effect',
			where: id,
			value: null,
			limit: null,
			text: {
				sv: `${label.sv}: effekten saknas. Åtgärden räknas inte in i utsläppen och har ingen kostnad per ton.`,
				en: `${label.en}: the effect is unknown. The measure adds no tonnes and has no cost per tonne.`
			}
		});
	else if (isAboveZero(sum(abatement.total).neg()))
		warnings.push({
			code: 'negative-abatement',
			where: id,
			value: sum(abatement.total).toDecimalPlaces(3).toString(),
			limit: '0',
			text: {
				sv: `${label.sv} ökar utsläppen över planens år. Kontrollera tecknet på effekten.`,
				en: `${label.en} raises emissions over the plan's years. Check the sign of the effect.`
			}
		});
	return [...warnings, ...effectWarnings(placed, frame.horizon)];
}

function costWarnings(item: CostItem, placed: PlacedMeasure, horizon: Horizon): Warning[] {
	const where = `${placed.measure.id}.${item.id}`;
	const label = labelOf(placed.measure, item.id);
	const warnings: Warning[] = [];
	if (isUnknown(item))
		warnings.push({
			code: 'missing-amount',
			where,
			value: null,
			limit: null,
			text: {
				sv: `${label.sv}: beloppet saknas. Posten är utanför summorna och åtgärden har ingen kostnad per ton.`,
				en: `${label.en}: the amount is unknown. The item is outside the totals and the measure has no cost per tonne.`
			}
		});
	const lacksLife = depreciationYears(item, placed.measure) === null && item.costKind !== 'land';
	if (item.kind === 'capex' && lacksLife)
		warnings.push({
			code: 'no-depreciation-period',
			where,
			value: null,
			limit: null,
			text: {
				sv: `${label.sv}: avskrivningstid saknas. Restvärde och kapitalkostnad räknas inte.`,
				en: `${label.en}: no depreciation period. Residual value and capital cost are left out.`
			}
		});
	if (leavesHorizon(item, placed, horizon)) warnings.push(outsideHorizon(where, label, horizon));
	return [...warnings, ...splitWarnings(item, where, label)];
}

export function outsideHorizon(
	where: string,
	label: Text,
	{ firstYear, lastYear }: Horizon
): Warning {
	return {
		code: 'outside-horizon',
		where,
		value: null,
		limit: `${firstYear}–${lastYear}`,
		text: {
			sv: `${label.sv}: en del av åren ligger utanför planens år ${firstYear}–${lastYear} och räknas inte.`,
			en: `${label.en}: some years are outside the plan's ${firstYear}–${lastYear} and are left out.`
		}
	};
}

function splitWarnings(item: CostItem, where: string, label: Text): Warning[] {
	if (item.timing !== 'one-off' || item.amount === null) return [];
	const split = sum(item.years.map(({ amount }) => amount));
	if (split.eq(item.amount)) return [];
	return [
		{
			code: 'years-differ-from-amount',
			where,
			value: split.toFixed(2),
			limit: item.amount.toFixed(2),
			text: {
				sv: `${label.sv}: åren summerar till ${kronor(split)} kr men beloppet är ${kronor(item.amount)} kr. Det är åren som räknas; rätta det som är fel.`,
				en: `${label.en}: the years add up to SEK ${split.toFixed(2)} but the amount is SEK ${item.amount.toFixed(2)}. The years are what counts; mend what is wrong.`
			}
		}
	];
}

/** Years outside the plan, and an effect that goes on after the last listed asset is worn out (METHODS §1). */
function effectWarnings(placed: PlacedMeasure, horizon: Horizon): Warning[] {
	const { id, effects } = placed.measure;
	const label = labelOf(placed.measure);
	const known = (effects ?? []).filter((effect) => effectSize(effect)?.isZero() === false);
	const outside = known.some((effect) => effectLeavesHorizon(effect, placed.shift, horizon))
		? [outsideHorizon(`${id}.effects`, effectLabel(label), horizon)]
		: [];
	const lastAssetYear = wornOut(placed);
	const lastEffectYear = Math.min(
		horizon.lastYear,
		Math.max(...known.map((effect) => effect.to + placed.shift))
	);
	if (lastAssetYear === null || lastEffectYear <= lastAssetYear) return outside;
	return [
		...outside,
		{
			code: 'effect-outlives-asset',
			where: id,
			value: String(lastEffectYear),
			limit: String(lastAssetYear),
			text: {
				sv: `${label.sv}: effekten räknas till ${lastEffectYear}, men den sista investeringen är avskriven ${lastAssetYear} och inget ersättningsköp finns med.`,
				en: `${label.en}: the effect runs to ${lastEffectYear}, but the last investment is worn out in ${lastAssetYear} and no replacement is listed.`
			}
		}
	];
}

function effectLabel(label: Text): Text {
	return { sv: `${label.sv}, effekten`, en: `${label.en}, the effect` };
}

/** Last year that any listed investment lasts; null when the measure has none with a known life. */
function wornOut({ measure, shift }: PlacedMeasure): number | null {
	const years = measure.costs.flatMap((item) => {
		const life = depreciationYears(item, measure);
		if (
			item.kind !== 'capex' ||
			item.timing !== 'one-off' ||
			life === null ||
			item.costKind === 'land'
		)
			return [];
		return item.years.map(({ year }) => year + shift + life);
	});
	return years.length > 0 ? Math.max(...years) : null;
}
