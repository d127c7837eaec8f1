import { z } from 'zod';
import { Decimal } from '../../core/decimal.ts';
import type { AidRule } from '../../core/plan/funding-rules.ts';
import type { Catalogue, Programme } from '../../core/plan/programme.ts';
import records from './funding-programmes.json' with { type: 'json' };
import aid from './state-aid-rules.json' with { type: 'json' };
import { record, type CatalogueRecord, type ExclusionGroup } from './record.ts';
import { rulesOfRecord } from './rules.ts';

const EU_BUDGET_GROUP = 'eu-double-funding';

/** The shared funding programmes by id, from funding-programmes.json, and the articles on state aid. */
export const catalogue: Catalogue = load();

function load(): Catalogue {
	const groups = records.exclusion_groups;
	const euBudget = new Set(groups.find(({ id }) => id === EU_BUDGET_GROUP)?.members);
	const rows = z.array(record).parse(records.programmes);
	return {
		programmes: new Map(
			rows.map((row) => [row.id, programmeOf(row, groups, euBudget.has(row.id))])
		),
		aidRules: aid.rules as readonly AidRule[]
	};
}

function programmeOf(
	row: CatalogueRecord,
	groups: readonly ExclusionGroup[],
	euBudget: boolean
): Programme {
	return {
		origin: 'catalogue',
		id: row.id,
		name: { sv: row.name_sv, en: row.name_en },
		funder: row.funder,
		level: row.level,
		instrument: row.instrument,
		geography: row.geography,
		maxSupportShare: row.max_support_share === null ? null : new Decimal(row.max_support_share),
		euBudget,
		status: row.status_2025_26,
		asOf: row.as_of,
		source: row.sources[0]?.url ?? '',
		confidence: row.confidence,
		rules: rulesOfRecord(row, groups)
	};
}
