import { parseArgs } from 'node:util';
import { callOf } from '../lib/input/catalogue/documents.ts';
import { callSeeds, catalogue } from '../lib/server/catalogue/catalogue.ts';
import { proposalFor } from '../lib/server/work/funding-task.ts';
import { Refusal, command, planIn } from './command.ts';

/**
 * npm run -s fund -- plan.json --portfolio ID: which applications to make so that own money is smallest, as JSON, with how far
 * it is from the best that there could be. Nothing is changed.
 */
const USAGE =
	'Usage: npm run -s fund -- plan.json --portfolio ID [--seconds N] [--applications N a year] [--day 2026-11-26]';
const USUAL_SECONDS = 10;

await command(USAGE, async () => {
	const { values, positionals } = parseArgs({
		options: {
			portfolio: { type: 'string' },
			seconds: { type: 'string' },
			applications: { type: 'string' },
			day: { type: 'string' }
		},
		allowPositionals: true
	});
	const [path] = positionals;
	const seconds = Number(values.seconds ?? USUAL_SECONDS);
	const mostPerYear = values.applications === undefined ? null : Number(values.applications);
	const day = values.day ?? new Date().toISOString().slice(0, 10);
	if (path === undefined || positionals.length > 1 || values.portfolio === undefined)
		throw new Refusal([USAGE]);
	if (
		!(seconds > 0) ||
		(mostPerYear !== null && !(Number.isInteger(mostPerYear) && mostPerYear >= 0))
	)
		throw new Refusal([
			'--seconds must be a number and --applications a whole one, such as 10.',
			USAGE
		]);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Refusal(['--day must be a day.', USAGE]);
	const plan = planIn(path);
	if (!plan.portfolios.some(({ id }) => id === values.portfolio))
		throw new Refusal([`The plan has no portfolio ${values.portfolio}.`]);
	const calls = callSeeds().map(callOf);
	const ask = { portfolio: values.portfolio, today: day, mostPerYear, seconds };
	return await proposalFor(plan, catalogue, calls, ask);
});
