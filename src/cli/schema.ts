import { mkdirSync, writeFileSync } from 'node:fs';
import { planFileJsonSchema } from '../lib/input/plan-file/json-schema.ts';

/** npm run schema: writes static/schema/plan.schema.json from the schema that parses plan files. */
mkdirSync('static/schema', { recursive: true });
writeFileSync(
	'static/schema/plan.schema.json',
	`${JSON.stringify(planFileJsonSchema(), null, '\t')}\n`
);
