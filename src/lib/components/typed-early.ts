type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a field held before the page came to life: typed, or filled in by the browser. */
type Typed = { readonly field: Field; readonly value: string; readonly isChecked: boolean };

/** Fields that say something else than the server wrote in them. Coming to life puts back what the server wrote. */
export function typedEarly(page: Document): Typed[] {
	const fields = page.querySelectorAll<Field>('input, textarea, select');
	return [...fields].filter(isTyped).map((field) => ({
		field,
		value: field.value,
		isChecked: field instanceof HTMLInputElement && field.checked
	}));
}

/** Puts it into the fields again, as if it were typed now. */
export function typeAgain(typed: readonly Typed[]): void {
	for (const { field, value, isChecked } of typed) {
		if (!field.isConnected || !isTouched(field, value, isChecked)) continue;
		if (field instanceof HTMLInputElement && isTick(field)) field.checked = isChecked;
		else field.value = value;
		for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
	}
}

function isTouched(field: Field, value: string, isChecked: boolean): boolean {
	if (field instanceof HTMLInputElement && isTick(field)) return field.checked !== isChecked;
	return field.value !== value;
}

function isTyped(field: Field): boolean {
	if (field instanceof HTMLSelectElement)
		return [...field.options].some(
			(option) => option.selected !== option.defaultSelected && option.selected
		);
	if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
	if (field.type === 'hidden' || field.type === 'file') return false;
	return isTick(field)
		? field.checked !== field.defaultChecked
		: field.value !== field.defaultValue;
}

function isTick({ type }: HTMLInputElement): boolean {
	return type === 'checkbox' || type === 'radio';
}
