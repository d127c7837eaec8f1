import type { Messages } from '../i18n/messages.ts';
import { paperWords } from '../i18n/paper-words.ts';
import type { Asked } from './asked.ts';
import { cdpIclei } from './cdp-iclei.ts';
import { cityContract } from './city-contract.ts';
import { councilBrief } from './council-brief.ts';
import { greenLoan } from './green-loan.ts';
import { investmentPlan } from './investment-plan.ts';
import { applicable, klimatklivet } from './klimatklivet.ts';
import type { Block, Paper } from './paper.ts';
import { penOf, type Draft, type PaperSource, type PaperWishes, type Pen } from './source.ts';
import { sourcesOf } from './sources-of-plan.ts';
import { templates, type ReportId } from './templates.ts';

/** A report by its id: null where the portfolio has nothing that it can be about. */
export function draftOf(
	report: ReportId,
	source: PaperSource,
	{ caseNumber, measure }: PaperWishes,
	pen: Pen
): Draft | null {
	switch (report) {
		case 'investment-plan':
			return investmentPlan(source, pen, caseNumber);
		case 'council-brief':
			return councilBrief(source, pen, caseNumber);
		case 'city-contract':
			return cityContract(source, pen, caseNumber);
		case 'cdp-iclei':
			return cdpIclei(source, pen, caseNumber);
		case 'klimatklivet':
			return klimatklivet(source, pen, caseNumber, measure);
		case 'green-loan':
			return greenLoan(source, pen, caseNumber);
	}
}

/** Reports that are about one measure, and the measures that they can be about. */
export function measuresFor(report: ReportId, source: PaperSource) {
	if (report !== 'klimatklivet') return null;
	return applicable(source).map(({ measure: { id, name } }) => ({ id, name }));
}

/** Whether numbers are to be pasted into a portal with a decimal sign of its own. */
export function hasDecimalStyle(report: ReportId): boolean {
	return report === 'cdp-iclei';
}

const WIDE: ReadonlySet<ReportId> = new Set(['city-contract', 'cdp-iclei', 'green-loan']);

/** A report as a paper, with what it lacks; null where the portfolio has nothing that it can be about. */
export function paperOf(
	report: ReportId,
	source: PaperSource,
	wishes: PaperWishes,
	t: Messages
): { readonly paper: Paper; readonly asked: readonly Asked[] } | null {
	const w = paperWords[wishes.locale];
	const pen = penOf(wishes, { t, w });
	const draft = draftOf(report, source, wishes, pen);
	if (!draft) return null;
	const { plan, portfolio, version, hidden, isPublic } = source;
	const { settings, municipality, illustrative } = plan;
	const template = templates[report];
	const what = t.sharing.hidden(hidden.measures, hidden.amounts);
	const secret = isPublic ? w.withheld : w.marked;
	return {
		paper: {
			locale: wishes.locale,
			title: pen.in(titles[report]),
			about: draft.about ?? w.about(portfolio.name || portfolio.id, settings.name),
			facts: [
				{ label: w.municipality, value: municipality.name },
				{ label: w.caseNumber, value: pen.known(wishes.caseNumber) },
				{ label: w.day, value: wishes.day },
				...(version === null ? [] : [{ label: w.version, value: String(version) }]),
				{ label: w.basis, value: t.plan.basis(settings.basis.priceYear, settings.basis.vat) }
			],
			notices: [
				...(illustrative ? [w.illustrative] : []),
				...(template.isVerified ? [] : [w.templateNotice(pen.in(template.name), template.asOf)]),
				...(what ? [secret(what)] : [])
			],
			sections: draft.sections.map(({ title, blocks }) => ({
				title,
				blocks: blocks.map((block) => orNone(block, w.none))
			})),
			sources: [
				`${pen.in(template.name)}: ${pen.in(template.source)}`,
				...(draft.sources ?? sourcesOf(source, pen))
			],
			isWide: WIDE.has(report)
		},
		asked: draft.asked
	};
}

/** A table without rows says that there are none. */
function orNone(block: Block, none: string): Block {
	if (block.kind !== 'table' || block.table.rows.length > 0) return block;
	return { kind: 'text', text: `${block.table.caption}: ${none.toLowerCase()}` };
}

/** What each report is called. */
export const titles = {
	'investment-plan': { sv: 'Klimatinvesteringsplan', en: 'Climate investment plan' },
	'council-brief': { sv: 'Underlag till beslut', en: 'Brief for the council' },
	'city-contract': { sv: 'Climate City Contract: tabeller', en: 'Climate City Contract: tables' },
	'cdp-iclei': { sv: 'CDP-ICLEI Track: tabeller', en: 'CDP-ICLEI Track: tables' },
	klimatklivet: { sv: 'Underlag till Klimatklivet', en: 'Basis for Klimatklivet' },
	'green-loan': { sv: 'Underlag till Gröna lån', en: 'Basis for green loans' }
} as const satisfies Readonly<Record<ReportId, { sv: string; en: string }>>;
