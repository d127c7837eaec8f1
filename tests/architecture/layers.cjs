const core = '^src/lib/core/';
const server = '^src/lib/server/';
const coreFolders = [
	'plan',
	'emissions',
	'finance',
	'abatement',
	'funding',
	'portfolio',
	'optimise',
	'uncertainty'
];

const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Who may import whom; the comment says what to do instead. Each rule has a planted fault in layers.test.ts. */
module.exports = {
	forbidden: [
		never(
			'core-is-pure',
			'The core imports itself and decimal.js. Hand it what it needs as an argument.',
			{ path: core },
			{ pathNot: [core, 'node_modules/decimal\\.js/'] }
		),
		...coreFolders
			.slice(0, -1)
			.map((folder, index) =>
				never(
					`core-order-${folder}`,
					'Core folders build on one another in one direction. Move the shared part to the left.',
					{ path: `${core}${folder}/` },
					{ path: `${core}(${coreFolders.slice(index + 1).join('|')})/` }
				)
			),
		never(
			'sql-in-db-and-store',
			'Only db and store speak SQL. Add a function to the store of that noun.',
			{ path: '^src/', pathNot: `${server}(db|store)/` },
			{ path: 'node_modules/(drizzle-orm|better-sqlite3)/' }
		),
		never(
			'store-looks-down',
			'A store knows tables and core types. Let the service bring the rest together.',
			{ path: `${server}store/` },
			{ path: '^src/', pathNot: [core, `${server}(db|store)/`] }
		),
		never(
			'services-without-web',
			'A service can be called from a script or a test. Let the route and respond.ts speak HTTP.',
			{ path: `${server}services/` },
			{
				path: [
					'^src/routes/',
					'^src/lib/(components|charts)/',
					`${server}respond`,
					'node_modules/(@sveltejs/kit|svelte)/'
				]
			}
		),
		never(
			'one-open-database',
			'The database is opened by app.ts (or a command line) and handed down in the context.',
			{ path: '^src/', pathNot: [`${server}(app\\.ts|db/|store/|services/|auth/)`, '^src/cli/'] },
			{ path: `${server}db/open\\.ts$`, dependencyTypesNot: ['type-only'] }
		),
		never(
			'routes-ask-services',
			'A route asks a service, never a table.',
			{ path: '^src/routes/' },
			{ path: `${server}(db|store)/` }
		),
		never(
			'browser-sees-no-server',
			'Components, charts, formats and input take what they need as arguments.',
			{ path: '^src/lib/(components|charts|format|input|i18n)/' },
			{ path: server }
		),
		never(
			'lucia-in-one-place',
			'Sign-in goes through auth/sessions.ts, so that Lucia can be replaced there.',
			{ path: '^src/', pathNot: `${server}auth/sessions\\.ts$` },
			{ path: 'node_modules/lucia/' }
		),
		never(
			'aliases-resolve',
			'An unresolved $lib import would slip past every rule above. Mend the path.',
			{},
			{ path: '^[$]lib', couldNotResolve: true }
		),
		never(
			'no-cycles',
			'Break the circle: move what both need to a third file.',
			{},
			{ circular: true }
		)
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		webpackConfig: { fileName: 'tests/architecture/aliases.cjs' },
		enhancedResolveOptions: {
			extensions: ['.ts', '.js', '.svelte'],
			exportsFields: ['exports'],
			conditionNames: ['import', 'types', 'svelte', 'default']
		}
	}
};
