import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Decimal } from '../lib/core/decimal.ts';
import {
	MOST_TONNES,
	countedMoney,
	goals,
	type TonnesBasis,
	type Wish
} from '../lib/core/optimise/wish.ts';
import { readBudgetFile } from '../lib/input/budget-file.ts';
import { allProgrammes } from '../lib/core/plan/programme.ts';
import { callOf } from '../lib/input/catalogue/documents.ts';
import { callSeeds, catalogue } from '../lib/server/catalogue/catalogue.ts';
import { optimumFor } from '../lib/server/work/portfolio-task.ts';
import { Refusal, badOption, command, numberOf, oneOf, planIn } from './command.ts';

/**
 * npm run -s optimise -- plan.json --goal most-tonnes: which measures, and when, as JSON, with how far it is from the best that
 * there could be. Nothing is changed.
 */
const USAGE = `Usage: npm run -s optimise -- plan.json --goal ${goals.join('|')} [--year Y] [--target TONNES]
  [--own-budget FILE] [--seconds N] [--scope all|CO2|CO2e] [--cost municipal|socioeconomic]
  [--money ${countedMoney.join('|')}] [--must ID,ID] [--must-not ID,ID] [--day 2026-11-27]`;
const USUAL_SECONDS = 30;

const SCOPES: readonly TonnesBasis['scope'][] = ['all', 'CO2', 'CO2e'];
const COSTS: readonly Wish['cost'][] = ['municipal', 'socioeconomic'];
const USUAL_BUDGET = {
	'most-tonnes': 'plan',
	'least-cost': 'none',
	'smallest-gap': 'plan'
} as const;
const USUAL_MONEY = {
	'most-tonnes': 'secured',
	'least-cost': 'secured',
	'smallest-gap': 'proposed'
} as const;

await command(USAGE, async () => {
	const { values, positionals } = parseArgs({
		options: {
			goal: { type: 'string' },
			year: { type: 'string' },
			target: { type: 'string' },
			'own-budget': { type: 'string' },
			seconds: { type: 'string' },
			scope: { type: 'string' },
			cost: { type: 'string' },
			money: { type: 'string' },
			must: { type: 'string' },
			'must-not': { type: 'string' },
			day: { type: 'string' }
		},
		allowPositionals: true
	});
	const [path] = positionals;
	if (path === undefined || positionals.length > 1) throw new Refusal([USAGE]);
	const plan = planIn(path);
	const { firstYear, lastYear } = plan.settings;
	const goal = oneOf('--goal', values.goal, goals);
	const year = values.year === undefined ? null : numberOf('--year', values.year);
	if (year !== null && !(Number.isInteger(year) && year >= firstYear && year <= lastYear))
		throw badOption(
			'--year',
			values.year,
			`must be one of the plan's years, ${firstYear} to ${lastYear}`
		);
	const today = values.day ?? new Date().toISOString().slice(0, 10);
	const isDay = /^\d{4}-\d{2}-\d{2}$/.test(today) && !Number.isNaN(Date.parse(today));
	if (!isDay) throw badOption('--day', today, 'must be a day');
	const target = values.target === undefined ? null : numberOf('--target', values.target);
	if (target !== null && Math.abs(target) > MOST_TONNES)
		throw badOption('--target', values.target, `must be at most ${MOST_TONNES}`);
	const file = values['own-budget'];
	const budget = file === undefined ? null : readBudgetFile(readFileSync(file, 'utf8'));
	const outside = [...(budget?.keys() ?? [])].find((one) => one < firstYear || one > lastYear);
	if (outside !== undefined)
		throw badOption(
			'--own-budget',
			String(outside),
			`must have years of the plan, ${firstYear} to ${lastYear}`
		);
	const wish: Wish = {
		goal,
		tonnes: { year, scope: oneOf('--scope', values.scope ?? 'all', SCOPES) },
		leastTonnes: target === null ? null : new Decimal(target),
		cost: oneOf('--cost', values.cost ?? 'municipal', COSTS),
		budget: budget ?? USUAL_BUDGET[goal],
		money: oneOf('--money', values.money ?? USUAL_MONEY[goal], countedMoney),
		offer: { programmes: allProgrammes(plan, catalogue), calls: callSeeds().map(callOf), today },
		must: ids('--must', values.must),
		mustNot: ids('--must-not', values['must-not']),
		starts: new Map(),
		scale: {}
	};
	const seconds = numberOf('--seconds', values.seconds ?? String(USUAL_SECONDS));
	if (!(seconds > 0)) throw badOption('--seconds', values.seconds, 'must be above zero');
	return await optimumFor(plan, wish, { seconds });

	function ids(option: string, text: string | undefined): string[] {
		const named = text === undefined ? [] : text.split(',').map((id) => id.trim());
		const unknown = named.find((id) => !plan.measures.some((measure) => measure.id === id));
		if (unknown !== undefined)
			throw badOption(option, unknown, 'must be ids of the plan’s measures');
		return named;
	}
});
