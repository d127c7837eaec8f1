import { sum } from '../../decimal.ts';
import { PRESENT_FLOW } from '../../finance/formulas.ts';
import { SUM } from '../../sums.ts';
import { at } from '../../years.ts';
import { derived, figureOf, text } from './explained.ts';
import { measureOf, type Figures } from './scope.ts';
import { series } from './series.ts';
import { curveOf, heightNode, rangeNode, tonnesNode } from './macc-nodes.ts';

/** The cost curve in its views, by lifetime or target year. */
export const maccFigures: Figures = {
	macc: (scope, [viewName, basisName, id, key]) => {
		const curve = curveOf(scope, viewName, basisName);
		const measure = measureOf(scope, id);
		if (!curve || !measure) return null;
		const { steps } = curve.curve;
		const place = steps.findIndex((one) => one.measure === id);
		if (key === 'tonnes') return tonnesNode(scope, measure.placed.measure.id, curve);
		if (key === 'cost') return heightNode(scope, measure, curve);
		if (key === 'low' || key === 'high') return rangeNode(scope, measure, curve, key);
		if (key !== 'cumulative' || place < 0) return null;
		const before = steps.slice(0, place + 1);
		return derived({
			figure: figureOf(...curve.path, id ?? '', 'cumulative'),
			label: text('Ton till och med åtgärden', 'Tonnes up to and with the measure'),
			unit: 't',
			value: sum(before.map(({ tonnes }) => tonnes)),
			formula: SUM,
			inputs: () => before.map((step) => tonnesNode(scope, step.measure, curve))
		});
	},
	presentCredited: (scope, [id, year]) => {
		const measure = measureOf(scope, id);
		if (!measure) return null;
		const { id: own } = measure.placed.measure;
		const { isKnown } = measure.abatement;
		return series(scope, year, {
			path: ['presentCredited', own],
			label: text(`Tillräknade diskonterade ton, ${own}`, `Credited discounted tonnes, ${own}`),
			unit: 't',
			perYear: scope.frame.years.map((_, index) =>
				isKnown ? at(measure.credits.credited, index).times(at(scope.frame.discount, index)) : null
			),
			formula: PRESENT_FLOW,
			inputs: (_, of) => [
				scope.find(figureOf('credited', own, of)),
				scope.find(figureOf('discount', of))
			]
		});
	},
	presentItem: (scope, [id, itemId, year]) => {
		const measure = measureOf(scope, id);
		const flow = measure?.flows.items.find(({ item }) => item.id === itemId);
		if (!measure || !flow) return null;
		const { id: own } = measure.placed.measure;
		return series(scope, year, {
			path: ['presentItem', own, flow.item.id],
			label: text(
				`Nuvärde av ${own} ${flow.item.id}, kommunens del`,
				`Present value of ${own} ${flow.item.id}, own share`
			),
			unit: 'kr',
			perYear: scope.frame.years.map((_, index) =>
				flow.perYear
					? at(flow.perYear, index)
							.times(measure.placed.ownShare)
							.times(at(scope.frame.discount, index))
					: null
			),
			formula: PRESENT_FLOW,
			inputs: (_, of) => [
				scope.find(figureOf('ownCost', own, flow.item.id, of)),
				scope.find(figureOf('discount', of))
			]
		});
	},
	presentLine: (scope, [id, year]) => {
		const flow = scope.flows.find(({ line }) => line.id === id);
		if (!flow) return null;
		return series(scope, year, {
			path: ['presentLine', flow.line.id],
			label: text(`Nuvärde av ${flow.line.id}`, `Present value of ${flow.line.id}`),
			unit: 'kr',
			perYear: scope.frame.years.map((_, index) =>
				at(flow.perYear, index).times(at(scope.frame.discount, index))
			),
			formula: PRESENT_FLOW,
			inputs: (_, of) => [
				scope.find(figureOf('line', flow.line.id, of)),
				scope.find(figureOf('discount', of))
			]
		});
	}
};
