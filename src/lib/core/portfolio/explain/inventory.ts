import {
	ACHIEVED_PACE,
	CHANGE,
	COMPOUND_RATE,
	SHARE,
	SHARE_OF_CUT
} from '../../emissions/formulas.ts';
import { checkedShares, inventoryTable, type InventoryColumn } from '../../emissions/inventory.ts';
import { FOREIGN_TRANSPORT } from '../../emissions/reference.ts';
import { pace, type Pace } from '../../emissions/pace.ts';
import type { Gas, InventoryRow, Target } from '../../plan/plan.ts';
import { QUOTIENT, SUM } from '../../sums.ts';
import { sectorName } from '../../words.ts';
import { derived, figureOf, given, text, typed, type Explained } from './explained.ts';
import { changeNode, gasOf, inventoryKey } from './reference.ts';
import { levelNode } from './targets.ts';
import type { Figures, Scope } from './scope.ts';

const TOTAL = 'total';

function rowNode(scope: Scope, row: InventoryRow): Explained {
	const node = typed(
		text(
			`Utsläpp ${row.year}, ${sectorName(row.sector).sv}, ${row.gas}`,
			`Emissions ${row.year}, ${sectorName(row.sector).en}, ${row.gas}`
		),
		't',
		row.tonnes,
		{
			part: 'inventory',
			id: null,
			field: `${inventoryKey(scope.plan, row)}.tonnes`,
			source: row.source,
			confidence: row.confidence,
			vintage: row.vintage
		}
	);
	return { ...node, figure: figureOf('inventory', row.gas, row.vintage, row.year, row.sector) };
}

function columnOf(scope: Scope, gas: Gas, vintage: string | undefined, year: string | undefined) {
	return inventoryTable(scope.plan, gas).columns.find(
		(one) => one.vintage === vintage && String(one.year) === year
	);
}

function totalNode(scope: Scope, gas: Gas, column: InventoryColumn): Explained {
	const rows = scope.plan.inventory.filter(
		(row) => row.gas === gas && row.vintage === column.vintage && row.year === column.year
	);
	const stated = rows.find(({ sector }) => sector === TOTAL);
	if (stated) return rowNode(scope, stated);
	const summed = rows.filter(({ sector }) => sector !== TOTAL && sector !== FOREIGN_TRANSPORT);
	return derived({
		figure: figureOf('inventory', gas, column.vintage, column.year, TOTAL),
		label: text(`Utsläpp ${column.year}, summa, ${gas}`, `Emissions ${column.year}, sum, ${gas}`),
		unit: 't',
		value: column.total,
		formula: SUM,
		inputs: () => summed.map((row) => rowNode(scope, row))
	});
}

function targetOf(scope: Scope, id: string | undefined): { target: Target; own: Pace } | null {
	const target = scope.plan.targets.find((one) => one.id === id);
	const own = target && pace(scope.plan, target);
	return target && own ? { target, own } : null;
}

/** A total of the inventory as the pace of a target reads it. */
function paceTotal(
	scope: Scope,
	target: Target,
	year: number,
	tonnes: Pace['base']['tonnes'],
	vintage?: string
): Explained {
	const rows = scope.plan.inventory.filter(
		(row) =>
			row.sector === TOTAL && row.gas === target.gas && row.year === year && row.tonnes.eq(tonnes)
	);
	const row = rows.find((one) => one.vintage === vintage) ?? rows[0];
	if (row) return rowNode(scope, row);
	return typed(text(`Utsläpp ${year}`, `Emissions ${year}`), 't', tonnes, {
		part: 'targets',
		id: null,
		field: `${target.id}.baseTonnes`,
		source: target.source,
		confidence: target.confidence
	});
}

