import { sum, type Decimal } from '$lib/core/decimal';
import type { FormValues } from '$lib/input/forms/field-reader';
import type { Evaluation } from '$lib/core/portfolio/evaluation';
import { readMeasureForm } from '$lib/input/forms/measure-form';
import { readPortfolioForm } from '$lib/input/forms/portfolio-form';
import { revived, whatIf, type Replacements, type WorkingCopy } from '$lib/input/plan-file/what-if';
import { valuesIn } from '../form/form-context';

export type LiveFigure =
	'need' | 'secured' | 'expected' | 'planned' | 'netCost' | 'tonnes' | 'costPerTonne';

/** The figures that a change moves; a measure outside the portfolio has none of its own. */
export type LiveFigures = Readonly<Partial<Record<LiveFigure, Decimal | null>>>;

/** No figures: a field of the values that cannot be read, or (null) a rule of the plan that is broken. */
export type Unread = { readonly field: string | null; readonly values: FormValues };

/** What is computed for a form: from the plan as saved, and with what stands in the form. */
export type LiveForm = {
	readonly saved: (copy: WorkingCopy) => LiveFigures | null;
	readonly typed: (copy: WorkingCopy, form: HTMLFormElement) => LiveFigures | Unread;
};

export async function fetchCopy(planId: string): Promise<WorkingCopy> {
	const response = await fetch(`/plans/${planId}/working-copy`);
	return revived((await response.json()) as WorkingCopy);
}

export function measureLive(portfolioId: string, measureId: string): LiveForm {
	return {
		saved: (copy) => measureFigures(whatIf(copy, portfolioId, {}), measureId),
		typed(copy, form) {
			const { file, funding, errors, values } = readMeasureForm(valuesIn(form));
			const [field] = Object.keys(errors);
			if (field !== undefined) return { field, values };
			const lines = funding.map((line, row) => ({
				...line,
				id: line.id || `new-${row}`,
				measure: measureId
			}));
			const sent = new Set(lines.map(({ id }) => id));
			const gone = linesOf(copy, measureId).filter((id) => !sent.has(id));
			const replacements = { measures: [{ ...file, id: measureId }], funding: lines };
			const without = new Set(gone.map((id) => `funding ${id}`));
			const evaluation = whatIf(copy, portfolioId, replacements, without);
			return measureFigures(evaluation, measureId) ?? { field: null, values };
		}
	};
}

/** Id that a new portfolio is computed under; the real one comes when it is saved. */
const NEW = 'new';

export function portfolioLive(portfolioId: string | null): LiveForm {
	const id = portfolioId ?? NEW;
	return {
		saved: (copy) => (portfolioId === null ? null : portfolioFigures(whatIf(copy, id, {}))),
		typed(copy, form) {
			const { file, errors, values } = readPortfolioForm(valuesIn(form));
			const [field] = Object.keys(errors).filter((name) => name !== 'name');
			if (field !== undefined) return { field, values };
			const portfolios: Replacements['portfolios'] = [{ ...file, id }];
			return portfolioFigures(whatIf(copy, id, { portfolios })) ?? { field: null, values };
		}
	};
}

function linesOf(copy: WorkingCopy, measureId: string): string[] {
	const { funding } = copy.file as { funding: readonly { id: string; measure: string }[] };
	return funding.filter(({ measure }) => measure === measureId).map(({ id }) => id);
}

function gaps({ gap }: Evaluation) {
	return {
		secured: gap.secured.total,
		expected: gap.expected.total,
		planned: gap.planned.total
	};
}

function measureFigures(evaluation: Evaluation | null, measureId: string): LiveFigures | null {
	if (!evaluation) return null;
	const own = evaluation.measures.find(({ id }) => id === measureId);
	if (!own) return gaps(evaluation);
	const { netCost, tonnes, costPerTonne } = own;
	return { ...gaps(evaluation), netCost, tonnes, costPerTonne };
}

function portfolioFigures(evaluation: Evaluation | null): LiveFigures | null {
	if (!evaluation) return null;
	const tonnes = sum(evaluation.creditedAllPoolsPerYear);
	return { need: evaluation.need.total, ...gaps(evaluation), tonnes };
}
