import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { FormValues } from '../../src/lib/input/forms/field-reader.ts';
import { measureFormValues } from '../../src/lib/input/forms/measure-values.ts';
import { importedPlan, signedIn, type Visitor } from '../support/http.ts';
import { changed, exampleText } from '../support/plan-files.ts';

/** Many people saving the same rows at once: nothing is merged silently, nothing lost, and no error page. */
const url = inject('appUrl');
/** The large size: EDITS=40. */
const EDITS = Number(process.env['EDITS'] ?? 6);
const CLIENTS = 50;
const ROWS = 10;

type Row = Readonly<Record<string, unknown>> & { readonly id: string };
const example = JSON.parse(exampleText) as { measures: Row[] };
const [pattern] = example.measures.filter(({ id }) => id === 'A20');
const rows = Array.from({ length: ROWS }, (_, row) => ({ ...pattern, id: `M${row}` }));
const plan = changed(
	['measures', rows],
	['funding', []],
	['portfolios', []],
	['plan.name', 'Samtidigt']
);

let editor: Visitor;
let finance: Visitor;
let path = '';
beforeAll(async () => {
	editor = await signedIn(url, 'redaktor@alvesta.example');
	finance = await signedIn(url, 'ekonom@alvesta.example');
	path = await importedPlan(editor, plan);
});

/** The version that the page's form names when it is saved. */
function versionIn(page: string): string {
	const [, form = ''] = /action="\?\/save[^"]*"([\s\S]*)/.exec(page) ?? [];
	return /name="version" value="([^"]*)"/.exec(form)?.[1] ?? '';
}

async function versionOf(visitor: Visitor, measure: string): Promise<string> {
	return versionIn(await (await visitor.get(`${path}/measures/${measure}`)).text());
}

const values = (description: string): FormValues => ({
	...measureFormValues(rows[0] ?? {}, []),
	description
});

function save(visitor: Visitor, measure: string, version: string, description: string) {
	return visitor.post(`${path}/measures/${measure}?/save`, { ...values(description), version });
}

/** The same, answered in the short form that a page with script asks for. */
async function saved(visitor: Visitor, measure: string, version: string, description: string) {
	const response = await visitor.post(
		`${path}/measures/${measure}?/save`,
		{ ...values(description), version },
		{ accept: 'application/json', 'x-sveltekit-action': 'true' }
	);
	const { type, status } = (await response.json()) as { type: string; status: number };
	return { type, status };
}

describe('two people with the same measure', () => {
	it('the second save shows both versions field by field, and saving again keeps the one that is meant', async () => {
		const version = await versionOf(editor, 'M0');
		expect((await save(editor, 'M0', version, 'Redaktörens ord')).status).toBe(200);
		const refused = await save(finance, 'M0', version, 'Ekonomens ord');
		expect(refused.status).toBe(409);
		const page = await refused.text();
		expect(page.includes('data-table="conflict"')).toBe(true);
		expect(/<td[^>]*>Redaktörens ord</.test(page)).toBe(true);
		expect(/<td[^>]*>Ekonomens ord</.test(page)).toBe(true);
		// What was typed is still in the form, and its version is now the one that is stored.
		expect(/<textarea[^>]*name="description"[^>]*>Ekonomens ord</.test(page)).toBe(true);
		const next = versionIn(page);
		expect(await versionOf(editor, 'M0')).toBe(next);
		expect((await save(finance, 'M0', next, 'Ekonomens ord')).status).toBe(200);
	});
});

describe('fields that one of the two did not touch', () => {
	it('show what is saved, and saving again does not put the old value back', async () => {
		const version = await versionOf(editor, 'M1');
		const opened = measureFormValues(rows[1] ?? {}, []);
		const base = JSON.stringify(opened);
		const theirs = { ...opened, description: 'Redaktörens ord' };
		const mine = { ...opened, owner: 'Ekonomens ansvarige' };
		const to = `${path}/measures/M1?/save`;
		expect((await editor.post(to, { ...theirs, version, base })).status).toBe(200);
		const refused = await finance.post(to, { ...mine, version, base });
		expect(refused.status).toBe(409);
		const page = await refused.text();
		expect(/<textarea[^>]*name="description"[^>]*>Redaktörens ord</.test(page)).toBe(true);
		expect(/name="owner"[^>]*value="Ekonomens ansvarige"/.test(page)).toBe(true);
		const table = /data-table="conflict"[\s\S]*?<\/table>/.exec(page)?.[0] ?? '';
		expect(table).toContain('Ansvarig');
		expect(table).not.toContain('Beskrivning');
	});
});

describe('a form that came back with an error', () => {
	it('still counts from what it was opened with', async () => {
		const version = await versionOf(editor, 'M2');
		const opened = measureFormValues(rows[2] ?? {}, []);
		const base = JSON.stringify(opened);
		const to = `${path}/measures/M2?/save`;
		const theirs = { ...opened, description: 'Redaktörens ord' };
		expect((await editor.post(to, { ...theirs, version, base })).status).toBe(200);
		const wrong = await finance.post(to, { ...opened, startYear: 'snart', version, base });
		expect(wrong.status).toBe(422);
		const sent = versionIn(await wrong.text());
		const mended = await finance.post(to, { ...opened, owner: 'Eva', version: sent, base });
		expect(mended.status).toBe(409);
	});
});

describe(`${CLIENTS} clients × ${EDITS} edits on ${ROWS} rows`, () => {
	it('accepted edits equal final versions, and every other is told of the conflict', async () => {
		const start = new Map<string, number>();
		for (const { id } of rows) start.set(id, Number(await versionOf(editor, id)));
		const accepted = new Map<string, number>();
		const answers = new Map<string, number>();
		const client = async (number: number) => {
			const visitor = number % 2 === 0 ? editor : finance;
			for (let edit = 0; edit < EDITS; edit++) {
				const measure = `M${(number * 7 + edit * 3) % ROWS}`;
				const version = await versionOf(visitor, measure);
				const { type, status } = await saved(visitor, measure, version, `${number}.${edit}`);
				answers.set(`${type} ${status}`, (answers.get(`${type} ${status}`) ?? 0) + 1);
				if (type === 'success') accepted.set(measure, (accepted.get(measure) ?? 0) + 1);
			}
		};
		await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
		expect([...answers.keys()].sort()).toEqual(['failure 409', 'success 200']);
		for (const { id } of rows) {
			const final = Number(await versionOf(editor, id));
			expect(final - (start.get(id) ?? 0)).toBe(accepted.get(id) ?? 0);
		}
		process.stdout.write(`${[...answers].map((pair) => pair.join(': ')).join(', ')}\n`);
	}, 600_000);
});
