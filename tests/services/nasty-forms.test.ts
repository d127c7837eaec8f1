import { describe, expect, it } from 'vitest';
import { capacityFormValues } from '../../src/lib/input/forms/capacity-form.ts';
import type { FormValues } from '../../src/lib/input/forms/field-reader.ts';
import { readMeasureForm } from '../../src/lib/input/forms/measure-form.ts';
import { measureFormValues } from '../../src/lib/input/forms/measure-values.ts';
import {
	portfolioFormValues,
	readPortfolioForm
} from '../../src/lib/input/forms/portfolio-form.ts';
import { sharedRangeValues } from '../../src/lib/input/forms/risk-form.ts';
import { settingsFormValues } from '../../src/lib/input/forms/settings-form.ts';
import { readPlanFile } from '../../src/lib/input/plan-file/read.ts';
import { catalogue } from '../../src/lib/server/catalogue/catalogue.ts';
import { capacityPage } from '../../src/lib/server/services/budget.queries.ts';
import { InvalidInputError } from '../../src/lib/server/services/errors.ts';
import { measureVersion, saveMeasure } from '../../src/lib/server/services/measures.commands.ts';
import { setFundingStatus } from '../../src/lib/server/services/funding.commands.ts';
import { measurePage } from '../../src/lib/server/services/measures.queries.ts';
import { loadPlan } from '../../src/lib/server/services/plan-cache.ts';
import { importPlan, renamePlan } from '../../src/lib/server/services/plans.commands.ts';
import { planExport } from '../../src/lib/server/services/plans.queries.ts';
import { savePortfolio } from '../../src/lib/server/services/portfolios.commands.ts';
import { portfolioPage } from '../../src/lib/server/services/portfolios.queries.ts';
import { saveSharedRanges } from '../../src/lib/server/services/risks.commands.ts';
import { rangesPage } from '../../src/lib/server/services/risks.queries.ts';
import { saveCapacity, saveSettings } from '../../src/lib/server/services/sections.commands.ts';
import { settingsPage } from '../../src/lib/server/services/settings.queries.ts';
import * as parts from '../../src/lib/server/store/plan-parts.ts';
import { member, newInstallation, newOrganisation } from '../support/installation.ts';
import { nastyValues, schemaLeaves } from '../support/nasty.ts';
import { changed, exampleText } from '../support/plan-files.ts';

/**
 * Every field of every form × every nasty value: either a message by field and nothing changed, or stored as a plan that
 * its own rules still find right. Anything else that is thrown would be an error page.
 */
type Example = {
	measures: { id: string }[];
	funding: { measure: string }[];
	portfolios: { id: string }[];
	budget: object[];
};
const example = JSON.parse(exampleText) as Example;
const kept = ['A04', 'A12'];
const room = {
	result: { amount: '-1000000.00', status: 'decided', source: 'Budget 2026' },
	depreciation: { amount: '8000000.00', status: 'decided', source: 'Budget 2026' },
	newBorrowing: { amount: '3000000.00', status: 'assumed', source: 'antagande' },
	otherInvestments: { amount: '1000000.00', status: 'assumed', source: 'antagande' },
	loanDebt: { amount: '90000000.00', status: 'assumed', source: 'antagande' },
	redirected: [
		{ fromBudget: 'Underhåll', amount: '500000.00', status: 'decided', source: 'Budget' }
	]
};

/** A small plan that has something in every field. */
const smallPlan = changed(
	['measures', example.measures.filter(({ id }) => kept.includes(id))],
	[
		'funding',
		example.funding
			.filter(({ measure }) => measure === 'A12')
			.map((line) => ({ ...line, carryForward: true, paidAfterYears: 2 }))
	],
	[
		'portfolios',
		[{ id: 'P1', name: 'En', measures: kept, shift: { A12: 1 }, scale: { A04: 0.5 } }]
	],
	[
		'plan.carbonValue.points',
		[
			{ year: 2027, perTonne: '1500.00', source: 'ASEK' },
			{ year: 2035, perTonne: '2500.00', source: '' }
		]
	],
	['plan.method', { timing: 'end', carryCapacity: true }],
	[
		'sharedRanges',
		[{ of: 'price', name: 'construction', range: [0.9, 1, 1.3], source: 's', confidence: 'c' }]
	],
	[
		'budget',
		[
			{
				year: 2027,
				ownInvestmentCapacity: '9500000.00',
				operatingFrame: '5000000.00',
				room,
				source: 's',
				confidence: 'c'
			}
		]
	]
);

