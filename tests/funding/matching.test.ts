import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, sum } from '../../src/lib/core/decimal.ts';
import { countedFunding } from '../../src/lib/core/funding/counted-funding.ts';
import { NO_CIRCUMSTANCES } from '../../src/lib/core/funding/eligibility/finding.ts';
import { askedAmounts } from '../../src/lib/core/funding/matching/application.ts';
import { isAppliedFor, matchOf } from '../../src/lib/core/funding/matching/match.ts';
import {
	fullYearTonnes,
	reductionPerKrona
} from '../../src/lib/core/funding/matching/reduction-per-krona.ts';
import type { Call } from '../../src/lib/core/plan/call.ts';
import { placedMeasures } from '../../src/lib/core/plan/placement.ts';
import type { FundingLine, Plan } from '../../src/lib/core/plan/plan.ts';
import type { Programme } from '../../src/lib/core/plan/programme.ts';
import { item, line, planOf, programme, type Setting } from '../support/funded-plan.ts';
import { arbitraryPlan } from '../support/plan-arbitrary.ts';

/** What a programme could give a measure beside what the plan lists: the item costs SEK 1 000 000. */

function matchIn(plan: Plan, source: Programme, call: Call | null = null, today = '2027-01-10') {
	const [portfolio] = plan.portfolios;
	const placed = placedMeasures(
		plan,
		portfolio ?? { id: '', name: '', measures: [], shift: {}, scale: {} }
	);
	const listed = countedFunding(plan, placed);
	const [measure] = placed;
	if (!measure) throw new Error('a measure');
	return matchOf(source, call, measure, listed, { ...NO_CIRCUMSTANCES, plan, today });
}

function match(source: Programme, setting: Partial<Setting> = {}, call: Call | null = null) {
	return matchIn(
		planOf({ programmes: setting.programmes ?? [], lines: setting.lines ?? [], ...setting }),
		source,
		call
	);
}

const half = { kind: 'share', share: 0.5, of: 'eligible-cost', role: 'ceiling' } as const;
const state = programme([], { id: 'state' });

describe('the highest possible grant', () => {
	it('is what the ceilings leave of the cost, and the own share is the rest', () => {
		const found = match(programme([half]));
		expect(found.highest.toNumber()).toBe(500_000);
		expect(found.ownShare?.toNumber()).toBe(500_000);
		expect(found.verdict).toBe('fits');
	});

	it('comes after all that the plan lists', () => {
		const found = match(programme([half]), {
			programmes: [state],
			lines: [line(700_000, { programme: 'state' })]
		});
		expect(found.highest.toNumber()).toBe(300_000);
		expect(found.ownShare?.toNumber()).toBe(0);
	});

	it('comes before own money, as in the plan', () => {
		const own = programme([], { id: 'own', instrument: 'own', level: 'municipal' });
		const found = match(programme([half]), {
			programmes: [own],
			lines: [line(1_000_000, { programme: 'own' })]
		});
		expect([found.verdict, found.highest.toNumber()]).toEqual(['fits', 500_000]);
	});

	it('leaves out costs on which a rule fails, and terms that have run out', () => {
		const more = [{ ...item, id: 'c2', costKind: 'personnel' as const, kind: 'opex' as never }];
		const found = match(programme([half, { kind: 'cost-kind', costs: ['capex'] }]), { more });
		expect([found.verdict, found.highest.toNumber()]).toEqual(['fits', 500_000]);
		expect(found.items.map(({ verdict }) => verdict)).toEqual(['fits', 'fails']);
		const over = match(programme([{ ...half, validTo: '2025-12-31' }]));
		expect([over.verdict, over.highest.toNumber()]).toEqual(['fails', 0]);
	});

	it('is not changed for other lines by the call that is looked at', () => {
		const early = programme(
			[
				{ kind: 'start', after: 'decision' },
				{ kind: 'exclusive', group: null, others: ['p'] }
			],
			{ id: 'early' }
		);
		const call: Call = {
			id: 'u',
			programme: 'p',
			name: { sv: '', en: '' },
			opens: '2027-01-01',
			closes: '2027-02-01',
			decides: '2027-09-01',
			envelope: null,
			currency: 'SEK',
			note: '',
			source: '',
			asOf: '2027',
			confidence: 'from-knowledge'
		};
		const setting = {
			programmes: [early],
			lines: [line(100_000, { programme: 'early' })],
			measure: { facts: { 'work-start': '2027-06-01' } }
		};
		for (const one of [null, call])
			expect(match(programme([half]), setting, one).highest.toNumber()).toBe(0);
	});

	it('is nothing where a rule fails on a stated fact or another source shuts it out, and says so', () => {
		const strict = match(programme([half, { kind: 'legal-duty' }]), {
			measure: { facts: { 'required-by-law': true } }
		});
		expect([strict.verdict, strict.highest.toNumber()]).toEqual(['fails', 0]);
		const alone = match(programme([half, { kind: 'exclusive', group: null, others: ['state'] }]), {
			programmes: [state],
			lines: [line(1, { programme: 'state' })]
		});
		expect([alone.verdict, alone.highest.toNumber()]).toEqual(['fails', 0]);
		expect(alone.items[0]?.findings.filter(({ outcome }) => outcome === 'failed')).toMatchObject([
			{ rule: { pattern: 'R08' } }
		]);
		const small = match(
			programme([
				half,
				{ kind: 'amount-range', min: '600000', max: null, currency: 'SEK', of: 'grant' }
			])
		);
		expect([small.verdict, small.highest.toNumber()]).toEqual(['fails', 0]);
	});

	it('asks what nobody has said, and settles when it is answered', () => {
		const asking = programme([half, { kind: 'prerequisite', fact: 'member' }]);
		const open = match(asking);
		expect(open.verdict).toBe('open');
		expect(
			open.items.flatMap(({ findings }) => findings.flatMap(({ missing }) => missing))
		).toEqual(['member']);
		expect(match(asking, { measure: { facts: { member: true } } }).verdict).toBe('fits');
		expect(match(asking, { measure: { facts: { member: false } } }).verdict).toBe('fails');
	});

	it('is only known to be no more where the programme does not say how much it pays', () => {
		const silent = match(programme([{ kind: 'theme', themes: ['energy'] }]));
		expect(silent).toMatchObject({ isCeilingKnown: false, ownShare: null });
		expect(silent.highest.toNumber()).toBe(1_000_000);
	});

	it('is of a call that is not over', () => {
		const call = (opens: string | null, closes: string | null): Call => ({
			id: 'u',
			programme: 'p',
			name: { sv: '', en: '' },
			opens,
			closes,
			decides: null,
			envelope: null,
			currency: 'SEK',
			note: '',
			source: '',
			asOf: '2027',
			confidence: 'from-knowledge'
		});
		const source = programme([half, { kind: 'window', mode: 'windows', months: [9] }]);
		const verdict = (one: Call | null) => match(source, {}, one).verdict;
		expect(verdict(call('2027-01-01', '2027-02-01'))).toBe('fits');
		expect(verdict(call('2027-02-01', '2027-03-01'))).toBe('fits');
		expect(verdict(call('2026-01-01', '2026-03-01'))).toBe('fails');
	});

	it('keeps the rules and never pays a krona twice when it is entered in the plan, in random plans', () => {
		let entered = 0;
		fc.assert(
			fc.property(arbitraryPlan, fc.integer({ min: 0, max: 20 }), (plan, pick) => {
				const source = plan.programmes[pick % plan.programmes.length];
				const [portfolio] = plan.portfolios;
				const measure = plan.measures.find(({ id }) => portfolio?.measures.includes(id));
				if (!source || !isAppliedFor(source) || !portfolio || !measure) return;
				const found = matchIn(plan, source);
				const lines = askedAmounts(found).map(({ costItem, amounts }, index): FundingLine => ({
					...line(0),
					// Served last: after all others of its kind.
					id: `zz${index}`,
					measure: found.placed.measure.id,
					costItem,
					programme: source.id,
					amounts: amounts.map((one) => ({ ...one, currency: 'SEK' as const }))
				}));
				if (lines.length === 0 || lines.some(({ amounts }) => amounts.length === 0)) return;
				entered += 1;
				const placed = placedMeasures(plan, portfolio);
				const before = countedFunding(plan, placed);
				const after = countedFunding({ ...plan, funding: [...plan.funding, ...lines] }, placed);
				const counted = (id: string, { claims, awards }: typeof after) =>
					awards[claims.findIndex((claim) => claim.id === id)]?.counted ?? new Decimal(0);
				const got = sum(lines.map(({ id }) => counted(id, after)));
				// Whole öre before scaling: at most a few öre below.
				const isOwnLast = before.claims.every(({ programme: one }) => one.instrument === 'grant');
				if (isOwnLast && !before.claims.some((claim) => claim.programme.id === source.id))
					expect(found.highest.minus(got).abs().lt(100)).toBe(true);
				expect(got.lte(found.highest)).toBe(true);
			}),
			{ numRuns: 300 }
		);
		expect(entered).toBeGreaterThan(30);
	});
});

