import { FOREIGN_TRANSPORT } from '../../../core/emissions/reference.ts';
import { carrierWord } from './words.ts';
import { changing, referenceRow, type Reference } from './changing.ts';
import { between, pointTable } from './dated.ts';
import { known, name, newSheet, say, yearHeadings, yearRow, type Book } from './book.ts';
import { minus, over, plus, power, times, type Operand, type Term } from './formula.ts';
import type { Format, Role, Years } from './sheet.ts';

/** What every other sheet stands on. */
export type Assumptions = {
	readonly discountRate: Term;
	readonly internalRate: Term;
	readonly firstYear: Term;
	readonly lastYear: Term;
	readonly euroRate: Term;
	/** kr that one percentage point of tax yields in a year. */
	readonly taxYield: Term;
	readonly discount: Years;
	readonly carbonValue: Years;
	readonly capacity: Years;
	readonly frames: Years;
	readonly factors: ReadonlyMap<string, Years>;
	readonly levels: ReadonlyMap<string, Years>;
	/** Reference emissions by sector, foreign transport left out. */
	readonly reference: ReadonlyMap<string, Reference>;
};

const OFFSETS = { start: 0, mid: 0.5, end: 1 } as const;

export function assumptions(book: Book): Assumptions {
	const sheet = newSheet(book, 'Antaganden', 'Assumptions', [
		'Räntor, priser, ramar, utsläppsfaktorer och utsläpp som allt annat räknas med.',
		'Rates, prices, frames, emission factors and emissions that everything else is computed with.'
	]);
	const { settings, tax } = book.plan;
	sheet.part = 'assumptions';
	sheet.hiddenColumns.add(0);
	sheet.headings(sheet.newRow(), [
		'',
		say(book, 'Antagande', 'Assumption'),
		say(book, 'Värde', 'Value'),
		say(book, 'Enhet', 'Unit'),
		say(book, 'Namn i formler', 'Name in formulas'),
		say(book, 'Källa', 'Source')
	]);
	const one = (
		[sv, en]: [string, string],
		value: Operand,
		{ unit, called, format, source, role = 'input' }: Assumed
	): Term => {
		const row = sheet.newRow();
		sheet.text(row, 0, called, 'note');
		sheet.text(row, 1, say(book, sv, en));
		const cell = sheet.put(row, 2, value, role, format);
		sheet.text(row, 3, unit);
		sheet.text(row, 4, called, 'note');
		sheet.text(row, 5, source, 'note');
		return name(book, called, cell);
	};
	const years = say(book, 'år', 'year');
	const aYear = say(book, 'per år', 'a year');
	const firstYear = one(['Planens första år', 'First year of the plan'], settings.firstYear, {
		...{ unit: years, called: say(book, 'första_år', 'first_year'), format: 'year', source: '' },
		role: 'program'
	});
	const lastYear = one(['Planens sista år', 'Last year of the plan'], settings.lastYear, {
		...{ unit: years, called: say(book, 'sista_år', 'last_year'), format: 'year', source: '' },
		role: 'program'
	});
	const discountRate = one(
		['Kalkylränta, real', 'Discount rate, real'],
		known(book, settings.discountRate),
		{
			...{ unit: aYear, called: say(book, 'kalkylränta', 'discount_rate'), format: 'share' },
			source: settings.rateSources.discountRate.source
		}
	);
	const offset = one(
		[
			'När årets belopp räknas: 0 i början av året, 0,5 mitt i, 1 i slutet',
			'When a year’s amounts count: 0 at its start, 0.5 in the middle, 1 at its end'
		],
		OFFSETS[settings.method.timing],
		{ unit: years, called: say(book, 'tidpunkt', 'timing'), format: 'number', source: '' }
	);
	const internalRate = one(
		['Internränta, nominell', 'Internal rate, nominal'],
		known(book, settings.internalRate),
		{
			...{ unit: aYear, called: say(book, 'internränta', 'internal_rate'), format: 'share' },
			source: settings.rateSources.internalRate.source
		}
	);
	const euroRate = one(['Eurokurs', 'Euro rate'], known(book, settings.euroRate), {
		...{ unit: 'kr/EUR', called: say(book, 'eurokurs', 'euro_rate'), format: 'factor' },
		source: settings.euroRateSource
	});
	const taxYield = one(
		['En krona i skatt ger', 'One krona of tax yields'],
		known(book, tax?.oneKronaYields),
		{
			...{
				unit: `kr ${aYear}`,
				called: say(book, 'en_skattekrona', 'one_krona_of_tax'),
				format: 'kr'
			},
			source: tax?.source ?? ''
		}
	);
	const perTonne = one(
		['Koldioxidvärde, första året', 'Carbon value, first year'],
		known(book, settings.carbonValue.perTonne),
		{
			...{ unit: 'kr/ton', called: say(book, 'koldioxidvärde', 'carbon_value'), format: 'kr' },
			source: settings.carbonValue.source
		}
	);
	const growth = one(
		['Koldioxidvärdets ökning', 'Growth of the carbon value'],
		known(book, settings.carbonValue.growth),
		{
			...{
				unit: aYear,
				called: say(book, 'koldioxidvärde_ökning', 'carbon_value_growth'),
				format: 'share'
			},
			source: ''
		}
	);
	sheet.newRow();
	const header = yearHeadings(book, sheet, [
		'',
		say(book, 'Per år', 'Per year'),
		say(book, 'Enhet', 'Unit'),
		say(book, 'Basår', 'Base year'),
		say(book, 'Värde basåret', 'Base year value'),
		say(book, 'Ändring per år', 'Change a year'),
		say(book, 'Andel koldioxid', 'Share CO₂')
	]);
	const row = (label: string, unit: string): number => {
		const next = sheet.newRow();
		sheet.text(next, 0, label, 'note');
		sheet.text(next, 1, label);
		sheet.text(next, 2, unit);
		return next;
	};
	const discount = yearRow(
		sheet,
		row(say(book, 'Diskonteringsfaktor', 'Discount factor'), ''),
		header,
		(_, year) => over(1, power(plus(1, discountRate), plus(minus(year, firstYear), offset))),
		'factor'
	);
	const budget = new Map(book.plan.budget.map((one) => [one.year, one]));
	const typed = (label: string, of: 'ownInvestmentCapacity' | 'operatingFrame') =>
		yearRow(
			sheet,
			row(label, 'kr'),
			header,
			(place) => known(book, budget.get(book.frame.years[place] ?? 0)?.[of]),
			'kr',
			'input'
		);
	const capacity = typed(
		say(book, 'Egen investeringskapacitet', 'Own investment capacity'),
		'ownInvestmentCapacity'
	);
	const frames = typed(say(book, 'Driftram', 'Operating frame'), 'operatingFrame');
	const carbonRow = row(say(book, 'Koldioxidvärde', 'Carbon value'), 'kr/ton');
	const factorRows = book.plan.emissionFactors.map((factor) => ({
		factor,
		row: row(
			`${say(book, 'Utsläppsfaktor', 'Emission factor')}: ${carrierWord(book, factor.carrier)}`,
			factor.unit
		)
	}));
	const reference = new Map(
		book.plan.reference
			.filter(({ sector }) => sector !== FOREIGN_TRANSPORT)
			.map((path) => [path.sector, referenceRow(book, sheet, row, path, header)])
	);
	const levels = new Map(
		book.plan.pools.map((pool) => {
			const path = book.plan.reference.find(({ sector }) => sector === pool.sector);
			const own = row(`${say(book, 'Utsläppspost', 'Pool')}: ${pool.id}`, 'ton');
			const base = sheet.put(own, 3, pool.baseYear, 'input', 'year');
			const tonnes = sheet.put(own, 4, known(book, pool.tonnes), 'input', 'tonnes');
			const followed = path && reference.get(path.sector);
			const change = followed
				? sheet.put(own, 5, followed.change, 'live', 'share')
				: sheet.put(own, 5, path?.yearlyChange.toNumber() ?? 0, 'input', 'share');
			return [pool.id, changing(book, sheet, own, header, { base, tonnes, change })];
		})
	);
	sheet.newRow();
	const points = pointTable(book, sheet);
	const carbonPoints = settings.carbonValue.points ?? [];
	const path = points(
		say(book, 'Koldioxidvärde', 'Carbon value'),
		carbonPoints.map(({ year, perTonne: value }) => ({ year, value }))
	);
	const lastPoint = path.at(-1);
	const carbonValue = yearRow(
		sheet,
		carbonRow,
		header,
		(place, year) => {
			if (!lastPoint) return times(perTonne, power(plus(1, growth), minus(year, firstYear)));
			const after = minus(year, lastPoint.year);
			return (book.frame.years[place] ?? 0) <= Number(lastPoint.year.value)
				? between(path, year)
				: times(lastPoint.value, power(plus(1, growth), after));
		},
		'kr'
	);
	const factors = new Map(
		factorRows.map(({ factor, row: own }) => {
			const dated = points(carrierWord(book, factor.carrier), factor.points);
			return [
				factor.carrier,
				yearRow(sheet, own, header, (_, year) => between(dated, year), 'factor')
			];
		})
	);
	return {
		...{
			discountRate,
			internalRate,
			firstYear,
			lastYear,
			euroRate,
			taxYield,
			discount,
			carbonValue
		},
		...{ capacity, frames, factors, levels, reference }
	};
}

type Assumed = {
	readonly unit: string;
	/** The name by which formulas know it. */
	readonly called: string;
	readonly format: Format;
	readonly source: string;
	readonly role?: Role;
};
