import { FOREIGN_TRANSPORT } from '../../../core/emissions/reference.ts';
import type { Gas } from '../../../core/plan/plan.ts';
import type { Assumptions } from './assumptions.ts';
import {
	checkOne,
	checkYears,
	known,
	newSheet,
	say,
	unknown,
	yearHeadings,
	yearRow,
	type Book
} from './book.ts';
import { at } from './cells.ts';
import type { Credits } from './credits.ts';
import { iff, isNumber, both, minus, sum, times, type Operand } from './formula.ts';
import { line, summed, sumOf } from './lines.ts';
import type { CellRef, Sheet, Years } from './sheet.ts';

type EmissionRows = {
	readonly targets: readonly { readonly name: string; readonly gap: CellRef }[];
};

/** The territory's emissions with and without the portfolio, and what is missing to each target (METHODS §14, rules 11 and 12). */
export function emissionSheet(book: Book, credits: Credits, assumed: Assumptions): EmissionRows {
	const sheet = newSheet(book, 'Utsläpp', 'Emissions', [
		'Territoriella utsläpp per år: referens − tillgodoräknat = kvar. Utrikes transporter är inte med.',
		'Territorial emissions per year: reference − credited = left. Foreign transport is left out.'
	]);
	const header = yearHeadings(book, sheet, [
		'',
		say(book, 'Vad', 'What'),
		say(book, 'Gas', 'Gas'),
		...['', '', '', '', '', '', '', '', ''],
		say(book, 'Summa, ton', 'Sum, tonnes')
	]);
	const gases = { CO2: 'CO₂', CO2e: 'CO₂e' } as const;
	const rows = (['CO2e', 'CO2'] as const).map((gas) => {
		const named = (sv: string, en: string) => line(sheet, [say(book, sv, en), gases[gas]]);
		const reference = yearRow(
			sheet,
			named('Referens', 'Reference'),
			header,
			(index) => referenceOf(book, gas, index, assumed),
			'tonnes'
		);
		const { perYear: credited } = summed(
			book,
			sheet,
			named('Tillgodoräknat', 'Credited'),
			header,
			(index) =>
				sumOf(
					credits.uses
						.filter(
							({ pool }) => isTerritorial(pool.sector) && (gas === 'CO2e' || pool.gas === gas)
						)
						.map(({ credit }) => at(credit, index))
				)
		);
		const residual = yearRow(
			sheet,
			named('Kvar', 'Left'),
			header,
			(index) =>
				iff(
					isNumber(at(reference, index)),
					minus(at(reference, index), at(credited, index)),
					unknown(book)
				),
			'tonnes'
		);
		const figures = book.evaluation.emissions[gas];
		const none = book.frame.years.map(() => null);
		const of = (sv: string, en: string) => `${say(book, sv, en)} ${gas}`;
		checkYears(
			book,
			of('Referensutsläpp', 'Reference emissions'),
			figures.reference ?? none,
			reference,
			'tonnes'
		);
		checkYears(book, of('Tillgodoräknat', 'Credited'), figures.credited, credited, 'tonnes');
		checkYears(
			book,
			of('Utsläpp kvar', 'Emissions left'),
			figures.residual ?? none,
			residual,
			'tonnes'
		);
		return [gas, { reference, credited, residual }] as const;
	});
	const allPools = [
		[
			say(book, 'Tillgodoräknat i alla poster', 'Credited in all pools'),
			'credited',
			book.evaluation.creditedAllPoolsPerYear
		],
		[
			say(book, 'För sig i alla poster', 'Alone in all pools'),
			'standAlone',
			book.evaluation.standAloneAllPoolsPerYear
		]
	] as const;
	for (const [label, what, figures] of allPools) {
		const { perYear } = summed(book, sheet, line(sheet, [label, '']), header, (index) =>
			sumOf(credits.measures.map((measure) => at(measure[what], index)))
		);
		checkYears(book, label, figures, perYear, 'tonnes');
	}
	const byGas = Object.fromEntries(rows) as Record<Gas, (typeof rows)[number][1]>;
	return { targets: targetRows(book, sheet, byGas) };
}

function isTerritorial(sector: string | null): boolean {
	return sector !== null && sector !== FOREIGN_TRANSPORT;
}

function referenceOf(book: Book, gas: Gas, index: number, { reference }: Assumptions): Operand {
	const sectors = [...reference.values()];
	if (sectors.length === 0) return 0;
	const cells = sectors.map(({ perYear }) => at(perYear, index));
	const total =
		gas === 'CO2e'
			? sum(...cells)
			: sum(...sectors.map(({ perYear, co2Share }) => times(at(perYear, index), co2Share)));
	return iff(both(...cells.map(isNumber)), total, unknown(book));
}

type Paths = Readonly<Record<Gas, Readonly<Record<'reference' | 'credited' | 'residual', Years>>>>;

function targetRows(book: Book, sheet: Sheet, paths: Paths): EmissionRows['targets'] {
	sheet.newRow();
	sheet.headings(sheet.newRow(), [
		'',
		say(book, 'Mål', 'Target'),
		'Gas',
		say(book, 'År', 'Year'),
		say(book, 'Referens', 'Reference'),
		say(book, 'Tillgodoräknat', 'Credited'),
		say(book, 'Kvar', 'Left'),
		say(book, 'Målnivå', 'Target level'),
		say(book, 'Saknas till målet', 'Missing to the target')
	]);
	return book.plan.targets.flatMap((target, place) => {
		const figures = at(book.evaluation.targets, place);
		const row = line(sheet, [target.name, target.gas]);
		sheet.put(row, 3, target.targetYear, 'program', 'year');
		const level = sheet.put(
			row,
			7,
			known(book, target.targetTonnes),
			figures.gap === null ? 'outside' : 'input',
			'tonnes'
		);
		if (figures.gap === null) {
			sheet.text(row, 8, say(book, 'räknas inte', 'not computed'), 'note');
			return [];
		}
		const index = target.targetYear - (book.frame.years[0] ?? 0);
		const path = paths[target.gas];
		const reference = sheet.put(row, 4, at(path.reference, index), 'live', 'tonnes');
		const credited = sheet.put(row, 5, at(path.credited, index), 'live', 'tonnes');
		const left = sheet.put(row, 6, at(path.residual, index), 'live', 'tonnes');
		const gap = sheet.put(
			row,
			8,
			iff(both(isNumber(left), isNumber(level)), minus(left, level), unknown(book)),
			'total',
			'tonnes'
		);
		const of = (sv: string, en: string) => `${target.name}: ${say(book, sv, en)}`;
		checkOne(book, of('referens', 'reference'), figures.reference, reference, 'tonnes');
		checkOne(book, of('tillgodoräknat', 'credited'), figures.abatement, credited, 'tonnes');
		checkOne(book, of('kvar', 'left'), figures.residual, left, 'tonnes');
		checkOne(book, of('saknas', 'missing'), figures.gap, gap, 'tonnes');
		return [{ name: target.name, gap }];
	});
}
