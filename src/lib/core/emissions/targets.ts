import type { Decimal } from '../decimal.ts';
import type { Gas, Plan, Target } from '../plan/plan.ts';
import { at, isWithin, type Horizon, type Series } from '../years.ts';

export type TargetGap = {
	readonly id: string;
	readonly year: number;
	readonly gas: Gas;
	readonly reference: Decimal | null;
	readonly abatement: Decimal | null;
	readonly residual: Decimal | null;
	readonly target: Decimal | null;
	/** residual − target; positive: tonnes still missing. */
	readonly gap: Decimal | null;
	readonly reason:
		'no-tonne-level' | 'other-scope' | 'outside-horizon' | 'unknown-reference' | null;
};

export type EmissionPath = {
	readonly reference: Series | null;
	readonly credited: Series;
	readonly residual: Series | null;
};

/** Gap to each target: reference − credited abatement − target level, territorial targets in tonnes only (METHODS §14, rule 12). */
export function targetGaps(
	plan: Plan,
	paths: Record<Gas, EmissionPath>,
	horizon: Horizon
): TargetGap[] {
	return plan.targets.map((target) => {
		const base = {
			id: target.id,
			year: target.targetYear,
			gas: target.gas,
			target: target.targetTonnes
		};
		const path = paths[target.gas];
		const reason = notComputable(target, path, horizon);
		const index = target.targetYear - horizon.firstYear;
		if (reason || !path.reference || !path.residual || target.targetTonnes === null) {
			const abatement = reason === 'unknown-reference' ? at(path.credited, index) : null;
			return { ...base, reference: null, abatement, residual: null, gap: null, reason };
		}
		const residual = at(path.residual, index);
		return {
			...base,
			reference: at(path.reference, index),
			abatement: at(path.credited, index),
			residual,
			gap: residual.minus(target.targetTonnes),
			reason: null
		};
	});
}

function notComputable(target: Target, path: EmissionPath, horizon: Horizon): TargetGap['reason'] {
	if (target.scope !== 'territorial') return 'other-scope';
	if (target.targetTonnes === null) return 'no-tonne-level';
	if (!isWithin(target.targetYear, horizon)) return 'outside-horizon';
	return path.reference ? null : 'unknown-reference';
}
