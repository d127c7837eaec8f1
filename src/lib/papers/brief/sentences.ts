import { Decimal } from '../../core/decimal.ts';
import { formatMoneyWithUnit, formatNumber, formatPercent } from '../../format/numbers.ts';
import { briefWords, type BriefWords } from '../../i18n/brief-words.ts';
import type { Locale, Messages } from '../../i18n/messages.ts';
import type { Briefing } from './briefing.ts';

const parts = ['what', 'get', 'cost', 'funding', 'operating', 'sure', 'unknown'] as const;
export type Section = {
	readonly id: (typeof parts)[number];
	readonly title: string;
	readonly sentences: readonly string[];
};

/** The brief in words: fixed sentences filled with figures; a sentence whose figure is unknown is not said. */
export function sections(brief: Briefing, locale: Locale, { sharing }: Messages): Section[] {
	const b = briefWords[locale];
	const t: Words = { brief: b, sharing };
	const said = sayer(locale);
	const of: Readonly<Record<Section['id'], readonly string[]>> = {
		what: what(brief, said, locale, t),
		get: brief.starts ? get(brief, said, t) : [],
		cost: cost(brief, said, t),
		funding: funding(brief, said, t),
		operating: operating(brief, said, t),
		sure: sure(brief, said, t),
		unknown: unknown(brief, locale, t)
	};
	return parts
		.map((id) => ({ id, title: b[id], sentences: of[id] }))
		.filter(({ sentences }) => sentences.length > 0);
}

/** The sentences, and what is said of what is withheld. */
type Words = { readonly brief: BriefWords; readonly sharing: Messages['sharing'] };

type Sayer = ReturnType<typeof sayer>;

function sayer(locale: Locale) {
	return {
		money: (value: Decimal) => formatMoneyWithUnit(value, 'mnkr', locale),
		number: (value: Decimal, decimals = 0) => formatNumber(value, decimals, locale),
		share: (value: Decimal) => formatPercent(value, locale, value.isZero() || value.eq(1) ? 0 : 1)
	};
}

function what(
	{ figures, starts, largest, hasJoint }: Briefing,
	said: Sayer,
	locale: Locale,
	t: Words
) {
	const b = t.brief;
	if (!starts) return [b.noMeasures];
	const names = (largest?.names ?? []).flatMap((name) => (name ? [name[locale]] : []));
	return [
		b.measures(figures.measures) + b.starting(starts.first, starts.last),
		...(largest ? [b.largest(listed(names, b.and), said.share(largest.share), names.length)] : []),
		...(hasJoint ? [b.joint] : [])
	];
}

function listed(names: readonly string[], and: string): string {
	if (names.length < 2) return names.join();
	return `${names.slice(0, -1).join('; ')} ${and} ${names.at(-1)}`;
}

/** Below so much of a whole a share would be rounded to all of it. */
const NEARLY = new Decimal('0.9995');

function get({ figures, target, years }: Briefing, said: Sayer, t: Words): string[] {
	const { tonnes } = figures;
	const all = tonnes.lt(0) ? t.brief.moreTonnes : t.brief.tonnes;
	return [
		...(target ? towards(figures, target, said, t) : []),
		all(years.first, years.last, said.number(tonnes.abs()))
	];
}

function towards(
	{ targetTonnes, shareOfTarget }: Briefing['figures'],
	target: NonNullable<Briefing['target']>,
	said: Sayer,
	t: Words
): string[] {
	const b = t.brief;
	const { name, year, gas, gap, isMetAlone } = target;
	if (!gap || !targetTonnes) return [b.targetUnknown(name)];
	const isMet = gap.lte(0);
	const change = targetTonnes.lt(0) ? b.moreTargetTonnes : b.targetTonnes;
	const hasShare =
		shareOfTarget?.gt(0) && (isMet ? shareOfTarget.gte(1) : shareOfTarget.lt(NEARLY));
	const verdict = isMet
		? isMetAlone
			? b.metAlone(name)
			: b.reached(name)
		: gap.lt(1)
			? b.nearlyReached(name)
			: b.notReached(name, said.number(gap));
	return [
		change(year, said.number(targetTonnes.abs()), gas),
		...(hasShare && shareOfTarget ? [b.targetShare(said.share(shareOfTarget))] : []),
		verdict
	];
}

