import { z } from 'zod';
import { Decimal } from '../../core/decimal.ts';
import {
	instruments,
	programmeLevels,
	programmeStatuses,
	type Catalogue,
	type Programme
} from '../../core/plan/programme.ts';
import records from './funding-programmes.json' with { type: 'json' };

/** What the figures of a plan need of a catalogue record; the rest of the record is read where it is shown. */
const record = z.object({
	id: z.string(),
	name_sv: z.string(),
	name_en: z.string(),
	funder: z.string(),
	level: z.enum(programmeLevels),
	instrument: z.enum(instruments),
	geography: z.array(z.string()),
	max_support_share: z.number().nullable(),
	status_2025_26: z.enum(programmeStatuses),
	as_of: z.string(),
	sources: z.array(z.object({ url: z.string() }))
});

const EU_BUDGET_GROUP = 'eu-double-funding';

/** The shared funding programmes, by id, from funding-programmes.json. */
export const catalogue: Catalogue = load();

function load(): Catalogue {
	const euBudget = new Set(
		records.exclusion_groups.find((group) => group.id === EU_BUDGET_GROUP)?.members
	);
	return new Map(
		z
			.array(record)
			.parse(records.programmes)
			.map((row): [string, Programme] => [
				row.id,
				{
					origin: 'catalogue',
					id: row.id,
					name: { sv: row.name_sv, en: row.name_en },
					funder: row.funder,
					level: row.level,
					instrument: row.instrument,
					geography: row.geography,
					maxSupportShare:
						row.max_support_share === null ? null : new Decimal(row.max_support_share),
					euBudget: euBudget.has(row.id),
					status: row.status_2025_26,
					asOf: row.as_of,
					source: row.sources[0]?.url ?? ''
				}
			])
	);
}
