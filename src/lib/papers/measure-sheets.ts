import { ONE } from '../core/decimal.ts';
import { isUnknown, type PlacedMeasure } from '../core/plan/placement.ts';
import type { CostItem, Effect, Measure } from '../core/plan/plan.ts';
import { measuresOf } from './asked-of-plan.ts';
import type { Block } from './paper.ts';
import { tableBlock, text, type PaperSource, type Pen } from './source.ts';

/** Each measure with its costs, effects and funding, as the plan lists them: whole project. */
export function measureSheets(source: PaperSource, pen: Pen): Block[] {
	return measuresOf(source).flatMap((measure) => [
		{ kind: 'heading' as const, text: pen.measure(measure) },
		...(measure.description.trim() === '' ? [] : [text(measure.description)]),
		...(measure.costs.length > 0 ? [costs(measure, pen)] : []),
		text(pen.w.plan.effects(effectList(measure, pen))),
		...funding(source, measure, pen)
	]);
}

function costs(measure: Measure, pen: Pen): Block {
	const { t, w } = pen;
	const p = w.plan;
	return tableBlock({
		caption: p.costTable(measure.id),
		columns: [
			{ name: p.cost },
			{ name: p.kind, weight: 1.6 },
			{ name: p.payer, weight: 2 },
			{ name: p.amount, isNumber: true, weight: 2 },
			{ name: p.years, weight: 1.6 },
			{ name: p.basis, weight: 5 }
		],
		rows: measure.costs.map((item) => [
			item.id,
			t.measureForm.kinds[item.kind] ?? item.kind,
			t.financing.payerNames[item.payer] ?? item.payer,
			amountOf(item, pen),
			yearsIn(item),
			item.basis
		])
	});
}

function amountOf(item: CostItem, { money, w }: Pen): string {
	if (isUnknown(item)) return w.missing;
	return item.timing === 'one-off' ? money(item.amount) : w.plan.perYear(money(item.amountPerYear));
}

function yearsIn(item: CostItem): string {
	const years =
		item.timing === 'one-off' ? item.years.map(({ year }) => year) : [item.from, item.to];
	const [first, last] = [Math.min(...years), Math.max(...years)];
	if (years.length === 0) return '–';
	return first === last ? String(first) : `${first}–${last}`;
}

/** The effects of a measure one after the other; that they are missing, or that there are none. */
export function effectList(
	{ effects }: Measure,
	pen: Pen,
	placed: Pick<PlacedMeasure, 'scale' | 'shift'> = AS_LISTED
): string {
	if (effects === null) return pen.w.missing;
	if (effects.length === 0) return pen.w.noEffect;
	return effects.map((effect) => effectWords(effect, placed, pen)).join('; ');
}

const AS_LISTED = { scale: ONE, shift: 0 };

function effectWords(
	effect: Effect,
	{ scale, shift }: Pick<PlacedMeasure, 'scale' | 'shift'>,
	{ number, t, w }: Pen
): string {
	const years = `${effect.from + shift}–${effect.to + shift}`;
	if (effect.kind === 'direct')
		return `${number(effect.tonnesPerYear?.times(scale) ?? null, 1)} ${w.unitTonnes}, ${years}`;
	const carrier = t.measureForm.carriers[effect.carrier] ?? effect.carrier;
	const size = effect.mwhPerYear?.times(scale) ?? null;
	const said = size?.lt(0) ? w.more : w.less;
	return `${said(carrier, number(size && size.abs(), 1))}, ${years}`;
}

function funding({ plan }: PaperSource, measure: Measure, { in: inWords, t, w }: Pen): Block[] {
	const lines = plan.funding.filter((line) => line.measure === measure.id);
	if (lines.length === 0) return [];
	const named = lines.map(({ id, programme, status }) => {
		const found = plan.programmes.find((one) => one.id === programme);
		return `${id} ${found ? inWords(found.name) : programme} (${t.financing.status[status] ?? status})`;
	});
	return [text(w.plan.funding(named.join('; ')))];
}
