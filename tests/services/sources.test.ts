import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gas } from '../../src/lib/core/plan/plan.ts';
import { closeDatabase, type Db } from '../../src/lib/server/db/open.ts';
import type { Context } from '../../src/lib/server/services/context.ts';
import { undo } from '../../src/lib/server/services/edits.ts';
import { emissionsPage } from '../../src/lib/server/services/emissions.queries.ts';
import {
	ConflictError,
	ForbiddenError,
	InvalidInputError,
	NotFoundError
} from '../../src/lib/server/services/errors.ts';
import { openLongWork, longWork } from '../../src/lib/server/services/long-work.ts';
import { loadPlan } from '../../src/lib/server/services/plan-cache.ts';
import {
	askSource,
	cancelSource,
	readEmissionFile,
	takeIn
} from '../../src/lib/server/services/sources.commands.ts';
import { releasePage, sourcesPage } from '../../src/lib/server/services/sources.queries.ts';
import type { SourceName } from '../../src/lib/server/services/sources.ts';
import { emissionWorkbook, startSources } from '../support/recorded-sources.ts';
import { sheetHouse } from '../support/sheet-house.ts';

const opened: Db[] = [];
let sources: Awaited<ReturnType<typeof startSources>>;
beforeAll(async () => {
	sources = await startSources();
});
afterAll(() => {
	sources.stop();
	for (const db of opened) {
		longWork(db).close();
		closeDatabase(db);
	}
});

function house(addresses?: Parameters<typeof openLongWork>[2]) {
	const own = sheetHouse(opened);
	const { url } = sources;
	openLongWork(
		own.editor.db,
		() => undefined,
		addresses ?? { emissions: url, kolada: url, scb: url }
	);
	return own;
}

async function ended(ctx: Context, planId: string) {
	for (;;) {
		const { job } = sourcesPage(ctx, planId);
		if (job?.state !== 'running') return job;
		await new Promise((later) => setTimeout(later, 20));
	}
}
async function fetched(ctx: Context, planId: string, source: SourceName, gas: Gas = 'CO2e') {
	askSource(ctx, planId, source, gas);
	expect(await ended(ctx, planId)).toMatchObject({ state: 'done', refusal: null });
	return releaseOf(ctx, planId, source);
}
function releaseOf(ctx: Context, planId: string, source: SourceName): string {
	const own = sourcesPage(ctx, planId).sources.find((one) => one.source === source);
	return own?.releases.at(-1)?.id ?? '';
}
const wishes = { against: null, from: null };
const view = (ctx: Context, planId: string, id: string) => {
	const page = releasePage(ctx, planId, id, wishes);
	if (page.kind !== 'emissions') throw new Error(page.kind);
	return page;
};

describe('emissions from a source', () => {
	it('come beside what the plan has, as a release of their own, and can be undone', async () => {
		const { editor, planId } = house();
		const before = loadPlan(editor, planId).plan;
		const id = await fetched(editor, planId, 'emission-database');
		const { seen, vintage, against, compared } = view(editor, planId, id);
		expect(against).toBe('garbo-bc81055');
		expect(compared.commonYears).toEqual([2020, 2022, 2023, 2024]);
		expect(compared.goneYears).toEqual([2021]);
		// The pinned year stays; the new release does not have it.
		expect(compared.pinned).toMatchObject([{ year: 2019, is: null, vintage: 'contract-2025-26' }]);
		takeIn(editor, planId, id, { seen, vintage });
		const { plan } = loadPlan(editor, planId);
		expect(plan.inventory.slice(0, before.inventory.length)).toEqual(before.inventory);
		const added = plan.inventory.slice(before.inventory.length);
		expect(added).toHaveLength(36);
		expect(new Set(added.map((row) => row.vintage))).toEqual(new Set([vintage]));
		expect(added[0]?.source).toContain('Nationella emissionsdatabasen');
		expect(plan.reference).toEqual(before.reference);
		// Nothing to take in twice.
		expect(view(editor, planId, id).sameAs).toBe(vintage);
		undo(editor, planId);
		expect(loadPlan(editor, planId).plan.inventory).toEqual(before.inventory);
	});
	it('show what a release revises', async () => {
		const { editor, planId } = house();
		const values = { Jordbruk: [40_000], Transporter: [45_000], Industri: [600.25] };
		const file = { name: 'ny.xlsx', bytes: emissionWorkbook({ years: [2024], values }) };
		readEmissionFile(editor, planId, file, 'CO2e');
		await ended(editor, planId);
		const id = releaseOf(editor, planId, 'emission-database');
		const { cells } = view(editor, planId, id).compared;
		const of = (sector: string) => cells.find((cell) => cell.sector === sector);
		expect(of('agriculture')?.was?.toString()).toBe('43430.52');
		expect(of('agriculture')?.change?.toDecimalPlaces(4).toString()).toBe('-0.079');
		expect(of('waste')).toMatchObject({ is: null, change: null });
		expect(of('total')?.is?.toString()).toBe('85600.25');
	});
	it('move the reference paths when that is wished', async () => {
		const { editor, planId } = house();
		const id = await fetched(editor, planId, 'emission-database');
		const { seen } = view(editor, planId, id);
		takeIn(editor, planId, id, { seen, vintage: 'Ny', reference: 'on' });
		const { reference } = loadPlan(editor, planId).plan;
		expect(reference.every(({ vintage, baseYear }) => vintage === 'Ny' && baseYear === 2024)).toBe(
			true
		);
		const page = emissionsPage(editor, planId, { portfolio: null, gas: 'CO2e', by: 'sector' });
		expect(page.news).toMatchObject({ newer: [], referenceBehind: null });
	});
	it('of carbon dioxide keep to their own gas', async () => {
		const { editor, planId } = house();
		const before = loadPlan(editor, planId).plan.inventory.length;
		const id = await fetched(editor, planId, 'emission-database', 'CO2');
		const { seen, referenceYear } = view(editor, planId, id);
		expect(referenceYear).toBeNull();
		takeIn(editor, planId, id, { seen, vintage: 'Koldioxid 2026' });
		const added = loadPlan(editor, planId).plan.inventory.slice(before);
		expect(new Set(added.map(({ gas }) => gas))).toEqual(new Set(['CO2']));
	});
	it('need a name that the plan does not have', async () => {
		const { editor, planId } = house();
		const id = await fetched(editor, planId, 'emission-database');
		const { seen } = view(editor, planId, id);
		for (const vintage of ['', ' ', 'x'.repeat(61), 'garbo-bc81055'])
			expect(() => takeIn(editor, planId, id, { seen, vintage })).toThrow(InvalidInputError);
		expect(() => takeIn(editor, planId, id, { seen: 'old', vintage: 'Ny' })).toThrow(ConflictError);
	});
	it('are told of on the emission page until they are taken in', async () => {
		const { editor, reader, planId } = house();
		const news = () =>
			emissionsPage(reader, planId, { portfolio: null, gas: 'CO2e', by: 'sector' }).news;
		expect(news().newer).toEqual([]);
		const id = await fetched(editor, planId, 'kolada-emissions');
		expect(news().newer).toMatchObject([{ source: 'kolada-emissions', gas: 'CO2e' }]);
		const { seen, vintage } = view(editor, planId, id);
		takeIn(editor, planId, id, { seen, vintage });
		expect(news().newer).toEqual([]);
	});
});