function cost({ figures, isCapexPartial }: Briefing, said: Sayer, t: Words): string[] {
	const b = t.brief;
	const { capex, need, netCost, withoutNetCost, costPerTonne, withoutCostPerTonne } = figures;
	if (figures.measures === 0) return [];
	return [
		(isCapexPartial ? b.leastCapex : b.capex)(said.money(capex), said.money(need)),
		netCost.lt(0) ? b.netGain(said.money(netCost.neg())) : b.netCost(said.money(netCost)),
		...(withoutNetCost > 0 ? [b.withoutCost(withoutNetCost)] : []),
		...(costPerTonne
			? [
					costPerTonne.lt(0)
						? b.perTonneGain(said.number(costPerTonne.neg()))
						: b.perTonne(said.number(costPerTonne))
				]
			: []),
		...(costPerTonne && withoutCostPerTonne > 0 ? [b.perTonneWithout(withoutCostPerTonne)] : [])
	];
}

function funding(brief: Briefing, said: Sayer, t: Words): string[] {
	const b = t.brief;
	const { figures, secured, worstGap } = brief;
	const { ownMoney, perInhabitant, need } = figures;
	if (need.isZero()) return brief.isNeedPartial ? [b.needUnknown] : [b.noNeed];
	return [
		secured.isZero()
			? brief.unknown.fundingLines > 0
				? b.noKnownSecured(said.money(ownMoney))
				: b.noSecured(said.money(ownMoney))
			: b.secured(said.money(secured), said.money(ownMoney)),
		...(perInhabitant ? [b.perInhabitant(said.number(perInhabitant))] : []),
		gapSentence(brief, said, t),
		...(worstGap ? [b.worstGap(worstGap.year, said.money(worstGap.value))] : [])
	];
}

function gapSentence({ figures, isNeedPartial }: Briefing, said: Sayer, t: Words): string {
	const b = t.brief;
	const { gapSecured, gapExpected } = figures;
	if (!gapSecured || !gapExpected) return b.gapUnknown;
	if (gapSecured.isZero()) return isNeedPartial ? b.enoughUnknown : b.noGap;
	const gap = gapExpected.eq(gapSecured)
		? b.gapAlone(said.money(gapSecured))
		: b.gap(said.money(gapSecured), said.money(gapExpected));
	return isNeedPartial ? `${gap} ${b.andMore}` : gap;
}

function operating(brief: Briefing, said: Sayer, t: Words): string[] {
	const b = t.brief;
	const { figures, burden, isNeedPartial, isRunningPartial } = brief;
	const isPartial = isNeedPartial || isRunningPartial || brief.unknown.undepreciated.length > 0;
	if (figures.measures === 0) return [];
	if (!burden) return [isPartial ? b.burdenUnknown : b.noBurden];
	return [
		b.burden(burden.year, said.money(burden.value)),
		...(figures.highestTaxOre ? [b.ore(said.number(figures.highestTaxOre, 1))] : []),
		...(isPartial ? [b.burdenPartial] : [])
	];
}

function sure({ risk, target, hidden }: Briefing, said: Sayer, t: Words): string[] {
	const b = t.brief;
	if (!risk) return [hidden.measures + hidden.amounts > 0 ? b.riskWithheld : b.notReckoned];
	const draws = said.number(new Decimal(risk.draws));
	const { reached, tonnes, gap, allFunded } = risk;
	return [
		b.drawn(draws),
		...(reached && target ? [b.chance(target.name, said.share(reached))] : []),
		...(tonnes && target
			? [b.tonnesBetween(target.year, said.number(tonnes.low), said.number(tonnes.high))]
			: []),
		...(gap ? [b.gapBetween(said.money(gap.low), said.money(gap.high))] : []),
		...(allFunded ? [b.funded(said.share(allFunded))] : [])
	];
}

function unknown({ unknown: lacks, hidden }: Briefing, locale: Locale, t: Words): string[] {
	const b = t.brief;
	const names = (measures: typeof lacks.measures) =>
		listed(
			measures.map(({ id, name }) => `${id} ${name[locale]}`),
			b.and
		);
	const withheld = t.sharing.hidden(hidden.measures, hidden.amounts);
	const said = [
		...(withheld ? [b.withheld(withheld)] : []),
		...(lacks.measures.length > 0 ? [b.unknownMeasures(names(lacks.measures))] : []),
		...(lacks.undepreciated.length > 0 ? [b.undepreciated(names(lacks.undepreciated))] : []),
		...(lacks.fundingLines > 0 ? [b.unknownFunding(lacks.fundingLines)] : []),
		...(lacks.capacityYears.length > 0 ? [b.unknownCapacity(lacks.capacityYears.length)] : []),
		...(lacks.hasTax ? [] : [b.noTax]),
		...(lacks.hasPopulation ? [] : [b.noPopulation])
	];
	return said.length > 0 ? said : [b.nothingUnknown];
}
