/**
 * A list as a finance office has it: titles, thousands of kronor, years as columns, groups with subtotals, every way to write
 * an amount, and two things that only a person can say. Forty rows of measures.
 */
const groups = ['Gata och park', 'Fastighet', 'Utbildning', 'Miljö och bygg'] as const;
const things = [
	...['LED-belysning', 'Laddstolpar', 'Cykelväg', 'Solceller', 'Bergvärme'],
	...['Tilläggsisolering', 'Elfordon', 'Matsvinn', 'Återbruk', 'Trädplantering']
] as const;

/** The same amount in many ways, in the list's own thousands or with a unit. */
const ways: readonly ((tkr: number) => string)[] = [
	(tkr) => String(tkr),
	(tkr) => tkr.toLocaleString('sv-SE'),
	(tkr) => `${tkr},0`,
	(tkr) => `${tkr} tkr`,
	(tkr) => `${(tkr / 1000).toFixed(1).replace('.', ',')} mnkr`,
	(tkr) => `${(tkr * 1000).toLocaleString('sv-SE')} kr`,
	(tkr) => `${tkr * 1000}:-`
];

export type MessyRow = { readonly name: string; readonly tkr: readonly [number, number] };

export const messyRows: readonly MessyRow[] = Array.from({ length: 40 }, (_, at) => ({
	name: `${things[at % things.length]} ${groups[Math.floor(at / 10)]}`,
	tkr: [100 * (1 + (at % 9)), 100 * (at % 4)] as const
}));

/** The row whose amount can mean two things, and the one whose status nobody knows. */
export const UNCLEAR = { amount: 6, status: 23 } as const;

export function messyList(): string {
	const lines = [
		'Investeringslista klimat 2027–2028;;;;;;',
		'Belopp i tkr, exklusive moms;;;;;;',
		';;;;;;',
		'Nr;Projekt;Nämnd;Status;2027;2028;Kommentar'
	];
	messyRows.forEach(({ name, tkr: [first, second] }, at) => {
		const group = groups[Math.floor(at / 10)] ?? '';
		if (at % 10 === 0) lines.push(`${group};;;;;;`);
		const write = ways[at % ways.length] ?? String;
		const status = at === UNCLEAR.status ? 'halvvägs' : at % 2 === 0 ? 'planerad' : 'Beslutad';
		const amount = at === UNCLEAR.amount ? '1,700' : write(first);
		lines.push(
			`${at + 1};${name};${group}snämnden;${status};${amount};${second === 0 ? '-' : write(second)};"Se bilaga; sid ${at + 1}"`
		);
		if (at % 10 === 9) lines.push(`;Summa ${group.toLowerCase()};;;1;1;`);
	});
	lines.push(';Totalt;;;4;4;', '', '* Preliminära belopp');
	return `${lines.join('\r\n')}\r\n`;
}

/** The list as Swedish Excel saves it. */
export function inWindows1252(text: string): Buffer {
	return Buffer.from(text.replaceAll('–', '-').replace(/[\u202f\u2009]/g, '\u00a0'), 'latin1');
}
