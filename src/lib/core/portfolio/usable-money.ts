import type { Decimal } from '../decimal.ts';
import type { FundingFlow } from '../funding/funding-flows.ts';
import type { UsableMoney } from '../funding/gap.ts';
import type { FundingLine } from '../plan/plan.ts';
import { addSeries, zeros, type Horizon } from '../years.ts';

/** Funding lines by their weight, per year: what is to be used in its year, and what its source lets wait. kr. */
export function usableMoney(
	flows: readonly FundingFlow[],
	weightOf: (line: FundingLine) => Decimal,
	horizon: Horizon
): UsableMoney {
	const money = { inYear: zeros(horizon), mayWait: zeros(horizon) };
	for (const { line, perYear } of flows) {
		const weight = weightOf(line);
		if (weight.isZero()) continue;
		addSeries(line.carryForward === true ? money.mayWait : money.inYear, perYear, weight);
	}
	return money;
}
