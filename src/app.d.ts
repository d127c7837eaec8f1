import type { Locale } from '$lib/i18n/messages';
import type { Sessions } from '$lib/server/auth/sessions';
import type { Context } from '$lib/server/services/context';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** Stands in the log beside what happened. */
			id: string;
		}
		interface Locals {
			ctx: Context;
			sessions: Sessions;
			locale: Locale;
			/** What the browser's session cookie holds, if anything. */
			sessionCookie: string | null;
			dataDir: string;
			origin: string;
		}
	}
}

export {};
