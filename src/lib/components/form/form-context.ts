import { createContext } from 'svelte';
import type { Text } from '$lib/core/errors';
import type { Locale, Messages } from '$lib/i18n/messages';

/** What the fields of a form share: what stands in them, what is wrong, and the language. */
export type FormContext = {
	readonly values: Readonly<Record<string, string>>;
	readonly errors: Readonly<Record<string, Text>>;
	readonly locale: Locale;
	readonly t: Messages;
	readonly mayEdit: boolean;
};

export const [formContext, setFormContext] = createContext<() => FormContext>();

/** What stands in the fields of a form on the page; files are left out. */
export function valuesIn(form: HTMLFormElement): Record<string, string> {
	const values = [...new FormData(form)].flatMap(([name, value]) =>
		typeof value === 'string' ? [[name, value] as const] : []
	);
	return Object.fromEntries(values);
}

/** The id of the field of a name, for labels and for links from the list of what is wrong. */
export function fieldId(name: string): string {
	return `f-${name}`;
}
