import type { Decimal } from '$lib/core/decimal';
import type { Evaluation } from '$lib/core/portfolio/evaluation';
import { readMeasureForm } from '$lib/input/forms/measure-form';
import { revived, whatIf, type WorkingCopy } from '$lib/input/plan-file/what-if';

/** The figures that a change of a measure moves: the portfolio's gaps and the measure's own. */
export type LiveFigures = {
	readonly isInPortfolio: boolean;
	readonly secured: Decimal | null;
	readonly expected: Decimal | null;
	readonly planned: Decimal | null;
	readonly netCost: Decimal | null;
	readonly tonnes: Decimal | null;
	readonly costPerTonne: Decimal | null;
};

/** No figures: a field that cannot be read, or (null) a rule of the plan that is broken. */
export type Unread = { readonly field: string | null };

export async function fetchCopy(planId: string): Promise<WorkingCopy> {
	const response = await fetch(`/plans/${planId}/working-copy`);
	return revived((await response.json()) as WorkingCopy);
}

/** Figures as saved. */
export function savedFigures(copy: WorkingCopy, portfolioId: string, measureId: string) {
	return figuresOf(whatIf(copy, portfolioId, {}), measureId);
}

/** Figures with what stands in the form, or what stands in the way of them. */
export function typedFigures(
	copy: WorkingCopy,
	portfolioId: string,
	measureId: string,
	form: HTMLFormElement
): LiveFigures | Unread {
	const typed: Record<string, string> = {};
	for (const [name, value] of new FormData(form))
		if (typeof value === 'string') typed[name] = value;
	const { file, funding, errors } = readMeasureForm(typed);
	const [field] = Object.keys(errors);
	if (field !== undefined) return { field };
	const lines = funding.map((line, row) => ({
		...line,
		id: line.id || `new-${row}`,
		measure: measureId
	}));
	const gone = linesOf(copy, measureId).filter((id) => !lines.some((line) => line.id === id));
	const replacements = { measures: [{ ...file, id: measureId }], funding: lines };
	const without = new Set(gone.map((id) => `funding ${id}`));
	const figures = figuresOf(whatIf(copy, portfolioId, replacements, without), measureId);
	return figures ?? { field: null };
}

function linesOf(copy: WorkingCopy, measureId: string): string[] {
	const { funding } = copy.file as { funding: readonly { id: string; measure: string }[] };
	return funding.filter(({ measure }) => measure === measureId).map(({ id }) => id);
}

function figuresOf(evaluation: Evaluation | null, measureId: string): LiveFigures | null {
	if (!evaluation) return null;
	const own = evaluation.measures.find(({ id }) => id === measureId);
	return {
		isInPortfolio: own !== undefined,
		secured: evaluation.gap.secured.total,
		expected: evaluation.gap.expected.total,
		planned: evaluation.gap.planned.total,
		netCost: own?.netCost ?? null,
		tonnes: own?.tonnes ?? null,
		costPerTonne: own?.costPerTonne ?? null
	};
}
