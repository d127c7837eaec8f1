import { ZERO, sum, type Decimal } from '../decimal.ts';
import { roundedParts } from '../largest-remainder.ts';
import type { OfApplication } from './outline.ts';
import { inKronor } from './placement.ts';
import type { Application, FundingLine } from './funding-line.ts';

/** A line as it is written: what its application says is not said again. */
export type WrittenLine = Omit<FundingLine, OfApplication> & {
	readonly [Field in OfApplication]?: FundingLine[Field] | undefined;
};

/** Lines with what their applications say of them. */
export function withApplications(
	lines: readonly WrittenLine[],
	applications: readonly Application[]
): FundingLine[] {
	const byId = new Map(applications.map((one) => [one.id, one]));
	return lines.map((line) => {
		const own = line.application === undefined ? undefined : byId.get(line.application);
		const { status, probability, applied, decision, payout } = own ?? line;
		if (status === undefined || probability === undefined)
			throw new RangeError(`The line ${line.id} has no status and no application.`);
		return {
			...line,
			status,
			probability,
			...(applied !== undefined && { applied }),
			...(decision !== undefined && { decision }),
			...(payout !== undefined && { payout })
		};
	});
}

/** What a line is won or lost with: its application, else itself alone. The two never share a key. */
export function awardOf({ id, application }: Pick<FundingLine, 'id' | 'application'>): string {
	return application === undefined ? `line ${id}` : `application ${application}`;
}

/** What the amounts of lines are together, kr; null where one is unknown, or in euros without a rate. */
export function kronorOf(lines: readonly FundingLine[], euroRate: Decimal | null): Decimal | null {
	let total: Decimal = ZERO;
	for (const one of lines.flatMap(({ amounts }) => amounts)) {
		const kronor = inKronor(one, euroRate);
		if (kronor === null) return null;
		total = total.plus(kronor);
	}
	return total;
}

/** Lines that share what was granted as they shared what was asked, to the öre; nothing asked: as they are. */
export function grantedLines(lines: readonly FundingLine[], granted: Decimal): FundingLine[] {
	const asked = lines.flatMap(({ amounts }) => amounts.map(({ amount }) => amount ?? ZERO));
	const total = sum(asked);
	if (total.isZero()) return [...lines];
	const factor = granted.div(total);
	const parts = roundedParts(
		asked.map((amount) => amount.times(factor)),
		ORE
	)[Symbol.iterator]();
	return lines.map((line) => ({
		...line,
		amounts: line.amounts.map((one) => ({ ...one, amount: parts.next().value ?? ZERO }))
	}));
}

const ORE = 2;
