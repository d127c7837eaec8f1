import { ZERO } from '../../decimal.ts';
import { inKronor } from '../../plan/placement.ts';
import type { FundingLine } from '../../plan/plan.ts';
import { PRODUCT, SUM } from '../../sums.ts';
import { scaleOf } from './costs.ts';
import { derived, figureOf, text, typed, type Explained } from './explained.ts';
import type { Scope } from './scope.ts';

/** The amounts of a funding line as they stand in the plan. */

export function ofLine(line: FundingLine, field: string) {
	return {
		part: 'funding',
		id: line.id,
		field,
		source: line.source,
		confidence: line.confidence,
		measure: line.measure
	} as const;
}

type OfAward = 'status' | 'probability' | 'payout.advanceShare' | 'payout.lastShare';

/** What a line says of its status or chance, or its application for it. */
export function ofAward({ plan }: Scope, line: FundingLine, field: OfAward) {
	const own = plan.applications.find(({ id }) => id === line.application);
	if (!own) return ofLine(line, field);
	const { id, source, confidence } = own;
	return { part: 'applications', id, field, source, confidence } as const;
}

/** The chance of an application, or of a line that is one of its own. */
export function chanceNode(scope: Scope, line: FundingLine): Explained {
	const id = line.application ?? line.id;
	const label = text(`Sannolikhet, ${id}`, `Probability, ${id}`);
	return typed(label, 'share', line.probability, ofAward(scope, line, 'probability'));
}

export function instalments(scope: Scope, line: FundingLine, year: number): Explained[] {
	const measure = scope.measures.find(({ placed }) => placed.measure.id === line.measure);
	if (!measure) return [];
	const { shift, scale, ownShare } = measure.placed;
	return line.amounts.flatMap((one, place): Explained[] => {
		if (one.year + shift !== year) return [];
		const amount = inKronor(one, scope.plan.settings.euroRate);
		return [
			derived({
				label: text(
					`Belopp ${one.year} × kommunens del × omfattning`,
					`Amount ${one.year} × own share × scale`
				),
				unit: 'kr',
				// What is unknown counts nothing in the line, and is named in the plan's list of unknowns.
				value: amount ? amount.times(ownShare).times(scale) : ZERO,
				formula: amount ? PRODUCT : SUM,
				note: amount
					? null
					: text('Beloppet är okänt och räknas inte in.', 'The amount is unknown and is left out.'),
				inputs: () =>
					amount
						? [
								instalment(scope, line, place),
								scope.find(figureOf('ownShare', line.measure)),
								scaleOf(scope, line.measure)
							]
						: []
			})
		];
	});
}

export function instalment(
	{ plan: { settings } }: Scope,
	line: FundingLine,
	place: number
): Explained {
	const one = line.amounts[place];
	const year = one?.year ?? 0;
	const amount = one ? one.amount : null;
	const stated = ofLine(line, `amounts.${year}.amount`);
	const label = text(`Belopp, år ${year}`, `Amount, year ${year}`);
	if (one?.currency !== 'EUR') return typed(label, 'kr', amount, stated);
	return derived({
		label: text(`Belopp i kronor, år ${year}`, `Amount in kronor, year ${year}`),
		unit: 'kr',
		value: inKronor(one, settings.euroRate),
		formula: PRODUCT,
		inputs: () => [
			typed(label, 'EUR', amount, stated),
			typed(text('Kronor per euro', 'SEK per euro'), 'kr/EUR', settings.euroRate, {
				part: 'plan',
				id: null,
				field: 'euroRate',
				source: settings.euroRateSource,
				confidence: ''
			})
		]
	});
}
