import { formula, known } from '../formula.ts';

const THREE_POINTS = [
	'Läroboken: tre punkter, lägst, troligast och högst',
	'Textbook: three points, lowest, most likely and highest'
] as const;

export const PERT_MEAN = formula({
	id: 'pert-mean',
	name: ['Medelvärde av ett PERT-intervall', 'Mean of a PERT range'],
	symbols: '(lägst + 4 × troligast + högst) / 6',
	words: [
		'Fördelningen väger mest vid det troligaste. Ändarna är det lägsta och det högsta som kan bli.',
		'The distribution weighs most at the most likely. The ends are the least and the most there can be.'
	],
	source: THREE_POINTS,
	example: 'lägst=80 troligast=100 högst=180',
	unit: 'factor',
	compute: known(([low, mode, high]) =>
		low && mode && high ? low.plus(mode).plus(mode).plus(mode).plus(mode).plus(high).div(6) : null
	)
});

export const TRIANGULAR_MEAN = formula({
	id: 'triangular-mean',
	name: ['Medelvärde av ett triangelintervall', 'Mean of a triangular range'],
	symbols: '(lägst + troligast + högst) / 3',
	words: [
		'Fördelningen stiger rakt till det troligaste och faller rakt därifrån, så att ändarna väger mer än i en PERT.',
		'The distribution rises straight to the most likely and falls straight from there, so that the ends weigh more than in a PERT.'
	],
	source: THREE_POINTS,
	example: 'lägst=80 troligast=100 högst=180',
	unit: 'factor',
	compute: known(([low, mode, high]) =>
		low && mode && high ? low.plus(mode).plus(high).div(3) : null
	)
});

export const uncertaintyFormulas = [PERT_MEAN, TRIANGULAR_MEAN];
