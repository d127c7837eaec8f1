import type { Text } from '../../core/errors.ts';
import { fieldReader, type FormValues } from './field-reader.ts';

/** So many days a shared link may last. */
export const shareDays = [30, 90, 365] as const;
export const USUAL_DAYS = 90;
const MOST_CHARACTERS = 100;
/** As many as a comparison shows. */
const MOST_SHARED = 6;

export type ShareForm = {
	readonly label: string;
	readonly days: number;
	/** The frozen decision that is shown; null: the plan as it is. */
	readonly decision: string | null;
	readonly portfolios: readonly string[];
};

/** The form that makes a shared link. */
export function readShareForm(values: FormValues) {
	const { errors, text, lines } = fieldReader(values);
	const label = text('label');
	if (label === '' || label.length > MOST_CHARACTERS) errors['label'] = LABEL;
	const days = shareDays.find((one) => String(one) === text('days'));
	if (days === undefined) errors['days'] = CHOOSE;
	const portfolios = [...new Set(lines('portfolios'))];
	if (portfolios.length === 0 || portfolios.length > MOST_SHARED) errors['portfolios'] = WHICH;
	const share: ShareForm = {
		label,
		days: days ?? USUAL_DAYS,
		decision: text('decision') || null,
		portfolios
	};
	return { share, errors };
}

const LABEL: Text = {
	sv: 'Skriv vad länken är till för, till exempel Fullmäktige 14 december.',
	en: 'Write what the link is for, such as Council 14 December.'
};
const CHOOSE: Text = { sv: 'Välj en av tiderna.', en: 'Choose one of the times.' };
const WHICH: Text = {
	sv: 'Välj en till sex portföljer att visa.',
	en: 'Choose one to six portfolios to show.'
};
