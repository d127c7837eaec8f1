import { Decimal } from '../../src/lib/core/decimal.ts';
import type { Circumstances } from '../../src/lib/core/funding/eligibility/finding.ts';
import type { AidRule } from '../../src/lib/core/plan/funding-rules.ts';
import { item, line, programme, type Content, type Setting } from '../support/funded-plan.ts';

/**
 * Every rule pattern R01 to R24 in a case that passes, one that fails and one that is unknown. The item costs SEK 1 000 000;
 * a euro is SEK 11.
 */
export type Case = Partial<Setting> & {
	readonly amount?: number;
	readonly seen?: Partial<Circumstances>;
};
type Pattern = {
	readonly id: string;
	readonly rules: readonly Content[];
	readonly passed: Case;
	readonly failed: Case;
	readonly unknown: Case;
};

const aid: AidRule = {
	id: 'gber-x',
	title: '',
	of: 'eligible-cost',
	intensities: [{ id: 'basic', name: 'basic', share: 0.4, role: 'case' }],
	validTo: '2026-12-31',
	note: '',
	source: '',
	asOf: '2026-11',
	confidence: 'from-knowledge'
};
const account: AidRule = {
	...aid,
	id: 'de-minimis',
	of: 'amount',
	intensities: [],
	accountEur: '50000'
};
const facts = (told: Readonly<Record<string, boolean | string>>): Case => ({
	measure: { facts: told }
});
const both = (amount: number, second: string): Case => ({
	amount,
	lines: [line(amount), line(100_000, { id: 'F0', programme: second })]
});
/** Beside a line of a programme whose amount is unknown. */
const beside = (second: string): Case => ({
	lines: [
		line(1),
		line(0, {
			id: 'F0',
			programme: second,
			amounts: [{ year: 2027, amount: null, currency: 'SEK' }]
		})
	]
});
const ceiling = (share: number, of: 'eligible-cost' | 'incremental-cost' = 'eligible-cost') =>
	({ kind: 'share', share, of, role: 'ceiling' }) as const;

