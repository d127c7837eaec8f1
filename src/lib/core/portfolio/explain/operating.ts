import { DRIFTGAP, OPERATING_EFFECT, TAX_ORE } from '../../funding/budget-formulas.ts';
import { certainties, type Certainty } from '../../funding/certainty.ts';
import { operatingGap } from '../../funding/operating-budget.ts';
import { depreciationYears } from '../../plan/placement.ts';
import { DIFFERENCE, SUM } from '../../sums.ts';
import { at } from '../../years.ts';
import { figureOf, text, typed, type Explained } from './explained.ts';
import { weightedNode } from './funding.ts';
import { yearAt, type Figures, type Scope } from './scope.ts';
import { series } from './series.ts';
import { assets, capitalPart, payingFor } from './capital-parts.ts';

export const PARTS = {
	depreciation: text('Avskrivning', 'Depreciation'),
	interest: text('Internränta, och lånens egen', 'Internal interest, and that of loans'),
	opex: text('Driftkostnader', 'Running costs'),
	saving: text('Besparingar', 'Savings'),
	revenue: text('Intäkter', 'Revenues'),
	grants: text('Bidrag till drift', 'Grants to running costs')
} as const;
const OF_LOANS = {
	depreciation: text('Varav avskrivning, lån och EPC', 'Of which depreciation, loans and EPC'),
	interest: text('Varav ränta, lån och EPC', 'Of which interest, loans and EPC')
} as const;
const RELIEVES: ReadonlySet<string> = new Set(['saving', 'revenue', 'grants']);
const SHOWN_WITH_MINUS = text(
	'I driftbudgetens tabell står beloppet med minus, eftersom det minskar kostnaden.',
	'In the table of the operating budget the amount has a minus, since it lowers the cost.'
);

type PartName = keyof typeof PARTS;

function certaintyOf(name: string | undefined): Certainty | null {
	return certainties.find((one) => one === name) ?? null;
}

function isPart(name: string | undefined): name is PartName {
	return name !== undefined && Object.hasOwn(PARTS, name);
}

/** Capital cost of a year by asset, year of spending and who pays. */
function capitalInputs(
	scope: Scope,
	certainty: Certainty,
	part: 'depreciation' | 'interest',
	index: number,
	onlyLoans: boolean
): readonly Explained[] {
	return assets(scope).flatMap((asset) => {
		const isLand = asset.item.costKind === 'land';
		const life = depreciationYears(asset.item, asset.measure.placed.measure) ?? 0;
		if (isLand && part === 'depreciation') return [];
		const paidBy = payingFor(scope, asset, certainty).filter(
			({ loan }) => loan !== null || !onlyLoans
		);
		return asset.perYear.flatMap((amount, spentAt) => {
			const k = index - spentAt;
			const isCarried = k >= 1 && !amount.isZero() && (isLand || k <= life);
			return isCarried
				? paidBy.map((paying) => capitalPart(scope, { asset, certainty, paying, spentAt }, part, k))
				: [];
		});
	});
}

function partInputs(
	scope: Scope,
	certainty: Certainty,
	part: PartName,
	index: number
): readonly Explained[] {
	const year = yearAt(scope, index);
	if (part === 'depreciation' || part === 'interest')
		return capitalInputs(scope, certainty, part, index, false);
	if (part === 'grants')
		return scope.flows
			.filter(
				({ item, perYear }) =>
					item.payer === 'municipality' && item.kind !== 'capex' && !at(perYear, index).isZero()
			)
			.map((flow) => weightedNode(scope, flow, certainty, index));
	return scope.measures.flatMap((measure) =>
		measure.flows.items
			.filter(
				({ item, perYear }) =>
					item.kind === part &&
					item.payer === 'municipality' &&
					perYear &&
					!at(perYear, index).isZero()
			)
			.map(({ item }) => scope.find(figureOf('ownCost', measure.placed.measure.id, item.id, year)))
	);
}

/** Effect on the operating budget in its parts, against the frame, and in tax. */
export const operatingFigures: Figures = {
	operating: (scope, [name, key, year]) => {
		const certainty = certaintyOf(name);
		if (!certainty) return null;
		const figures = scope.evaluation.operating[certainty];
		const path = ['operating', certainty, key ?? ''];
		const effect = (of: number) => scope.find(figureOf('operating', certainty, 'effect', of));
		if (isPart(key))
			return series(scope, year, {
				path,
				label: PARTS[key],
				unit: 'kr',
				perYear: figures.parts[key],
				formula: SUM,
				note: () => (RELIEVES.has(key) ? SHOWN_WITH_MINUS : null),
				inputs: (index) => partInputs(scope, certainty, key, index)
			});
		if (key === 'loanDepreciation' || key === 'loanInterest') {
			const part = key === 'loanInterest' ? 'interest' : 'depreciation';
			return series(scope, year, {
				path,
				label: OF_LOANS[part],
				unit: 'kr',
				perYear: figures.parts.loans[part],
				formula: SUM,
				inputs: (index) => capitalInputs(scope, certainty, part, index, true)
			});
		}
		if (key === 'effect')
			return series(scope, year, {
				path,
				label: text('Effekt på driftbudgeten', 'Effect on the operating budget'),
				unit: 'kr',
				perYear: figures.effectPerYear,
				formula: OPERATING_EFFECT,
				inputs: (_, of) =>
					Object.keys(PARTS).map((part) => scope.find(figureOf('operating', certainty, part, of)))
			});
		if (key === 'headroom')
			return series(scope, year, {
				path,
				label: text('Kvar av driftramen', 'Left of the operating frame'),
				unit: 'kr',
				perYear: figures.headroomPerYear,
				formula: DIFFERENCE,
				inputs: (_, of) => [scope.find(figureOf('frame', of)), effect(of)]
			});
		if (key === 'driftgap')
			return series(scope, year, {
				path,
				label: DRIFTGAP.name,
				unit: 'kr',
				perYear: operatingGap(figures.effectPerYear, figures.headroomPerYear),
				formula: DRIFTGAP,
				inputs: (_, of) => [effect(of), scope.find(figureOf('frame', of))]
			});
		if (key !== 'taxOre' || year === undefined) return null;
		const { tax } = scope.plan;
		return series(scope, year, {
			path,
			label: TAX_ORE.name,
			unit: 'öre',
			perYear: figures.taxOrePerYear,
			formula: TAX_ORE,
			inputs: (_, of) => [
				effect(of),
				typed(
					text('En skattekrona ger per år', 'One krona of tax yields a year'),
					'kr',
					tax?.oneKronaYields ?? null,
					{
						part: 'tax',
						id: null,
						field: 'oneKronaYields',
						source: tax?.source ?? '',
						confidence: tax?.confidence ?? ''
					}
				)
			]
		});
	},
	driftgap: (scope, [year]) =>
		scope.find(figureOf('operating', 'secured', 'driftgap', ...(year === undefined ? [] : [year])))
};
