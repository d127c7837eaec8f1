import { DomainError, type Text } from '../../core/errors.ts';
import { explainer, type Explainer } from '../../core/portfolio/explain/explain.ts';
import { type Explained, type Stated } from '../../core/portfolio/explain/explained.ts';
import { chapters } from '../../core/method.ts';
import { chosenSettings } from '../../core/plan/method-settings.ts';
import * as audit from '../store/audit.ts';
import { chosen } from './chosen-portfolio.ts';
import { permit, type Context } from './context.ts';
import { NotFoundError } from './errors.ts';
import { logRows } from './log-rows.ts';

/** How deep a page shows the inputs of inputs; what lies deeper has a page of its own. Nodes without one do not count. */
const DEPTH = 3;

const inMethod = new Set(chapters.flatMap(({ formulas }) => formulas.map(({ id }) => id)));

/** More inputs than this are told by their number; the page of each shows it all the same. */
const MOST_INPUTS = 150;

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
	/** Inputs that are not shown here. */
	readonly hidden: number;
};

/** How a figure of a portfolio comes about, with who typed what and when. */
export function explainPage(
	ctx: Context,
	planId: string,
	portfolioId: string | null,
	figure: string
) {
	const { organisationId } = permit(ctx, 'plan.read');
	const found = chosen(ctx, planId, portfolioId);
	if (!found)
		throw new NotFoundError(`Plan ${planId} has no portfolio whose figures could be explained.`);
	const find: Explainer = found.view('explainer', found.portfolio.id, () =>
		explainer(found.plan, found.evaluation)
	);
	const authors = authorship(ctx, organisationId, planId);
	return {
		portfolio: { id: found.portfolio.id, name: found.portfolio.name },
		settings: chosenSettings(found.plan.settings.method).map((name) => ({
			name,
			value: String(found.plan.settings.method[name])
		})),
		node: shown(nodeOf(find, figure), authors, DEPTH)
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

function shown(
	node: Explained,
	authors: (stated: Stated) => Authorship | null,
	depth: number
): ShownNode {
	const { formula, stated } = node;
	const inputs = depth > 0 ? node.inputs.slice(0, MOST_INPUTS) : [];
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
				formula.example.length === node.inputs.length
					? formula.example.map(({ symbol }) => symbol)
					: []
		},
		stated: stated && { ...stated, by: authors(stated) },
		inputs: inputs.map((input) => shown(input, authors, input.figure === null ? depth : depth - 1)),
		hidden: formula ? node.inputs.length - inputs.length : 0
	};
}

/** Looks up who typed a value last: the latest row of the log that is about it, else the one that brought its part or plan. */
function authorship(ctx: Context, organisationId: string, planId: string) {
	const rows = logRows(
		ctx,
		organisationId,
		audit.listOfPlan(ctx.db, organisationId, planId, MOST_ROWS)
	);
	const byThing = new Map<string, typeof rows>();
	for (const row of rows) byThing.set(row.entityId, [...(byThing.get(row.entityId) ?? []), row]);
	const first = rows.at(-1);
	return ({ part, id, field }: Stated): Authorship | null => {
		const own = byThing.get(id === null ? planId : `${planId}/${id}`) ?? [];
		const path = id === null ? `${part}.${field}` : field;
		const row = own.find((one) => isAbout(one.field, path, id !== null)) ?? first;
		return row
			? { who: row.who, isProgram: row.isProgram, at: row.at, isFirst: row === first }
			: null;
	};
}

const MOST_ROWS = 20_000;

/** Whether a change of a field is one of the value at a path: of itself, of what it lies in, or of the thing as a whole. */
function isAbout(changed: string | null, path: string, isThing: boolean): boolean {
	if (changed === null) return isThing;
	return path === changed || path.startsWith(`${changed}.`);
}
