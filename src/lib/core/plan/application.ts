import { ZERO, sum, type Decimal } from '../decimal.ts';
import { roundedParts } from '../largest-remainder.ts';
import type { OfApplication } from './outline.ts';
import type { Currency } from './funding-rules.ts';
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
		const { status, probability, applied, decision } = own ?? line;
		if (status === undefined || probability === undefined)
			throw new RangeError(`The line ${line.id} has no status and no application.`);
		return {
			...line,
			status,
			probability,
			...(applied !== undefined && { applied }),
			...(decision !== undefined && { decision })
		};
	});
}

/** The award that a line belongs to: its application, else it is one of its own. */
export function awardOf({ id, application }: Pick<FundingLine, 'id' | 'application'>): string {
	return application ?? id;
}

/** Kronor or euro of all lines of an application together; null where an amount is unknown or the currencies differ. */
export function askedOf(lines: readonly FundingLine[]): Money | null {
	const all = lines.flatMap(({ amounts }) => amounts);
	const currency = all[0]?.currency ?? 'SEK';
	let amount: Decimal = ZERO;
	for (const one of all) {
		if (one.amount === null || one.currency !== currency) return null;
		amount = amount.plus(one.amount);
	}
	return { amount, currency };
}

export type Money = { readonly amount: Decimal; readonly currency: Currency };

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
