import { loadMessages, localeFrom } from '$lib/i18n/messages';

// Asked for while the page's own scripts still come, so that the layout need not wait for it; a failure is told there.
loadMessages(localeFrom(document.documentElement.lang)).catch(() => undefined);
