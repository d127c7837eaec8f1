import type { DecisionMade } from '$lib/input/forms/decision-form';
import type { Messages } from '$lib/i18n/messages';

/** Who decided, when, and the paragraph of the minutes. */
export function decidedBy({ body, date, paragraph }: DecisionMade, t: Messages): string {
	return t.decisions.made(bodyInWords(body, t), date, paragraph);
}

export function bodyInWords({ kind, name }: DecisionMade['body'], t: Messages): string {
	return name || (t.decisions.bodies[kind] ?? kind);
}
