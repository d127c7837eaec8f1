/** A rule of the method or of the plan is broken. The message says what is wrong, the value seen and what would be right. */
export class DomainError extends Error {
	constructor(
		readonly code: string,
		message: string
	) {
		super(message);
		this.name = 'DomainError';
	}
}

/** The same sentence for the two readers of the interface. */
export type Text = { readonly sv: string; readonly en: string };
