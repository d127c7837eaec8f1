import type { Decimal } from '../../core/decimal.ts';
import type { Text } from '../../core/errors.ts';
import { sharedPrices } from '../../core/plan/plan.ts';
import { distributions, type Distribution } from '../../core/uncertainty/distributions.ts';
import { typedNumber } from './amount.ts';
import { fieldReader, type FormValues } from './field-reader.ts';

/** How a risk is reckoned, as its form has it, and the ranges that a plan's measures share. */

export const USUAL_DRAWS = 10_000;
export const MOST_DRAWS = 100_000;
export const USUAL_SEED = 2030;
export const MOST_SEED = 4_294_967_295;
export const drawChoices = [1_000, USUAL_DRAWS, MOST_DRAWS] as const;

/** What the form begins with. */
export const usualRisk: FormValues = {
	draws: String(USUAL_DRAWS),
	seed: String(USUAL_SEED),
	distribution: 'pert'
};

type RiskForm = {
	readonly draws: number;
	readonly seed: number;
	readonly distribution: Distribution;
};

export function readRiskForm(values: FormValues): {
	readonly ask: RiskForm;
	readonly errors: Readonly<Record<string, Text>>;
} {
	const { errors, text, number } = fieldReader(values);
	const draws = drawChoices.find((one) => String(one) === text('draws'));
	if (draws === undefined) errors['draws'] = CHOOSE;
	const distribution = distributions.find((one) => one === text('distribution'));
	if (distribution === undefined) errors['distribution'] = CHOOSE;
	const seed = number('seed');
	if (
		!errors['seed'] &&
		!(seed !== null && Number.isInteger(seed) && seed >= 0 && seed <= MOST_SEED)
	)
		errors['seed'] = SEED;
	return {
		errors,
		ask: {
			draws: draws ?? USUAL_DRAWS,
			seed: seed ?? USUAL_SEED,
			distribution: distribution ?? 'pert'
		}
	};
}

/** Where the form has the range of a shared price or an emission factor: price.electricity, factor.diesel. */
export function sharedFields(carriers: readonly string[]) {
	return [
		...sharedPrices.map((name) => ({ of: 'price', name, field: `price.${name}` })),
		...carriers.map((name) => ({ of: 'factor', name, field: `factor.${name}` }))
	];
}

/** The three fields of a range, in the order of the plan file. */
export const ends = ['low', 'likely', 'high'] as const;

/** The shared ranges of the plan file, as the form gives them; rows without a factor are left out. */
export function readSharedRanges(values: FormValues, carriers: readonly string[]) {
	const { errors, text, number } = fieldReader(values);
	const ranges = sharedFields(carriers).flatMap(({ of, name, field }) => {
		const names = ends.map((end) => `${field}.${end}`);
		const beside = [text(`${field}.source`), text(`${field}.confidence`)];
		if ([...names.map(text), ...beside].every((one) => one === '')) return [];
		const range = names.map((one) => {
			const factor = number(one);
			if (factor === null) errors[one] ??= ALL_THREE;
			return factor;
		});
		const [low, mode, high] = range;
		if (low != null && mode != null && high != null && !(low <= mode && mode <= high))
			errors[`${field}.low`] ??= ORDER;
		return [
			{ of, name, range, source: text(`${field}.source`), confidence: text(`${field}.confidence`) }
		];
	});
	return { ranges, errors };
}

/** The stored ranges as the form shows them. */
export function sharedRangeValues(
	ranges: readonly {
		readonly of: string;
		readonly name: string;
		readonly range: readonly Decimal[];
		readonly source: string;
		readonly confidence: string;
	}[]
): FormValues {
	return Object.fromEntries(
		ranges.flatMap(({ of, name, range, source, confidence }) => [
			...range.map((factor, place) => [`${of}.${name}.${ends[place] ?? ''}`, typedNumber(factor)]),
			[`${of}.${name}.source`, source],
			[`${of}.${name}.confidence`, confidence]
		])
	) as FormValues;
}

const CHOOSE: Text = { sv: 'Välj något i listan.', en: 'Choose something in the list.' };
const SEED: Text = {
	sv: `Skriv ett helt tal från 0 till ${MOST_SEED}, till exempel ${USUAL_SEED}.`,
	en: `Write a whole number from 0 to ${MOST_SEED}, such as ${USUAL_SEED}.`
};
const ALL_THREE: Text = {
	sv: 'Fyll i lägst, troligast och högst, eller töm alla tre.',
	en: 'Fill in lowest, most likely and highest, or empty all three.'
};
const ORDER: Text = {
	sv: 'Skriv lägst, troligast och högst i stigande ordning, till exempel 0,8, 1 och 1,3.',
	en: 'Write lowest, most likely and highest in rising order, such as 0.8, 1 and 1.3.'
};
