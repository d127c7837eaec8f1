import { levelisedCost, netBenefit } from '../abatement/levelised-cost.ts';
import { isUnknown } from '../plan/placement.ts';
import type { EvaluatedMeasure, Frame } from './frame.ts';
import type { MeasureFigures } from './evaluation.ts';

/** A measure's own figures as placed: stand-alone, whole project, before grants (METHODS §14, rules 4 to 8). */
export function measureFigures(
	{ placed, flows, abatement, credits }: EvaluatedMeasure,
	frame: Frame
): MeasureFigures {
	const tonnes = abatement.isKnown ? abatement.total : null;
	const cost = levelisedCost(flows.net, tonnes, frame.discount);
	return {
		id: placed.measure.id,
		ownShare: placed.ownShare,
		capexTotal: flows.capexTotal,
		residualValue: flows.residualValue,
		...cost,
		netBenefit:
			cost.netCost && tonnes ? netBenefit(cost.netCost, tonnes, frame.discountedCarbonValue) : null,
		unknownCostItems: placed.measure.costs.filter(isUnknown).map((item) => item.id),
		standAlonePerYear: abatement.isKnown ? credits.standAlone : null,
		creditedPerYear: abatement.isKnown ? credits.credited : null,
		creditedByPool: credits.creditedByPool
	};
}
