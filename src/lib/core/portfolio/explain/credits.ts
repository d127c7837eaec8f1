import { credits, type Credits } from '../../abatement/credits.ts';
import {
	SECTOR_CAP,
	SECTOR_CAP_SHARED,
	SEQUENTIAL_CREDIT,
	SHAPLEY_CREDIT
} from '../../abatement/formulas.ts';
import { ONE, ZERO, min, sum } from '../../decimal.ts';
import { REFERENCE } from '../../emissions/formulas.ts';
import { FOREIGN_TRANSPORT, sectorReference } from '../../emissions/reference.ts';
import { OWN_PART } from '../../funding/formulas.ts';
import type { Plan, Pool } from '../../plan/plan.ts';
import { DIFFERENCE, QUOTIENT, SUM } from '../../sums.ts';
import { at } from '../../years.ts';
import type { EvaluatedMeasure } from '../frame.ts';
import { inPool } from './effects.ts';
import { changeNode } from './reference.ts';
import { derived, figureOf, given, text, typed, type Explained } from './explained.ts';
import { indexOf, measureOf, nameOf, yearAt, type Figures, type Scope } from './scope.ts';
import { series } from './series.ts';
import { alreadyCredited, sharedInputs } from './sector-cap.ts';

/** Credits before the sector cap, by measure; the same as after it where the plan has no cap. */
const uncapped = new WeakMap<Scope, ReadonlyMap<string, Credits>>();

function beforeCap(scope: Scope): ReadonlyMap<string, Credits> {
	const made = uncapped.get(scope);
	if (made) return made;
	const { settings } = scope.plan;
	const without: Plan = {
		...scope.plan,
		settings: { ...settings, method: { ...settings.method, sectorCap: false } }
	};
	const all = credits(without, scope.inCreditOrder, scope.frame.horizon).measures;
	const byId = new Map(
		scope.inCreditOrder.flatMap(({ placed }, place): [string, Credits][] => {
			const own = all[place];
			return own ? [[placed.measure.id, own]] : [];
		})
	);
	uncapped.set(scope, byId);
	return byId;
}

function poolOf(scope: Scope, id: string | undefined): Pool | null {
	return scope.plan.pools.find((pool) => pool.id === id) ?? null;
}

function levelOf(scope: Scope, pool: Pool, index: number) {
	const level = scope.pools.find((use) => use.pool === pool)?.level;
	return level ? at(level, index) : null;
}

/** The measures that take from a pool, in the order in which they are credited. */
function usersOf(scope: Scope, pool: Pool): readonly EvaluatedMeasure[] {
	return scope.inCreditOrder.filter(({ abatement }) => abatement.byPool.has(pool.id));
}

function claimOf({ placed, abatement }: EvaluatedMeasure, pool: Pool, index: number) {
	return at(abatement.byPool.get(pool.id) ?? [], index).times(placed.ownShare);
}

function claimNode(scope: Scope, measure: EvaluatedMeasure, pool: Pool, index: number): Explained {
	const { id } = measure.placed.measure;
	return derived({
		label: text(
			`${id}: kommunens del av effekten i ${pool.id}`,
			`${id}: own share of the effect in ${pool.id}`
		),
		unit: 't',
		value: claimOf(measure, pool, index),
		formula: OWN_PART,
		inputs: () => [inPool(scope, measure, pool.id, index), scope.find(figureOf('ownShare', id))]
	});
}

/** What is left of a pool when a measure takes its part. */
function remainingNode(
	scope: Scope,
	measure: EvaluatedMeasure,
	pool: Pool,
	index: number
): Explained {
	const users = usersOf(scope, pool);
	const before = users.slice(0, users.indexOf(measure));
	const year = yearAt(scope, index);
	const level = levelOf(scope, pool, index) ?? ZERO;
	const taken = before.map((one) => rawCredit(scope, one, pool, index));
	return derived({
		label: text(`Kvar i posten ${pool.id}`, `Left in pool ${pool.id}`),
		unit: 't',
		value: level.minus(sum(taken)),
		formula: DIFFERENCE,
		inputs: () => [
			scope.find(figureOf('pool', pool.id, year)),
			...before.map(({ placed }) =>
				scope.find(figureOf('rawCredit', pool.id, placed.measure.id, year))
			)
		]
	});
}

function rawCredit(scope: Scope, { placed }: EvaluatedMeasure, pool: Pool, index: number) {
	const own = beforeCap(scope).get(placed.measure.id);
	return at(own?.creditedByPool.get(pool.id) ?? [], index);
}

function creditInputs(
	scope: Scope,
	measure: EvaluatedMeasure,
	pool: Pool,
	index: number
): readonly Explained[] {
	const level = scope.find(figureOf('pool', pool.id, yearAt(scope, index)));
	const isShapley = scope.plan.settings.method.credit === 'shapley';
	if (!isShapley)
		return [
			claimNode(scope, measure, pool, index),
			level,
			remainingNode(scope, measure, pool, index)
		];
	const others = usersOf(scope, pool).filter((one) => one !== measure);
	return [level, ...[measure, ...others].map((one) => shareNode(scope, one, pool, index))];
}

