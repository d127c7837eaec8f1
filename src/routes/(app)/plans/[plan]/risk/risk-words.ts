import type { Decimal } from '$lib/core/decimal';
import { ownValue } from '$lib/core/plan/placement';
import { formatMoney, formatNumber, formatTonnes, type MoneyUnit } from '$lib/format/numbers';
import type { Locale, Messages } from '$lib/i18n/messages';
import type { PageData } from './$types';

export type Risk = Exclude<PageData['risk'], { portfolio: null }>;
export type RiskResult = NonNullable<Risk['result']>;
export type Spread = RiskResult['figures'][number];
export type Tornado = RiskResult['tornados'][number];
type Figure = Pick<Spread, 'kind' | 'target'>;

/** What figures are shown with. */
export type ShownWith = {
	readonly unit: MoneyUnit;
	readonly locale: Locale;
	readonly t: Messages;
};

export function figureName({ kind, target }: Figure, t: Messages): string {
	return target
		? t.risk.ofTarget(target.name, target.year === null ? '' : String(target.year))
		: t.risk.figures[kind];
}

export function figureUnit({ kind }: Figure, { unit, t }: ShownWith): string {
	if (kind === 'tonnes' || kind === 'target') return t.risk.units.tonnes;
	return kind === 'costPerTonne' ? t.risk.units.perTonne : t.units[unit];
}

/** A value of a figure, without its unit. */
export function inWords(
	{ kind }: Figure,
	value: Decimal | null,
	{ unit, locale, t }: ShownWith
): string {
	if (value === null) return t.risk.noFigure;
	if (kind === 'tonnes' || kind === 'target') return formatTonnes(value, locale);
	return kind === 'costPerTonne'
		? formatNumber(value, 0, locale)
		: formatMoney(value, unit, locale);
}

/** A shared price or the emission factor of a carrier, by name. */
export function sharedName(
	{ of, name }: { readonly of: string; readonly name: string },
	t: Messages
): string {
	const { prices, factor } = t.risk;
	if (of === 'price') return ownValue(prices, name) ?? name;
	return factor(ownValue(t.measureForm.carriers, name) ?? name);
}

/** What is uncertain: A13 investering, Ellastbilar; Elpris; F07 ansökan, Klimatklivet. */
export function uncertainName(
	{ kind, name, of }: Tornado['swings'][number],
	locale: Locale,
	t: Messages
): string {
	const m = t.risk;
	if (kind === 'price' || kind === 'factor') return sharedName({ of: kind, name }, t);
	return [`${name} ${m.kinds[kind] ?? kind}`, ...(of ? [of[locale]] : [])].join(', ');
}
