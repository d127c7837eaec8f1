/** Words of taking files out of a plan, and of workbooks that come back, in Swedish. */
export const books = {
	exports: {
		title: 'Ta ut filer',
		lead: 'Allt i planen går att ta med sig: som en arbetsbok som räknar, som listor eller som planens egen fil.',
		workbook: 'Arbetsbok som räknar (.xlsx)',
		workbookHelp:
			'En portfölj med levande formler, från det som är inlagt till gap, driftbudget, likviditet, utsläpp och kostnadskurva. Bladet Kontroll visar att varje värde är detsamma som i programmet.',
		workbookOf: (portfolio: string) => `Hämta ${portfolio}`,
		back: 'Ändra i bokens gula celler i Excel eller LibreOffice och läs in boken igen: du ser varje ändring, och vad andra hunnit ändra, innan något sparas.',
		readBack: 'Läs in en arbetsbok eller en lista',
		noPortfolio: 'En arbetsbok räknar en portfölj, och planen har ingen än.',
		departments: 'En arbetsbok per förvaltning (.xlsx)',
		departmentsHelp:
			'Bara de åtgärder som någon svarar för, att skicka ut, fylla i och läsa in igen. Det som ändras syns cell för cell innan något sparas.',
		measures: (count: number) => (count === 1 ? 'en åtgärd' : `${count} åtgärder`),
		lists: 'Listor (.csv)',
		listsHelp:
			'Hela planens åtgärder, kostnader eller finansiering. För Excel: semikolon och decimalkomma. För andra program: komma och decimalpunkt. En lista går att läsa in igen; det som inte är ändrat ändrar inget.',
		list: 'Lista',
		listNames: {
			measures: 'Åtgärder',
			costs: 'Kostnader och besparingar',
			funding: 'Finansiering'
		} as Record<string, string>,
		styles: { excel: 'För Excel', machine: 'För andra program' } as Record<string, string>,
		download: (list: string, style: string) => `${list}, ${style.toLowerCase()}`,
		file: 'Planfil (.json)',
		fileHelp:
			'Hela planen med allt som siffrorna vilar på. Den går att läsa in som en ny plan eller som en ändring.'
	},
	books: {
		title: 'Ändringar i arbetsboken',
		lead: (file: string, day: string) =>
			`${file} togs ut ur planen ${day}. Det här har ändrats i boken sedan dess. Inget är sparat än.`,
		otherPlan: 'Arbetsboken är uttagen ur en annan plan och kan bara läsas in där.',
		problems: 'Det här hindrar att ändringarna läses in',
		nothing: 'Inget i boken är ändrat som planen inte redan säger.',
		conflicts: (count: number) => (count === 1 ? 'En krock' : `${count} krockar`),
		conflictsHelp:
			'Någon har ändrat samma sak i planen sedan boken togs ut. Välj vad som ska gälla.',
		what: (key: string, heading: string) => `${key}, ${heading}`,
		place: (sheet: string, cell: string) => `${sheet} ${cell}`,
		was: (value: string) => `när boken togs ut: ${value}`,
		take: {
			book: (value: string) => `boken: ${value}`,
			plan: (value: string) => `planen nu: ${value}`
		},
		value: (value: string) => {
			if (value === '') return 'tomt';
			if (value === '?') return 'okänt';
			return /^-?\d+(\.\d+)?$/.test(value) ? inSwedish(value) : value;
		},
		updates: (count: number) => (count === 1 ? 'En ändring' : `${count} ändringar`),
		columns: { what: 'Vad', now: 'I planen nu', typed: 'I boken', place: 'Cell' },
		left: 'Läses inte in',
		same: (count: number) =>
			count === 1
				? 'En ändring till säger planen redan.'
				: `${count} ändringar till säger planen redan.`,
		withoutRest: 'Läs in utan det som inte läses',
		read: (updates: number, conflicts: number) => {
			if (updates === 0) return 'Spara valen';
			const words = updates === 1 ? 'Läs in ändringen' : `Läs in ${updates} ändringar`;
			return conflicts > 0 ? `${words} och valen` : words;
		}
	}
};

/** Thousands apart, decimal comma; years as they are. */
function inSwedish(value: string): string {
	const [whole = '', decimals] = value.split('.');
	const isYear = /^(?:19|20|21)\d\d$/.test(value);
	const grouped = isYear ? whole : whole.replace(/(\d)(?=(\d{3})+$)/g, '$1\u00a0');
	return (decimals ? `${grouped},${decimals}` : grouped).replace('-', '\u2212');
}
