import type { ListPart } from '../../core/plan/parts.ts';
import type { Catalogue } from '../../core/plan/programme.ts';
import { membersOf } from '../plan-file/edit-file.ts';
import { planFileOf, type PlanFileValue } from '../plan-file/write.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { plainName } from './headings.ts';
import type { Option } from './values.ts';

/** A row of a list of the plan file. */
export type Member = Readonly<Record<string, unknown>> & { readonly id: string };

/** The plan that a table is read into: what a text of a cell may mean in it. */
export class SheetPlan {
	readonly plan: Plan;
	readonly file: PlanFileValue;
	readonly catalogue: Catalogue;
	readonly measures: ReadonlyMap<string, Member>;
	readonly funding: ReadonlyMap<string, Member>;
	readonly #measuresByName: ReadonlyMap<string, readonly Member[]>;
	/** Ids by ids and names; null: several. */
	readonly #programmeIds: ReadonlyMap<string, string | null>;
	readonly #named: readonly Named[];
	readonly #programmes: readonly Named[];
	readonly #offered = new Map<string, readonly Option[]>();

	constructor(plan: Plan, catalogue: Catalogue) {
		const file = planFileOf(plan);
		this.plan = plan;
		this.file = file;
		this.catalogue = catalogue;
		const listed = (part: ListPart) => membersOf(file, part) as Map<string, Member>;
		this.measures = listed('measures');
		this.funding = listed('funding');
		const byName = new Map<string, Member[]>();
		for (const measure of this.measures.values())
			for (const name of new Set(namesOf(measure).map(plainName)))
				byName.set(name, [...(byName.get(name) ?? []), measure]);
		this.#measuresByName = byName;
		const own = (file.programmes ?? []) as readonly Member[];
		this.#programmes = [...catalogue.programmes.values(), ...own].map((programme) =>
			named(programme as unknown as Member)
		);
		this.#named = [...this.measures.values()].map(named);
		const ids = new Map<string, string | null>();
		for (const { id, names } of this.#programmes)
			for (const name of new Set(names.map(plainName)))
				ids.set(name, ids.has(name) && ids.get(name) !== id ? null : id);
		for (const { id } of this.#programmes) ids.set(plainName(id), id);
		this.#programmeIds = ids;
	}

	get lastYear(): number {
		return this.plan.settings.lastYear;
	}

	get poolIds(): readonly string[] {
		return this.plan.pools.map(({ id }) => id);
	}

	measuresNamed(text: string): readonly Member[] {
		const byId = this.measures.get(text.trim());
		return byId ? [byId] : (this.#measuresByName.get(plainName(text)) ?? []);
	}

	/** Those whose name is nearest to a text, for a question. */
	measuresLike(text: string): readonly Option[] {
		return this.#like(text, this.#named);
	}

	/** The pool of an id, or the only one of a sector. */
	poolOf(text: string): string | null {
		const plain = plainName(text);
		const found = this.plan.pools.filter(
			({ id, sector }) => id === text.trim() || plainName(sector ?? '') === plain
		);
		return found.length === 1 ? (found[0]?.id ?? null) : null;
	}

	/** The programme of an id or a name; several of one name are none. */
	programmeNamed(text: string): string | null {
		return this.#programmeIds.get(plainName(text)) ?? null;
	}

	programmesLike(text: string): readonly Option[] {
		return this.#like(text, this.#programmes);
	}

	/** The same for the same text; of very many texts only the first are given a choice. */
	#like(text: string, things: readonly Named[]): readonly Option[] {
		const key = `${things === this.#named ? 'measure' : 'programme'} ${text.slice(0, 300)}`;
		const known = this.#offered.get(key);
		if (known) return known;
		if (this.#offered.size >= MOST_ASKED) return [];
		const options = likest(text, things);
		this.#offered.set(key, options);
		return options;
	}
}

const MOST_ASKED = 200;

function namesOf({ name }: Member): string[] {
	if (typeof name === 'string') return [name];
	return Object.values((name ?? {}) as Record<string, string>);
}

const MOST_OFFERED = 8;

/** A thing that a text may mean, its names as they are compared. */
type Named = { readonly id: string; readonly names: readonly string[]; readonly plain: string };

function named(thing: Member): Named {
	const names = namesOf(thing);
	return { id: thing.id, names, plain: plainName(names.join(' ')) };
}

/** The things whose names share most words with a text. */
function likest(text: string, things: readonly Named[]): Option[] {
	const words = plainName(text)
		.split(' ')
		.filter((word) => word.length > 2);
	return things
		.map((thing) => ({ thing, score: words.filter((word) => thing.plain.includes(word)).length }))
		.sort((a, b) => b.score - a.score)
		.slice(0, MOST_OFFERED)
		.map(({ thing: { id, names } }) => ({
			value: id,
			text: { sv: `${id} ${names[0] ?? ''}`, en: `${id} ${names.at(-1) ?? ''}` }
		}));
}
