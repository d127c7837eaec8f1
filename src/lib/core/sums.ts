import { added, addedWhereKnown, divided, formula, multiplied, subtracted } from './formula.ts';

/** The plain sums and products of which explanations are built between the formulas of the method. */
export const SUM = formula({
	id: 'sum',
	name: ['Summa', 'Sum'],
	symbols: 'Σ x',
	words: ['Delarna läggs ihop.', 'The parts are added.'],
	example: 'x1=2 x2=3',
	unit: 'count',
	compute: added
});

export const SUM_OF_KNOWN = formula({
	id: 'sum-of-known',
	name: ['Summa av det som är känt', 'Sum of what is known'],
	symbols: 'Σ x',
	words: [
		'Delarna läggs ihop. Det som är okänt räknas inte in och står kvar som okänt.',
		'The parts are added. What is unknown is left out and stays named as unknown.'
	],
	example: 'x1=2 x2=3',
	unit: 'count',
	compute: addedWhereKnown
});

export const PRODUCT = formula({
	id: 'product',
	name: ['Produkt', 'Product'],
	symbols: 'a × b',
	words: ['Delarna multipliceras.', 'The parts are multiplied.'],
	example: 'a=2 b=3',
	unit: 'count',
	compute: multiplied
});

export const QUOTIENT = formula({
	id: 'quotient',
	name: ['Kvot', 'Quotient'],
	symbols: 'a / b',
	words: ['Det första delas med det andra.', 'The first is divided by the second.'],
	example: 'a=6 b=3',
	unit: 'count',
	compute: divided
});

export const DIFFERENCE = formula({
	id: 'difference',
	name: ['Skillnad', 'Difference'],
	symbols: 'a − b − …',
	words: ['De andra dras från det första.', 'The others are taken from the first.'],
	example: 'a=6 b=3 c=1',
	unit: 'count',
	compute: subtracted
});
