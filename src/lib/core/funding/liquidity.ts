import type { Decimal } from '../decimal.ts';
import { ZERO, max } from '../decimal.ts';
import { at, type Series } from '../years.ts';
import type { NullableSeries } from './gap.ts';

/**
 * Cash position at the end of each year and the bridging it takes: opening + Σ (inflow − outflow), and
 * max(0, −lowest position). Unknown from the first year whose figures are unknown. kr.
 */
export function liquidityPosition(
	net: NullableSeries,
	opening: Decimal = ZERO
): { readonly position: NullableSeries; readonly peakBridging: Decimal | null } {
	let cumulative: Decimal | null = opening;
	let lowest = opening;
	const position = net.map((change) => {
		cumulative = cumulative === null || change === null ? null : cumulative.plus(change);
		if (cumulative?.lt(lowest)) lowest = cumulative;
		return cumulative;
	});
	return { position, peakBridging: cumulative === null ? null : max(ZERO, lowest.neg()) };
}

/** Net cash per year: what comes in less what goes out. */
export function netCash(inflow: Series, outflow: Series): Decimal[] {
	return inflow.map((received, index) => received.minus(at(outflow, index)));
}

/** What must be borrowed while waiting, at the end of each year, and a year's interest on it; kr. */
export type Bridging = { readonly bridge: NullableSeries; readonly interest: NullableSeries };

/** max(0, −position) at the end of each year, and that times the rate: what it costs to owe it for a year. */
export function bridging(position: NullableSeries, rate: Decimal): Bridging {
	const bridge = position.map((value) => value && max(ZERO, value.neg()));
	return { bridge, interest: bridge.map((owed) => owed && owed.times(rate)) };
}
