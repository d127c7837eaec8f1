/** What a list in a spreadsheet may be of, and what its columns may say. */

export const listKinds = ['measures', 'costs', 'funding'] as const;
export type ListKind = (typeof listKinds)[number];

/** How the cells of a column are read. */
export type ValueKind =
	| 'text'
	| 'amount'
	| 'percent'
	| 'number'
	| 'year'
	| 'years'
	| 'word'
	| 'day'
	| 'yes'
	| 'reference';

export type SheetField = {
	readonly value: ValueKind;
	/** Headings by which it is known, Swedish and English, as `plainHeading` makes them. */
	readonly headings: readonly string[];
	/** One column for each year that headings name. */
	readonly isPerYear?: true;
};

type Fields = Readonly<Record<string, SheetField>>;

const note = { value: 'text', headings: ['källa', 'underlag', 'source'] } satisfies SheetField;
const basis = {
	value: 'text',
	headings: ['beräkningsgrund', 'antagande', 'antaganden', 'basis', 'kommentar', 'comment']
} satisfies SheetField;
const payer = {
	value: 'word',
	headings: ['betalare', 'vem betalar', 'finansiär av kostnaden', 'payer']
} satisfies SheetField;
const costKind = { value: 'word', headings: ['kostnadsslag', 'cost kind'] } satisfies SheetField;
const depreciationYears = {
	value: 'years',
	headings: ['avskrivningstid', 'avskrivning', 'avskrivningsår', 'nyttjandeperiod', 'depreciation']
} satisfies SheetField;
const measure = {
	value: 'reference',
	headings: [
		...[
			'åtgärd',
			'åtgärds id',
			'åtgärdens id',
			'projekt',
			'investeringsprojekt',
			'measure',
			'project'
		]
	]
} satisfies SheetField;

const ofMeasures: Fields = {
	// A running number is no id: the next list would have the same.
	id: { value: 'text', headings: ['id', 'åtgärds id', 'projektnummer', 'projekt id'] },
	name: {
		value: 'text',
		headings: [
			...['åtgärd', 'åtgärder', 'namn', 'benämning', 'projekt', 'projektnamn', 'investering'],
			...['investeringsprojekt', 'investeringsobjekt', 'objekt', 'aktivitet', 'rubrik', 'insats'],
			...['name', 'measure', 'project', 'action', 'title']
		]
	},
	nameEn: { value: 'text', headings: ['namn på engelska', 'name in english', 'english name'] },
	description: {
		value: 'text',
		headings: ['beskrivning', 'kommentar', 'anmärkning', 'description', 'comment']
	},
	owner: {
		value: 'text',
		headings: ['ansvarig', 'nämnd', 'förvaltning', 'verksamhet', 'ägare', 'owner', 'department']
	},
	theme: { value: 'text', headings: ['tema', 'område', 'insatsområde', 'theme', 'area'] },
	sector: { value: 'word', headings: ['sektor', 'utsläppssektor', 'sector'] },
	status: { value: 'word', headings: ['status', 'läge', 'skede'] },
	startYear: {
		value: 'year',
		headings: ['startår', 'start', 'byggstart', 'år', 'genomförandeår', 'start year', 'year']
	},
	lifetimeYears: {
		value: 'years',
		headings: ['livslängd', 'ekonomisk livslängd', 'teknisk livslängd', 'lifetime']
	},
	capex: {
		value: 'amount',
		headings: [
			...[
				'investering',
				'investeringar',
				'investeringsutgift',
				'investeringskostnad',
				'investeringsbelopp',
				'total investering'
			],
			...['summa', 'totalt', 'total', 'belopp', 'budget', 'utgift', 'kostnad', 'totalutgift'],
			...[
				'total utgift',
				'total budget',
				'projektbudget',
				'capex',
				'investment',
				'total cost',
				'cost'
			]
		]
	},
	capexOfYear: {
		value: 'amount',
		isPerYear: true,
		headings: [
			'investeringsutgift',
			'investering',
			'utgift',
			'budget',
			'plan',
			'capex',
			'investment'
		]
	},
	opex: {
		value: 'amount',
		headings: [
			'driftkostnad',
			'driftskostnad',
			'drift',
			'ökad driftkostnad',
			'opex',
			'running cost'
		]
	},
	opexOfYear: {
		value: 'amount',
		isPerYear: true,
		headings: ['driftkostnad', 'driftskostnad', 'drift', 'opex', 'running cost']
	},
	saving: {
		value: 'amount',
		headings: ['besparing', 'minskad driftkostnad', 'minskade kostnader', 'saving', 'savings']
	},
	revenue: { value: 'amount', headings: ['intäkt', 'intäkter', 'revenue', 'income'] },
	payer,
	costKind,
	depreciationYears,
	tonnes: {
		value: 'number',
		headings: [
			...['utsläppsminskning', 'minskning ton', 'ton co2e per år', 'ton co2 per år', 'ton per år'],
			...['ton co2e', 'ton co2', 'klimateffekt', 'utsläppseffekt', 'tonnes', 'emission reduction'],
			...['tonnes per year', 'tco2e']
		]
	},
	pool: { value: 'reference', headings: ['utsläppspost', 'pool'] },
	source: note
};

