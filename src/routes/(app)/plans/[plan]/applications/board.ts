import type { Text } from '$lib/core/errors';
import type { PageData } from './$types';

/** An application as the board and the table show it. */
export type ApplicationRow = Extract<PageData['applications'], { rows: unknown }>['rows'][number];

/** What was wrong with a move, and what was typed. */
export type MoveFailure = {
	/** The application's id. */
	readonly form: string;
	readonly errors: Readonly<Record<string, Text>>;
	readonly values: Readonly<Record<string, string>> | undefined;
	/** There when somebody else was first. */
	readonly conflict: unknown;
};
