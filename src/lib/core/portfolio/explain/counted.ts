import { ONE, ZERO, sum, type Decimal } from '../../decimal.ts';
import { itemCost } from '../../funding/stacking/claims.ts';
import { LEFT_OF_ROOM } from '../../funding/stacking/formulas.ts';
import type { Room } from '../../funding/stacking/room.ts';
import { inKronor, isUnknown } from '../../plan/placement.ts';
import type { FundingLine } from '../../plan/plan.ts';
import { DIFFERENCE, PRODUCT, SUM } from '../../sums.ts';
import { lineRules } from '../line-rules.ts';
import { scaleOf } from './costs.ts';
import { derived, figureOf, given, text, typed, type Explained } from './explained.ts';
import { instalment } from './funding-amounts.ts';
import { measureOf, type Figures, type Scope } from './scope.ts';

/** What the rules of programmes leave of a funding line. */

function placeOf({ stack }: Scope, id: string | undefined): number {
	return stack.claims.findIndex((claim) => claim.id === id);
}

/** All that a line asks, whole project as placed. */
function asked(scope: Scope, line: FundingLine): Explained {
	const known = line.amounts.flatMap((one, place) =>
		inKronor(one, scope.plan.settings.euroRate) ? [place] : []
	);
	const amounts = known.map((place) => instalment(scope, line, place));
	return derived({
		label: text(`${line.id}, inlagt`, `${line.id}, listed`),
		unit: 'kr',
		value: scope.stack.claims[placeOf(scope, line.id)]?.asked ?? ZERO,
		formula: PRODUCT,
		inputs: () => [
			derived({
				label: text('Beloppen', 'The amounts'),
				unit: 'kr',
				value: sum(amounts.flatMap(({ value }) => value ?? [])),
				formula: SUM,
				inputs: () => amounts
			}),
			scaleOf(scope, line.measure)
		]
	});
}

function capacityOf(room: Room): Explained {
	return derived({
		label: text(`Tak: ${room.label.sv}`, `Ceiling: ${room.label.en}`),
		unit: 'kr',
		value: room.capacity,
		formula: room.made === 'product' ? PRODUCT : DIFFERENCE,
		note: room.rule.evidence
			? text(
					`Regel ${room.rule.pattern}, ${room.rule.evidence.source} (${room.rule.evidence.asOf})`,
					`Rule ${room.rule.pattern}, ${room.rule.evidence.source} (${room.rule.evidence.asOf})`
				)
			: null,
		inputs: () => room.parts.map(({ label, unit, value }) => given(label, unit, value))
	});
}

export const countedFigures: Figures = {
	/** The whole of a cost item as placed, every year of it: what grants to it are measured against. */
	wholeCost: (scope, [measureId, itemId]) => {
		const { placed } = measureOf(scope, measureId) ?? {};
		const item = placed?.measure.costs.find(({ id }) => id === itemId);
		if (!placed || !item || isUnknown(item)) return null;
		const { id } = placed.measure;
		const name = item.timing === 'one-off' ? 'amount' : 'amountPerYear';
		const amount = item.timing === 'one-off' ? item.amount : item.amountPerYear;
		const stated = {
			part: 'measures',
			id,
			field: `costs.${item.id}.${name}`,
			source: item.source,
			confidence: item.confidence
		} as const;
		const years = item.timing === 'one-off' ? ONE : itemCost({ ...item, amountPerYear: ONE });
		return derived({
			figure: figureOf('wholeCost', id, item.id),
			label: text(`${id}.${item.id}, hela kostnaden`, `${id}.${item.id}, the whole cost`),
			unit: 'kr',
			value: itemCost(item).times(placed.scale),
			formula: PRODUCT,
			inputs: () => [
				typed(
					item.timing === 'one-off'
						? text('Belopp', 'Amount')
						: text('Belopp per år', 'Amount a year'),
					'kr',
					amount,
					stated
				),
				given(
					text('Antal år, med årlig förändring', 'Number of years, with the yearly change'),
					'factor',
					years
				),
				scaleOf(scope, id)
			]
		});
	},
	/** What a line lists, whole project as placed. */
	lineAsked: (scope, [id]) => {
		const line = scope.plan.funding.find((one) => one.id === id);
		if (!line || placeOf(scope, id) < 0) return null;
		return { ...asked(scope, line), figure: figureOf('lineAsked', line.id) };
	},
	/** What counts of a line, whole project as placed. */
	lineCounts: (scope, [id]) => {
		const place = placeOf(scope, id);
		const line = scope.plan.funding.find((one) => one.id === id);
		const award = scope.stack.awards[place];
		if (!line || !award) return null;
		const figure = figureOf('lineCounts', line.id);
		const label = text(`${line.id}, räknas`, `${line.id}, counts`);
		const { cut, counted } = award;
		if (!cut) return { ...asked(scope, line), figure, label };
		const why = lineRules(scope.stack)[place]?.cut?.text ?? null;
		const before = (places: readonly number[]) =>
			places
				.filter((one) => one < place)
				.flatMap((one) => scope.stack.claims[one] ?? [])
				.map((claim) => scope.find(figureOf('lineCounts', claim.id)));
		const inputs =
			cut.kind === 'room'
				? () => [asked(scope, line), capacityOf(cut.room), ...before(cut.room.claims)]
				: cut.kind === 'deducted'
					? () => afterDeduction(scope, line, place, cut.support, before)
					: null;
		if (!inputs) return { ...given(label, 'kr', counted), figure, note: why };
		return derived({
			figure,
			label,
			unit: 'kr',
			value: counted,
			formula: LEFT_OF_ROOM,
			note: why,
			inputs
		});
	}
};

