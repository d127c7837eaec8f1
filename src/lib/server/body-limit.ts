const KIB = 1024;

/** Largest plan file that is taken in. */
export const LARGEST_UPLOAD = 10 * KIB * KIB;
/** Largest list that is read row by row: a year's ledger, or the emissions of all municipalities. */
export const LARGEST_LIST = 60 * KIB * KIB;

/** How large a request a route takes, in bytes: signing in needs little, a plan file much. */
export function bodyLimit(routeId: string | null): number {
	if (routeId === null) return 4 * KIB;
	if (/\/(sign-in|sign-out|link|account|language)/.test(routeId)) return 4 * KIB;
	if (/\/\[plan\]\/(sources|spend)$/.test(routeId)) return LARGEST_LIST + 64 * KIB;
	if (/\/(plans\/import|update|sheets)$/.test(routeId)) return LARGEST_UPLOAD + 64 * KIB;
	if (/\/(measures|portfolios|capacity|settings|sheets|spend)(\/|$)/.test(routeId))
		return KIB * KIB;
	if (/\/(programmes|calls)(\/|$)/.test(routeId)) return 256 * KIB;
	return 64 * KIB;
}
