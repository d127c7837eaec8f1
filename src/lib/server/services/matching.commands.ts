import { ASSUMED_PROBABILITY, askedAmounts } from '../../core/funding/matching/application.ts';
import { factKind } from '../../core/plan/facts.ts';
import { id } from '../../input/plan-file/fields.ts';
import { measureFileOf, planFileOf } from '../../input/plan-file/write.ts';
import { permit, type Context } from './context.ts';
import { editPlan, type PartEdit } from './edits.ts';
import { InvalidInputError, NotFoundError } from './errors.ts';
import { asFieldProblems } from './field-problems.ts';
import { oneMatch, type MatchKey } from './matching.queries.ts';
import { newApplications } from './new-applications.ts';
import { loadPlan } from './plan-cache.ts';

/** Answers a question that a funding rule asks, on the measure or the municipality that it is about: one step, which undo takes back. */
export function answerFact(
	ctx: Context,
	planId: string,
	measureId: string,
	{ key, answer }: { readonly key: string; readonly answer: string }
): void {
	permit(ctx, 'plan.edit');
	const { plan } = loadPlan(ctx, planId);
	const measure = plan.measures.find(({ id }) => id === measureId);
	if (!measure) throw new NotFoundError(`No measure ${measureId} in plan ${planId}.`);
	const { scope, answer: kind, question } = factKind(key);
	const value =
		kind === 'yes-no' ? (Object.hasOwn(answers, answer) ? answers[answer] : undefined) : answer;
	if (value === undefined || value === '' || !id.safeParse(key).success)
		throw new InvalidInputError({ [key]: CHOOSE });
	const edit: PartEdit =
		scope === 'municipality'
			? {
					part: 'municipality',
					id: null,
					after: withFact(planFileOf(plan).municipality, key, value)
				}
			: { part: 'measures', id: measureId, after: withFact(measureFileOf(measure), key, value) };
	const title = { name: 'fact.answer', label: `${measureId}: ${question.sv}` };
	asFieldProblems(
		() => key,
		() => editPlan(ctx, planId, title, [edit])
	);
}

const answers: Readonly<Record<string, boolean>> = { true: true, false: false };

const CHOOSE = { sv: 'Välj ett av svaren.', en: 'Choose one of the answers.' };

function withFact(part: object, key: string, value: boolean | string) {
	const facts = (part as { facts?: object }).facts ?? {};
	return { ...part, facts: { ...facts, [key]: value } };
}

/**
 * Enters the highest possible grant of a match as a planned application with a line for each cost item: one step, which undo takes back.
 * Throws InvalidInputError where nothing is left to apply for.
 */
export function addApplication(
	ctx: Context,
	planId: string,
	portfolioId: string | null,
	key: MatchKey
): void {
	permit(ctx, 'plan.edit');
	const { found, source, placed, match } = oneMatch(ctx, planId, portfolioId, key);
	const asked = askedAmounts(match).filter(({ amounts }) => amounts.length > 0);
	if (asked.length === 0) throw new InvalidInputError({ form: NOTHING_LEFT });
	const { edits } = newApplications(found.plan, [
		{
			name: `${match.call?.name.sv ?? source.name.sv}, ${placed.measure.id}`,
			programme: source.id,
			call: match.call?.id ?? null,
			probability: ASSUMED_PROBABILITY,
			source: 'Sannolikheten är antagen',
			lines: asked.map(({ costItem, amounts }) => ({
				measure: placed.measure.id,
				costItem,
				amounts: amounts.map(({ year, amount }) => ({
					year,
					amount: amount.toFixed(2),
					currency: 'SEK'
				})),
				source: 'Högsta möjliga stöd enligt programmets regler',
				confidence: 'assumed'
			}))
		}
	]);
	const title = { name: 'funding.add', label: `${source.name.sv}, ${placed.measure.id}` };
	asFieldProblems(
		() => null,
		() => editPlan(ctx, planId, title, edits)
	);
}

const NOTHING_LEFT = {
	sv: 'Reglerna lämnar inget att söka. Se vilken regel som faller.',
	en: 'The rules leave nothing to apply for. See which rule falls.'
};
