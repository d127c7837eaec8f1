import { parseArgs } from 'node:util';
import { distributions } from '../lib/core/uncertainty/distributions.ts';
import { MOST_DRAWS, MOST_SEED, USUAL_DRAWS, USUAL_SEED } from '../lib/input/forms/risk-form.ts';
import { riskFor } from '../lib/server/work/risk-task.ts';
import { Refusal, badOption, command, numberOf, oneOf, planIn } from './command.ts';

/**
 * npm run -s risk -- plan.json --portfolio ID: how every headline figure of a portfolio spreads, as JSON. The same seed gives
 * the same figures. Nothing is changed.
 */
const USAGE = `Usage: npm run -s risk -- plan.json --portfolio ID [--draws N] [--seed S]
  [--distribution ${distributions.join('|')}]`;

await command(USAGE, () => {
	const { values, positionals } = parseArgs({
		options: {
			portfolio: { type: 'string' },
			draws: { type: 'string' },
			seed: { type: 'string' },
			distribution: { type: 'string' }
		},
		allowPositionals: true
	});
	const [path] = positionals;
	if (path === undefined || positionals.length > 1) throw new Refusal([USAGE]);
	const plan = planIn(path);
	const portfolio = oneOf(
		'--portfolio',
		values.portfolio,
		plan.portfolios.map(({ id }) => id)
	);
	return riskFor(plan, {
		portfolio,
		draws: whole('--draws', values.draws ?? String(USUAL_DRAWS), 1, MOST_DRAWS),
		seed: whole('--seed', values.seed ?? String(USUAL_SEED), 0, MOST_SEED),
		distribution: oneOf('--distribution', values.distribution ?? 'pert', distributions)
	});
});

function whole(option: string, text: string, least: number, most: number): number {
	const value = numberOf(option, text);
	if (!Number.isInteger(value) || value < least || value > most)
		throw badOption(option, text, `must be a whole number from ${least} to ${most}`);
	return value;
}
