import { Decimal } from '../decimal.ts';
import type { Text } from '../errors.ts';
import { kronorText, swedish } from '../words.ts';
import type { WishPart } from './wish-parts.ts';
import type { TonnesBasis, Wish } from './wish.ts';

/** One wish as a sentence without its full stop. */
export function wishText(
	part: WishPart,
	wish: Wish,
	{
		measures,
		years,
		rooms,
		withoutStart
	}: {
		readonly measures: readonly string[];
		readonly years: readonly number[];
		/** kr */
		readonly rooms: readonly (Decimal | null)[];
		readonly withoutStart: readonly string[];
	}
): Text {
	if (part.kind === 'tonnes') {
		const least = (wish.leastTonnes ?? new Decimal(0)).toDecimalPlaces(1);
		const basis = basisText(wish.tonnes);
		return {
			sv: `minst ${swedish(least, least.decimalPlaces())} ton ${basis.sv}`,
			en: `at least ${least.toString()} tonnes ${basis.en}`
		};
	}
	if (part.kind === 'room') {
		const most = kronorText(rooms[part.year] ?? new Decimal(0));
		const year = years[part.year] ?? '';
		return {
			sv: `högst ${most.sv} egna pengar ${year}`,
			en: `at most ${most.en} of own money in ${year}`
		};
	}
	const measure = measures[part.measure] ?? '';
	if (part.kind === 'must' && withoutStart.includes(measure))
		return {
			sv: `${measure} ska vara med, men inget startår ryms i planens år`,
			en: `${measure} has to be in it, but no start year fits in the plan’s years`
		};
	return part.kind === 'must'
		? { sv: `${measure} ska vara med`, en: `${measure} has to be in it` }
		: { sv: `${measure} ska inte vara med`, en: `${measure} must not be in it` };
}

function basisText({ year, scope }: TonnesBasis): Text {
	const of = {
		all: { sv: '', en: '' },
		CO2: { sv: 'koldioxid i territoriet ', en: 'of carbon dioxide in the territory ' },
		CO2e: { sv: 'växthusgaser i territoriet ', en: 'of greenhouse gases in the territory ' }
	}[scope];
	return year === null
		? { sv: `${of.sv}under planens år`, en: `${of.en}in the plan’s years` }
		: { sv: `${of.sv}under ${year}`, en: `${of.en}in ${year}` };
}
