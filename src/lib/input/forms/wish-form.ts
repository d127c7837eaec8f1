import { Decimal } from '../../core/decimal.ts';
import type { Text } from '../../core/errors.ts';
import { usualWindow } from '../../core/optimise/choosable.ts';
import {
	MOST_TONNES,
	countedMoney,
	goals,
	type Offer,
	type Wish
} from '../../core/optimise/wish.ts';
import { ownValue, startOf } from '../../core/plan/placement.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { yearsOf } from '../../core/years.ts';
import { fieldReader, type FormValues } from './field-reader.ts';

/** A wish as a form has it: texts and plain numbers, which cross threads. */
export type WishFile = {
	readonly goal: Wish['goal'];
	readonly year: number | null;
	readonly scope: Wish['tonnes']['scope'];
	readonly leastTonnes: number | null;
	readonly cost: Wish['cost'];
	/** Own money: without limit, the plan's investment capacity, or an amount a year (kr). */
	readonly budget: 'none' | 'plan' | { readonly perYear: string };
	readonly money: Wish['money'];
	readonly starts: 'free' | 'fixed';
	/** A portfolio that is kept as it is, and filled up. */
	readonly keep: string | null;
	readonly must: readonly string[];
	readonly mustNot: readonly string[];
};

export const scopes = ['all', 'CO2', 'CO2e'] as const;
export const costViews = ['municipal', 'socioeconomic'] as const;
export const budgetChoices = ['plan', 'none', 'amount'] as const;
export const startChoices = ['free', 'fixed'] as const;

/** What a form begins with. */
export const usualWish: FormValues = {
	goal: 'most-tonnes',
	year: '',
	scope: 'all',
	leastTonnes: '',
	cost: 'municipal',
	budget: 'plan',
	perYear: '',
	money: 'secured',
	starts: 'free',
	keep: ''
};

const MUST = 'measure.';

/** Reads the form of a wish; errors by field. */
export function readWishForm(
	plan: Plan,
	values: FormValues
): { readonly file: WishFile; readonly errors: Readonly<Record<string, Text>> } {
	const form = fieldReader(values);
	const { text, errors } = form;
	const oneOf = <Choice extends string>(name: string, choices: readonly Choice[]): Choice => {
		const found = choices.find((choice) => choice === text(name));
		if (found !== undefined) return found;
		errors[name] = CHOOSE;
		return choices[0] as Choice;
	};
	const goal = oneOf('goal', goals);
	const budget = oneOf('budget', budgetChoices);
	const perYear = form.amount('perYear');
	if (budget === 'amount' && perYear === null && !errors['perYear'])
		errors['perYear'] = GIVE_AMOUNT;
	if (goal === 'smallest-gap') {
		const unknown =
			budget === 'plan' ? yearsOf(plan.settings).filter((one) => !hasRoom(plan, one)) : [];
		if (budget === 'none') errors['budget'] = GAP_NEEDS_ROOM;
		if (unknown.length > 0) errors['budget'] = unknownRoom(unknown);
	}
	const leastTonnes = form.number('leastTonnes');
	if (leastTonnes !== null && !(leastTonnes >= 0 && leastTonnes <= MOST_TONNES))
		errors['leastTonnes'] = NOT_BELOW;
	const year = form.year('year');
	const { firstYear, lastYear } = plan.settings;
	if (year !== null && (year < firstYear || year > lastYear))
		errors['year'] = {
			sv: `ska vara ett av planens år, ${firstYear} till ${lastYear}`,
			en: `must be one of the plan’s years, ${firstYear} to ${lastYear}`
		};
	const wishedAs = (choice: string) =>
		plan.measures.flatMap(({ id }) => (text(`${MUST}${id}`) === choice ? [id] : []));
	const keep = text('keep') || null;
	if (keep !== null && !plan.portfolios.some(({ id }) => id === keep)) errors['keep'] = CHOOSE;
	return {
		errors,
		file: {
			goal,
			year,
			scope: oneOf('scope', scopes),
			leastTonnes,
			cost: oneOf('cost', costViews),
			budget: budget === 'amount' ? { perYear: perYear ?? '0' } : budget,
			money: oneOf('money', countedMoney),
			starts: oneOf('starts', startChoices),
			keep,
			must: wishedAs('must'),
			mustNot: wishedAs('must-not')
		}
	};
}

/** The wish for a plan. */
export function wishOf(plan: Plan, file: WishFile, offer: Offer): Wish {
	const { goal, year, scope, leastTonnes, cost, money, must, mustNot, budget } = file;
	const kept = plan.portfolios.find(({ id }) => id === file.keep);
	return {
		goal,
		tonnes: { year, scope },
		leastTonnes: leastTonnes === null ? null : new Decimal(leastTonnes),
		cost,
		money,
		offer,
		budget:
			typeof budget === 'string'
				? budget
				: new Map(yearsOf(plan.settings).map((one) => [one, new Decimal(budget.perYear)])),
		must: [...new Set([...(kept?.measures ?? []), ...must])],
		mustNot,
		starts: new Map(
			plan.measures.map((measure) => {
				const start = kept?.measures.includes(measure.id) ? startOf(measure, kept) : null;
				const fixed = file.starts === 'fixed' ? measure.startYear : null;
				const only = start ?? fixed;
				const window = usualWindow(plan, measure);
				return [measure.id, only === null ? window : { earliest: only, latest: only }];
			})
		),
		scale: Object.fromEntries(
			(kept?.measures ?? []).flatMap((id) => {
				const scale = kept && ownValue(kept.scale, id);
				return scale ? [[id, scale] as const] : [];
			})
		)
	};
}

function hasRoom({ budget }: Plan, year: number): boolean {
	return budget.some((row) => row.year === year && row.ownInvestmentCapacity !== null);
}

function unknownRoom(years: readonly number[]): Text {
	const list = years.join(', ');
	return {
		sv: `Planens utrymme är okänt för ${list}. Fyll i det under Investeringsutrymme, eller välj ett belopp per år.`,
		en: `The plan’s capacity is not known for ${list}. Give it under Investment capacity, or choose an amount a year.`
	};
}

const CHOOSE = { sv: 'Välj ett av alternativen.', en: 'Choose one of the alternatives.' };
const GIVE_AMOUNT = {
	sv: 'Skriv hur mycket egna pengar det högst får bli per år, till exempel 12 mnkr.',
	en: 'Write how much own money it may be a year at most, such as 12 mnkr.'
};
const GAP_NEEDS_ROOM = {
	sv: 'Ett gap räknas mot egna pengar. Välj planens utrymme eller ett belopp per år.',
	en: 'A gap is reckoned against own money. Choose the plan’s capacity or an amount a year.'
};
const NOT_BELOW = {
	sv: 'ska vara noll eller mer, och högst en miljard',
	en: 'must be zero or more, and at most 10^9'
};
