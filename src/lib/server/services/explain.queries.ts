import { DomainError, type Text } from '../../core/errors.ts';
import type { Formula } from '../../core/formula.ts';
import { isList, type Part } from '../../core/plan/parts.ts';
import { explainer, type Explainer } from '../../core/portfolio/explain/explain.ts';
import { scopeOf } from '../../core/portfolio/explain/scope.ts';
import { SUM, SUM_OF_KNOWN } from '../../core/sums.ts';
import { entities } from './edits.ts';
import { type Explained, type Stated } from '../../core/portfolio/explain/explained.ts';
import { chapters } from '../../core/method.ts';
import { chosenSettings } from '../../core/plan/method-settings.ts';
import * as audit from '../store/audit.ts';
import { chosen } from './chosen-portfolio.ts';
import { permit, type Context } from './context.ts';
import { NotFoundError } from './errors.ts';
import { logRows } from './log-rows.ts';

/** How deep a page shows the inputs of inputs when it is opened, and with all steps; nodes without a page of their own do not count. */
const DEPTH = { first: 3, all: 12 } as const;

/** So many values a page shows; what is beyond is told by its number and can be asked for. */
const MOST_NODES = 1_000;

const inMethod = new Set(chapters.flatMap(({ formulas }) => formulas.map(({ id }) => id)));

/** Who typed a value last, and when; null where the log does not tell. */
export type Authorship = {
	readonly who: string | null;
	readonly isProgram: boolean;
	readonly at: number;
	readonly isFirst: boolean;
};

/** A node as a page shows it: what lies too deep is not there, but can be asked for where the node has an address. */
export type ShownNode = Omit<Explained, 'inputs' | 'stated' | 'formula'> & {
	readonly formula:
		| (Pick<NonNullable<Explained['formula']>, 'id' | 'name' | 'symbols' | 'words'> & {
				/** Null for plain sums and products, which need none. */
				readonly source: Text | null;
				/** The formula's letters for its inputs, where it has one for each. */
				readonly inputSymbols: readonly string[];
		  })
		| null;
	readonly stated: (Stated & { readonly by: Authorship | null }) | null;
	readonly inputs: readonly ShownNode[];
	/** Inputs for which there was no room. */
	readonly hidden: number;
	/** Inputs of a sum that are zero. */
	readonly zeros: number;
	/** Whether it has inputs that only its own page shows. */
	readonly isDeep: boolean;
};

/** How a figure of a portfolio comes about, with who typed what and when. */
export function explainPage(
	ctx: Context,
	planId: string,
	portfolioId: string | null,
	{ figure, isAll }: { readonly figure: string; readonly isAll: boolean }
) {
	const { organisationId } = permit(ctx, 'plan.read');
	const found = chosen(ctx, planId, portfolioId);
	if (!found)
		throw new NotFoundError(`Plan ${planId} has no portfolio whose figures could be explained.`);
	const scope = found.view('scope', found.portfolio.id, () =>
		scopeOf(found.plan, found.evaluation)
	);
	const find = explainer(scope);
	const authors = authorship(ctx, organisationId, planId);
	return {
		portfolio: { id: found.portfolio.id, name: found.portfolio.name },
		settings: chosenSettings(found.plan.settings.method).map((name) => ({
			name,
			value: String(found.plan.settings.method[name])
		})),
		node: shown(nodeOf(find, figure), {
			authors,
			left: MOST_NODES,
			depth: isAll ? DEPTH.all : DEPTH.first
		})
	};
}

function nodeOf(find: Explainer, figure: string): Explained {
	try {
		return find(figure);
	} catch (error) {
		if (error instanceof DomainError && error.code === 'unknown-figure')
			throw new NotFoundError(error.message);
		throw error;
	}
}

/** What a page still has room for. */
type Room = {
	readonly authors: (stated: Stated) => Authorship | null;
	left: number;
	readonly depth: number;
};

/** Sums leave out what adds nothing: it is told by its number. */
const SUMS: ReadonlySet<Formula> = new Set([SUM, SUM_OF_KNOWN]);

function shown(node: Explained, room: Room): ShownNode {
	const { formula, stated } = node;
	const isDeep = room.depth === 0 || room.left <= 0;
	const all = formula && !isDeep ? node.inputs : [];
	const telling = formula && SUMS.has(formula) ? all.filter(({ value }) => !value?.isZero()) : all;
	const inputs = telling.slice(0, room.left);
	room.left -= inputs.length;
	return {
		figure: node.figure,
		label: node.label,
		unit: node.unit,
		value: node.value,
		note: node.note,
		formula: formula && {
			id: formula.id,
			name: formula.name,
			symbols: formula.symbols,
			words: formula.words,
			source: inMethod.has(formula.id) ? formula.source : null,
			inputSymbols:
				formula.example.length === all.length ? formula.example.map(({ symbol }) => symbol) : []
		},
		stated: stated && { ...stated, by: room.authors(stated) },
		inputs: inputs.map((input, place) => within(input, room, inputs.length - place)),
		hidden: telling.length - inputs.length,
		zeros: all.length - telling.length,
		isDeep: formula !== null && isDeep
	};
}

/** An input, one step deeper if it has a page of its own, with its part of the room that is left for so many. */
function within(input: Explained, room: Room, forInputs: number): ShownNode {
	const part = Math.ceil(room.left / forInputs);
	const depth = room.depth - (input.figure === null ? 0 : 1);
	const own = { ...room, left: part, depth };
	const node = shown(input, own);
	room.left -= part - own.left;
	return node;
}

/**
 * Looks up who typed a value last: the latest row of the log that is about it, else the one that brought the plan. Null
 * where the log is longer than what is looked at and says nothing of it.
 */
function authorship(ctx: Context, organisationId: string, planId: string) {
	const rows = audit.listOfPlan(ctx.db, organisationId, planId, MOST_ROWS);
	const people = logRows(ctx, organisationId, rows);
	const byThing = new Map<string, { field: string | null; by: Authorship }[]>();
	rows.forEach((row, index) => {
		const person = people[index];
		if (!person) return;
		const key = `${row.entity} ${row.entityId}`;
		const own = byThing.get(key) ?? [];
		const { who, isProgram, at } = person;
		own.push({
			field: row.field,
			by: { who, isProgram, at, isFirst: BROUGHT.has(row.action) }
		});
		byThing.set(key, own);
	});
	const brought = byThing.get(`plan ${planId}`)?.find(({ by }) => by.isFirst)?.by ?? null;
	return ({ part, id, field }: Stated): Authorship | null => {
		const key = id === null ? `plan ${planId}` : `${entityOf(part)} ${planId}/${id}`;
		const path = id === null ? `${part}.${field}` : field;
		const row = byThing.get(key)?.find((one) => isAbout(one.field, path, id !== null));
		return row?.by ?? brought;
	};
}

const MOST_ROWS = 20_000;

/** What brings a whole plan. */
const BROUGHT: ReadonlySet<string> = new Set(['plan.import', 'example.load']);

function entityOf(part: Part): string {
	return isList(part) ? entities[part] : 'plan';
}

/** Whether a change of a field is one of the value at a path: of itself, of what it lies in, or of the thing as a whole. */
function isAbout(changed: string | null, path: string, isThing: boolean): boolean {
	if (changed === null) return isThing;
	return path === changed || path.startsWith(`${changed}.`);
}
