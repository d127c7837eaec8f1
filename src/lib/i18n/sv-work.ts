/** Words of working in a plan: undo, saving, conflicts, history, in Swedish. */
export const work = {
	work: {
		undo: (step: string) => `Ångra: ${step}`,
		redo: (step: string) => `Gör om: ${step}`,
		steps: {
			'measure.edit': 'ändrade',
			'measure.create': 'lade till',
			'measure.copy': 'kopierade',
			'measure.remove': 'tog bort',
			'funding.status': 'ändrade status för',
			'funding.add': 'lade in ansökan till',
			'funding.accept': 'införde föreslagna ansökningar i',
			'application.move': 'flyttade ansökan',
			'application.edit': 'ändrade ansökan',
			'application.create': 'lade till ansökan',
			'application.remove': 'tog bort ansökan',
			'application.gather': 'gjorde ansökningar av rader, antal',
			'fact.answer': 'svarade på frågan om',
			'portfolio.edit': 'ändrade portföljen',
			'portfolio.create': 'lade till portföljen',
			'portfolio.copy': 'kopierade portföljen',
			'portfolio.find': 'sparade den framräknade portföljen',
			'portfolio.remove': 'tog bort portföljen',
			'section.edit': 'ändrade',
			'plan.update': 'läste in',
			'book.import': 'läste in arbetsboken',
			'source.import': 'tog in uppgifter från en källa:',
			'sheet.import': 'läste in listan',
			'plan.rename': 'bytte namn till'
		} as Record<string, string>,
		saved: (time: string) => `Sparat ${time}`,
		saving: 'Sparar …',
		unsaved: 'Inte sparat',
		notSaved: 'Det gick inte att spara. Det du skrev står kvar.',
		tryAgain: 'Kontrollera nätet och försök igen om en stund.',
		removed:
			'Det du ändrar finns inte längre; någon annan har tagit bort det. Inget är sparat. Kopiera det du vill behålla innan du lämnar sidan.',
		signedOut:
			'Du är inte längre inloggad, så inget är sparat. Det du skrev står kvar. Logga in i en annan flik och spara sedan här.',
		leave: 'Du har ändringar som inte är sparade. Lämna sidan ändå?',
		save: 'Spara',
		conflict: 'Någon annan har sparat medan du skrev. Inget är sparat och inget är borta.',
		conflictHelp:
			'Formuläret nedan visar det som är sparat nu med dina ändringar inlagda. Spara igen om det stämmer, eller läs in den sparade versionen och släpp dina ändringar.',
		conflictLine:
			'Tabellen visar vad som skiljer. Det du skrev står kvar nedan; spara igen om det ska gälla.',
		conflictTable: 'Det här ändras om du sparar igen:',
		conflictNone: 'Det du hade ändrat är redan sparat så.',
		halted: {
			title: 'Steget gick inte att ta',
			conflict:
				'Någon har ändrat samma sak sedan dess, och det ska inte skrivas över. Inget är ändrat. Vill du ändå ha tillbaka det tidigare, ändra fältet för hand.',
			left: 'När steget togs'
		},
		field: 'Fält',
		theirs: 'Sparat nu',
		mine: 'Ditt',
		loadTheirs: 'Läs in den sparade versionen',
		errors: (count: number) =>
			count === 1
				? 'Ett fält behöver rättas. Inget är sparat.'
				: `${count} fält behöver rättas. Inget är sparat.`,
		history: 'Ändringar',
		historyNone: 'Inget är ändrat sedan planen lästes in.',
		when: 'När',
		who: 'Vem',
		before: 'Från',
		after: 'Till',
		thing: 'Vad',
		someone: 'tidigare användare',
		created: 'tillagd',
		gone: 'borttagen',
		empty: 'tomt',
		none: 'inga',
		add: 'Lägg till',
		removeRow: 'Ta bort raden',
		choose: 'Välj …',
		unknown: 'Okänt',
		confidence: 'Säkerhet',
		confidences: {
			'verified-from-source': 'kontrollerad mot källan',
			'public-copy-of-official-statistics': 'kopia av officiell statistik',
			'stated-in-contract': 'enligt kontraktet',
			derived: 'uträknad av källor',
			'summary-read': 'läst i sammanfattning',
			'from-knowledge': 'allmän kunskap',
			assumption: 'antagande',
			unknown: 'okänd'
		} as Record<string, string>,
		source: 'Källa'
	}
};
