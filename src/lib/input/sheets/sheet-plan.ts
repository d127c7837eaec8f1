import type { ListPart } from '../../core/plan/parts.ts';
import type { Catalogue } from '../../core/plan/programme.ts';
import { membersOf } from '../plan-file/edit-file.ts';
import { planFileOf, type PlanFileValue } from '../plan-file/write.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { plainHeading } from './headings.ts';
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
	readonly #programmes: readonly { readonly id: string; readonly names: readonly string[] }[];

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
			for (const name of new Set(namesOf(measure).map(plainHeading)))
				byName.set(name, [...(byName.get(name) ?? []), measure]);
		this.#measuresByName = byName;
		const own = (file.programmes ?? []) as readonly Member[];
		this.#programmes = [...catalogue.programmes.values(), ...own].map((programme) => ({
			id: programme.id,
			names: namesOf(programme as unknown as Member)
		}));
		const ids = new Map<string, string | null>();
		for (const { id, names } of this.#programmes)
			for (const name of new Set(names.map(plainHeading)))
				ids.set(name, ids.has(name) && ids.get(name) !== id ? null : id);
		for (const { id } of this.#programmes) ids.set(plainHeading(id), id);
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
		return byId ? [byId] : (this.#measuresByName.get(plainHeading(text)) ?? []);
	}

	/** Those whose name is nearest to a text, for a question. */
	measuresLike(text: string): Option[] {
		return likest(
			text,
			[...this.measures.values()].map((one) => ({ id: one.id, names: namesOf(one) }))
		);
	}

	/** The pool of an id, or the only one of a sector. */
	poolOf(text: string): string | null {
		const plain = plainHeading(text);
		const found = this.plan.pools.filter(
			({ id, sector }) => id === text.trim() || plainHeading(sector ?? '') === plain
		);
		return found.length === 1 ? (found[0]?.id ?? null) : null;
	}

	/** The programme of an id or a name; several of one name are none. */
	programmeNamed(text: string): string | null {
		return this.#programmeIds.get(plainHeading(text)) ?? null;
	}

	programmesLike(text: string): Option[] {
		return likest(text, this.#programmes);
	}
}

function namesOf({ name }: Member): string[] {
	if (typeof name === 'string') return [name];
	return Object.values((name ?? {}) as Record<string, string>);
}

const MOST_OFFERED = 8;

/** The things whose names share most words with a text. */
function likest(
	text: string,
	things: readonly { readonly id: string; readonly names: readonly string[] }[]
): Option[] {
	const words = plainHeading(text)
		.split(' ')
		.filter((word) => word.length > 2);
	const shared = ({ names }: (typeof things)[number]) => {
		const own = plainHeading(names.join(' '));
		return words.filter((word) => own.includes(word)).length;
	};
	return things
		.map((thing) => ({ thing, score: shared(thing) }))
		.sort((a, b) => b.score - a.score)
		.slice(0, MOST_OFFERED)
		.map(({ thing: { id, names } }) => ({
			value: id,
			text: { sv: `${id} ${names[0] ?? ''}`, en: `${id} ${names.at(-1) ?? ''}` }
		}));
}
