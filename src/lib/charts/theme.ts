/** The page's colours as the chart draws them; read when drawn, so that light, dark and print each get their own. */
export type Theme = Readonly<
	Record<
		| 'ink'
		| 'inkSoft'
		| 'line'
		| 'surface'
		| 'secured'
		| 'own'
		| 'gap'
		| 'pays'
		| 'costs'
		| 'reference',
		string
	>
>;

export function themeOf(element: Element): Theme {
	const style = getComputedStyle(element);
	const colour = (token: string) => style.getPropertyValue(`--${token}`).trim();
	return {
		ink: colour('ink'),
		inkSoft: colour('ink-soft'),
		line: colour('line'),
		surface: colour('surface'),
		secured: colour('secured'),
		own: colour('own'),
		gap: colour('gap'),
		pays: colour('pays'),
		costs: colour('costs'),
		reference: colour('reference')
	};
}

export const CHART_FONT = "'Source Sans 3 Variable', system-ui, sans-serif";