const ofCosts: Fields = {
	measure,
	id: { value: 'text', headings: ['post id', 'kostnadspost', 'post', 'id', 'cost item'] },
	kind: { value: 'word', headings: ['slag', 'typ', 'post typ', 'kostnadstyp', 'kind', 'type'] },
	amount: {
		value: 'amount',
		headings: ['belopp', 'summa', 'totalt', 'total', 'kostnad', 'utgift', 'amount', 'cost']
	},
	ofYear: {
		value: 'amount',
		isPerYear: true,
		headings: ['belopp', 'utgift', 'kostnad', 'budget', 'plan', 'amount', 'cost']
	},
	amountPerYear: {
		value: 'amount',
		headings: ['belopp per år', 'kostnad per år', 'årligt belopp', 'amount per year']
	},
	from: { value: 'year', headings: ['från', 'från år', 'första år', 'from', 'first year'] },
	to: { value: 'year', headings: ['till', 'till år', 'sista år', 'to', 'last year'] },
	payer,
	costKind,
	depreciationYears,
	basis,
	source: note
};

const ofFunding: Fields = {
	measure,
	id: { value: 'text', headings: ['id', 'rad id', 'rad'] },
	costItem: { value: 'reference', headings: ['kostnadspost', 'post', 'cost item'] },
	programme: {
		value: 'reference',
		headings: [
			...[
				'stödprogram',
				'program',
				'finansieringskälla',
				'finansiering',
				'finansiär',
				'källa för pengar'
			],
			...['bidrag', 'bidragsgivare', 'stöd', 'programme', 'funding source', 'funder', 'grant']
		]
	},
	status: { value: 'word', headings: ['status', 'läge', 'skede'] },
	probability: { value: 'percent', headings: ['sannolikhet', 'probability'] },
	amount: {
		value: 'amount',
		headings: ['belopp', 'sökt belopp', 'summa', 'totalt', 'amount', 'total']
	},
	year: { value: 'year', headings: ['år', 'utbetalningsår', 'year'] },
	ofYear: {
		value: 'amount',
		isPerYear: true,
		headings: ['belopp', 'bidrag', 'budget', 'plan', 'amount', 'grant']
	},
	caseNumber: { value: 'text', headings: ['diarienummer', 'dnr', 'ärendenummer', 'case number'] },
	date: { value: 'day', headings: ['beslutsdatum', 'beslutad', 'datum', 'decision date', 'date'] },
	applied: { value: 'day', headings: ['ansökningsdatum', 'sökt datum', 'applied'] },
	carryForward: { value: 'yes', headings: ['får sparas', 'kan sparas', 'carry forward'] },
	note: { value: 'text', headings: ['anteckning', 'kommentar', 'anmärkning', 'note', 'comment'] },
	source: { value: 'text', headings: ['underlag', 'källa', 'source'] }
};

export const fieldsOf: Readonly<Record<ListKind, Fields>> = {
	measures: ofMeasures,
	costs: ofCosts,
	funding: ofFunding
};

/** Without one of each of these a row says nothing. */
export const neededFields: Readonly<Record<ListKind, readonly string[]>> = {
	measures: ['name|id'],
	costs: ['measure'],
	funding: ['measure', 'programme']
};

export function sheetField(kind: ListKind, name: string): SheetField | undefined {
	const fields = fieldsOf[kind];
	return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