/** [asked, asked by the whole application, what others and the application's lines before have got]. */
function afterDeduction(
	scope: Scope,
	line: FundingLine,
	place: number,
	support: Decimal,
	before: (places: readonly number[]) => Explained[]
): Explained[] {
	const deduction = scope.stack.deductions.find(({ claims }) => claims.includes(place));
	const own = deduction?.claims ?? [place];
	const lines = own.flatMap((one) => {
		const id = scope.stack.claims[one]?.id;
		return scope.plan.funding.filter((candidate) => candidate.id === id);
	});
	const all = lines.map((one) => asked(scope, one));
	const listed = sum(all.flatMap(({ value }) => value ?? []));
	const application = listed.eq(support)
		? derived({
				label: text('Inlagt i hela ansökan', 'Listed in the whole application'),
				unit: 'kr' as const,
				value: support,
				formula: SUM,
				inputs: () => all
			})
		: given(
				text(
					'Hela ansökan så långt programmets egna tak räcker',
					'The whole application as far as the programme’s own ceilings go'
				),
				'kr',
				support
			);
	return [asked(scope, line), application, ...before(deduction?.others ?? []), ...before(own)];
}

/** A line's year, where the rules cut it: [counts, own share, amount of the year, amounts of the years before]. */
export function countedInYear(scope: Scope, line: FundingLine, year: number): Explained[] {
	const { shift, scale } = scope.stack.claims[placeOf(scope, line.id)]?.placed ?? {
		shift: 0,
		scale: ZERO
	};
	const listed = (years: readonly number[], label: Explained['label']) => {
		const places = line.amounts.flatMap((one, place) =>
			years.includes(one.year) && inKronor(one, scope.plan.settings.euroRate) ? [place] : []
		);
		const amounts = places.map((place) => instalment(scope, line, place));
		const total = sum(amounts.flatMap(({ value }) => value ?? []));
		return derived({
			label,
			unit: 'kr' as const,
			value: total.times(scale),
			formula: PRODUCT,
			inputs: () => [
				derived({ label, unit: 'kr' as const, value: total, formula: SUM, inputs: () => amounts }),
				scaleOf(scope, line.measure)
			]
		});
	};
	const own = year - shift;
	const earlier = line.amounts.map((one) => one.year).filter((one) => one < own);
	return [
		scope.find(figureOf('lineCounts', line.id)),
		scope.find(figureOf('ownShare', line.measure)),
		listed([own], text(`Inlagt ${year}`, `Listed ${year}`)),
		listed(earlier, text('Inlagt tidigare år', 'Listed in earlier years'))
	];
}
