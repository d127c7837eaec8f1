import type { Text } from '../errors.ts';
import type { Finding } from '../funding/eligibility/finding.ts';
import type { CountedFunding } from '../funding/counted-funding.ts';
import type { Claim } from '../funding/stacking/claims.ts';
import type { Cut } from '../funding/stacking/waterfall.ts';
import { bilingual, kronorText } from '../words.ts';
import type { LineRule, Warning } from './evaluation.ts';

/** Every line that asks for money, in the order in which the rules serve them. */
export function lineRules(stack: CountedFunding): LineRule[] {
	return stack.claims.flatMap((claim, place): LineRule[] => {
		const award = stack.awards[place];
		if (!award) return [];
		const { asked, counted, cut } = award;
		return [
			{
				line: claim.id,
				measure: claim.placed.measure.id,
				costItem: claim.item.id,
				programme: claim.programme.id,
				listed: asked,
				counts: counted,
				cut: cut && { rule: cut.rule, amount: asked.minus(counted), text: cutText(cut, stack) }
			}
		];
	});
}

/** Why a line counts less than it lists, in words. */
export function cutText(cut: Cut, { claims }: Pick<CountedFunding, 'claims'>): Text {
	switch (cut.kind) {
		case 'room': {
			const { room, taken } = cut;
			const limit = kronorText(room.capacity);
			const used = kronorText(taken);
			return taken.isZero()
				? { sv: `${room.label.sv} är ${limit.sv}`, en: `${room.label.en} is ${limit.en}` }
				: {
						sv: `${room.label.sv} är ${limit.sv}, och ${used.sv} av det är redan taget`,
						en: `${room.label.en} is ${limit.en}, and ${used.en} of it is taken already`
					};
		}
		case 'excluded': {
			const by = claims[cut.by];
			const name = by?.programme.name ?? bilingual('', '');
			return {
				sv: `samma kostnad betalas redan av ${name.sv} (${by?.id ?? ''}), och de två får inte kombineras`,
				en: `the same cost is already paid by ${name.en} (${by?.id ?? ''}), and the two may not be combined`
			};
		}
		case 'deducted': {
			const taken = kronorText(cut.taken);
			return {
				sv: `investeringsstöd på ${taken.sv} räknas av`,
				en: `investment grants of ${taken.en} are taken off`
			};
		}
		case 'too-small': {
			const least = kronorText(cut.least);
			return {
				sv: `ansökan blir mindre än programmets minsta belopp ${least.sv}`,
				en: `the application falls below the programme’s smallest grant of ${least.en}`
			};
		}
		case 'barred': {
			const { needed, seen } = cut;
			return {
				sv: `${asked(needed).sv} Här: ${seen?.sv ?? 'okänt'}`,
				en: `${asked(needed).en} Here: ${seen?.en ?? 'unknown'}`
			};
		}
	}
}

/** What a rule asks, as the beginning of a sentence about it. */
function asked(needed: Text): Text {
	const isQuestion = needed.sv.endsWith('?');
	return isQuestion
		? { sv: `programmet frågar: ${needed.sv}`, en: `the programme asks: ${needed.en}` }
		: { sv: `programmet kräver: ${needed.sv}.`, en: `the programme requires: ${needed.en}.` };
}

/** Codes of the rules that have been told under names of their own from the start. */
const CODES: Readonly<Record<string, string>> = {
	cost: 'funding-above-cost',
	R01: 'programme-over-share',
	R02: 'programme-over-share',
	R03: 'programme-over-share',
	geography: 'programme-outside-geography'
};

/** Lines that the rules cut, and lines whose programme asks for something that the plan says is not so. */
export function ruleWarnings(stack: CountedFunding): Warning[] {
	return [
		...lineRules(stack).flatMap(({ line, listed, counts, cut }, place): Warning[] => {
			if (!cut) return [];
			const [all, part] = [kronorText(listed), kronorText(counts)];
			return [
				{
					code: cutCode(place, stack),
					where: line,
					value: listed.toFixed(2),
					limit: counts.toFixed(2),
					text: {
						sv: `${line}: ${all.sv} är inlagt men ${part.sv} räknas, för ${cut.text.sv}.`,
						en: `${line}: ${all.en} is entered but ${part.en} counts, because ${cut.text.en}.`
					}
				}
			];
		}),
		...stack.claims.flatMap((claim, place) =>
			stack.awards[place]?.cut?.kind === 'barred'
				? []
				: (stack.judged[place] ?? [])
						.filter(({ outcome }) => outcome === 'failed')
						.map((finding) => doubtful(claim, finding))
		)
	];
}

function cutCode(place: number, { claims, awards }: CountedFunding): string {
	const cut = awards[place]?.cut;
	if (!cut) return 'funding-breaks-rule';
	if (
		cut.kind === 'excluded' &&
		claims[place]?.programme.euBudget &&
		claims[cut.by]?.programme.euBudget
	)
		return 'paid-twice-from-eu-budget';
	return CODES[cut.rule.pattern] ?? 'funding-breaks-rule';
}

/** It counts all the same: the funder has decided, or it is a matter of judgement. */
function doubtful(claim: Claim, { rule, seen, needed }: Finding): Warning {
	const { name } = claim.programme;
	return {
		code: rule.pattern === 'geography' ? 'programme-outside-geography' : 'funding-rule-doubtful',
		where: claim.id,
		value: seen?.sv ?? null,
		limit: needed.sv,
		text: {
			sv: `${claim.id}, ${name.sv}: ${asked(needed).sv} Här: ${seen?.sv ?? 'okänt'}.`,
			en: `${claim.id}, ${name.en}: ${asked(needed).en} Here: ${seen?.en ?? 'unknown'}.`
		}
	};
}
