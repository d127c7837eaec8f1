/** Choices in the address that go along from page to page of a plan. */
const KEPT = ['portfolio', 'unit'] as const;

/** The query of an address with the kept choices of another and some of its own; a null takes one away. */
export function keptChoices(
	from: URLSearchParams,
	own: Readonly<Record<string, string | null>> = {}
): string {
	const query = new URLSearchParams();
	for (const name of KEPT) {
		const value = from.get(name);
		if (value) query.set(name, value);
	}
	for (const [name, value] of Object.entries(own)) {
		if (value === null) query.delete(name);
		else query.set(name, value);
	}
	return query.size > 0 ? `?${query}` : '';
}

/** The address of a form's action on the page, the kept choices with it. */
export function actionAddress(action: string, from: URLSearchParams): string {
	return `?/${action}${keptChoices(from).replace('?', '&')}`;
}

/** A page asks for its own choices once for every figure it shows. */
const keptOf = new WeakMap<URLSearchParams, string>();

function keptOnce(from: URLSearchParams): string {
	const known = keptOf.get(from);
	if (known !== undefined) return known;
	const kept = keptChoices(from);
	keptOf.set(from, kept);
	return kept;
}

/** Where a figure of a plan is explained, in the chosen portfolio or another. */
export function howAddress(
	plan: string,
	figure: string,
	from: URLSearchParams,
	portfolio?: string
): string {
	const kept = portfolio === undefined ? keptOnce(from) : keptChoices(from, { portfolio });
	return `/plans/${plan}/how/${figure}${kept}`;
}
