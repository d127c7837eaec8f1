/** What a page may load when it says nothing itself; pages add hashes or nonces for their own scripts. */
const CONTENT_SECURITY_POLICY = [
	"default-src 'self'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data:",
	"object-src 'none'",
	"base-uri 'none'",
	"frame-ancestors 'none'",
	"form-action 'self'"
].join('; ');

const TWO_YEARS = 63_072_000;

/** Headers of every response, pages, files, downloads and errors alike. */
export function securityHeaders(origin: string): Record<string, string> {
	return {
		'content-security-policy': CONTENT_SECURITY_POLICY,
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'same-origin',
		'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		...(origin.startsWith('https:') && {
			'strict-transport-security': `max-age=${TWO_YEARS}; includeSubDomains`
		})
	};
}
