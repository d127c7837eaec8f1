import { Decimal } from '../../core/decimal.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Catalogue, Programme } from '../../core/plan/programme.ts';
import { evaluate } from '../../core/portfolio/evaluate.ts';
import type { Evaluation } from '../../core/portfolio/evaluation.ts';
import { readPlanFile } from './read.ts';

/** A plan to compute with in the browser; nothing of it is ever saved. */
export type WorkingCopy = {
	readonly file: object;
	readonly catalogue: Pick<Catalogue, 'aidRules'> & { readonly programmes: readonly Programme[] };
};

/** Members of the file's lists in place of those with the same id, or added last. */
export type Replacements = Readonly<
	Partial<Record<'measures' | 'funding' | 'portfolios', readonly { readonly id: string }[]>>
>;

/** As JSON carries it, a share is text. */
export function revived(copy: WorkingCopy): WorkingCopy {
	return {
		...copy,
		catalogue: {
			...copy.catalogue,
			programmes: copy.catalogue.programmes.map((programme) => ({
				...programme,
				maxSupportShare:
					programme.maxSupportShare === null ? null : new Decimal(programme.maxSupportShare)
			}))
		}
	};
}

/**
 * The figures of a portfolio of the plan as it would be; null when the plan would break a rule. `without` names funding
 * lines that are taken away.
 */
export function whatIf(
	{ file, catalogue }: WorkingCopy,
	portfolioId: string,
	replacements: Replacements,
	without: ReadonlySet<string> = new Set()
): Evaluation | null {
	const lists = file as Record<string, readonly { readonly id: string }[]>;
	const edited: Record<string, unknown> = { ...file };
	for (const [name, members] of Object.entries(replacements)) {
		const byId = new Map(members.map((member) => [member.id, member]));
		const kept = (lists[name] ?? []).filter(({ id }) => !without.has(`${name} ${id}`));
		edited[name] = [
			...kept.map((member) => byId.get(member.id) ?? member),
			...members.filter(({ id }) => !kept.some((member) => member.id === id))
		];
	}
	const plan = planOfCopy({ file: edited, catalogue });
	return plan && evaluate(plan, portfolioId);
}

/** The plan of a working copy; null when it breaks a rule. */
export function planOfCopy({ file, catalogue }: WorkingCopy): Plan | null {
	const programmes = new Map(catalogue.programmes.map((programme) => [programme.id, programme]));
	const result = readPlanFile(JSON.stringify(file), { ...catalogue, programmes });
	return result.kind === 'plan' ? result.plan : null;
}
