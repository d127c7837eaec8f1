import type { shell as swedish } from './sv-shell';

/** Words around the plans, in English. */
export const shell: typeof swedish = {
	product: 'Klimatportfölj',
	skip: 'Skip to the content',
	missing: 'missing',
	total: 'Total',
	year: 'Year',
	cancel: 'Cancel',
	yes: 'yes',
	no: 'no',
	units: { kr: 'SEK', tkr: 'thousand SEK', mnkr: 'million SEK' },
	navigation: {
		main: 'Main menu',
		plans: 'Plans',
		programmes: 'Programmes',
		calls: 'Calls',
		people: 'People',
		organisations: 'Organisations',
		account: 'My account',
		signOut: 'Sign out',
		language: 'På svenska',
		planPages: 'Pages of the plan'
	},
	roles: {
		reader: 'Reader',
		editor: 'Editor',
		finance: 'Finance officer',
		admin: 'Administrator',
		operator: 'System operator'
	},
	roleHelp: {
		reader: 'reads, explains and exports',
		editor: 'imports, renames and removes plans',
		finance: 'as editor',
		admin: 'also manages people'
	},
	signIn: {
		title: 'Sign in',
		lead: "Plan, fund and decide the municipality's climate investments.",
		email: 'E-mail',
		password: 'Password',
		submit: 'Sign in',
		help: "Forgotten the password? Your municipality's administrator can give you a new link.",
		wait: (minutes) =>
			`Too many tries. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again.`,
		busy: 'Many people are signing in just now. Try again in a moment.'
	},
	link: {
		title: {
			'first-administrator': 'Create the first administrator',
			invitation: 'Welcome',
			gone: 'The link is no longer good',
			operator: 'Become system operator',
			'password-reset': 'Choose a new password'
		},
		invited: (organisation, role) => `You are invited to ${organisation} as ${role.toLowerCase()}.`,
		organisation: 'Name of the municipality or organisation',
		code: 'Municipality code (four digits)',
		name: 'Your name',
		email: 'E-mail',
		password: 'Password (at least 12 characters)',
		submit: 'Save and go to sign in',
		ready: 'Done. Sign in with your e-mail and your password.',
		gone: 'The link cannot be used. It may be used up or too old. Ask for a new one.'
	},
	people: {
		title: 'People',
		lead: "Who has access to the municipality's plans, and what they may do.",
		name: 'Name',
		email: 'E-mail',
		role: 'Role',
		lastSignIn: 'Last sign-in',
		never: 'never',
		inactive: 'Shut out',
		change: 'Change role',
		changeFor: (name) => `Change role of ${name}`,
		roleFor: (name) => `Role of ${name}`,
		deactivate: 'Shut out',
		activate: 'Let in',
		reset: 'Link for a new password',
		invite: 'Invite a colleague',
		inviteSubmit: 'Create invitation',
		linkReady: (who, hours) =>
			`The link is for ${who} and good for ${hours} ${hours === 1 ? 'hour' : 'hours'}. It is shown only now. Send it safely.`,
		saved: 'Saved.',
		you: 'you'
	},
	account: {
		title: 'My account',
		password: 'Change password',
		current: 'Current password',
		next: 'New password (at least 12 characters)',
		submit: 'Change password',
		changed: 'The password is changed. You are signed out everywhere else.',
		sessions: 'Where you are signed in',
		since: 'Since',
		until: 'Until',
		thisOne: 'this browser',
		end: 'Sign out there'
	},
	organisations: {
		title: 'Organisations',
		lead: 'The system operator sets up organisations and sees no plans.',
		name: 'Name',
		code: 'Municipality code',
		members: 'People',
		create: 'Set up an organisation',
		email: 'E-mail of the first administrator',
		submit: 'Create and get link',
		invite: 'New link for an administrator'
	},
	error: {
		titles: {
			'not-found': 'There is no such page',
			forbidden: 'You may not do this',
			conflict: 'Somebody else has made a change',
			invalid: 'It could not be saved',
			'foreign-form': 'The form came from another place',
			'too-large': 'Too large',
			'too-many-tries': 'Too many tries',
			busy: 'Busy just now',
			'not-a-form': 'The form could not be read',
			'length-needed': 'Something is missing in the request',
			unexpected: 'Something went wrong'
		},
		texts: {
			'not-found': 'Check the address, or go to your plans.',
			forbidden: "Your role may not do this. Ask your municipality's administrator if you need it.",
			conflict: 'Load the page again and redo the change. Nothing that was there has been lost.',
			invalid:
				'The plan would break its own rules, such as a name that is too long or too many rows. Nothing has changed.',
			'foreign-form': 'Open the page here again and try once more.',
			'too-large': 'What was sent is larger than can be taken in.',
			'too-many-tries': 'Wait a while and try again.',
			busy: 'Try again in a moment.',
			'not-a-form': 'Load the page again and try once more.',
			'length-needed': 'Try again from the page.',
			unexpected: 'Try again. If it happens again, give the administrator the error number.'
		},
		id: 'Error number',
		home: 'To the start page'
	}
};