const db = newInstallation();
const organisation = newOrganisation(db, 'Alvesta');
const finance = member(db, organisation, 'finance');
const planId = importPlan(finance, smallPlan);
const key = { organisationId: organisation, planId };

type Form = {
	/** The part of the plan file that the form edits. */
	readonly part: string;
	/** What the form shows now. */
	readonly values: () => FormValues;
	/** The form's field for a leaf of the schema; none for what the form does not offer. */
	readonly fieldsOf: (leaf: string) => readonly string[];
	/** Sends the form as its route does. */
	readonly send: (values: FormValues) => void;
};

const measureValues = () => {
	const { file, funding } = measurePage(finance, planId, 'A12');
	return measureFormValues(file as never, funding as never);
};
function sendMeasure(values: FormValues): void {
	const lines = parts.versions(db, key, 'funding');
	const version = measureVersion(
		parts.versions(db, key, 'measures').get('A12')?.version ?? 0,
		[...lines].map(([id, line]) => ({ id, version: line.version }))
	);
	saveMeasure(finance, planId, 'A12', { version, ...readMeasureForm(values) });
}

/** costs.[].years.[].amount is the cell of a year; effects is the mark that they are unknown; uncertainty has cells. */
function fieldsOfMeasure(leaf: string): string[] {
	if (leaf === 'id') return []; // is fixed once the measure is there
	if (leaf === 'effects') return ['isEffectUnknown'];
	if (leaf === 'uncertainty') return ['uncertainty.capex.0', 'uncertainty.effect.2'];
	if (leaf.endsWith('.years.[].year')) return [];
	const path = leaf.replace('.years.[].amount', '.years.2027').replace(/\.\[\]$/, '');
	return [path.replace('.[]', '.0')];
}

const forms: readonly Form[] = [
	{ part: 'measures', values: measureValues, fieldsOf: fieldsOfMeasure, send: sendMeasure },
	{
		part: 'funding',
		values: measureValues,
		fieldsOf: (leaf) => {
			if (leaf === 'measure' || /\.(?:year|currency)$/.test(leaf)) return [];
			if (leaf === 'amounts.[].amount') return ['funding.0.SEK.2027', 'funding.0.EUR.2028'];
			return [`funding.0.${leaf}`];
		},
		send: sendMeasure
	},
	{
		part: 'portfolios',
		values: () => portfolioFormValues(portfolioPage(finance, planId, 'P1').file as never),
		fieldsOf: (leaf) => {
			if (leaf === 'id') return [];
			if (leaf === 'measures.[]') return ['in.A04'];
			return [leaf.replace('*', 'A04')];
		},
		send: (values) => {
			const version = parts.versions(db, key, 'portfolios').get('P1')?.version ?? 0;
			savePortfolio(finance, planId, 'P1', { version, ...readPortfolioForm(values) });
		}
	},
	{
		part: 'budget',
		values: () => capacityFormValues(capacityPage(finance, planId, null).budget),
		fieldsOf: (leaf) => {
			if (leaf === 'year') return [];
			const [, kind, what] = /^room\.(\w+)(?:\.\[\])?\.(\w+)$/.exec(leaf) ?? [];
			if (leaf.startsWith('room.') && !kind) return [];
			const row = kind === 'redirected' ? 'redirected.0' : kind;
			const cell = { amount: 'years.2027', status: 'decidedTo' }[what ?? ''] ?? what;
			if (row) return [`${row}.${cell}`];
			return [leaf === 'source' || leaf === 'confidence' ? leaf : `${leaf}.years.2027`];
		},
		send: (values) =>
			saveCapacity(finance, planId, {
				version: parts.sectionVersion(db, key, 'budget'),
				values
			})
	},
	{
		part: 'sharedRanges',
		values: () => sharedRangeValues(rangesPage(finance, planId).shared),
		fieldsOf: (leaf) => {
			if (leaf === 'of' || leaf === 'name') return [];
			if (leaf !== 'range') return [`price.construction.${leaf}`];
			return ['price.construction.low', 'price.construction.high', 'factor.diesel.likely'];
		},
		send: (values) => saveSharedRanges(finance, planId, { ...rangesPage(finance, planId), values })
	},
	...(['plan', 'tax'] as const).map((part): Form => ({
		part,
		values: () => {
			const { plan, tax } = settingsPage(finance, planId);
			return settingsFormValues(plan, tax);
		},
		fieldsOf: (leaf) =>
			/currency$/.test(leaf)
				? []
				: leaf === ''
					? ['hasTax']
					: [`${part}.${leaf.replace('.[]', '.0')}`],
		send: (values) =>
			saveSettings(finance, planId, { version: settingsPage(finance, planId).version, values })
	})),
	{
		part: 'funding',
		values: () => ({
			status: 'granted',
			'decision.caseNumber': 'NV-1',
			'decision.date': '2026-11-20'
		}),
		fieldsOf: (leaf) => (leaf === 'status' || leaf.startsWith('decision.') ? [leaf] : []),
		send: (values) => {
			const [status = '', caseNumber = '', date = ''] = [
				'status',
				'decision.caseNumber',
				'decision.date'
			].map((name) => values[name]);
			const version = parts.versions(db, key, 'funding').get('F10')?.version ?? 0;
			setFundingStatus(finance, planId, 'F10', { status, caseNumber, date, version });
		}
	},
	{
		part: 'plan',
		values: () => ({ name: 'Planen' }),
		fieldsOf: (leaf) => (leaf === 'name' ? [leaf] : []),
		send: ({ name = '' }) =>
			renamePlan(finance, planId, { name, version: parts.sectionVersion(db, key, 'plan') })
	}
];

