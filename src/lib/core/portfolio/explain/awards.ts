import { ONE, ZERO, type Decimal } from '../../decimal.ts';
import { OUTCOMES } from '../../funding/formulas.ts';
import { formula, known } from '../../formula.ts';
import { at } from '../../years.ts';
import { derived, figureOf, given, text, type Explained } from './explained.ts';
import { awardNode, uncertainAwards } from './funding.ts';
import { chanceNode } from './funding-amounts.ts';
import { isCarried, sampleNote } from './gaps.ts';
import { type Figures, type Scope } from './scope.ts';

const MOST_RECOMPUTED = 16;

const PROBABILITY_FUNDED = formula({
	id: 'probability-funded',
	name: ['Chansen att inget saknas', 'The chance that nothing is missing'],
	symbols: 'Σ sannolikhet för de utfall där gapet är noll alla år',
	words: [
		'Alla utfall av ansökningarna räknas upp; de där pengarna räcker varje år läggs ihop. Först antalet år med brist och bristerna, sedan för varje ansökan chansen och beloppen de åren.',
		'All outcomes of the applications are enumerated; those in which the money is enough every year are added. First the number of years with a shortfall and the shortfalls, then for each application its chance and its amounts in those years.'
	],
	example: 'år=1 brist=3000000 chans=0.5 belopp=4000000',
	unit: 'share',
	compute: known(([count, ...values]) => {
		const years = count?.toNumber() ?? 0;
		const shortfalls = values.slice(0, years);
		const awards = values.slice(years);
		const chance = (left: readonly Decimal[], rest: readonly Decimal[]): Decimal => {
			const [probability, ...others] = rest;
			if (!probability) return left.every((one) => one.lte(0)) ? ONE : ZERO;
			const won = left.map((one, index) => one.minus(others[index] ?? ZERO));
			const after = others.slice(years);
			return probability
				.times(chance(won, after))
				.plus(ONE.minus(probability).times(chance(left, after)));
		};
		return chance(shortfalls, awards);
	})
});

function probabilityInputs(scope: Scope, certain: readonly Explained[]): readonly Explained[] {
	const short = certain.flatMap((node, index) => (node.value?.gt(0) ? [{ node, index }] : []));
	const awards = uncertainAwards(scope).filter((own) =>
		own.some(({ perYear }) => short.some(({ index }) => !at(perYear, index).isZero()))
	);
	return [
		given(text('År med brist', 'Years with a shortfall'), 'count', short.length),
		...short.map(({ node }) => node),
		...awards.flatMap((own) => [
			...own.slice(0, 1).map(({ line }) => chanceNode(scope, line)),
			...short.map(({ index }) => awardNode(scope, own, index))
		])
	];
}

/** What uncertain awards do to the whole plan. */
export const awardFigures: Figures = {
	allFunded: (scope, [key]) => {
		const { allFunded } = scope.evaluation;
		if (key === 'worst')
			return {
				...scope.find('gap/certain'),
				figure: 'allFunded/worst',
				label: text('Gapet om alla ansökningar förloras', 'The gap if all applications are lost')
			};
		if (key !== 'probability') return null;
		const certain = scope.frame.years.map((year) => scope.find(figureOf('gap', 'certain', year)));
		const isKnown = certain.every(({ value }) => value !== null);
		const inputs = isKnown ? probabilityInputs(scope, certain) : certain;
		const awards = inputs.filter(({ stated }) => stated?.field === 'probability').length;
		const isPlain =
			isKnown &&
			!isCarried(scope) &&
			allFunded.method.kind === 'exact' &&
			awards <= MOST_RECOMPUTED;
		return derived({
			figure: 'allFunded/probability',
			label: PROBABILITY_FUNDED.name,
			unit: 'share',
			value: allFunded.probability,
			formula: isPlain ? PROBABILITY_FUNDED : OUTCOMES,
			note: sampleNote(allFunded.method),
			inputs: () => inputs
		});
	}
};
