import { Decimal } from '$lib/core/decimal';
import { formatMoneyWithUnit, formatNumber, formatPercent } from '$lib/format/numbers';
import type { Locale, Messages } from '$lib/i18n/messages';
import type { PageData } from './$types';

type Brief = Exclude<PageData['brief'], { portfolio: null }>;
export type Section = { readonly title: string; readonly sentences: readonly string[] };

/** The brief in words: fixed sentences filled with figures; a sentence whose figure is unknown is not said. */
export function sections(brief: Brief, locale: Locale, t: Messages): Section[] {
	const b = t.brief;
	const said = sayer(locale);
	return [
		{ title: b.what, sentences: what(brief, said, locale, t) },
		{ title: b.get, sentences: get(brief, said, t) },
		{ title: b.cost, sentences: cost(brief, said, t) },
		{ title: b.funding, sentences: funding(brief, said, t) },
		{ title: b.operating, sentences: operating(brief, said, t) },
		{ title: b.sure, sentences: sure(brief, said, t) },
		{ title: b.unknown, sentences: unknown(brief, locale, t) }
	];
}

type Sayer = ReturnType<typeof sayer>;

function sayer(locale: Locale) {
	return {
		money: (value: Decimal) => formatMoneyWithUnit(value, 'mnkr', locale),
		number: (value: Decimal, decimals = 0) => formatNumber(value, decimals, locale),
		share: (value: Decimal) => formatPercent(value, locale, value.isZero() || value.eq(1) ? 0 : 1)
	};
}

function what({ figures, starts, largest }: Brief, said: Sayer, locale: Locale, t: Messages) {
	const b = t.brief;
	if (!starts) return [b.noMeasures];
	const names = (largest?.names ?? []).flatMap((name) => (name ? [name[locale]] : []));
	return [
		b.measures(figures.measures) + b.starting(starts.first, starts.last),
		...(largest ? [b.largest(listed(names, b.and), said.share(largest.share))] : [])
	];
}

function listed(names: readonly string[], and: string): string {
	if (names.length < 2) return names.join();
	return `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;
}

function get({ figures, target, years }: Brief, said: Sayer, t: Messages): string[] {
	const b = t.brief;
	const { targetTonnes, shareOfTarget, tonnes } = figures;
	const ofTarget = !target
		? []
		: !target.gap
			? [b.targetUnknown(target.name)]
			: [
					...(targetTonnes
						? [b.targetTonnes(target.year, said.number(targetTonnes), target.gas)]
						: []),
					...(shareOfTarget ? [b.targetShare(said.share(shareOfTarget), target.name)] : []),
					target.gap.gt(0) ? b.notReached(said.number(target.gap)) : b.reached
				];
	const all = tonnes.lt(0) ? b.moreTonnes : b.tonnes;
	return [...ofTarget, all(years.first, years.last, said.number(tonnes.abs()))];
}

function cost({ figures }: Brief, said: Sayer, t: Messages): string[] {
	const b = t.brief;
	const { capex, need, netCost, withoutNetCost, costPerTonne } = figures;
	return [
		b.capex(said.money(capex), said.money(need)),
		netCost.lt(0) ? b.netGain(said.money(netCost.neg())) : b.netCost(said.money(netCost)),
		...(withoutNetCost > 0 ? [b.withoutCost(withoutNetCost)] : []),
		...(costPerTonne
			? [
					costPerTonne.lt(0)
						? b.perTonneGain(said.number(costPerTonne.neg()))
						: b.perTonne(said.number(costPerTonne))
				]
			: [])
	];
}

function funding({ figures, secured, worstGap }: Brief, said: Sayer, t: Messages): string[] {
	const b = t.brief;
	const { gapSecured, gapExpected, ownMoney, perInhabitant } = figures;
	const gap =
		!gapSecured || !gapExpected
			? b.gapUnknown
			: gapSecured.isZero()
				? b.noGap
				: b.gap(said.money(gapSecured), said.money(gapExpected));
	return [
		b.secured(said.money(secured), said.money(ownMoney)),
		gap,
		...(worstGap ? [b.worstGap(worstGap.year, said.money(worstGap.value))] : []),
		...(perInhabitant ? [b.perInhabitant(said.number(perInhabitant))] : [])
	];
}

function operating({ figures, burden }: Brief, said: Sayer, t: Messages): string[] {
	const b = t.brief;
	if (!burden) return [b.noBurden];
	return [
		b.burden(burden.year, said.money(burden.value)),
		...(figures.highestTaxOre ? [b.ore(said.number(figures.highestTaxOre, 1))] : [])
	];
}

function sure({ risk, target }: Brief, said: Sayer, t: Messages): string[] {
	const b = t.brief;
	if (!risk) return [b.notReckoned];
	const draws = said.number(new Decimal(risk.draws));
	const { reached, tonnes, gap, allFunded } = risk;
	return [
		...(reached ? [b.chance(said.share(reached), draws)] : []),
		...(tonnes && target
			? [b.tonnesBetween(target.year, said.number(tonnes.low), said.number(tonnes.high))]
			: []),
		...(gap ? [b.gapBetween(said.money(gap.low), said.money(gap.high))] : []),
		...(allFunded ? [b.funded(said.share(allFunded))] : [])
	];
}

function unknown({ unknown: measures }: Brief, locale: Locale, t: Messages): string[] {
	const names = measures.map(({ id, name }) => `${id} ${name[locale]}`);
	return [
		names.length > 0 ? t.brief.unknownMeasures(listed(names, t.brief.and)) : t.brief.nothingUnknown
	];
}
