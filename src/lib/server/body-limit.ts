const KIB = 1024;

/** Largest plan file that is taken in. */
export const LARGEST_UPLOAD = 10 * KIB * KIB;
/** Largest list that is read row by row: a year's ledger, or the emissions of all municipalities. */
export const LARGEST_LIST = 60 * KIB * KIB;

/** Actions that take a long list. */
const LISTS = /\/\[plan\]\/(?:sources\?\/file|spend\?\/(?:ledger|factors))$/;

/**
 * How large a request a route takes, in bytes: signing in needs little, a plan file much. Only a form with a file may be long:
 * one of fields alone is taken apart in the serving process.
 */
export function bodyLimit(routeId: string | null, search = '', isMultipart = false): number {
	if (routeId === null) return 4 * KIB;
	if (/\/(sign-in|sign-out|link|account|language)/.test(routeId)) return 4 * KIB;
	if (isMultipart && LISTS.test(routeId + search)) return LARGEST_LIST + 64 * KIB;
	if (/\/(plans\/import|update|sheets)$/.test(routeId)) return LARGEST_UPLOAD + 64 * KIB;
	if (/\/(measures|portfolios|capacity|settings|sheets|spend)(\/|$)/.test(routeId))
		return KIB * KIB;
	if (/\/(programmes|calls)(\/|$)/.test(routeId)) return 256 * KIB;
	return 64 * KIB;
}
