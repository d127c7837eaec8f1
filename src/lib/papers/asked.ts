/** What a report asks for, and where in the plan it is to be filled in. */
export type Asked = {
	readonly what: string;
	readonly known: number;
	/** Each thing of which it is not known, and the page of the plan on which it is filled in. */
	readonly lacks: readonly { readonly name: string; readonly page: string }[];
};

/** One figure of the plan or of many things: what is known, and what is not, by name. */
export function askedOf<Thing>(
	what: string,
	things: readonly Thing[],
	isKnown: (thing: Thing) => boolean,
	lack: (thing: Thing) => { readonly name: string; readonly page: string }
): Asked {
	const lacks = things.filter((thing) => !isKnown(thing)).map(lack);
	return { what, known: things.length - lacks.length, lacks };
}

/** How much of what is asked for is known: known out of all. */
export function completeness(asked: readonly Asked[]): {
	readonly known: number;
	readonly all: number;
} {
	const known = asked.reduce((sum, one) => sum + one.known, 0);
	return { known, all: asked.reduce((sum, { lacks }) => sum + lacks.length, known) };
}