describe('Klimatklivet’s figure', () => {
	it('is yearly cut × lifetime ÷ investment: 40 t × 10 years on a million kronor is 0.4 kg per krona', () => {
		const plan = planOf({
			programmes: [],
			lines: [],
			measure: {
				effects: [
					{
						kind: 'direct',
						pool: 'x',
						tonnesPerYear: new Decimal(40),
						from: 2028,
						to: 2037,
						rampYears: 1,
						basis: '',
						source: '',
						confidence: ''
					}
				]
			}
		});
		const [portfolio] = plan.portfolios;
		const [placed] = portfolio ? placedMeasures(plan, portfolio) : [];
		if (!placed) throw new Error('a measure');
		expect(reductionPerKrona(plan, placed).kgPerKrona?.toString()).toBe('0.4');
		const unknown = { ...placed, measure: { ...placed.measure, lifetimeYears: null } };
		expect(reductionPerKrona(plan, unknown).kgPerKrona).toBeNull();
		expect(
			reductionPerKrona(plan, { ...placed, measure: { ...placed.measure, effects: null } })
		).toMatchObject({ kgPerKrona: null, tonnesPerYear: null });
	});

	it('counts a year in which most effects are at work, not effects after one another together', () => {
		const plan = planOf({ programmes: [], lines: [] });
		const [portfolio] = plan.portfolios;
		const [placed] = portfolio ? placedMeasures(plan, portfolio) : [];
		if (!placed) throw new Error('a measure');
		const effect = (tonnes: number, from: number, to: number) => ({
			kind: 'direct' as const,
			tonnesPerYear: new Decimal(tonnes),
			...{ pool: '', from, to, rampYears: 1, basis: '', source: '', confidence: '' }
		});
		const yearly = (...effects: ReturnType<typeof effect>[]) =>
			fullYearTonnes(plan, { ...placed, measure: { ...placed.measure, effects } })?.toString();
		expect(yearly(effect(210, 2029, 2034), effect(210, 2035, 2045))).toBe('210');
		expect(yearly(effect(100, 2028, 2045), effect(-30, 2030, 2045))).toBe('70');
		expect(yearly(effect(10, 2028, 2040), effect(20, 2030, 2045), effect(5, 2041, 2045))).toBe(
			'30'
		);
		expect(yearly()).toBe('0');
	});
});
