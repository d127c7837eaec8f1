import { Decimal } from '../../core/decimal.ts';
import { nextId } from '../../core/plan/next-id.ts';
import type { Call } from '../../core/plan/call.ts';
import type { Programme } from '../../core/plan/programme.ts';
import type { ProposedFile } from '../work/funding-task.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { PartEdit } from './edits.ts';
import { withIds } from './funding-lines.ts';

/** An application to enter, with its lines in the form of the plan file. */
export type WantedApplication = {
	readonly name: string;
	readonly programme: string;
	readonly call: string | null;
	readonly probability: Decimal;
	readonly source: string;
	readonly lines: readonly (Readonly<Record<string, unknown>> & { readonly measure: string })[];
};

/** What a solver proposes to apply for, as an application to enter; named by its call, else its programme. */
export function wantedApplication(
	{ programme, call, measure, probability, lines }: ProposedFile,
	programmes: readonly Programme[],
	calls: readonly Call[],
	source: string
): WantedApplication {
	const known = calls.find(({ id }) => id === call);
	const named = known ?? programmes.find(({ id }) => id === programme);
	return {
		name: `${named?.name.sv ?? programme}, ${measure}`,
		programme,
		call: known?.id ?? null,
		probability: new Decimal(probability),
		source,
		lines
	};
}

/** Planned applications with their lines as edits of the plan, under the next free ids, which come along in their order. */
export function newApplications(
	plan: Plan,
	wanted: readonly WantedApplication[]
): { readonly ids: readonly string[]; readonly edits: readonly PartEdit[] } {
	const taken: { readonly id: string }[] = [...plan.applications];
	const ids = wanted.map(() => {
		const id = nextId(taken, 'AN');
		taken.push({ id });
		return id;
	});
	const lines = withIds(
		plan,
		wanted.flatMap(({ lines: own, programme }, place) =>
			own.map((line) => ({ ...ownOf(line), id: '', programme, application: ids[place] }))
		)
	);
	const applications = wanted.map(({ name, programme, call, probability, source }, place) => ({
		id: ids[place] ?? '',
		name,
		programme,
		...(call !== null && { call }),
		status: 'planned',
		probability: probability.toNumber(),
		source,
		confidence: 'assumed'
	}));
	return {
		ids,
		edits: [
			...applications.map((after): PartEdit => ({ part: 'applications', id: after.id, after })),
			...lines.map((after): PartEdit => ({ part: 'funding', id: after.id, after }))
		]
	};
}

/** What the application says is not said by its lines. */
function ownOf({
	status: _,
	probability: __,
	applied: ___,
	decision: ____,
	...line
}: WantedApplication['lines'][number]) {
	return line as WantedApplication['lines'][number];
}