function shareNode(scope: Scope, measure: EvaluatedMeasure, pool: Pool, index: number): Explained {
	const level = levelOf(scope, pool, index) ?? ZERO;
	const { id } = measure.placed.measure;
	const claim = claimOf(measure, pool, index);
	return derived({
		label: text(`${id}: andel av posten, högst 1`, `${id}: share of the pool, at most 1`),
		unit: 'share',
		value: level.gt(0) ? min(ONE, claim.div(level)) : ZERO,
		formula: { ...QUOTIENT, compute: ([a, b]) => (a && b?.gt(0) ? min(ONE, a.div(b)) : ZERO) },
		inputs: () => [
			claimNode(scope, measure, pool, index),
			scope.find(figureOf('pool', pool.id, yearAt(scope, index)))
		]
	});
}

/** How measures that overlap are credited. */
export const creditFigures: Figures = {
	pool: (scope, [poolId, year]) => {
		const pool = poolOf(scope, poolId);
		const index = indexOf(scope, year);
		if (!pool || index < 0) return null;
		const of = yearAt(scope, index);
		const path = scope.plan.reference.find(({ sector }) => sector === pool.sector);
		return derived({
			figure: figureOf('pool', pool.id, of),
			label: text(`Posten ${pool.id}, ${of}`, `Pool ${pool.id}, ${of}`),
			unit: 't',
			value: levelOf(scope, pool, index),
			formula: REFERENCE,
			inputs: () => [
				typed(
					text(`Posten ${pool.id}, ${pool.baseYear}`, `Pool ${pool.id}, ${pool.baseYear}`),
					't',
					pool.tonnes,
					{
						part: 'pools',
						id: null,
						field: `${pool.id}.tonnes`,
						source: pool.source,
						confidence: ''
					}
				),
				changeNode(scope.plan, path),
				given(
					text(`År sedan ${pool.baseYear}`, `Years since ${pool.baseYear}`),
					'years',
					of - pool.baseYear
				)
			]
		});
	},
	/** Before a sector cap. */
	rawCredit: (scope, [poolId, measureId, year]) => {
		const [pool, measure] = [poolOf(scope, poolId), measureOf(scope, measureId)];
		if (!pool || !measure?.abatement.byPool.has(pool.id)) return null;
		const { id } = measure.placed.measure;
		const isShared = pool.tonnes !== null;
		const isShapley = scope.plan.settings.method.credit === 'shapley';
		return series(scope, year, {
			path: ['rawCredit', pool.id, id],
			label: text(`${id}: tillräknat ur ${pool.id}`, `${id}: credited from ${pool.id}`),
			unit: 't',
			perYear: scope.frame.years.map((_, index) => rawCredit(scope, measure, pool, index)),
			formula: !isShared ? SUM : isShapley ? SHAPLEY_CREDIT : SEQUENTIAL_CREDIT,
			note: () =>
				isShared
					? null
					: text(
							'Postens storlek är okänd, så ingen överlappning räknas.',
							'The size of the pool is unknown, so no overlap is counted.'
						),
			inputs: (index) =>
				isShared
					? creditInputs(scope, measure, pool, index)
					: [claimNode(scope, measure, pool, index)]
		});
	},
	credit: (scope, [poolId, measureId, year]) => {
		const [pool, measure] = [poolOf(scope, poolId), measureOf(scope, measureId)];
		const credited = pool && measure?.credits.creditedByPool.get(pool.id);
		if (!pool || !measure || !credited) return null;
		const { id } = measure.placed.measure;
		const path = scope.plan.reference.find(({ sector }) => sector === pool.sector);
		const isShapley = scope.plan.settings.method.credit === 'shapley';
		const cap =
			scope.plan.settings.method.sectorCap && path && path.sector !== FOREIGN_TRANSPORT
				? sectorReference(scope.plan, path, scope.frame.horizon)
				: null;
		if (!cap || !path)
			return scope.find(figureOf('rawCredit', pool.id, id, ...(year === undefined ? [] : [year])));
		return series(scope, year, {
			path: ['credit', pool.id, id],
			label: text(
				`${id}: tillräknat ur ${pool.id}, högst sektorns utsläpp`,
				`${id}: credited from ${pool.id}, at most the sector’s emissions`
			),
			unit: 't',
			perYear: credited,
			formula: isShapley ? SECTOR_CAP_SHARED : SECTOR_CAP,
			inputs: (index, of) =>
				isShapley
					? sharedInputs(scope, measure, pool, index)
					: [
							scope.find(figureOf('rawCredit', pool.id, id, of)),
							scope.find(figureOf('sectorReference', path.sector, of)),
							alreadyCredited(scope, measure, pool, index)
						]
		});
	},
	credited: (scope, [measureId, year]) => {
		const measure = measureOf(scope, measureId);
		if (!measure) return null;
		const { id } = measure.placed.measure;
		const { isKnown } = measure.abatement;
		const name = nameOf(measure.placed.measure);
		return series(scope, year, {
			path: ['credited', id],
			label: text(`Tillräknad minskning, ${name.sv}`, `Credited tonnes, ${name.en}`),
			unit: 't',
			perYear: scope.frame.years.map((_, index) =>
				isKnown ? at(measure.credits.credited, index) : null
			),
			formula: SUM,
			inputs: (_, of) =>
				isKnown
					? [...measure.credits.creditedByPool.keys()].map((pool) =>
							scope.find(figureOf('credit', pool, id, of))
						)
					: [scope.find(figureOf('abatement', id, of))]
		});
	}
};
