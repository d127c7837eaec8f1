import { describe, expect, inject, it } from 'vitest';
import type { Decimal } from '../../src/lib/core/decimal.ts';
import { evaluate } from '../../src/lib/core/portfolio/evaluate.ts';
import { explainer } from '../../src/lib/core/portfolio/explain/explain.ts';
import type { Explained } from '../../src/lib/core/portfolio/explain/explained.ts';
import { scopeOf } from '../../src/lib/core/portfolio/explain/scope.ts';
import { exampleVisitors } from '../support/example-visitors.ts';
import { examplePlan } from '../support/large-plan.ts';

/** Every figure that a page shows leads to an explanation of that very figure. */
const url = inject('appUrl');
const plan = examplePlan();
const PORTFOLIOS = ['P1', 'P2', 'P3'];

const pages = [
	'',
	'/measures',
	'/financing',
	'/rules',
	'/applications',
	'/applications?view=table',
	'/operating',
	'/liquidity',
	'/operating?funding=planned',
	'/capacity',
	'/macc',
	'/macc?view=municipal',
	'/macc?view=socioeconomic&year=2030',
	'/emissions',
	'/emissions?gas=CO2&by=measure',
	'/portfolios',
	'/compare'
];

const LINK = /<a class="how[^"]*" href="\/plans\/[^/]+\/how\/([^"?]+)(?:\?([^"]*))?"[^>]*>([^<]*)/g;

type Shown = { readonly figure: string; readonly portfolio: string; readonly text: string };

/** Figures of a page as it is sent, each with its address and what it says. */
function figuresIn(html: string): Shown[] {
	return [...html.matchAll(LINK)].map(([, figure = '', query = '', text = '']) => ({
		figure,
		portfolio: new URLSearchParams(query.replaceAll('&amp;', '&')).get('portfolio') ?? 'P1',
		text: text.replaceAll('&nbsp;', ' ').trim()
	}));
}

/** How many of the value's units one shown unit is, and how coarsely it is shown. */
function scaleOf(
	{ unit }: Explained,
	text: string,
	isInKronor: boolean
): { readonly factor: number; readonly within: number } {
	if (text.includes('%')) return { factor: 0.01, within: 0.0051 };
	if (unit === 'kr') return { factor: isInKronor ? 1 : 1000, within: isInKronor ? 0.51 : 100.1 };
	return { factor: 1, within: 0.51 };
}

function isShown(value: Decimal, node: Explained, text: string, isInKronor: boolean): boolean {
	const number = Number(
		text
			.replace(/[^\d,−-]/g, '')
			.replace('−', '-')
			.replace(',', '.')
	);
	const { factor, within } = scaleOf(node, text, isInKronor);
	return Math.abs(Math.abs(number * factor) - value.abs().toNumber()) <= within;
}

describe('the figures of the pages', () => {
	const explain = new Map(
		PORTFOLIOS.map((id) => [id, explainer(scopeOf(plan, evaluate(plan, id)))])
	);

	function fault({ figure, portfolio, text }: Shown, isInKronor: boolean): string | null {
		const node = explain.get(portfolio)?.(figure);
		if (!node) return `${figure} has no explanation`;
		if (/^(Hur\?|saknas)$/.test(text)) return null;
		return node.value && isShown(node.value, node, text, isInKronor)
			? null
			: `${portfolio} ${figure} is shown as "${text}", but explained as ${String(node.value)}`;
	}

	for (const page of pages)
		it(`of ${page || 'the overview'} are explained as they are shown`, async () => {
			const { planId, reader } = await exampleVisitors(url);
			const address = `/plans/${planId}${page}${page.includes('?') ? '&' : '?'}portfolio=P2`;
			const response = await reader.get(address);
			const shown = figuresIn(await response.text());
			expect(shown.length).toBeGreaterThan(page.startsWith('/applications') ? 2 : 5);
			// The cost curve is in whole kronor, the other pages in thousands of them.
			const faults = shown.flatMap((one) => fault(one, page.startsWith('/macc')) ?? []);
			expect(faults.slice(0, 5)).toEqual([]);
		});
});
