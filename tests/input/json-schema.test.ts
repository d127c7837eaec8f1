import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { planFileJsonSchema } from '../../src/lib/input/plan-file/json-schema.ts';
import { planFile } from '../../src/lib/input/plan-file/schema.ts';
import { exampleText } from '../support/plan-files.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const published: unknown = JSON.parse(readFileSync('static/schema/plan.schema.json', 'utf8'));
const validate = new Ajv2020({ strict: false }).compile(published as object);

/** Every place of a file, as a path from the top. */
function places(value: Json, path: (string | number)[] = []): (string | number)[][] {
	if (typeof value !== 'object' || value === null) return [path];
	const inner = Array.isArray(value)
		? value.slice(0, 2).flatMap((one, index) => places(one, [...path, index]))
		: Object.entries(value).flatMap(([key, one]) => places(one, [...path, key]));
	return [path, ...inner];
}

function replaced(file: Json, path: readonly (string | number)[], value: Json | undefined): Json {
	const copy = structuredClone(file);
	const last = path.at(-1);
	if (last === undefined) return value ?? null;
	const parent = path
		.slice(0, -1)
		.reduce<Json>((node, step) => (node as Record<string, Json>)[step] ?? null, copy);
	if (value === undefined) delete (parent as Record<string, Json>)[last];
	else (parent as Record<string, Json>)[last] = value;
	return copy;
}

/** A small file that has at least one of everything, so that every place can be spoiled in many ways. */
const small = (() => {
	const file = JSON.parse(exampleText) as Record<string, Json[]>;
	const keep = (name: string, indices: number[]) =>
		(file[name] = indices.flatMap((index) => file[name]?.[index] ?? []));
	keep('inventory', [0, 45]);
	keep('measures', [0, 11]);
	keep('funding', [0]);
	keep('budget', [0]);
	return file as Json;
})();

const spoiled: (Json | undefined)[] = [
	undefined,
	null,
	true,
	-1,
	0.5,
	3,
	1e15,
	'',
	'x',
	'12.00',
	'-1',
	'1e3',
	'P 1',
	[],
	{}
];

describe('the published JSON Schema', () => {
	it('is the one that the parser gives', () => {
		expect(published).toEqual(planFileJsonSchema());
	});

	it('takes the example', () => {
		expect(validate(JSON.parse(exampleText))).toBe(true);
	});

	it('agrees with the parser about every place of a file spoiled in every way', () => {
		const disagreements = places(small).flatMap((path) =>
			spoiled.flatMap((value) => {
				const file = replaced(small, path, value);
				const seen = { schema: validate(file), parser: planFile.safeParse(file).success };
				return seen.schema === seen.parser
					? []
					: [`${path.join('.')} = ${JSON.stringify(value)}: ${JSON.stringify(seen)}`];
			})
		);
		// That three factors stand in ascending order is more than a schema can say; the parser alone refuses it.
		const beyond = disagreements.filter((one) => one.includes('.uncertainty.'));
		expect(disagreements).toEqual(beyond);
		expect(beyond.every((one) => one.includes('"schema":true'))).toBe(true);
	});
});
