/** The session cookie's name and whether it needs https. */
export type CookiePolicy = { readonly name: string; readonly isSecure: boolean };

/**
 * Over https the cookie is bound to the host (`__Host-`). Plain http is for this machine alone; any other http origin
 * would send the cookie in the clear, so the program refuses to start.
 */
export function cookiePolicy(origin: string): CookiePolicy {
	const { protocol, hostname } = new URL(origin);
	if (protocol === 'https:') return { name: '__Host-session', isSecure: true };
	if (protocol === 'http:' && isLoopback(hostname)) return { name: 'session', isSecure: false };
	throw new Error(
		`ORIGIN is ${origin}: it must be https, or http on this machine (http://localhost:3000), ` +
			'since signing in over plain http can be overheard.'
	);
}

export function isLoopback(hostname: string): boolean {
	return (
		hostname === 'localhost' ||
		hostname === '[::1]' ||
		hostname === '::1' ||
		/^127\./.test(hostname)
	);
}
