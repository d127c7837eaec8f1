import { curve, expectedShortfall, interpolated } from './plain-parts.ts';
import type { PlainPlan } from './plain-plan.ts';

/**
 * The arithmetic of evaluate() in plain numbers, for a plan with one portfolio of all its measures: the reference that the
 * bench divides by. It computes the same results in the most direct way and makes no warnings.
 */
export function plainEvaluate(plan: PlainPlan) {
	const { firstYear, lastYear } = plan;
	const count = lastYear - firstYear + 1;
	const years = Array.from({ length: count }, (_, t) => firstYear + t);
	const zeros = () => new Array<number>(count).fill(0);
	const discount = years.map((_, t) => (1 + plan.discountRate) ** -t);
	const carbon = years.map(
		(_, t) => plan.carbonValue * (1 + plan.carbonGrowth) ** t * (discount[t] ?? 0)
	);
	const dot = (a: readonly number[], b: readonly number[]) =>
		a.reduce((sum, value, t) => sum + value * (b[t] ?? 0), 0);
	const total = (a: readonly number[]) => a.reduce((sum, value) => sum + value, 0);
	const add = (to: number[], from: readonly number[], factor = 1) => {
		for (let t = 0; t < count; t++) to[t] = (to[t] ?? 0) + factor * (from[t] ?? 0);
	};

	const factors = new Map(
		[...plan.factors].map(([carrier, points]) => [
			carrier,
			years.map((year) => interpolated(points, year))
		])
	);
	const ordered = [...plan.measures].sort(
		(a, b) => a.startYear - b.startYear || (a.id < b.id ? -1 : 1)
	);
	const measures = ordered.map((one) => {
		const net = zeros();
		let residual = 0;
		let capexTotal = 0;
		const items = one.costs.map((item) => {
			const flow = zeros();
			for (const { year, amount } of item.years)
				if (year >= firstYear && year <= lastYear)
					flow[year - firstYear] = (flow[year - firstYear] ?? 0) + amount;
			for (let year = Math.max(item.from, firstYear); year <= Math.min(item.to, lastYear); year++)
				flow[year - firstYear] =
					(flow[year - firstYear] ?? 0) + item.perYear * (1 + item.growth) ** (year - item.from);
			const isCost = item.kind === 'capex' || item.kind === 'opex';
			add(net, flow, isCost ? 1 : -1);
			if (item.kind === 'capex') {
				capexTotal += total(flow);
				flow.forEach((amount, t) => {
					if (item.isLand) residual += amount;
					else if (item.life) residual += amount * Math.max(0, 1 - (count - 1 - t) / item.life);
				});
			}
			return { item, flow };
		});
		net[count - 1] = (net[count - 1] ?? 0) - residual;
		const byPool = new Map<string, number[]>();
		for (const effect of one.effects) {
			const series = byPool.get(effect.pool) ?? zeros();
			const factor = effect.carrier === null ? null : factors.get(effect.carrier);
			for (
				let year = Math.max(effect.from, firstYear);
				year <= Math.min(effect.to, lastYear);
				year++
			) {
				const t = year - firstYear;
				const ramp = Math.min(1, (year - effect.from + 1) / effect.ramp);
				series[t] = (series[t] ?? 0) + effect.size * (factor ? (factor[t] ?? 0) : 1) * ramp;
			}
			byPool.set(effect.pool, series);
		}
		const tonnesPerYear = zeros();
		for (const series of byPool.values()) add(tonnesPerYear, series);
		const netCost = dot(net, discount);
		const tonnes = total(tonnesPerYear);
		const tonnesDiscounted = dot(tonnesPerYear, discount);
		return {
			one,
			items,
			byPool,
			netCost,
			capexTotal,
			residual,
			tonnes,
			tonnesDiscounted,
			costPerTonne: tonnes > 0 ? netCost / tonnesDiscounted : null,
			costPerTonneUndiscounted: tonnes > 0 ? netCost / tonnes : null,
			netBenefit: dot(tonnesPerYear, carbon) - netCost,
			standAlone: tonnesPerYear.map((value) => value * one.ownShare),
			credited: zeros()
		};
	});

	const emissions = { CO2: zeros(), CO2e: zeros() };
	for (const pool of plan.pools) {
		const path = plan.reference.find(({ sector }) => sector === pool.sector);
		const level = years.map((year) =>
			pool.tonnes === null
				? null
				: pool.tonnes * (path ? (1 + path.yearlyChange) ** (year - pool.baseYear) : 1)
		);
		const remaining = [...level];
		for (const measure of measures) {
			const series = measure.byPool.get(pool.id);
			if (!series) continue;
			for (let t = 0; t < count; t++) {
				const own = (series[t] ?? 0) * measure.one.ownShare;
				const [whole, left] = [level[t], remaining[t]];
				let credit = own;
				if (whole != null && left != null) {
					credit = whole <= 0 ? 0 : Math.min(1, own / whole) * left;
					remaining[t] = left - credit;
				}
				measure.credited[t] = (measure.credited[t] ?? 0) + credit;
				if (pool.sector === null || pool.sector === 'foreign-transport') continue;
				emissions.CO2e[t] = (emissions.CO2e[t] ?? 0) + credit;
				if (pool.gas === 'CO2') emissions.CO2[t] = (emissions.CO2[t] ?? 0) + credit;
			}
		}
	}
	const reference = { CO2: zeros(), CO2e: zeros() };
	for (const path of plan.reference) {
		if (path.sector === 'foreign-transport') continue;
		years.forEach((year, t) => {
			const tonnes = path.tonnes * (1 + path.yearlyChange) ** (year - path.baseYear);
			reference.CO2e[t] = (reference.CO2e[t] ?? 0) + tonnes;
			reference.CO2[t] = (reference.CO2[t] ?? 0) + tonnes * path.co2Share;
		});
	}
	const residual = {
		CO2: reference.CO2.map((tonnes, t) => tonnes - (emissions.CO2[t] ?? 0)),
		CO2e: reference.CO2e.map((tonnes, t) => tonnes - (emissions.CO2e[t] ?? 0))
	};
	const targets = plan.targets.map(({ gas, year, tonnes }) =>
		tonnes === null ? null : (residual[gas][year - firstYear] ?? 0) - tonnes
	);

	const macc = curve(
		measures
			.filter(({ tonnes, credited }) => tonnes > 0 && dot(credited, discount) > 0)
			.map((measure) => {
				const cost = measure.netCost * measure.one.ownShare;
				return {
					id: measure.one.id,
					cost,
					tonnes: total(measure.credited),
					discounted: dot(measure.credited, discount),
					benefit: dot(measure.credited, carbon) - cost
				};
			})
	);

	const need = zeros();
	const capex = zeros();
	const running = zeros();
	const byPayer = new Map<string, number>();
	for (const { one, items } of measures)
		for (const { item, flow } of items) {
			if (item.kind === 'capex') {
				add(capex, flow, one.ownShare);
				byPayer.set(item.payer, (byPayer.get(item.payer) ?? 0) + total(flow) * one.ownShare);
			}
			if (item.payer !== 'municipality') continue;
			if (item.kind === 'capex') add(need, flow, one.ownShare);
			else add(running, flow, item.kind === 'opex' ? one.ownShare : -one.ownShare);
		}
	const itemsByKey = new Map(
		measures.flatMap(({ one, items }) =>
			items.map(
				(entry) => [`${one.id} ${entry.item.id}`, { ...entry, ownShare: one.ownShare }] as const
			)
		)
	);
	const lines = plan.funding.flatMap((line) => {
		const owner = itemsByKey.get(`${line.measure} ${line.costItem}`);
		if (!owner || owner.item.payer !== 'municipality') return [];
		const flow = zeros();
		for (const { year, amount } of line.amounts)
			if (year >= firstYear && year <= lastYear)
				flow[year - firstYear] = (flow[year - firstYear] ?? 0) + amount * owner.ownShare;
		return [{ line, flow, isCapex: owner.item.kind === 'capex' }];
	});
	const weight = {
		secured: (p: number, s: boolean) => (s ? 1 : p * 0),
		expected: (p: number, s: boolean) => (s ? 1 : p),
		planned: () => 1
	};
	const funding = { secured: zeros(), expected: zeros(), planned: zeros() };
	const operating = { secured: zeros(), expected: zeros(), planned: zeros() };
	const securedAll = zeros();
	for (const certainty of ['secured', 'expected', 'planned'] as const) {
		const granted = new Map<string, number[]>();
		for (const { line, flow, isCapex } of lines) {
			const w = weight[certainty](line.probability, line.isSecured);
			if (isCapex) add(funding[certainty], flow, w);
			if (certainty === 'secured') add(securedAll, flow, w);
			const key = `${line.measure} ${line.costItem}`;
			const sum = granted.get(key) ?? zeros();
			add(sum, flow, w);
			granted.set(key, sum);
		}
		const effect = operating[certainty];
		for (const [key, { item, flow, ownShare }] of itemsByKey) {
			if (item.payer !== 'municipality') continue;
			const grants = granted.get(key);
			if (item.kind !== 'capex') {
				add(effect, flow, item.kind === 'opex' ? ownShare : -ownShare);
				if (grants) add(effect, grants, -1);
				continue;
			}
			const spent = total(flow) * ownShare;
			if (spent === 0 || (!item.isLand && !item.life)) continue;
			const kept = 1 - Math.min(1, grants ? total(grants) / spent : 0);
			flow.forEach((amount, x) => {
				if (amount === 0) return;
				const net = amount * ownShare * kept;
				for (let t = x + 1; t < count; t++) {
					const k = t - x;
					if (item.isLand) effect[t] = (effect[t] ?? 0) + plan.internalRate * net;
					else if (item.life && k <= item.life)
						effect[t] =
							(effect[t] ?? 0) +
							net / item.life +
							plan.internalRate * net * (1 - (k - 1) / item.life);
				}
			});
		}
	}
	const capacity = plan.budget.map(({ capacity }) => capacity);
	const gapAt = (money: readonly number[]) =>
		need.map((needed, t) => Math.max(0, needed - (capacity[t] ?? 0) - (money[t] ?? 0)));
	const gap = {
		secured: gapAt(funding.secured),
		planned: gapAt(funding.planned),
		atExpected: gapAt(funding.expected)
	};
	const uncertain = lines.filter(({ line, isCapex }) => isCapex && !line.isSecured);
	const expected = gap.secured.map((shortfall, t) =>
		expectedShortfall(
			shortfall,
			uncertain.flatMap(({ line, flow }) =>
				flow[t] ? [{ amount: flow[t], probability: line.probability }] : []
			)
		)
	);
	let cumulative = 0;
	let lowest = 0;
	const liquidity = years.map((_, t) => {
		const { capacity = 0, frame = 0 } = plan.budget[t] ?? {};
		const cash = capacity + frame + (securedAll[t] ?? 0) - (need[t] ?? 0) - (running[t] ?? 0);
		cumulative += cash;
		lowest = Math.min(lowest, cumulative);
		return cash;
	});
	return {
		capex,
		byPayer,
		needTotal: total(need),
		funding,
		operating,
		liquidity,
		peakBridging: -lowest,
		headroom: operating.secured.map((effect, t) => (plan.budget[t]?.frame ?? 0) - effect),
		gap,
		gapTotals: {
			secured: total(gap.secured),
			planned: total(gap.planned),
			expected: total(expected)
		},
		emissions,
		reference,
		residual,
		targets,
		measures,
		macc
	};
}
