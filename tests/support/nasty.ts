import { readFileSync } from 'node:fs';

/** Sixty texts that have broken programs. What a form makes of them is told at the field, or kept as the text it is. */
export const nastyValues: readonly string[] = [
	'',
	' ',
	'\t\r\n',
	'x'.repeat(1_000_000),
	'9'.repeat(5000),
	'\u0000',
	'före\u0000efter',
	'\ud800',
	'\udfff efter',
	'\u202eatseblah',
	'\u200b',
	'\ufeff12',
	'👩‍👩‍👧‍👦',
	'Å',
	'A\u030a',
	'ß',
	'İ',
	'ﷺ',
	'Z̸̧̛̟a̷l̶g̷o̵',
	`'";--`,
	`'; DROP TABLE measure; --`,
	'1 OR 1=1',
	'<img src=x onerror=alert(1)>',
	'<script>alert(1)</script>',
	'</textarea><script>alert(1)</script>',
	'" autofocus onfocus="alert(1)',
	'javascript:alert(1)',
	'https://exempel.se/"onmouseover="alert(1)',
	'{{7*7}}',
	'${7*7}',
	'{@html x}',
	'%s%n%p',
	'%00',
	'%',
	'=1+1',
	'@SUM(A1)',
	'__proto__',
	'constructor',
	'toString',
	'../',
	'..\\..\\',
	'/etc/passwd',
	'C:\\CON',
	'null',
	'undefined',
	'true',
	'NaN',
	'Infinity',
	'-Infinity',
	'-1',
	'-0',
	'−1',
	'1e309',
	'1e-309',
	'9007199254740993',
	'0.1',
	'0x10',
	'1,234',
	'[1,2]',
	'{"a":1}'
];

type Node = Readonly<Record<string, unknown>>;

/** Every leaf of the plan file's published schema below one of its parts: costs.[].amount, uncertainty, scale.*. */
export function schemaLeaves(part: string): string[] {
	const schema = JSON.parse(readFileSync('static/schema/plan.schema.json', 'utf8')) as Node;
	const leaves = new Set<string>();
	const walk = (node: unknown, path: readonly string[]): void => {
		if (typeof node !== 'object' || node === null) return;
		const { anyOf, oneOf, allOf, properties, items, additionalProperties } = node as Node;
		const inner = [anyOf, oneOf, allOf].flatMap((list) => (Array.isArray(list) ? list : []));
		for (const one of inner) walk(one, path);
		if (properties)
			for (const [name, one] of Object.entries(properties)) walk(one, [...path, name]);
		else if (items) walk(items, [...path, '[]']);
		else if (typeof additionalProperties === 'object') walk(additionalProperties, [...path, '*']);
		else if (inner.length === 0) leaves.add(path.join('.'));
	};
	walk((schema['properties'] as Node)[part], []);
	return [...leaves].map((leaf) => leaf.replace(/^\[\]\./, '')).sort();
}
