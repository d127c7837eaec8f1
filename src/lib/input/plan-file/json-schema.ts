import { z } from 'zod';
import { planFile } from './schema.ts';

/**
 * The JSON Schema (2020-12) of the plan file, made from the schema that parses it. It says what each part looks like;
 * that ids resolve, periods run forward and the like is said in `description` and checked when a file is read.
 */
export function planFileJsonSchema() {
	const { $schema, ...schema } = z.toJSONSchema(planFile, { io: 'input', target: 'draft-2020-12' });
	return {
		$schema,
		$id: 'https://klimatportfolj.example/schema/plan.schema.json',
		title: 'Klimatportfölj plan file, version 1',
		description:
			'A municipal climate investment plan. Amounts are kronor as decimal strings in constant prices, without sign; tonnes ' +
			'are numbers with at most three decimals (whole kilograms); rates and shares are fractions. null means unknown, never ' +
			'zero. Beyond this schema: ids are unique and resolve; from is not after to; partners leave an own share; ' +
			'requirements do not go in a circle and are not excluded; an amount in EUR needs plan.euroRate.',
		...schema
	};
}