export const patterns: readonly Pattern[] = [
	{
		id: 'R01',
		rules: [ceiling(0.5)],
		passed: { amount: 500_000 },
		failed: { amount: 500_001 },
		unknown: {
			programmes: [
				programme([{ kind: 'share', share: 0.5, of: 'relevant-cost-gap', role: 'ceiling' }])
			]
		}
	},
	{
		id: 'R02',
		rules: [
			{ ...ceiling(0.2), when: { 'company-size': 'large' } },
			{ ...ceiling(0.5), when: { 'company-size': 'small' } },
			{ kind: 'share', share: 0.05, of: 'eligible-cost', role: 'add-on', when: { north: true } }
		],
		passed: { amount: 250_000, ...facts({ 'company-size': 'large', north: true }) },
		failed: { amount: 250_000, ...facts({ 'company-size': 'large', north: false }) },
		unknown: { amount: 250_000 }
	},
	{
		id: 'R03',
		rules: [
			{ kind: 'share', share: 0.25, of: 'eligible-cost', role: 'outer' },
			ceiling(0.6, 'incremental-cost')
		],
		passed: { amount: 240_000, item: { referenceCost: new Decimal(600_000) } },
		failed: { amount: 250_000, item: { referenceCost: new Decimal(600_000) } },
		unknown: { amount: 240_000 }
	},
	{
		id: 'R04',
		rules: [{ kind: 'unit-cap', amount: '15000', currency: 'SEK', per: 'charging-point' }],
		passed: { amount: 150_000, item: { units: { count: 10, of: 'charging-point' } } },
		failed: { amount: 150_001, item: { units: { count: 10, of: 'charging-point' } } },
		unknown: { amount: 150_000, item: { units: { count: 10, of: 'vehicle' } } }
	},
	{
		id: 'R05',
		rules: [{ kind: 'amount-range', min: '10000', max: '30000', currency: 'EUR', of: 'grant' }],
		passed: { amount: 110_000 },
		failed: { amount: 109_999 },
		unknown: { amount: 0 }
	},
	{
		id: 'R06',
		rules: [{ kind: 'state-aid', articles: ['gber-x'] }],
		passed: { amount: 500_000, aidRules: [aid], ...facts({ undertaking: false }) },
		failed: {
			amount: 500_000,
			aidRules: [aid],
			...facts({ undertaking: true, 'aid-article': 'gber-x' })
		},
		unknown: { amount: 500_000, aidRules: [aid] }
	},
	{
		id: 'R07',
		rules: [{ kind: 'public-ceiling', share: 0.5, scope: 'measure' }],
		passed: both(400_000, 'q'),
		failed: both(400_001, 'q'),
		unknown: {
			...both(400_000, 'q'),
			more: [{ ...item, id: 'c2', amount: null, years: [] }]
		}
	},
	{
		id: 'R08',
		rules: [{ kind: 'exclusive', group: 'one-state-grant', others: ['q'] }],
		passed: both(100_000, 'r'),
		failed: both(100_000, 'q'),
		unknown: beside('q')
	},
	{
		id: 'R09',
		rules: [{ kind: 'deduction' }],
		passed: { amount: 100_000 },
		failed: both(100_000, 'q'),
		unknown: beside('q')
	},
	{
		id: 'R10',
		rules: [{ kind: 'co-financing' }],
		passed: both(100_000, 'r'),
		failed: both(100_000, 'union'),
		unknown: beside('union')
	},
	{
		id: 'R11',
		rules: [{ kind: 'start', after: 'decision' }],
		passed: { seen: { decisionDay: '2027-03-01' }, ...facts({ 'work-start': '2027-05-01' }) },
		failed: { seen: { decisionDay: '2027-06-01' }, ...facts({ 'work-start': '2027-05-01' }) },
		unknown: { seen: { decisionDay: '2027-06-01' } }
	},
	{
		id: 'R12',
		rules: [{ kind: 'legal-duty' }],
		passed: facts({ 'required-by-law': false }),
		failed: facts({ 'required-by-law': true }),
		unknown: {}
	},
	{
		id: 'R13',
		rules: [{ kind: 'profitability' }],
		passed: { seen: { netCost: new Decimal(1) } },
		failed: { seen: { netCost: new Decimal(-1) } },
		unknown: {}
	},
	{
		id: 'R14',
		rules: [{ kind: 'counter-performance', fact: 'counter-performance' }],
		passed: facts({ 'counter-performance': true }),
		failed: facts({ 'counter-performance': false }),
		unknown: {}
	},
	{
		id: 'R15',
		rules: [
			{ kind: 'prerequisite', fact: 'climate-city-contract' },
			{ kind: 'population', min: 20_000 }
		],
		passed: {
			municipality: {
				facts: { 'climate-city-contract': true },
				population: [{ year: 2025, persons: 20_000, source: '', confidence: '' }]
			}
		},
		failed: {
			municipality: {
				facts: { 'climate-city-contract': true },
				population: [{ year: 2025, persons: 19_999, source: '', confidence: '' }]
			}
		},
		unknown: { municipality: { population: [] } }
	},
	{
		id: 'R16',
		rules: [{ kind: 'scarcity', ranking: 'kg CO2e per krona' }],
		passed: { seen: { envelope: new Decimal(10), askedOfCall: new Decimal(10) } },
		failed: { seen: { envelope: new Decimal(10), askedOfCall: new Decimal(11) } },
		unknown: { seen: { askedOfCall: new Decimal(10) } }
	},
	{
		id: 'R17',
		rules: [{ kind: 'window', mode: 'windows', months: [9, 10] }],
		passed: { seen: { today: '2026-09-15' } },
		failed: { programmes: [programme([{ kind: 'window', mode: 'ended', months: [] }])] },
		unknown: { seen: { today: '2026-11-26' } }
	},
	{
		id: 'R18',
		rules: [{ kind: 'payment', timing: 'arrears', maxAdvanceShare: null, note: '' }],
		passed: { lines: [line(1, { paidAfterYears: 1 })] },
		failed: { lines: [line(1, { paidAfterYears: 0 })] },
		unknown: {}
	},
	{
		id: 'R19',
		rules: [{ kind: 'repaid' }],
		passed: { seen: { headroom: new Decimal(0) } },
		failed: { seen: { headroom: new Decimal(-1) } },
		unknown: {}
	},
	{
		id: 'R20',
		rules: [{ kind: 'cost-kind', costs: ['personnel', 'studies'] }],
		passed: { item: { kind: 'opex', costKind: 'personnel' } },
		failed: { item: { kind: 'capex', costKind: 'equipment' } },
		unknown: { item: { kind: 'opex', costKind: null } }
	},
	{
		id: 'R21',
		rules: [{ kind: 'leverage', min: '30000000', currency: 'EUR' }],
		passed: { seen: { portfolioCapex: new Decimal(330_000_000) } },
		failed: { seen: { portfolioCapex: new Decimal(329_999_999) } },
		unknown: {}
	},
	{
		id: 'R22',
		rules: [{ kind: 'state-aid', articles: ['de-minimis'] }],
		passed: {
			amount: 550_000,
			aidRules: [account],
			...facts({ undertaking: true, 'aid-article': 'de-minimis' })
		},
		failed: {
			amount: 550_000,
			aidRules: [account],
			municipality: {
				deMinimis: [
					{
						recipient: 'Bolaget',
						year: 2025,
						amount: new Decimal(1),
						currency: 'EUR',
						source: '',
						confidence: ''
					}
				]
			},
			...facts({ undertaking: true, 'aid-article': 'de-minimis' })
		},
		unknown: { amount: 550_000, aidRules: [account], ...facts({ undertaking: true }) }
	},
	{
		id: 'R23',
		rules: [
			{ ...ceiling(0.5), validFrom: '2025-01-01', validTo: '2025-06-30' },
			{ ...ceiling(0.3), validFrom: '2025-07-01', validTo: '2025-09-30' }
		],
		passed: { lines: [line(1, { applied: '2025-09-30' })] },
		failed: { lines: [line(1, { applied: '2025-10-01' })] },
		unknown: {}
	},
	{
		id: 'R24',
		rules: [{ kind: 'formula-income' }],
		passed: { municipality: { facts: { 'formula-income-in-frame': false } } },
		failed: { municipality: { facts: { 'formula-income-in-frame': true } } },
		unknown: {}
	}
];
