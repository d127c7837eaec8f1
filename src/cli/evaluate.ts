import { parseArgs } from 'node:util';
import { evaluate } from '../lib/core/portfolio/evaluate.ts';
import { evaluationJson } from '../lib/core/portfolio/evaluation-json.ts';
import { Refusal, command, planIn } from './command.ts';

/** npm run -s evaluate -- plan.json [--portfolio ID]: the Evaluation as JSON on standard output; exit 2 on a bad file. */
const USAGE = 'Usage: npm run -s evaluate -- plan.json [--portfolio ID]';

await command(USAGE, () => {
	const { values, positionals } = parseArgs({
		options: { portfolio: { type: 'string' } },
		allowPositionals: true
	});
	const [path] = positionals;
	if (path === undefined || positionals.length > 1) throw new Refusal([USAGE]);
	const plan = planIn(path);
	return values.portfolio === undefined
		? plan.portfolios.map(({ id }) => evaluationJson(evaluate(plan, id)))
		: evaluationJson(evaluate(plan, values.portfolio));
});
