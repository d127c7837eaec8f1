import type { Db } from '../db/open.ts';
import * as riskResults from '../store/risk-results.ts';
import { createJobs } from '../work/jobs.ts';
import type { Member } from './context.ts';
import { InvalidInputError } from './errors.ts';
import type { LoadedPlan } from './plan-cache.ts';
import type { ProposalJobs } from './proposals.ts';
import type { RiskJobs } from './risks.ts';
import type { SearchJobs } from './searches.ts';
import { keepTables, type SheetJobs } from './sheets.ts';
import { PUBLIC_ADDRESSES, type SourceAddresses } from '../sources/addresses.ts';
import { keepRelease, type SourceJobs } from './sources.ts';
import { keepSpend, type SpendJobs } from './spend.ts';

/** Work that takes seconds, in threads of its own; kept in this process. */
export type LongWork = {
	readonly proposals: ProposalJobs;
	readonly searches: SearchJobs;
	readonly risks: RiskJobs;
	readonly sheets: SheetJobs;
	readonly sources: SourceJobs;
	readonly spends: SpendJobs;
	/** Where the sources outside are. */
	readonly addresses: SourceAddresses;
	/** Keys of what runs, of every kind. */
	readonly running: () => string[];
	readonly close: () => void;
};

/** So many threads work at once: the machine has other things to do. */
const MOST_AT_ONCE = 2;
/** Seconds that a solver may take. */
export const secondsChoices = [5, 10, 30, 60] as const;
/** A hostile file must not take the server's memory. */
const SHEET_MEMORY_MB = 192;
/** All of Sweden's emissions in one workbook, or a ledger of 200 000 rows, are read row by row. */
const LONG_LIST_MEMORY_MB = 256;
/** What reading, laying out and checking may take beside the solver. */
export const BESIDE_MS = 120_000;

const opened = new WeakMap<Db, LongWork>();

export function longWork(db: Db): LongWork {
	return opened.get(db) ?? openLongWork(db, () => undefined);
}

/** Opens the registries; what fails unforeseen in a thread goes to `onFailure`. */
export function openLongWork(
	db: Db,
	onFailure: (error: unknown) => void,
	addresses: SourceAddresses = PUBLIC_ADDRESSES
): LongWork {
	const proposals: ProposalJobs = createJobs('src/lib/server/work/funding-worker.ts', onFailure);
	const searches: SearchJobs = createJobs('src/lib/server/work/portfolio-worker.ts', onFailure);
	const risks: RiskJobs = createJobs(
		'src/lib/server/work/risk-worker.ts',
		onFailure,
		(subject, result) => {
			riskResults.save(db, { ...subject, result });
			return result;
		}
	);
	const sheets: SheetJobs = createJobs(
		'src/lib/server/work/sheet-worker.ts',
		onFailure,
		(subject, result) => keepTables(db, subject, result),
		SHEET_MEMORY_MB
	);
	const sources: SourceJobs = createJobs(
		'src/lib/server/work/source-worker.ts',
		onFailure,
		(subject, result) => keepRelease(db, subject, result),
		LONG_LIST_MEMORY_MB
	);
	const spends: SpendJobs = createJobs(
		'src/lib/server/work/spend-worker.ts',
		onFailure,
		(subject, result) => keepSpend(db, subject, result),
		LONG_LIST_MEMORY_MB
	);
	const kinds = { proposals, searches, risks, sheets, sources, spends };
	const work = {
		...kinds,
		addresses,
		running: () => Object.values(kinds).flatMap((jobs) => jobs.running()),
		close: () => {
			for (const jobs of Object.values(kinds)) jobs.close();
		}
	};
	opened.set(db, work);
	return work;
}

/** Work is its maker's. */
export function workKey({ userId }: Member, ...subject: readonly string[]): string {
	return JSON.stringify([userId, ...subject]);
}

/**
 * Refuses where the maker has other work under way, or too many do. What runs under the same key is begun anew, unless each of
 * them is wanted. Throws InvalidInputError.
 */
export function assertMayStart(db: Db, key: string, mayReplace = true): void {
	const others = longWork(db)
		.running()
		.filter((one) => !mayReplace || one !== key);
	const makerOf = (one: string) => (JSON.parse(one) as [string])[0];
	if (others.some((one) => makerOf(one) === makerOf(key)))
		throw new InvalidInputError({ form: ONE_AT_A_TIME });
	if (others.length >= MOST_AT_ONCE) throw new InvalidInputError({ form: BUSY });
}

/** One of the times that may be chosen. Throws InvalidInputError by field. */
export function chosenSeconds(typed: string): number {
	const seconds = secondsChoices.find((one) => String(one) === typed);
	if (seconds === undefined) throw new InvalidInputError({ seconds: CHOOSE_TIME });
	return seconds;
}

/** What tells one state of a plan and its catalogue from another. */
export function stateOf({ head, stamp }: LoadedPlan): string {
	return `${head.version} ${stamp}`;
}

const CHOOSE_TIME = { sv: 'Välj en av tiderna.', en: 'Choose one of the times.' };
const ONE_AT_A_TIME = {
	sv: 'Något annat av dig räknas fram just nu: ett förslag till finansiering, en portfölj, en risk, en fil eller uppgifter från en källa. Vänta på det, eller avbryt det på dess sida.',
	en: 'Something else of yours is being worked out right now: a funding proposal, a portfolio, a risk, a file or figures from a source. Wait for it, or cancel it on its page.'
};
const BUSY = {
	sv: 'Andra räknar något just nu. Försök igen om en minut.',
	en: 'Others have things worked out right now. Try again in a minute.'
};
