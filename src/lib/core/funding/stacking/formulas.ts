import { Decimal, ZERO, sum } from '../../decimal.ts';
import { formula, known, nth, type Formula } from '../../formula.ts';

const CUMULATION = [
	'METHODS §9; ett stöd prövas mot varje identifierbar stödberättigande kostnad',
	'METHODS §9; support is judged by identifiable eligible cost'
] as const;

export const LEFT_OF_ROOM = formula({
	id: 'left-of-room',
	name: ['Det som räknas av en finansieringsrad', 'What counts of a funding line'],
	symbols: 'max(0, min(inlagt, tak − Σ redan taget))',
	words: [
		'Det inlagda beloppet, dock högst det som är kvar under taket när raderna före har fått sitt. Beslutade rader går före, sedan efter id. En rad kan möta flera tak; det som lämnar minst gäller.',
		'The amount listed, but no more than what is left below the ceiling when the lines before have got theirs. Decided lines go first, then by id. A line may meet several ceilings; the one that leaves least holds.'
	],
	source: CUMULATION,
	example: 'inlagt=400 tak=700 taget=450',
	unit: 'kr',
	compute: known(([asked = ZERO, ceiling = ZERO, ...taken]) =>
		Decimal.max(ZERO, Decimal.min(asked, ceiling.minus(sum(taken))))
	)
});

export const COUNTS_IN_YEAR = formula({
	id: 'counts-in-year',
	name: ['Det som räknas av en rad ett år', 'What counts of a line in a year'],
	symbols: 'max(0, min(belopp, räknas − Σ tidigare år)) × kommunens del',
	words: [
		'När reglerna skär en rad räknas dess belopp från första året och framåt, tills det som räknas är slut.',
		'When the rules cut a line its amounts count from the first year on, until what counts is used up.'
	],
	example: 'räknas=250 kommunens-del=1 belopp=200 tidigare=100',
	unit: 'kr',
	compute: known((inputs) => {
		const [counts, ownShare, amount] = [nth(inputs, 0), nth(inputs, 1), nth(inputs, 2)];
		const left = counts.minus(sum(inputs.slice(3)));
		return Decimal.max(ZERO, Decimal.min(amount, left)).times(ownShare);
	})
});

export const stackingFormulas: readonly Formula[] = [LEFT_OF_ROOM, COUNTS_IN_YEAR];
