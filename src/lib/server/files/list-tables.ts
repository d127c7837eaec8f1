import type { Decimal } from '../../core/decimal.ts';
import type { CostItem, FundingLine, Measure, Plan } from '../../core/plan/plan.ts';
import type { Locale, Messages } from '../../i18n/messages.ts';
import type { ListKind } from '../../input/sheets/fields.ts';

/** What a cell of a list holds: text, a number, or nothing. */
export type ListCell = string | number | Decimal | null;
export type ListTable = {
	readonly headings: readonly string[];
	readonly rows: readonly (readonly ListCell[])[];
};

/** In what words a list is written. */
type Wording = { readonly locale: Locale; readonly t: Messages };

/**
 * The measures, costs or funding of a plan as a list whose headings the reading of lists knows: what has not been changed
 * changes nothing when the list is read in again. Amounts in kronor of the whole project, in the plan's own years.
 */
export function listTable(plan: Plan, kind: ListKind, wording: Wording): ListTable {
	switch (kind) {
		case 'measures':
			return measureTable(plan, wording);
		case 'costs':
			return costTable(plan, wording);
		case 'funding':
			return fundingTable(plan, wording);
	}
}

const unknown = ({ locale }: Wording) => (locale === 'sv' ? 'saknas' : 'missing');

function measureTable({ measures }: Plan, { locale, t }: Wording): ListTable {
	return {
		headings:
			locale === 'sv'
				? [
						...['Id', 'Namn', 'Namn på engelska', 'Beskrivning', 'Ansvarig', 'Tema'],
						...['Sektor', 'Status', 'Startår', 'Livslängd']
					]
				: [
						...['Id', 'Name', 'Name in English', 'Description', 'Owner', 'Theme'],
						...['Sector', 'Status', 'Start year', 'Lifetime']
					],
		rows: measures.map((one: Measure) => [
			...[one.id, one.name.sv, one.name.en, one.description, one.owner, one.theme],
			one.sector === null ? '' : (t.measures.sectors[one.sector] ?? one.sector),
			t.measures.statuses[one.status] ?? one.status,
			...[one.startYear, one.lifetimeYears]
		])
	};
}

function costTable({ measures }: Plan, wording: Wording): ListTable {
	const { locale, t } = wording;
	const items = measures.flatMap((measure) => measure.costs.map((item) => ({ measure, item })));
	const years = yearsIn(items.flatMap(({ item }) => (item.timing === 'one-off' ? item.years : [])));
	const before =
		locale === 'sv'
			? [
					'Åtgärds-id',
					'Åtgärdens namn',
					'Post-id',
					'Slag',
					'Betalare',
					'Kostnadsslag',
					'Avskrivningstid'
				]
			: [
					'Measure',
					'Name of the measure',
					'Cost item',
					'Kind',
					'Payer',
					'Cost kind',
					'Depreciation'
				];
	const after =
		locale === 'sv'
			? ['Belopp (kr)', 'Belopp per år (kr)', 'Från', 'Till', 'Beräkningsgrund', 'Källa']
			: ['Amount (kr)', 'Amount per year (kr)', 'From', 'To', 'Basis', 'Source'];
	return {
		headings: [...before, ...yearHeadings(years, wording), ...after],
		rows: items.map(({ measure, item }) => [
			...[measure.id, measure.name[locale], item.id],
			t.measureForm.kinds[item.kind] ?? item.kind,
			t.financing.payerNames[item.payer] ?? item.payer,
			item.costKind === null ? '' : (t.measureForm.costKinds[item.costKind] ?? item.costKind),
			item.depreciationYears,
			...years.map((year) => amountIn(item, year)),
			...amounts(item, wording),
			...[item.basis, item.source]
		])
	};
}

/** Kronor of a one-off cost in a year; nothing where it has none, or is unknown. */
function amountIn(item: CostItem, year: number): ListCell {
	if (item.timing === 'yearly' || item.amount === null) return null;
	return totalOf(item.years.filter((one) => one.year === year).map(({ amount }) => amount));
}

/** The whole of a one-off cost that has no years or is unknown; else what a yearly one is, and its years. */
function amounts(item: CostItem, wording: Wording): readonly ListCell[] {
	if (item.timing === 'yearly')
		return [null, item.amountPerYear ?? unknown(wording), item.from, item.to];
	const whole =
		item.amount === null ? unknown(wording) : item.years.length === 0 ? item.amount : null;
	return [whole, null, null, null];
}

function fundingTable({ funding, programmes }: Plan, wording: Wording): ListTable {
	const { locale, t } = wording;
	const years = yearsIn(funding.flatMap((line) => line.amounts));
	const names = new Map(programmes.map(({ id, name }) => [id, name[locale]]));
	const before =
		locale === 'sv'
			? [
					'Rad-id',
					'Åtgärds-id',
					'Kostnadspost',
					'Program',
					'Programmets namn',
					'Status',
					'Sannolikhet'
				]
			: [
					'Id',
					'Measure',
					'Cost item',
					'Programme',
					'Name of the programme',
					'Status',
					'Probability'
				];
	const after =
		locale === 'sv'
			? ['Diarienummer', 'Beslutsdatum', 'Ansökningsdatum', 'Kan sparas', 'Anteckning', 'Källa']
			: ['Case number', 'Decision date', 'Applied', 'Carry forward', 'Note', 'Source'];
	return {
		headings: [...before, ...yearHeadings(years, wording), ...after],
		rows: funding.map((line) => [
			...[line.id, line.measure, line.costItem, line.programme, names.get(line.programme) ?? ''],
			t.financing.status[line.status] ?? line.status,
			`${line.probability
				.times(100)
				.toString()
				.replace('.', locale === 'sv' ? ',' : '.')} %`,
			...years.map((year) => receivedIn(line, year, wording)),
			...[line.decision?.caseNumber ?? '', line.decision?.date ?? '', line.applied ?? ''],
			line.carryForward === undefined ? '' : yesOrNo(line.carryForward, locale),
			...[line.note, line.source]
		])
	};
}

function yesOrNo(value: boolean, locale: Locale): string {
	if (locale === 'sv') return value ? 'ja' : 'nej';
	return value ? 'yes' : 'no';
}

/** Kronor of a line in a year; euro are no kronor, and are left to the plan file. */
function receivedIn({ amounts: all }: FundingLine, year: number, wording: Wording): ListCell {
	const own = all.filter((one) => one.year === year && one.currency === 'SEK');
	if (own.length === 0) return null;
	const known = own.flatMap(({ amount }) => amount ?? []);
	return known.length < own.length ? unknown(wording) : totalOf(known);
}

function totalOf(values: readonly Decimal[]): Decimal | null {
	const [first, ...others] = values;
	return first ? others.reduce((total, one) => total.plus(one), first) : null;
}

/** Headings of the kronor of each year. */
function yearHeadings(years: readonly number[], { locale }: Wording): string[] {
	return years.map((year) => `${locale === 'sv' ? 'Belopp' : 'Amount'} ${year} (kr)`);
}

function yearsIn(all: readonly { readonly year: number }[]): number[] {
	return [...new Set(all.map(({ year }) => year))].sort((a, b) => a - b);
}