/** What came of one value in one field: kept, or the fields that a message stands at. */
function sent(form: Form, values: FormValues): 'kept' | readonly string[] {
	const version = () => loadPlan(finance, planId).head.version;
	const before = version();
	try {
		form.send(values);
	} catch (thrown) {
		if (!(thrown instanceof InvalidInputError)) throw thrown;
		expect(version()).toBe(before);
		for (const { sv, en } of Object.values(thrown.fields)) {
			expect(Math.min(sv.length, en.length)).toBeGreaterThan(5);
			expect(Math.max(sv.length, en.length)).toBeLessThan(500);
		}
		return Object.keys(thrown.fields);
	}
	expect(readPlanFile(planExport(finance, planId).content, catalogue).kind).toBe('plan');
	return 'kept';
}

/** A message may stand at another field than the one that was spoiled where the two have to agree. */
const agree: readonly (readonly [spoiled: RegExp, told: string])[] = [
	[/^funding\.0\.decision\.caseNumber$/, 'funding.0.decision.date'],
	[/^costs\.0\.id$/, 'funding.0.costItem'],
	[/^costs\.0\.units\.count$/, 'costs.0.units.of'],
	[/^uncertainty\.effect\.2$/, 'uncertainty.effect.0'],
	[/^(?:price\.construction|factor\.diesel)\.\w+$/, 'price.construction.low'],
	[/^factor\.diesel\.\w+$/, 'factor.diesel.low']
];

/** All of the sixty for each field with NASTY=all; else every fourth, from another start for each field. */
const isAll = process.env['NASTY'] === 'all';
const valuesFor = (field: number) =>
	nastyValues.filter((_, index) => isAll || (index + field) % 4 === 0);

it('knows sixty nasty values', () => {
	expect(new Set(nastyValues).size).toBe(60);
});

describe('every field × every nasty value', () => {
	for (const form of forms)
		it(`of ${form.part}: a message by field, or kept as a plan that is right`, () => {
			const start = form.values();
			const fields = schemaLeaves(form.part).flatMap(form.fieldsOf);
			const astray: string[] = [];
			for (const [place, field] of fields.entries())
				for (const value of valuesFor(place)) {
					const told = sent(form, { ...start, [field]: value });
					if (told === 'kept' || told.includes(field)) continue;
					if (agree.some(([spoiled, at]) => spoiled.test(field) && told.includes(at))) continue;
					astray.push(`${field}=${value.slice(0, 20)}: ${told.join()}`);
				}
			expect(astray).toEqual([]);
			expect(sent(form, start)).toBe('kept');
		}, 120_000);

	it('as the name of a year or of a measure changes nothing that is not there', () => {
		for (const value of nastyValues.filter((one) => one.length < 1000)) {
			sent(forms[0] as Form, { ...measureValues(), [`costs.0.years.${value}`]: '1' });
			sent(forms[0] as Form, { ...measureValues(), [`costs.${value}.id`]: 'c9' });
			const portfolio = forms[2] as Form;
			sent(portfolio, { ...portfolio.values(), [`in.${value}`]: 'on', [`shift.${value}`]: '1' });
			const budget = forms[3] as Form;
			sent(budget, { ...budget.values(), [`result.years.${value}`]: '1' });
		}
		expect(planExport(finance, planId).content).toContain('"A12"');
	});
});
