import { createHash } from 'node:crypto';
import type { AidRule } from '../../core/plan/funding-rules.ts';
import { fieldChanges, type FieldChange } from '../../core/plan/changes.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { withoutPeople } from '../../core/plan/public.ts';
import { comparedFigures, headlineTarget } from '../../core/portfolio/compare.ts';
import { evaluate } from '../../core/portfolio/evaluate.ts';
import { evaluationJson } from '../../core/portfolio/evaluation-json.ts';
import { keptFigures, type KeptFigures } from '../../core/portfolio/kept-figures.ts';
import type { Deciding } from '../../input/forms/decision-form.ts';
import { programme } from '../../input/plan-file/funding-schema.ts';
import { readPlanFile } from '../../input/plan-file/read.ts';
import { planFileOf, programmeFileOf } from '../../input/plan-file/write.ts';
import type { RiskFile } from '../work/risk-task.ts';

/**
 * A portfolio frozen for a decision: the whole plan with every assumption, the terms of the programmes that it names, and
 * what the method made of it that day. It names no person.
 */
export type DecisionDocument = {
	readonly format: 'klimatportfolj-decision';
	readonly version: 1;
	/** No two decisions are the same text. */
	readonly id: string;
	readonly caseNumber: string;
	readonly body: Deciding;
	/** The day on which it was frozen. */
	readonly day: string;
	readonly plan: { readonly id: string; readonly version: number; readonly name: string };
	readonly portfolio: { readonly id: string; readonly name: string };
	/** The target that the figures are held against; null: the plan has none. */
	readonly target: FrozenTarget | null;
	readonly figures: KeptFigures;
	readonly evaluation: unknown;
	/** How the figures spread, as it was reckoned of this state of the plan; null: it was not. */
	readonly risk: RiskFile | null;
	readonly programmes: readonly unknown[];
	readonly aidRules: readonly AidRule[];
	readonly planFile: unknown;
};

export type FrozenTarget = {
	readonly id: string;
	readonly name: string;
	readonly year: number;
	readonly gas: string;
	readonly scope: string;
	/** The level that it allows. */
	readonly tonnes: string | null;
};

/** What tells a target from another of its name. */
export function frozenTarget(target: Plan['targets'][number]): FrozenTarget {
	const { id, name, targetYear: year, gas, scope, targetTonnes } = target;
	return { id, name, year, gas, scope, tonnes: targetTonnes?.toString() ?? null };
}

type Frozen = Pick<DecisionDocument, 'id' | 'caseNumber' | 'body' | 'day' | 'risk'> & {
	readonly planId: string;
	readonly planVersion: number;
};

/** The text of a decision on a portfolio of the plan. Throws DomainError `unknown-portfolio`. */
export function writeDecision(plan: Plan, portfolioId: string, frozen: Frozen): string {
	const evaluation = evaluate(plan, portfolioId);
	const portfolio = plan.portfolios.find(({ id }) => id === portfolioId);
	if (!portfolio) throw new TypeError(`No portfolio ${portfolioId}.`);
	const target = headlineTarget(plan);
	const document: DecisionDocument = {
		format: 'klimatportfolj-decision',
		version: 1,
		id: frozen.id,
		caseNumber: frozen.caseNumber,
		body: frozen.body,
		day: frozen.day,
		plan: { id: frozen.planId, version: frozen.planVersion, name: plan.settings.name },
		portfolio: { id: portfolio.id, name: portfolio.name },
		target: target && frozenTarget(target),
		figures: keptFigures(comparedFigures(plan, portfolio, evaluation, target?.id ?? null)),
		evaluation: evaluationJson(evaluation),
		risk: frozen.risk,
		programmes: plan.programmes.filter(({ origin }) => origin === 'catalogue').map(programmeFileOf),
		aidRules: plan.aidRules ?? [],
		planFile: planFileOf(withoutPeople(plan))
	};
	return `${JSON.stringify(document, null, 1)}\n`;
}

/** SHA-256 of the text, in hex: what `sha256sum` says of the downloaded file. */
export function decisionHash(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** A frozen decision with its plan; null: this program can no longer read it as a plan. Throws SyntaxError for no JSON. */
export function readDecision(text: string): {
	readonly document: DecisionDocument;
	readonly plan: Plan | null;
} {
	const document = JSON.parse(text) as DecisionDocument;
	const terms = document.programmes.map((one) => programme.safeParse(one));
	if (!terms.every((one) => one.success)) return { document, plan: null };
	const programmes = new Map(
		terms.map(({ data }) => [data.id, { origin: 'catalogue' as const, ...data }])
	);
	const read = readPlanFile(JSON.stringify(document.planFile), {
		programmes,
		aidRules: document.aidRules
	});
	return { document, plan: read.kind === 'problems' ? null : read.plan };
}

/** What today's method makes of a frozen plan otherwise than the method of its day. */
export function methodChanges({ document, plan }: ReturnType<typeof readDecision>): {
	readonly figures: KeptFigures;
	readonly changes: readonly FieldChange[];
} | null {
	const portfolio = plan?.portfolios.find(({ id }) => id === document.portfolio.id);
	if (!plan || !portfolio) return null;
	const evaluation = evaluate(plan, portfolio.id);
	const now: unknown = JSON.parse(JSON.stringify(evaluationJson(evaluation)));
	const figures = keptFigures(
		comparedFigures(plan, portfolio, evaluation, document.target?.id ?? null)
	);
	return {
		figures,
		changes: [...fieldChanges(document.evaluation, now), ...fieldChanges(document.figures, figures)]
	};
}