function paceNode(scope: Scope, target: Target, own: Pace, key: string): Explained | null {
	const base = () => paceTotal(scope, target, own.base.year, own.base.tonnes);
	const latest = () =>
		paceTotal(scope, target, own.latest.year, own.latest.tonnes, own.latest.vintage);
	const level = () => levelNode(target);
	const since = () =>
		given(text('År mellan dem', 'Years between them'), 'years', own.latest.year - own.base.year);
	const left = () =>
		given(
			text('År kvar till målåret', 'Years left to the target year'),
			'years',
			target.targetYear - own.latest.year
		);
	const figure = figureOf('pace', target.id, key);
	const named = (sv: string, en: string) => text(`${sv}: ${target.name}`, `${en}: ${target.name}`);
	switch (key) {
		case 'base':
			return base();
		case 'latest':
			return latest();
		case 'change':
			return derived({
				figure,
				label: named('Förändring sedan basåret', 'Change since the base year'),
				unit: 'share',
				value: own.change,
				formula: CHANGE,
				inputs: () => [latest(), base()]
			});
		case 'done':
			return derived({
				figure,
				label: named('Andel av minskningen', 'Share of the cut'),
				unit: 'share',
				value: own.done,
				formula: SHARE_OF_CUT,
				inputs: () => [
					derived({
						label: text('Minskat hittills', 'Cut so far'),
						unit: 't',
						value: own.base.tonnes.minus(own.latest.tonnes),
						formula: { ...ACHIEVED_PACE, compute: ([a, b]) => (a && b ? a.minus(b) : null) },
						inputs: () => [base(), latest()]
					}),
					base(),
					level()
				]
			});
		case 'achieved':
			return derived({
				figure,
				label: named('Takt hittills', 'Pace so far'),
				unit: 't/year',
				value: own.achieved,
				formula: ACHIEVED_PACE,
				inputs: () => [base(), latest(), since()]
			});
		case 'needed':
			return derived({
				figure,
				label: named('Takt som behövs', 'Pace needed'),
				unit: 't/year',
				value: own.needed,
				formula: ACHIEVED_PACE,
				inputs: () => [latest(), level(), left()]
			});
		case 'achievedRate':
			return derived({
				figure,
				label: named('Årlig minskning hittills', 'Yearly cut so far'),
				unit: 'share',
				value: own.achievedRate,
				formula: COMPOUND_RATE,
				inputs: () => [latest(), base(), since()]
			});
		case 'neededRate':
			return derived({
				figure,
				label: named('Årlig minskning som behövs', 'Yearly cut needed'),
				unit: 'share',
				value: own.neededRate,
				formula: COMPOUND_RATE,
				inputs: () => [level(), latest(), left()]
			});
		case 'ratio':
			return derived({
				figure,
				label: named('Takt som behövs mot takt hittills', 'Pace needed against pace so far'),
				unit: 'factor',
				value: own.ratio,
				formula: QUOTIENT,
				inputs: () => [
					scope.find(figureOf('pace', target.id, 'needed')),
					scope.find(figureOf('pace', target.id, 'achieved'))
				]
			});
		default:
			return null;
	}
}

/** The inventory, its changes and shares, reference paths, and the pace of targets. */
export const inventoryFigures: Figures = {
	inventory: (scope, [gasName, vintage, year, sector]) => {
		const gas = gasOf(gasName);
		const column = gas && columnOf(scope, gas, vintage, year);
		if (!gas || !column) return null;
		if (sector === TOTAL) return totalNode(scope, gas, column);
		const row = scope.plan.inventory.find(
			(one) =>
				one.gas === gas &&
				one.vintage === vintage &&
				String(one.year) === year &&
				one.sector === sector
		);
		return row ? rowNode(scope, row) : null;
	},
	inventoryChange: (scope, [gasName, vintage, year]) => {
		const gas = gasOf(gasName);
		const column = gas && columnOf(scope, gas, vintage, year);
		if (!gas || !column?.sinceBase) return null;
		const base = columnOf(scope, gas, vintage, String(column.sinceBase.year));
		return derived({
			figure: figureOf('inventoryChange', gas, column.vintage, column.year),
			label: text(
				`Förändring sedan ${column.sinceBase.year}, ${gas}`,
				`Change since ${column.sinceBase.year}, ${gas}`
			),
			unit: 'share',
			value: column.sinceBase.change,
			formula: CHANGE,
			inputs: () => [totalNode(scope, gas, column), ...(base ? [totalNode(scope, gas, base)] : [])]
		});
	},
	computedShare: (scope, [place]) => {
		const share = checkedShares(scope.plan)[Number(place)];
		if (!share?.computed || share.year === null) return null;
		const { gas, sector, year, computed } = share;
		return derived({
			figure: figureOf('computedShare', place ?? ''),
			label: text(
				`Andel ${sectorName(sector).sv}, ${year}`,
				`Share of ${sectorName(sector).en}, ${year}`
			),
			unit: 'share',
			value: computed.share,
			formula: SHARE,
			inputs: () => [
				scope.find(figureOf('inventory', gas, computed.vintage, year, sector)),
				scope.find(figureOf('inventory', gas, computed.vintage, year, TOTAL))
			]
		});
	},
	yearlyChange: (scope, [sector]) => {
		const path = scope.plan.reference.find((one) => one.sector === sector);
		return path
			? { ...changeNode(scope.plan, path), figure: figureOf('yearlyChange', path.sector) }
			: null;
	},
	pace: (scope, [id, key]) => {
		const found = targetOf(scope, id);
		return found ? paceNode(scope, found.target, found.own, key ?? '') : null;
	}
};
