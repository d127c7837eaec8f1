import { askedOfPlan } from './asked-of-plan.ts';
import { sections as sentencesOf, type Section } from './brief/sentences.ts';
import { needSentence, operatingTable } from './money-tables.ts';
import type { Block, PaperSection } from './paper.ts';
import { needFigure, pathFigure } from './plan-tables.ts';
import { tableBlock, text, type Draft, type PaperSource, type Pen } from './source.ts';

/** A paper for the council about one portfolio: sentences that figures carry, tables, and what only an officer can write. */
export function councilBrief(source: PaperSource, pen: Pen, caseNumber: string): Draft {
	const { locale, t, w } = pen;
	const c = w.council;
	const said = new Map(
		sentencesOf(source.brief, locale, t).map((section) => [section.id, section])
	);
	const sentences = (id: Section['id']): Block[] => {
		const section = said.get(id);
		return section ? [text(section.sentences.join(' '))] : [];
	};
	const titled = (id: Section['id']): Block[] => {
		const section = said.get(id);
		return section ? [{ kind: 'heading', text: section.title }, ...sentences(id)] : [];
	};
	const blank: Block = { kind: 'blank', text: w.blank };
	const path = pathFigure(source, pen);
	const of = (title: string, blocks: readonly Block[]): PaperSection => ({ title, blocks });
	const asked = askedOfPlan(source, pen, caseNumber);
	return {
		about: null,
		sections: [
			of(w.plan.summary, [...sentences('get'), needSentence(source, pen)]),
			of(c.proposal, [blank]),
			of(c.matter, sentences('what')),
			of(c.economy, [
				...titled('cost'),
				...titled('funding'),
				{ kind: 'figure', figure: needFigure(source, pen) },
				...titled('operating'),
				tableBlock(operatingTable(source, pen))
			]),
			of(c.climate, [
				...sentences('get'),
				...(path ? [{ kind: 'figure' as const, figure: path }] : []),
				...titled('sure'),
				...titled('unknown')
			]),
			of(c.children, [blank]),
			of(c.basisOf, [{ kind: 'list', items: basisItems(source, pen) }])
		],
		asked: [
			asked.caseNumber,
			asked.costs,
			asked.effects,
			asked.depreciation,
			asked.funding,
			asked.capacity,
			asked.tax,
			asked.population,
			asked.target,
			asked.risk
		]
	};
}

function basisItems({ plan, version }: PaperSource, { w }: Pen): string[] {
	const c = w.council;
	const { name } = plan.settings;
	return [version === null ? c.basisFile(name) : c.basisPlan(name, String(version)), c.basisMethod];
}
