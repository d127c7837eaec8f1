/** Words around the plans, in Swedish. Functions take the numbers and names of a sentence, formatted. */
export const shell = {
	product: 'Klimatportfölj',
	skip: 'Hoppa till innehållet',
	missing: 'saknas',
	total: 'Summa',
	year: 'År',
	cancel: 'Avbryt',
	yes: 'ja',
	no: 'nej',
	units: { kr: 'kr', tkr: 'tkr', mnkr: 'mnkr' },
	navigation: {
		main: 'Huvudmeny',
		plans: 'Planer',
		programmes: 'Stödprogram',
		calls: 'Utlysningar',
		people: 'Personer',
		organisations: 'Organisationer',
		account: 'Mitt konto',
		signOut: 'Logga ut',
		language: 'In English',
		planPages: 'Planens sidor'
	},
	roles: {
		reader: 'Läsare',
		editor: 'Redaktör',
		finance: 'Ekonom',
		admin: 'Administratör',
		operator: 'Systemförvaltare'
	} as Record<string, string>,
	roleHelp: {
		reader: 'läser, förklarar och exporterar',
		editor: 'importerar, byter namn på och tar bort planer',
		finance: 'som redaktör',
		admin: 'hanterar också personer'
	} as Record<string, string>,
	signIn: {
		title: 'Logga in',
		lead: 'Planera, finansiera och besluta kommunens klimatinvesteringar.',
		email: 'E-post',
		password: 'Lösenord',
		submit: 'Logga in',
		help: 'Har du glömt lösenordet? Kommunens administratör kan ge dig en ny länk.',
		wait: (minutes: number) =>
			`För många försök. Vänta ${minutes} ${minutes === 1 ? 'minut' : 'minuter'} och försök igen.`,
		busy: 'Många loggar in just nu. Försök igen om en stund.'
	},
	link: {
		title: {
			'first-administrator': 'Skapa den första administratören',
			invitation: 'Välkommen',
			gone: 'Länken gäller inte längre',
			operator: 'Bli systemförvaltare',
			'password-reset': 'Välj nytt lösenord'
		} as Record<string, string>,
		invited: (organisation: string, role: string) =>
			`Du är inbjuden till ${organisation} som ${role.toLowerCase()}.`,
		organisation: 'Kommunens eller organisationens namn',
		code: 'Kommunkod (fyra siffror)',
		name: 'Ditt namn',
		email: 'E-post',
		password: 'Lösenord (minst 12 tecken)',
		submit: 'Spara och gå till inloggningen',
		ready: 'Klart. Logga in med din e-post och ditt lösenord.',
		gone: 'Länken går inte att använda. Den kan vara använd eller för gammal. Be om en ny.'
	},
	people: {
		title: 'Personer',
		lead: 'Vem som har tillgång till kommunens planer och vad de får göra.',
		name: 'Namn',
		email: 'E-post',
		role: 'Roll',
		lastSignIn: 'Senast inloggad',
		never: 'aldrig',
		inactive: 'Avstängd',
		change: 'Ändra roll',
		changeFor: (name: string) => `Ändra roll för ${name}`,
		roleFor: (name: string) => `Roll för ${name}`,
		deactivate: 'Stäng av',
		activate: 'Släpp in',
		reset: 'Länk för nytt lösenord',
		invite: 'Bjud in en kollega',
		inviteSubmit: 'Skapa inbjudan',
		linkReady: (who: string, hours: number) =>
			`Länken är till ${who} och gäller i ${hours} ${hours === 1 ? 'timme' : 'timmar'}. Den visas bara nu. Skicka den på ett säkert sätt.`,
		saved: 'Sparat.',
		you: 'du'
	},
	account: {
		title: 'Mitt konto',
		password: 'Byt lösenord',
		current: 'Nuvarande lösenord',
		next: 'Nytt lösenord (minst 12 tecken)',
		submit: 'Byt lösenord',
		changed: 'Lösenordet är bytt. Du är utloggad överallt annars.',
		sessions: 'Här är du inloggad',
		since: 'Sedan',
		until: 'Till',
		thisOne: 'den här webbläsaren',
		end: 'Logga ut där'
	},
	organisations: {
		title: 'Organisationer',
		lead: 'Systemförvaltaren lägger upp organisationer och ser inga planer.',
		name: 'Namn',
		code: 'Kommunkod',
		members: 'Personer',
		create: 'Lägg upp en organisation',
		email: 'Första administratörens e-post',
		submit: 'Skapa och få länk',
		invite: 'Ny länk till en administratör'
	},
	error: {
		titles: {
			'not-found': 'Sidan finns inte',
			forbidden: 'Du har inte behörighet',
			conflict: 'Någon annan har ändrat',
			invalid: 'Det gick inte att spara',
			'foreign-form': 'Formuläret kom från en annan plats',
			'too-large': 'För stort',
			'too-many-tries': 'För många försök',
			busy: 'Upptaget just nu',
			'not-a-form': 'Det gick inte att läsa formuläret',
			'length-needed': 'Något saknas i anropet',
			unexpected: 'Något gick fel'
		} as Record<string, string>,
		texts: {
			'not-found': 'Kontrollera adressen, eller gå till dina planer.',
			forbidden: 'Din roll får inte göra det här. Fråga kommunens administratör om du behöver det.',
			conflict:
				'Läs in sidan på nytt och gör om ändringen. Inget av det som fanns har gått förlorat.',
			invalid:
				'Planen skulle bryta mot sina egna regler, till exempel ett för långt namn eller för många rader. Inget är ändrat.',
			'foreign-form': 'Öppna sidan på nytt här och försök igen.',
			'too-large': 'Det som skickades är större än vad som går att ta emot.',
			'too-many-tries': 'Vänta en stund och försök igen.',
			busy: 'Försök igen om en stund.',
			'not-a-form': 'Läs in sidan på nytt och försök igen.',
			'length-needed': 'Försök igen från sidan.',
			unexpected: 'Försök igen. Om det händer igen, ge administratören felnumret.'
		} as Record<string, string>,
		id: 'Felnummer',
		home: 'Till startsidan'
	}
};
