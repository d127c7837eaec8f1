import { quadrature } from '../abatement/quadrature.ts';
import { addTo, type PoolModel, type RiskModel } from './risk-model.ts';

/** Credits of every claim in a draw, in plain numbers: by pool and claim, per year; t. */
type PlainCredits = readonly (readonly Float64Array[])[];

/**
 * A function that gives the credits of a draw, by the same rules as `credits` has (METHODS §7 and §14, rule 10). Its arrays
 * are used anew for each draw.
 */
export function creditsOf(model: RiskModel): (draw: Float64Array) => PlainCredits {
	const credits = model.pools.map(({ claims }) => claims.map(() => new Float64Array(model.years)));
	const points = model.pools.map(({ claims }) => (model.isShapley ? pointsFor(claims.length) : []));
	const caps = model.caps.map(({ sector, emissions }) => ({
		emissions,
		uses: usesOf(model, sector, credits)
	}));
	return (draw) => {
		model.pools.forEach((pool, index) => {
			const own = credits[index] ?? [];
			claimInto(pool, draw, own);
			if (!pool.level) return;
			if (model.isShapley) shapley(pool.level, own, points[index] ?? []);
			else inOrder(pool.level, own);
		});
		for (const { emissions, uses } of caps) cap(uses, emissions, model.isShapley);
		return credits;
	};
}

type Point = { readonly t: number; readonly weight: number };

function pointsFor(claims: number): Point[] {
	return quadrature(Math.max(1, Math.ceil(claims / 2))).map(({ t, weight }) => ({
		t: Number(t),
		weight: Number(weight)
	}));
}

/** The credits of a sector in the order in which its measures are credited. */
function usesOf({ pools }: RiskModel, sector: string, credits: PlainCredits): Float64Array[] {
	return pools
		.flatMap((pool, index) =>
			pool.sector === sector
				? pool.claims.flatMap(({ measure }, place) => {
						const series = credits[index]?.[place];
						return series ? [{ measure, series }] : [];
					})
				: []
		)
		.sort((a, b) => a.measure - b.measure)
		.map(({ series }) => series);
}

/** What each claims as if alone. */
function claimInto({ claims }: PoolModel, draw: Float64Array, own: readonly Float64Array[]): void {
	claims.forEach(({ terms }, index) => {
		const series = own[index];
		if (!series) return;
		series.fill(0);
		for (const { factors, perYear } of terms) {
			const factor = (draw[factors[0]] ?? 1) * (draw[factors[1]] ?? 1);
			for (let year = 0; year < series.length; year++)
				series[year] = (series[year] ?? 0) + factor * (perYear[year] ?? 0);
		}
	});
}

/** Each takes its share of what those before it left. */
function inOrder(level: Float64Array, own: readonly Float64Array[]): void {
	for (let year = 0; year < level.length; year++) {
		const whole = level[year] ?? 0;
		let left = whole;
		for (const series of own) {
			const credit = whole <= 0 ? 0 : Math.min(1, (series[year] ?? 0) / whole) * left;
			series[year] = credit;
			left -= credit;
		}
	}
}

/** Each takes its mean over all orders; see `shapleyCredits`. */
function shapley(
	level: Float64Array,
	own: readonly Float64Array[],
	points: readonly Point[]
): void {
	for (let year = 0; year < level.length; year++) {
		const whole = level[year] ?? 0;
		const shares = own.map((series) => (whole <= 0 ? 0 : Math.min(1, (series[year] ?? 0) / whole)));
		const left = shares.map(() => 0);
		for (const { t, weight } of points) {
			const after = shares.map(() => 1);
			for (let k = shares.length - 2; k >= 0; k--)
				after[k] = (after[k + 1] ?? 1) * (1 - t * (shares[k + 1] ?? 0));
			let before = weight;
			shares.forEach((share, k) => {
				left[k] = (left[k] ?? 0) + before * (after[k] ?? 1);
				before *= 1 - t * share;
			});
		}
		own.forEach((series, k) => (series[year] = whole * (shares[k] ?? 0) * (left[k] ?? 0)));
	}
}

/** Takes away what a sector's pools give beyond what it emits: from the last credited, or from all alike. */
function cap(uses: readonly Float64Array[], emissions: Float64Array, isShared: boolean): void {
	for (let year = 0; year < emissions.length; year++) {
		let left = emissions[year] ?? 0;
		const share = isShared ? sharedFactor(uses, year, left) : 1;
		for (const series of uses) {
			const credit = series[year] ?? 0;
			if (isShared) series[year] = credit > 0 ? credit * share : credit;
			else {
				series[year] = Math.min(credit, Math.max(0, left));
				left -= series[year] ?? 0;
			}
		}
	}
}

function sharedFactor(uses: readonly Float64Array[], year: number, emissions: number): number {
	let [cuts, added] = [0, 0];
	for (const series of uses) {
		const credit = series[year] ?? 0;
		if (credit > 0) cuts += credit;
		else added += credit;
	}
	return cuts === 0 ? 1 : Math.min(1, Math.max(0, emissions - added) / cuts);
}

/** Adds up credits per year. */
export function addCredits(total: Float64Array, series: Float64Array): void {
	for (let year = 0; year < total.length; year++) addTo(total, year, series[year] ?? 0);
}
