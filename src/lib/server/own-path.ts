const SOMEWHERE = 'http://here.invalid';

/** A path on this site to go to; anything that could lead elsewhere becomes the start page. */
export function ownPath(path: string): string {
	if (!path.startsWith('/') || !URL.canParse(path, SOMEWHERE)) return '/';
	const { origin, pathname, search } = new URL(path, SOMEWHERE);
	return origin === SOMEWHERE && !pathname.startsWith('//') ? pathname + search : '/';
}
