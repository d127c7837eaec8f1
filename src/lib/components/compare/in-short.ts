import { Decimal, ONE, settled } from '$lib/core/decimal';
import { formatMoneyWithUnit, formatNumber, formatPercent } from '$lib/format/numbers';
import { bestIn, bestOf, compareRows } from './compare-rows';
import type { Compare, ComparedPortfolio, ShownWith } from './compared';

export type Answer = {
	readonly key: 'goal' | 'cheapest' | 'gap' | 'differ' | 'sure';
	readonly question: string;
	readonly sentences: readonly string[];
};

/** So many measures are named one by one: fewer where there are more portfolios to tell of. */
const MOST_NAMED = { ofTwo: 5, ofMore: 3 };

/** What a reader asks of a comparison first, answered in fixed sentences; where the figures allow no answer, they say why. */
export function inShort(compare: Compare, shown: ShownWith): Answer[] {
	const s = shown.t.inShort;
	if (compare.portfolios.length < 2) return [];
	const hidden = compare.portfolios.filter((one) => one.isPartlyHidden);
	/** Of what is partly left out nothing can be concluded. */
	const concluded = (sentences: readonly string[]) =>
		hidden.length > 0 ? [s.partlyHidden(namesOf(hidden, s))] : sentences;
	const answers: Answer[] = [
		{ key: 'goal', question: s.goal, sentences: concluded(goal(compare, shown)) },
		{ key: 'cheapest', question: s.cheapest, sentences: concluded(cheapest(compare, shown)) },
		{ key: 'gap', question: s.gap, sentences: concluded(largestGap(compare, shown)) },
		{ key: 'differ', question: s.differ, sentences: differ(compare, shown) },
		{ key: 'sure', question: s.sure, sentences: sure(compare, shown) }
	];
	return answers.filter(({ sentences }) => sentences.length > 0);
}