describe('population from a source', () => {
	it('replaces what differs and adds what is new, from a year on', async () => {
		const { editor, planId } = house();
		const id = await fetched(editor, planId, 'scb-population');
		const page = releasePage(editor, planId, id, { against: null, from: '2023' });
		if (page.kind !== 'population') throw new Error(page.kind);
		expect(page.added).toEqual([{ year: 2024, persons: 20_027 }]);
		expect(page.changed).toMatchObject([{ year: 2023, was: 20_039, is: 20_078 }]);
		takeIn(editor, planId, id, { seen: page.seen, from: '2023' });
		const { population } = loadPlan(editor, planId).plan.municipality;
		expect(population.map(({ year, persons }) => [year, persons])).toEqual([
			[2019, 20_139],
			[2023, 20_078],
			[2024, 20_027]
		]);
		expect(population.at(-1)?.source).toContain('SCB, TAB638');
		const { seen } = releasePage(editor, planId, id, wishes);
		expect(() => takeIn(editor, planId, id, { seen, from: '2023' })).toThrow(InvalidInputError);
		expect(() => takeIn(editor, planId, id, { seen, from: '23' })).toThrow(InvalidInputError);
	});
});

describe('who may ask', () => {
	it('is who may edit; what was found is the organisation’s alone', async () => {
		const { editor, reader, colleague, stranger, planId } = house();
		expect(() => askSource(reader, planId, 'scb-population', 'CO2e')).toThrow(ForbiddenError);
		expect(() => askSource(stranger, planId, 'scb-population', 'CO2e')).toThrow(NotFoundError);
		const id = await fetched(editor, planId, 'scb-population');
		expect(releasePage(colleague, planId, id, wishes).kind).toBe('population');
		expect(sourcesPage(reader, planId).sources[2]?.releases).toHaveLength(1);
		expect(() => releasePage(reader, planId, id, wishes)).toThrow(ForbiddenError);
		expect(() => releasePage(stranger, planId, id, wishes)).toThrow(NotFoundError);
		expect(() => takeIn(stranger, planId, id, {})).toThrow(NotFoundError);
		// A newer answer takes the place of the older.
		await fetched(colleague, planId, 'scb-population');
		expect(() => releasePage(editor, planId, id, wishes)).toThrow(NotFoundError);
	});
	it('is nobody where the installation has turned it off', () => {
		const { editor, planId } = house({ emissions: null, kolada: null, scb: null });
		expect(() => askSource(editor, planId, 'kolada-emissions', 'CO2e')).toThrow(InvalidInputError);
		expect(sourcesPage(editor, planId).sources.map(({ address }) => address)).toEqual([
			null,
			null,
			null,
			null
		]);
	});
	it('is told when the source is away, and nothing is changed', async () => {
		const gone = await startSources();
		gone.stop();
		const { editor, planId } = house({ emissions: gone.url, kolada: gone.url, scb: gone.url });
		const before = loadPlan(editor, planId).head.version;
		askSource(editor, planId, 'scb-population', 'CO2e');
		const job = await ended(editor, planId);
		expect(job?.refusal?.sv).toContain('SCB svarar inte (3 försök)');
		expect(loadPlan(editor, planId).head.version).toBe(before);
		expect(sourcesPage(editor, planId).sources.flatMap(({ releases }) => releases)).toEqual([]);
	});
	it('can stop asking', async () => {
		const slow = await startSources(() => undefined);
		const { editor, planId } = house({ emissions: slow.url, kolada: slow.url, scb: slow.url });
		askSource(editor, planId, 'scb-population', 'CO2e');
		expect(() => askSource(editor, planId, 'scb-population', 'CO2e')).not.toThrow();
		cancelSource(editor, planId);
		expect(await ended(editor, planId)).toMatchObject({ state: 'cancelled' });
		slow.stop();
	});
});
