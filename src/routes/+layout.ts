import { loadMessages } from '$lib/i18n/messages';
import type { LayoutLoad } from './$types';

/** The words of the reader's language, before anything is shown. */
export const load: LayoutLoad = async ({ data }) => {
	await loadMessages(data.locale);
	return data;
};
