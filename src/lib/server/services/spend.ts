import { randomUUID } from 'node:crypto';
import {
	footprint,
	kronorFactor,
	type Footprint,
	type PurchaseFactor
} from '../../core/emissions/purchases.ts';
import { Decimal } from '../../core/decimal.ts';
import type { Text } from '../../core/errors.ts';
import type { StoredFactor } from '../../input/spend/factor-rows.ts';
import type { Ledger } from '../../input/spend/ledger-rows.ts';
import { factorKey, factorProposals, type FactorChoices } from '../../input/spend/matching.ts';
import { inTransaction, type Db } from '../db/open.ts';
import * as store from '../store/spend.ts';
import type { Jobs } from '../work/jobs.ts';
import type { SpendProgress, SpendResult } from '../work/spend-worker.ts';
import { permitStill, record, type Context } from './context.ts';

type Vat = store.StoredAnalysis['vat'];

/** What somebody sent in, and what the form said of it. */
export type SpendSubject = {
	readonly ctx: Context;
	readonly planId: string;
	readonly fileName: string;
	readonly vat: Vat;
} & (
	| { readonly kind: 'ledger'; readonly year: number }
	| {
			readonly kind: 'factors';
			readonly name: string;
			readonly priceYear: number;
			readonly source: string;
	  }
);
export type SpendJobs = Jobs<SpendSubject, SpendProgress, SpendResult>;

/** How an analysis is turned into emissions, as it is kept: decimals as text. */
export type SpendChoices = {
	readonly factors: FactorChoices;
	readonly index: {
		readonly name: string;
		readonly ofLedger: string;
		readonly ofFactors: string;
	} | null;
	/** As a fraction. */
	readonly vatRate: string | null;
};
const NO_CHOICES: SpendChoices = { factors: {}, index: null, vatRate: null };

/** Stores what a thread has summed up or read; in memory only its id stays. */
export function keepSpend(db: Db, subject: SpendSubject, result: SpendResult): SpendResult {
	const { ctx, planId, fileName, vat } = subject;
	const { organisationId } = permitStill(ctx, 'plan.edit');
	const id = randomUUID();
	const createdAt = ctx.now();
	if (subject.kind === 'ledger' && 'ledger' in result)
		inTransaction(db, () => {
			store.createAnalysis(db, {
				...{ id, organisationId, planId, version: 1, createdAt, fileName, vat },
				year: subject.year,
				ledger: result.ledger,
				factorSetId: null,
				choices: NO_CHOICES
			});
			record(ctx, { action: 'spend.create', entity: 'spend', entityId: id, newValue: fileName });
		});
	else if (subject.kind === 'factors' && 'factors' in result) {
		// Somebody may have sent the same in meanwhile.
		if (store.listFactorSets(db, organisationId).some((set) => set.name === subject.name))
			return { refusal: SAME_NAME };
		inTransaction(db, () => {
			const { name, priceYear, source } = subject;
			store.createFactorSet(db, {
				...{ id, organisationId, createdAt, name, priceYear, vat, source },
				factors: result.factors
			});
			record(ctx, { action: 'factors.create', entity: 'factors', entityId: id, newValue: name });
		});
	} else return result;
	return { kept: id };
}

export const SAME_NAME: Text = {
	sv: 'det finns redan en uppsättning med det namnet; ta med version eller år i namnet',
	en: 'there is a set of that name already; put version or year in the name'
};

export function factorsIn(set: store.StoredFactorSet): PurchaseFactor[] {
	return (set.factors as readonly StoredFactor[]).map(({ kgPerKrona, ...own }) => ({
		...own,
		kgPerKrona: new Decimal(kgPerKrona)
	}));
}

export type Reckoned = Footprint & {
	readonly choices: SpendChoices;
	readonly missing: readonly ('factor-set' | 'price-index' | 'vat-rate')[];
	/** What a krona of the ledger is in the factors' kronor; null: unknown. */
	readonly kronorFactor: Decimal | null;
	/** The factor that a category would have if nobody had chosen. */
	readonly proposed: (category: { key: string; name: string }) => PurchaseFactor | null;
};

/** The footprint of an analysis with a factor set; without one, and where kronor cannot be compared, it is unknown. */
export function reckoned(
	analysis: store.StoredAnalysis,
	set: store.StoredFactorSet | null
): Reckoned {
	const ledger = analysis.ledger as Ledger;
	const choices = analysis.choices as SpendChoices;
	const factors = set ? factorsIn(set) : [];
	const byKey = new Map(factors.map((one) => [factorKey(one), one]));
	const proposed = factorProposals(factors);
	const conversion = {
		index: choices.index && {
			ofLedger: new Decimal(choices.index.ofLedger),
			ofFactors: new Decimal(choices.index.ofFactors)
		},
		vatRate: choices.vatRate === null ? null : new Decimal(choices.vatRate)
	};
	const { factor, missing } = set
		? kronorFactor(
				{ year: analysis.year, vat: analysis.vat },
				{ year: set.priceYear, vat: set.vat },
				conversion
			)
		: { factor: null, missing: ['factor-set'] as const };
	const categories = ledger.categories.map(({ key, name, ore }) => ({
		key,
		name,
		amount: new Decimal(ore).div(100)
	}));
	const factorOf = (category: { key: string; name: string }) => {
		const chosen = Object.hasOwn(choices.factors, category.key)
			? choices.factors[category.key]
			: undefined;
		return chosen === undefined ? proposed(category) : (byKey.get(chosen) ?? null);
	};
	return {
		...footprint(categories, factorOf, factor),
		choices,
		missing,
		kronorFactor: factor,
		proposed
	};
}
