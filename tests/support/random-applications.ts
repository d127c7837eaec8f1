import type { Application, FundingLine } from '../../src/lib/core/plan/plan.ts';

/** Lines of which some belong with the one before to an application, and say what it says. */
export function joined(
	lines: readonly FundingLine[],
	isWithPrevious: readonly boolean[]
): FundingLine[] {
	const all: FundingLine[] = [];
	lines.forEach((line, index) => {
		const before = isWithPrevious[index] ? all.at(-1) : undefined;
		const application = before && (before.application ?? `AN${index}`);
		if (before && application) all[all.length - 1] = { ...before, application };
		const { programme, status, probability } = before ?? line;
		all.push({ ...line, ...(application && { application }), programme, status, probability });
	});
	return all;
}

/** The applications that lines name, with what the lines say of them. */
export function applicationsOf(lines: readonly FundingLine[]): Application[] {
	const first = new Map<string, FundingLine>();
	for (const line of lines)
		if (line.application !== undefined && !first.has(line.application))
			first.set(line.application, line);
	return [...first].map(([id, { programme, status, probability, payout }]) => ({
		id,
		name: `Ansökan ${id}`,
		programme,
		status,
		probability,
		...(payout && { payout }),
		responsible: '',
		reports: [],
		note: '',
		source: '',
		confidence: ''
	}));
}
