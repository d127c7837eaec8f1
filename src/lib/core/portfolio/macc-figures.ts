import { maccSteps, type MaccCandidate } from '../abatement/macc.ts';
import { comparable, isAboveZero, settled, sum, type Decimal } from '../decimal.ts';
import { dotProduct } from '../years.ts';
import type { EvaluatedMeasure, Frame } from './frame.ts';
import type { MaccFigures, MeasureFigures } from './evaluation.ts';

type Candidate = MaccCandidate & { readonly width: Decimal };

/**
 * The curve of a portfolio: lifetime basis, all payers, before grants, own share, credited tonnes (METHODS §14, rule 16).
 * Measures without a cost per tonne, and those that interaction leaves without tonnes, are listed beside it.
 */
export function maccFigures(
	measures: readonly EvaluatedMeasure[],
	figures: readonly MeasureFigures[],
	frame: Frame
): MaccFigures {
	const candidates: Candidate[] = [];
	const unranked: MaccFigures['unranked'][number][] = [];
	measures.forEach(({ placed, credits }, index) => {
		const own = figures[index];
		if (!own) return;
		const tonnes = comparable(dotProduct(credits.credited, frame.discount));
		if (own.reason || !own.netCost || !isAboveZero(tonnes)) {
			const reason =
				own.reason ?? (settled(tonnes).isZero() ? 'no-abatement' : 'negative-abatement');
			unranked.push({ measure: own.id, reason });
			return;
		}
		const cost = comparable(own.netCost.times(placed.ownShare));
		const value = dotProduct(credits.credited, frame.discountedCarbonValue);
		const netBenefit = comparable(value.minus(cost));
		candidates.push({ id: own.id, cost, tonnes, netBenefit, width: sum(credits.credited) });
	});
	return {
		basis: 'lifetime, all payers, own share, credited',
		steps: maccSteps(candidates).map(({ candidate, costPerTonne, layer, order }) => ({
			measure: candidate.id,
			tonnes: candidate.width,
			costPerTonne,
			layer,
			order
		})),
		unranked
	};
}
