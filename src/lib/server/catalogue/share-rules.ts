import type { CostBase, Evidence, RuleOf, ShareRule, When } from '../../core/plan/funding-rules.ts';

/**
 * The variants of grant shares in the catalogue's records (R02, R03), as rules: which facts each holds for. The records say
 * them in words; `of` and the shares are theirs. Terms of a day carry it.
 */
export type ShareVariant = Pick<ShareRule, 'share' | 'of' | 'role' | 'when' | 'note'> & {
	readonly validFrom?: string;
	readonly validTo?: string;
	readonly datedBy?: Evidence['datedBy'];
};

const ceiling = (share: number, when?: When, of: CostBase = 'eligible-cost'): ShareVariant => ({
	share,
	of,
	role: 'ceiling',
	...(when && { when })
});
const outer = (share: number): ShareVariant => ({ share, of: 'eligible-cost', role: 'outer' });
const size = (name: 'small' | 'medium' | 'large') => ({ 'company-size': name });
const extra = (share: number, when?: When) => ceiling(share, when, 'incremental-cost');

export const shareVariants: Readonly<Record<string, readonly ShareVariant[]>> = {
	klimatklivet: [ceiling(0.5, { undertaking: false }), ceiling(0.7, { undertaking: true })],
	'klimatklivet-publik-laddning': [ceiling(0.7)],
	lova: [
		ceiling(0.9, { 'internal-nutrient-load': true }),
		ceiling(0.8, { 'internal-nutrient-load': false })
	],
	'klimatpremie-latt-ellastbil': [{ ...extra(0.3), validTo: '2025-09-30', datedBy: 'decision' }],
	'klimatpremie-tung-lastbil': [
		outer(0.25),
		extra(0.3, size('large')),
		extra(0.5, size('medium')),
		extra(0.6, size('small'))
	],
	'klimatpremie-arbetsmaskin': [
		outer(0.2),
		extra(0.4, { 'fully-electric': false }),
		extra(0.5, { 'fully-electric': true })
	],
	elbusspremie: [outer(0.2), extra(1)],
	'regionala-elektrifieringspiloter': [
		ceiling(0.2, size('large')),
		ceiling(0.4, size('medium')),
		ceiling(0.5, size('small')),
		{ share: 0.05, of: 'eligible-cost', role: 'add-on', when: { 'sparsely-populated-area': true } }
	],
	'boverket-energieff-flerbostadshus': [
		extra(0.5, size('small')),
		extra(0.4, size('medium')),
		extra(0.3, size('large'))
	],
	'esf-plus': [
		ceiling(0.54, { 'norra-mellansverige': false }),
		ceiling(0.6, { 'norra-mellansverige': true })
	],
	'horizon-cities-mission': [
		ceiling(1, { undertaking: false }),
		ceiling(0.7, { undertaking: true })
	],
	'pcp-ppi': [
		ceiling(1, { 'pre-commercial-procurement': true }),
		ceiling(0.5, { 'pre-commercial-procurement': false })
	],
	leader: [
		ceiling(1, { 'wider-public-benefit': true }),
		ceiling(0.7, { 'wider-public-benefit': false })
	]
};

/** Sums per unit by the day of the decision (R04, R23): those of the light electric truck fell twice before the scheme ended. */
export const unitCaps: Readonly<
	Record<
		string,
		readonly (Pick<RuleOf<'unit-cap'>, 'amount'> &
			Pick<Evidence, 'validFrom' | 'validTo' | 'datedBy'>)[]
	>
> = {
	'klimatpremie-latt-ellastbil': [
		{ amount: '50000', validFrom: '2024-01-01', validTo: '2024-12-31', datedBy: 'decision' },
		{ amount: '40000', validFrom: '2025-01-01', validTo: '2025-06-30', datedBy: 'decision' },
		{ amount: '30000', validFrom: '2025-07-01', validTo: '2025-09-30', datedBy: 'decision' }
	]
};

/** Programmes whose ceiling covers all public support to the project (R07), from the notes of their records. */
export const publicCeilings: Readonly<Record<string, number>> = {
	'viable-cities-klimatneutrala-stader': 0.5
};
