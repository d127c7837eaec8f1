import { z } from 'zod';
import { Decimal } from '../../core/decimal.ts';
import type { AidRule } from '../../core/plan/funding-rules.ts';
import type { Catalogue, Programme } from '../../core/plan/programme.ts';
import {
	programmeOf,
	type CallDocument,
	type ProgrammeDocument
} from '../../input/catalogue/documents.ts';
import { programmeFileOf } from '../../input/plan-file/write.ts';
import calls from './funding-calls.json' with { type: 'json' };
import records from './funding-programmes.json' with { type: 'json' };
import aid from './state-aid-rules.json' with { type: 'json' };
import { record, type CatalogueRecord } from './record.ts';
import { rulesOfRecord } from './rules.ts';

/** What the program brings along: the shared catalogue as it is before anybody has changed it. */

const EU_BUDGET_GROUP = 'eu-double-funding';

/** Articles on state aid, from a dated file of their own. */
export const aidRules = aid.rules as readonly AidRule[];

/** The shared funding programmes of funding-programmes.json as documents of the catalogue. */
export function programmeSeeds(): ProgrammeDocument[] {
	return z
		.array(record)
		.parse(records.programmes)
		.map((row) => ({
			...(programmeFileOf(ofRecord(row)) as Omit<ProgrammeDocument, 'about'>),
			about: {
				legalBasis: row.legal_basis,
				statusNote: row.status_note,
				note: row.note,
				sources: row.sources.map(({ url, seen, source_date: date }) => ({ url, seen, date }))
			}
		}));
}

/** The rounds that the programmes' records tell of with days. */
export function callSeeds(): CallDocument[] {
	return calls.calls as CallDocument[];
}

/** The catalogue of these documents; of two with the same id the later. */
export function catalogueOf(documents: Iterable<unknown>): Catalogue {
	const programmes = [...documents].map(programmeOf);
	return { programmes: new Map(programmes.map((one) => [one.id, one])), aidRules };
}

/** The catalogue as the program brings it, for the command line. */
export const catalogue: Catalogue = catalogueOf(programmeSeeds());

function ofRecord(row: CatalogueRecord): Programme {
	const groups = records.exclusion_groups;
	const euBudget = new Set(groups.find(({ id }) => id === EU_BUDGET_GROUP)?.members);
	return {
		origin: 'catalogue',
		id: row.id,
		name: { sv: row.name_sv, en: row.name_en },
		funder: row.funder,
		level: row.level,
		instrument: row.instrument,
		geography: row.geography,
		maxSupportShare: row.max_support_share === null ? null : new Decimal(row.max_support_share),
		euBudget: euBudget.has(row.id),
		status: row.status_2025_26,
		asOf: row.as_of,
		source: row.sources[0]?.url ?? '',
		confidence: row.confidence,
		rules: rulesOfRecord(row, groups)
	};
}
