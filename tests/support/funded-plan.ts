import { Decimal } from '../../src/lib/core/decimal.ts';
import {
	NO_CIRCUMSTANCES,
	type Circumstances
} from '../../src/lib/core/funding/eligibility/finding.ts';
import { findingsOf } from '../../src/lib/core/funding/eligibility/findings.ts';
import { stackingOf } from '../../src/lib/core/funding/stacking/stacking.ts';
import type { AidRule, RuleContent, Evidence } from '../../src/lib/core/plan/funding-rules.ts';
import { placedMeasures } from '../../src/lib/core/plan/placement.ts';
import type { FundingLine, Measure, OneOffCost, Plan } from '../../src/lib/core/plan/plan.ts';
import type { Programme } from '../../src/lib/core/plan/programme.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { evaluationJson } from '../../src/lib/core/portfolio/evaluation-json.ts';
import { examplePlan } from './large-plan.ts';
import { grantProgramme } from './random-programmes.ts';

/** Small plans of one measure, M, with one investment, c1, of a million kronor, for tests of funding rules. */

export const MILLION = new Decimal(1_000_000);
const SOURCED = { source: '', confidence: '' };

export type Content = RuleContent & Pick<Evidence, 'validFrom' | 'validTo'>;

/** A programme with these rules; its id is `p` unless told otherwise. */
export function programme(rules: readonly Content[], changes: Partial<Programme> = {}): Programme {
	return {
		...grantProgramme,
		id: 'p',
		...changes,
		rules: rules.map((rule) => ({
			...rule,
			source: 'https://example.org/rules',
			asOf: '2026-11',
			confidence: 'verified-from-source'
		}))
	};
}

export function line(amount: number, changes: Partial<FundingLine> = {}): FundingLine {
	return {
		id: 'F1',
		measure: 'M',
		costItem: 'c1',
		programme: 'p',
		status: 'planned',
		probability: new Decimal('0.5'),
		amounts: [{ year: 2027, amount: new Decimal(amount), currency: 'SEK' }],
		note: '',
		...SOURCED,
		...changes
	};
}

export const item: OneOffCost = {
	id: 'c1',
	timing: 'one-off',
	kind: 'capex',
	costKind: 'equipment',
	payer: 'municipality',
	amount: MILLION,
	years: [{ year: 2027, amount: MILLION }],
	depreciationYears: 10,
	basis: '',
	...SOURCED
};

export type Setting = {
	readonly programmes: readonly Programme[];
	readonly lines: readonly FundingLine[];
	readonly item?: Partial<OneOffCost>;
	readonly more?: readonly OneOffCost[];
	readonly measure?: Partial<Measure>;
	readonly municipality?: Partial<Plan['municipality']>;
	readonly aidRules?: readonly AidRule[];
	readonly euroRate?: Decimal | null;
};

export function planOf(setting: Setting): Plan {
	const example = examplePlan();
	const [first] = example.measures;
	if (!first) throw new Error('the example has measures');
	const measure: Measure = {
		...first,
		id: 'M',
		status: 'planned',
		startYear: 2027,
		lifetimeYears: 10,
		theme: 'energy',
		sector: null,
		jointWith: [],
		excludes: [],
		requires: [],
		effects: [],
		costs: [{ ...item, ...setting.item }, ...(setting.more ?? [])],
		...setting.measure
	};
	return {
		...example,
		settings: {
			...example.settings,
			euroRate: setting.euroRate === undefined ? new Decimal(11) : setting.euroRate
		},
		municipality: { ...example.municipality, ...setting.municipality },
		aidRules: setting.aidRules ?? [],
		programmes: setting.programmes,
		measures: [measure],
		funding: setting.lines,
		portfolios: [{ id: 'P', name: 'P', measures: ['M'], shift: {}, scale: {} }]
	};
}

/** What the rules of one pattern say of the first line: the worst of them. */
export function outcome(
	pattern: string,
	setting: Setting,
	circumstances: Partial<Circumstances> = {},
	id = 'F1'
): string {
	const plan = planOf(setting);
	const [portfolio] = plan.portfolios;
	if (!portfolio) throw new Error('a portfolio');
	const stacking = stackingOf(plan, placedMeasures(plan, portfolio));
	const place = stacking.claims.findIndex((claim) => claim.id === id);
	const found = findingsOf(stacking, place, { ...NO_CIRCUMSTANCES, plan, ...circumstances }).filter(
		({ rule }) => rule.pattern === pattern
	);
	const outcomes = new Set(found.map((one) => one.outcome));
	return (['failed', 'unknown', 'passed'] as const).find((one) => outcomes.has(one)) ?? 'nothing';
}

/** What counts of each line, kr, and the pattern that cut it. */
export function rulesIn(setting: Setting) {
	return Object.fromEntries(
		evaluationJson(evaluate(planOf(setting), 'P')).fundingRules.map((rule) => [
			rule.line,
			`${rule.counts} ${rule.cut?.rule ?? ''}`.trim()
		])
	);
}
