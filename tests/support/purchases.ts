import { workbook } from './workbook.ts';

/** A made-up list of factors: kilograms of CO2e per krona by account and CPV division. The figures are for tests alone. */
export const FACTORS = Buffer.from(
	[
		'Kod;Kategori;Faktor;Osäkerhet',
		'45;Bygg- och anläggning;0,032;medel',
		'50;Livsmedel;0,21;låg',
		'5611;Drivmedel;0,15;låg',
		'60;IT och telefoni;0,037;hög',
		'Övrigt;Övriga tjänster;0,02;hög'
	].join('\r\n')
);

/** A small ledger with what real ones have: a title, credits, sums, an amount nobody can read, and a row without category. */
export const LEDGER = workbook([
	{
		name: 'Reskontra 2024',
		rows: [
			['Leverantörsreskontra 2024'],
			[],
			['Leverantör', 'Konto', 'Kontobenämning', 'Belopp (exkl moms)'],
			['Bygg AB', '4510', 'Entreprenad', 1_250_000.5],
			['Bygg AB', '4510', 'Entreprenad', -50_000],
			['Mat AB', '5010', 'Livsmedel skola', '812 345,50'],
			['Mack AB', '5611', 'Drivmedel', 300_000],
			['Konsult AB', '7420', 'Konsulter', 450_000],
			['Data AB', '6010', 'Datorer', 'enligt avtal'],
			['Okänd', null, null, 10_000],
			['Summa', null, null, 2_772_346]
		]
	}
]);
