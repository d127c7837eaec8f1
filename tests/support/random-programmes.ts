import { Decimal } from '../../src/lib/core/decimal.ts';
import type { FundingRule, RuleContent } from '../../src/lib/core/plan/funding-rules.ts';
import type { Programme } from '../../src/lib/core/plan/programme.ts';

/** Programmes of random plans: one that asks nothing, a loan, and some whose rules on amounts cut what the lines ask. */

const evidence = { source: '', asOf: '2026', confidence: 'from-knowledge' } as const;
const rules = (...all: readonly RuleContent[]): FundingRule[] =>
	all.map((rule) => ({ ...rule, ...evidence }));

export const grantProgramme: Programme = {
	origin: 'plan',
	id: 'grant',
	name: { sv: 'Bidrag', en: 'Grant' },
	funder: '',
	level: 'national',
	instrument: 'grant',
	geography: ['SE'],
	maxSupportShare: null,
	euBudget: false,
	status: 'open',
	asOf: '2026',
	source: ''
};

export const randomProgrammes: readonly Programme[] = [
	grantProgramme,
	{ ...grantProgramme, id: 'loan', instrument: 'loan' },
	{ ...grantProgramme, id: 'half', maxSupportShare: new Decimal('0.5') },
	{
		...grantProgramme,
		id: 'bounded',
		rules: rules({
			kind: 'amount-range',
			min: '400000',
			max: '2000000',
			currency: 'SEK',
			of: 'grant'
		})
	},
	{
		...grantProgramme,
		id: 'modest',
		rules: rules(
			{ kind: 'public-ceiling', share: 0.6, scope: 'measure' },
			{ kind: 'own-share', share: 0.3 }
		)
	},
	{ ...grantProgramme, id: 'union', level: 'eu', euBudget: true },
	{
		...grantProgramme,
		id: 'alone',
		level: 'eu',
		euBudget: true,
		rules: rules({ kind: 'exclusive', group: null, others: ['half'] })
	},
	{ ...grantProgramme, id: 'donors', level: 'civil', instrument: 'crowd' }
];

export const programmeIds = randomProgrammes.map(({ id }) => id);