function namesOf(
	portfolios: readonly { readonly name: string }[],
	{ and, quoted }: ShownWith['t']['inShort']
): string {
	const names = portfolios.map(({ name }) => quoted(name));
	return names.length < 2
		? names.join()
		: `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;
}

function goal({ target, portfolios }: Compare, { locale, t }: ShownWith): string[] {
	const s = t.inShort;
	if (!target) return [s.noTarget];
	if (target.isMetAlone) return [s.metAlone(target.name)];
	const having = (isMet: boolean | null) =>
		portfolios.filter(({ figures }) => figures.isTargetMet === isMet);
	const [met, missed, unknown] = [having(true), having(false), having(null)];
	const partly = portfolios.filter(({ figures }) => figures.unknownEffects > 0);
	const said: string[] = [];
	if (met.length > 0) said.push(s.reach(namesOf(met, s), target.name, met.length));
	else if (missed.length === portfolios.length) said.push(s.noneReach(target.name));
	if (missed.length > 0 && met.length > 0)
		said.push(s.othersNot(namesOf(missed, s), missed.length));
	if (met.length === 0) {
		const shares = missed.map(({ id, figures }) => ({ id, value: figures.shareOfTarget }));
		const [nearest, ...others] = missed.filter(({ id }) => bestOf(shares, 'high').has(id));
		const share = nearest?.figures.shareOfTarget;
		const isAlone = others.length === 0 && partly.every((one) => one === nearest);
		if (nearest && share?.gt(LEAST) && share.lt(MOST) && isAlone)
			said.push(s.nearest(s.quoted(nearest.name), formatPercent(share, locale, 1)));
	}
	if (partly.length > 0) said.push(s.effectsUnknown(namesOf(partly, s)));
	if (unknown.length > 0) said.push(s.goalUnknown(namesOf(unknown, s), target.name));
	return said;
}

/** Shares that would be rounded to none or to all are not told. */
const [LEAST, MOST] = [new Decimal('0.0005'), new Decimal('0.9995')];

function cheapest({ target, portfolios }: Compare, shown: ShownWith): string[] {
	const { locale, t } = shown;
	const s = t.inShort;
	const row = compareRows(target, shown).cost.find(({ key }) => key === 'costPerTonne');
	const kronor = (value: Decimal) => s.perTonne(formatNumber(value, 0, locale));
	const known = portfolios.flatMap(({ name, figures: { costPerTonne } }) =>
		costPerTonne ? [{ name, costPerTonne }] : []
	);
	if (!row || known.length === 0) return [s.perTonneUnknown];
	const all = known.map((one) => `${s.quoted(one.name)} ${kronor(one.costPerTonne)}`).join(', ');
	const winners = portfolios.filter(({ id }) => bestIn(portfolios, row).has(id));
	const lowest = winners[0]?.figures.costPerTonne;
	const partly = portfolios.filter(
		({ figures }) => figures.withoutCostPerTonne > 0 || figures.unknownCosts > 0
	);
	if (lowest)
		return [
			s.lowest(namesOf(winners, s), kronor(lowest)),
			...(partly.length > 0 ? [s.partlyUnknown(namesOf(partly, s))] : [])
		];
	if (known.some(({ costPerTonne }) => costPerTonne.lt(0))) return [s.belowZero(all)];
	return [s.noLowest(all)];
}

function largestGap({ years, portfolios }: Compare, { unit, locale, t }: ShownWith): string[] {
	const s = t.inShort;
	const money = (value: Decimal) => formatMoneyWithUnit(value, unit, locale);
	const unknown = portfolios.filter(({ figures }) => !figures.gapSecured);
	if (unknown.length > 0) return [s.gapUnknown(namesOf(unknown, s))];
	const top = [...portfolios].sort((a, b) => gapOf(b).cmp(gapOf(a)))[0];
	if (!top) return [];
	const partly = portfolios.filter(
		({ figures }) => figures.unknownCosts > 0 || figures.unknownFunding > 0
	);
	const rest = partly.length > 0 ? [s.gapPartial(namesOf(partly, s))] : [];
	if (gapOf(top).isZero()) return [partly.length > 0 ? s.noKnownGap : s.noGap, ...rest];
	const largest = portfolios.filter((one) => gapOf(one).eq(gapOf(top)));
	const year = largest.length === 1 ? worstYear(years, top) : null;
	const told = largest.length > 1 ? s.equal : partly.length > 0 ? s.largestKnown : s.largest;
	return [
		told(namesOf(largest, s), money(gapOf(top))),
		...(year ? [s.worst(year.year, money(year.gap))] : []),
		...rest
	];
}

function gapOf({ figures }: ComparedPortfolio): Decimal {
	return settled(figures.gapSecured ?? figures.need);
}

function worstYear(years: readonly number[], { gapPerYear }: ComparedPortfolio) {
	let worst: { readonly year: number; readonly gap: Decimal } | null = null;
	for (const [index, gap] of gapPerYear.entries())
		if (gap?.gt(worst?.gap ?? 0)) worst = { year: years[index] ?? 0, gap };
	return worst;
}

function differ({ portfolios, memberships }: Compare, { locale, t }: ShownWith): string[] {
	const s = t.inShort;
	const [first, ...others] = portfolios;
	if (!first) return [];
	const most = others.length > 1 ? MOST_NAMED.ofMore : MOST_NAMED.ofTwo;
	const some = (names: readonly string[]) => {
		const more = names.length - most;
		return names.slice(0, most).join('; ') + (more > 0 ? ` ${s.more(more)}` : '');
	};
	const from = s.quoted(first.name);
	return others.flatMap((other, index) => {
		const to = s.quoted(other.name);
		const lists = { added: [] as string[], missing: [] as string[], placed: [] as string[] };
		for (const { measure, name, places } of memberships) {
			const [was, is] = [places[0] ?? null, places[index + 1] ?? null];
			const said = `${measure} ${name[locale]}`;
			if (was === null && is !== null) lists.added.push(said);
			else if (was !== null && is === null) lists.missing.push(said);
			else if (was?.startYear !== is?.startYear || !(was?.scale ?? ONE).eq(is?.scale ?? ONE))
				lists.placed.push(said);
		}
		const sentences = [
			...(lists.added.length > 0 ? [s.has(to, from, some(lists.added))] : []),
			...(lists.missing.length > 0 ? [s.has(from, to, some(lists.missing))] : []),
			...(lists.placed.length > 0 ? [s.placed(from, to, some(lists.placed))] : [])
		];
		return sentences.length > 0 ? sentences : [s.same(from, to)];
	});
}

function sure({ target, portfolios }: Compare, { locale, t }: ShownWith): string[] {
	const s = t.inShort;
	if (!target) return [];
	const number = (value: Decimal) => formatNumber(value, 0, locale);
	return portfolios.map((portfolio) => {
		const { chance } = portfolio;
		const name = s.quoted(portfolio.name);
		if (!chance) return portfolio.isPartlyHidden ? s.riskWithheld(name) : s.notReckoned(name);
		if (chance.isOld) return s.isOld(name);
		const { share, tonnes } = chance;
		const draws = number(new Decimal(chance.draws));
		const isSure = share.isZero() || share.eq(1);
		return [
			tonnes
				? s.between(name, number(tonnes.low), number(tonnes.high), target.year)
				: s.tonnesUnknown(name),
			s.chance(formatPercent(share, locale, isSure ? 0 : 1), draws)
		].join(' ');
	});
}
