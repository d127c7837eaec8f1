import type { Plan } from '../../plan/plan.ts';
import { evaluate } from '../evaluate.ts';
import { awardFigures } from './awards.ts';
import { capacityFigures } from './capacity.ts';
import { coverageFigures } from './coverage.ts';
import { compareFigures } from './compare.ts';
import { costFigures } from './costs.ts';
import { countedFigures } from './counted.ts';
import { creditFigures } from './credits.ts';
import { effectFigures } from './effects.ts';
import { segmentsOf, type Explained } from './explained.ts';
import { fundingFigures } from './funding.ts';
import { inventoryFigures } from './inventory.ts';
import { cashFigures } from './cash.ts';
import { liquidityFigures } from './liquidity.ts';
import { datedFigures } from './dated-values.ts';
import { gapFigures } from './gaps.ts';
import { netCostFigures } from './net-cost.ts';
import { maccFigures } from './macc.ts';
import { measureFigures } from './measures.ts';
import { operatingFigures } from './operating.ts';
import { payerFigures } from './payers.ts';
import { referenceFigures } from './reference.ts';
import { targetFigures } from './targets.ts';
import { scopeOf, unknownFigure, type Figures, type Scope, type ScopeBase } from './scope.ts';

const figures: Figures = {
	...costFigures,
	...netCostFigures,
	...effectFigures,
	...datedFigures,
	...creditFigures,
	...measureFigures,
	...fundingFigures,
	...countedFigures,
	...gapFigures,
	...awardFigures,
	...capacityFigures,
	...payerFigures,
	...operatingFigures,
	...cashFigures,
	...liquidityFigures,
	...referenceFigures,
	...targetFigures,
	...inventoryFigures,
	...maccFigures,
	...compareFigures,
	...coverageFigures
};

/** Explains the figures of one portfolio; asked twice it gives the same node, as long as it lives. */
export type Explainer = (figure: string) => Explained;

/** Throws DomainError `unknown-figure` for an address that the portfolio has not. */
export function explainer(base: ScopeBase): Explainer {
	const made = new Map<string, Explained>();
	const find = (figure: string): Explained => {
		const known = made.get(figure);
		if (known) return known;
		const [name = '', ...args] = segmentsOf(figure);
		const explain = Object.hasOwn(figures, name) ? figures[name] : undefined;
		const node = explain?.(scope, args) ?? null;
		if (!node) throw unknownFigure(figure);
		made.set(figure, node);
		return node;
	};
	const scope: Scope = { ...base, find };
	return find;
}

/** How a figure of a portfolio comes about, down to what somebody typed. */
export function explain(plan: Plan, portfolioId: string, figure: string): Explained {
	return explainer(scopeOf(plan, evaluate(plan, portfolioId)))(figure);
}
