import type { Text } from '../../core/errors.ts';
import { isSecured } from '../../core/funding/certainty.ts';
import type { FundingStatus } from '../../core/plan/plan.ts';

/** A funding line as somebody wants it: in the form of the plan file, not yet checked. */
export type FundingEdit = Readonly<Record<string, unknown>> & { readonly id: string };

/** What is wrong with lines or applications that become granted or more without saying which decision they rest on. */
export function undecided(
	stored: readonly { readonly id: string; readonly status: FundingStatus }[],
	lines: readonly FundingEdit[],
	prefixOf: (row: number) => string
): Record<string, Text> {
	const fields: Record<string, Text> = {};
	lines.forEach((line, row) => {
		const before = stored.find(({ id }) => id === line.id);
		const becomesSecured =
			isSecured(line['status'] as FundingStatus) && !(before && isSecured(before.status));
		if (!becomesSecured) return;
		const decision = line['decision'] as { caseNumber?: string; date?: string } | undefined;
		if (!decision?.caseNumber)
			fields[`${prefixOf(row)}decision.caseNumber`] = {
				sv: 'Skriv beslutets diarienummer. Det behövs för beviljat, avtalat och utbetalt.',
				en: 'Write the case number of the decision. Granted, contracted and paid need it.'
			};
		if (!decision?.date)
			fields[`${prefixOf(row)}decision.date`] = {
				sv: 'Skriv beslutets datum, till exempel 2026-11-23.',
				en: 'Write the date of the decision, such as 2026-11-23.'
			};
	});
	return fields;
}
