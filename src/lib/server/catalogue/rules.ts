import type {
	Currency,
	Evidence,
	FundingRule,
	RuleContent,
	UnitKind
} from '../../core/plan/funding-rules.ts';
import { publicCeilings, shareVariants, unitCaps } from './share-rules.ts';
import type { CatalogueRecord, ExclusionGroup } from './record.ts';

/** Which of a record's fields a rule was read from; where it was verified the rule is. */
type Field = string;

/** The rules of a catalogue record, each with the source, age and certainty of the field that it comes from. */
export function rulesOfRecord(
	row: CatalogueRecord,
	groups: readonly ExclusionGroup[]
): FundingRule[] {
	const verified = new Set(row.verified_fields);
	const rules: FundingRule[] = [];
	const add = (field: Field, content: RuleContent & Terms) =>
		rules.push({
			...content,
			source: row.sources[0]?.url ?? '',
			asOf: row.as_of,
			confidence: verified.has(field) ? 'verified-from-source' : 'from-knowledge'
		});
	add('eligible_applicants', {
		kind: 'applicant',
		kinds: row.eligible_applicants,
		note: row.applicant_note
	});
	if (!row.geography.includes('SE'))
		add('geography', { kind: 'geography', counties: row.geography });
	add('sectors', { kind: 'theme', themes: row.sectors });
	add('eligible_costs', { kind: 'cost-kind', costs: row.eligible_costs });
	for (const variant of shareVariants[row.id] ?? ownShare(row))
		add(shareVariants[row.id] ? 'support_share_variants' : 'max_support_share', {
			kind: 'share',
			...variant
		});
	addAmounts(row, add);
	addExclusions(row, groups, add);
	if (row.state_aid_rules.length > 0)
		add('state_aid_rules', { kind: 'state-aid', articles: row.state_aid_rules });
	for (const condition of row.conditions) add('conditions', ruleOfCondition(condition));
	add('call_mode', { kind: 'window', mode: row.call_mode, months: row.call_months });
	if (row.ranking !== '') add('ranking', { kind: 'scarcity', ranking: row.ranking });
	add('payment', {
		kind: 'payment',
		timing: row.payment.timing,
		maxAdvanceShare: row.payment.max_advance_share,
		note: row.payment.note
	});
	if (row.instrument === 'loan') add('instrument', { kind: 'repaid' });
	if (row.call_mode === 'formula') add('call_mode', { kind: 'formula-income' });
	if (row.min_duration_months !== null || row.max_duration_months !== null)
		add('max_duration_months', {
			kind: 'duration',
			minMonths: row.min_duration_months,
			maxMonths: row.max_duration_months
		});
	return rules.filter((rule) => appliesTo(rule, row));
}

type Terms = Pick<Evidence, 'validFrom' | 'validTo' | 'datedBy'>;
type Add = (field: Field, content: RuleContent & Terms) => void;

function ownShare(row: CatalogueRecord) {
	if (row.max_support_share === null) return [];
	return [{ share: row.max_support_share, of: row.cost_base, role: 'ceiling' as const }];
}

/** Own money, contracts and taxes are arranged, not applied for: they have neither applicants nor themes to fail. */
function appliesTo(rule: FundingRule, { instrument }: CatalogueRecord): boolean {
	const isApplied = ['grant', 'loan', 'guarantee', 'equity', 'crowd'].includes(instrument);
	return (
		isApplied || (rule.kind !== 'applicant' && rule.kind !== 'theme' && rule.kind !== 'window')
	);
}

const UNITS: Readonly<Record<string, UnitKind>> = {
	'charging point': 'charging-point',
	vehicle: 'vehicle',
	'kWh upgraded biogas': 'kwh-biogas'
};

/** What a largest or smallest amount is of: the grant, or the project that it is for. */
const OF_PROJECT = new Set(['network budget', 'project budget', 'project capex']);
const OF_PORTFOLIO = new Set(['investment programme']);

function addAmounts(row: CatalogueRecord, add: Add): void {
	const { unit_cap: unit, min_amount: min, max_amount: max } = row;
	const currency: Currency = row.amount_currency ?? 'SEK';
	const per = unit && UNITS[unit.per];
	if (unit && per) {
		const dated = unitCaps[row.id] ?? [{ amount: String(unit.amount) }];
		for (const cap of dated)
			add('unit_cap', { kind: 'unit-cap', ...cap, currency: unit.currency, per });
	}
	if (min !== null && OF_PORTFOLIO.has(row.amount_basis ?? ''))
		add('min_amount', { kind: 'leverage', min: String(min), currency });
	else if (min !== null || max !== null)
		add(max === null ? 'min_amount' : 'max_amount', {
			kind: 'amount-range',
			min: min === null ? null : String(min),
			max: max === null ? null : String(max),
			currency,
			of: OF_PROJECT.has(row.amount_basis ?? '') ? 'project' : 'grant'
		});
	const share = publicCeilings[row.id];
	if (share !== undefined) add('stacking', { kind: 'public-ceiling', share, scope: 'measure' });
}

function addExclusions(row: CatalogueRecord, groups: readonly ExclusionGroup[], add: Add): void {
	const ids = new Set(groups.map(({ id }) => id));
	for (const { id, members } of groups)
		if (members.includes(row.id))
			add('exclusions', {
				kind: 'exclusive',
				group: id,
				others: members.filter((member) => member !== row.id)
			});
	const others = row.exclusions.filter((id) => !ids.has(id));
	if (others.length > 0) add('exclusions', { kind: 'exclusive', group: null, others });
	if (row.stacking.allowed === 'no')
		add('stacking', { kind: 'exclusive', group: null, others: null });
	if (row.level === 'eu' && row.stacking.note.includes('other EU money'))
		add('stacking', { kind: 'co-financing' });
	if (row.stacking.note.includes('deducted from the production support'))
		add('stacking', { kind: 'deduction' });
}

/** A condition of a record as a rule; what the plan cannot tell becomes a question. */
function ruleOfCondition(condition: string): RuleContent {
	const [name = condition, value = ''] = condition.split(':');
	switch (name) {
		case 'not-started-before-application':
			return { kind: 'start', after: 'application' };
		case 'not-started-before-decision':
			return { kind: 'start', after: 'decision' };
		case 'not-required-by-law-or-permit':
			return { kind: 'legal-duty' };
		case 'not-profitable-without-support':
			return { kind: 'profitability' };
		case 'min-population':
			return { kind: 'population', min: Number(value) };
		case 'investment-programme-min':
		case 'programme-min': {
			const [min = '0', currency] = value.split('-');
			return { kind: 'leverage', min, currency: currency === 'EUR' ? 'EUR' : 'SEK' };
		}
		case 'counter-performance':
			return { kind: 'counter-performance', fact: name };
		default:
			return { kind: 'prerequisite', fact: condition.replace(':', '.') };
	}
}
