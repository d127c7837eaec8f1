import { sum, ZERO } from '../../decimal.ts';
import type { Text } from '../../errors.ts';
import { NET_CASH, REST_SHARE } from '../../funding/budget-formulas.ts';
import { paysIn, type PaidFlow } from '../../funding/payout.ts';
import { finalPlace, paidShares, yearsUntilPaid } from '../../plan/payout.ts';
import type { FundingLine } from '../../plan/plan.ts';
import { DIFFERENCE, PRODUCT, SUM } from '../../sums.ts';
import { at } from '../../years.ts';
import { runningCosts } from '../payer-figures.ts';
import { sumOfItems } from './costs.ts';
import { derived, figureOf, given, text, typed, type Explained } from './explained.ts';
import { ofAward } from './funding-amounts.ts';
import { yearAt, type Figures, type Scope } from './scope.ts';
import { series } from './series.ts';
import { PARTS } from './operating.ts';

function runningPart(scope: Scope, kind: 'opex' | 'saving' | 'revenue', index: number): Explained {
	const perYear = scope.frame.years.map((_, place) =>
		sum(
			scope.measures.flatMap(({ placed, flows }) =>
				flows.items.flatMap(({ item, perYear: amounts }) =>
					amounts && item.kind === kind && item.payer === 'municipality'
						? [at(amounts, place).times(placed.ownShare)]
						: []
				)
			)
		)
	);
	const node = sumOfItems(scope, String(yearAt(scope, index)), {
		path: ['running', kind],
		label: PARTS[kind],
		perYear,
		isAsked: (item) => item.kind === kind && item.payer === 'municipality'
	});
	return { ...(node ?? given(PARTS[kind], 'kr', ZERO)), figure: null };
}

const ADVANCE = text('Förskott', 'Advance');
const FINAL = text('Slutbetalning', 'Final payment');

/** What of a line is paid in a year: of its advance, of the year that it is for, and of what was held back. */
function paymentParts(scope: Scope, { flow, first, last }: PaidFlow, place: number): Explained[] {
	const { line } = flow;
	const shares = paidShares(line);
	const from = place - (yearsUntilPaid(line) ?? 0);
	const advance = typed(
		ADVANCE,
		'share',
		shares.advance,
		ofAward(scope, line, 'payout.advanceShare')
	);
	const final = typed(FINAL, 'share', shares.final, ofAward(scope, line, 'payout.lastShare'));
	const part = (label: Text, amount: Explained, of: Explained): Explained[] =>
		of.value === null || of.value.isZero() || amount.value === null || amount.value.isZero()
			? []
			: [
					derived({
						label,
						unit: 'kr',
						value: amount.value.times(of.value),
						formula: PRODUCT,
						inputs: () => [amount, of]
					})
				];
	const whole = () => scope.find(figureOf('line', line.id));
	const named = (sv: string, en: string) => text(`${line.id}, ${sv}`, `${line.id}, ${en}`);
	if (!line.payout)
		return from < 0 ? [] : [scope.find(figureOf('line', line.id, yearAt(scope, from)))];
	return [
		...(place === first ? part(named('förskott', 'advance'), whole(), advance) : []),
		...(from >= 0 && !at(flow.perYear, from).isZero()
			? part(
					named(`för ${yearAt(scope, from)}`, `for ${yearAt(scope, from)}`),
					scope.find(figureOf('line', line.id, yearAt(scope, from))),
					derived({
						label: text('Varken förskott eller slutbetalning', 'Neither advance nor final payment'),
						unit: 'share',
						value: shares.during,
						formula: REST_SHARE,
						inputs: () => [advance, final]
					})
				)
			: []),
		...(place === finalPlace(line, last)
			? part(named('slutbetalning', 'final payment'), whole(), final)
			: [])
	];
}

/** How much later than its year a line is paid. */
function laterNote(line: FundingLine): Text | null {
	const years = yearsUntilPaid(line) ?? 0;
	if (years === 0 || paidShares(line).during.isZero()) return null;
	const [own, held] = line.payout ? ['Det som varken är', 'What is neither'] : [];
	return text(
		own
			? `${own} förskott eller slutbetalning betalas ut ${years} år efter sitt år.`
			: `Betalas ut ${years} år efter sitt år.`,
		held
			? `${held} advance nor final payment is paid ${years} years after its year.`
			: `Paid ${years} years after its year.`
	);
}

/** Cash per year, and the bridging that it takes. */
export const cashFigures: Figures = {
	running: (scope, [year]) => {
		const perYear = runningCosts(scope.measures, 'municipality', scope.frame.horizon);
		return series(scope, year, {
			path: ['running'],
			label: text(
				'Kommunens drift efter besparingar och intäkter',
				'The municipality’s running costs after savings and revenues'
			),
			unit: 'kr',
			perYear,
			formula: DIFFERENCE,
			inputs: (index) =>
				(['opex', 'saving', 'revenue'] as const).map((kind) => runningPart(scope, kind, index))
		});
	},
	paidOut: (scope, [year]) => {
		const own = [...scope.paid.values()];
		return series(scope, year, {
			path: ['paidOut'],
			label: text('Säkrad finansiering när den betalas ut', 'Secured funding as it is paid out'),
			unit: 'kr',
			perYear: scope.evaluation.liquidity.paidOut,
			formula: SUM,
			inputs: (index) =>
				own
					.filter((one) => paysIn(one, index))
					.map(({ flow }) => scope.find(figureOf('paidLine', flow.line.id, yearAt(scope, index))))
		});
	},
	/** What of a line is paid in a year. */
	paidLine: (scope, [id, year]) => {
		const found = scope.paid.get(id ?? '');
		if (!found) return null;
		return series(scope, year, {
			path: ['paidLine', found.flow.line.id],
			label: text(`${found.flow.line.id} utbetalt`, `${found.flow.line.id} paid out`),
			unit: 'kr',
			perYear: found.paid,
			formula: SUM,
			note: () => laterNote(found.flow.line),
			inputs: (index) => paymentParts(scope, found, index)
		});
	},
	cash: (scope, [year]) =>
		series(scope, year, {
			path: ['cash'],
			label: text('Kassaflöde', 'Net cash'),
			unit: 'kr',
			perYear: scope.evaluation.liquidity.perYear,
			formula: NET_CASH,
			inputs: (_, of) =>
				['capacity', 'frame', 'paidOut', 'need', 'running'].map((key) =>
					scope.find(figureOf(key, of))
				)
		})
};
