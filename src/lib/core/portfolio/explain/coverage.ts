import { coverage } from '../../funding/coverage.ts';
import { FUNDED, OWN_USED } from '../../funding/formulas.ts';
import { figureOf, text, typed } from './explained.ts';
import type { Figures } from './scope.ts';
import { series } from './series.ts';

/** What meets the need of a year, and settings that pages name beside their figures. */
export const coverageFigures: Figures = {
	coverage: (scope, [part, year]) => {
		const { need, funding, gap } = scope.evaluation;
		const parts = coverage(need.perYear, funding.secured.perYear, gap.secured.perYear);
		const needOf = (of: number) => scope.find(figureOf('need', of));
		if (part === 'funded')
			return series(scope, year, {
				path: ['coverage', 'funded'],
				label: text('Säkrad finansiering som används', 'Secured funding that is used'),
				unit: 'kr',
				perYear: parts.map(({ funded }) => funded),
				formula: FUNDED,
				inputs: (_, of) => [needOf(of), scope.find(figureOf('funding', 'secured', of))]
			});
		if (part !== 'own') return null;
		return series(scope, year, {
			path: ['coverage', 'own'],
			label: text('Eget utrymme som används', 'Own capacity that is used'),
			unit: 'kr',
			perYear: parts.map(({ own }) => own),
			formula: OWN_USED,
			inputs: (_, of) => [
				needOf(of),
				scope.find(figureOf('coverage', 'funded', of)),
				scope.find(figureOf('gap', 'secured', of))
			]
		});
	},
	setting: ({ plan: { settings, tax } }, [name]) => {
		const figure = figureOf('setting', name ?? '');
		if (name === 'internalRate' || name === 'discountRate') {
			const label =
				name === 'internalRate'
					? text('Internränta, nominell', 'Internal rate, nominal')
					: text('Kalkylränta, real', 'Discount rate, real');
			const stated = {
				part: 'plan',
				id: null,
				field: name,
				...settings.rateSources[name]
			} as const;
			return { ...typed(label, 'share', settings[name], stated), figure };
		}
		if (name !== 'oneKronaYields' || !tax) return null;
		const { source, confidence } = tax;
		const label = text('En skattekrona ger per år', 'One krona of tax yields a year');
		const stated = { part: 'tax', id: null, field: name, source, confidence } as const;
		return { ...typed(label, 'kr', tax.oneKronaYields, stated), figure };
	}
};
