import type { Text } from '../../core/errors.ts';
import type { Gas } from '../../core/plan/plan.ts';

/** What the title rows of a workbook of emissions say of its gas and its unit. */

export const OTHER: Text = { sv: 'något annat', en: 'something else' };

/** Substances, and ways to count, that are no inventory of greenhouse gases or carbon dioxide. */
const OTHER_THINGS =
	/kväveoxid|\bnox\b|partik|\bpm\s?(?:2|10)|svavel|ammoniak|\bnmvoc\b|per (?:invånare|person|capita|km)|\/\s?inv/i;
/** Gases that are among the greenhouse gases, and alone are not all of them. */
const ONE_OF_THEM = /metan|\bch4\b|lustgas|\bn2o\b/i;
const EQUIVALENTS = /(?:co2|koldioxid)\s?-?\s?(?:e\b|e[qk])/i;

/** The gas that a title names; `other`: something that must not be read as either; null: it names none. */
export function gasIn(title: string): Gas | 'other' | null {
	const plain = title.replace(/₂/g, '2');
	if (OTHER_THINGS.test(plain)) return 'other';
	const isNamed = /växthusgas|greenhouse|\bggt\b/i.test(plain);
	if (ONE_OF_THEM.test(plain)) return isNamed ? 'CO2e' : 'other';
	const isAll = isNamed || EQUIVALENTS.test(plain);
	const isCarbonDioxide = /\bco2\b|koldioxid/i.test(
		plain.replace(new RegExp(EQUIVALENTS, 'gi'), ' ')
	);
	// „Växthusgaser. Koldioxid (CO2)” is carbon dioxide among them, unless it is counted in equivalents.
	if (isCarbonDioxide && !EQUIVALENTS.test(plain)) return 'CO2';
	return isAll ? 'CO2e' : null;
}

/** Tonnes in one of what a title says; null: it names no unit that is known. */
export function unitIn(title: string): 1 | 1000 | null {
	if (/\bkton\b|\bkt\b|kiloton|1[\s.]?000(?:-tals)? ton|tusen(?:tal)? ton/i.test(title))
		return 1000;
	return /\bton\b|\btonnes\b/i.test(title) && !/\bmton\b|miljon/i.test(title) ? 1 : null;
}
