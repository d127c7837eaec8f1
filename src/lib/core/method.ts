import { abatementFormulas } from './abatement/formulas.ts';
import { emissionFormulas } from './emissions/formulas.ts';
import type { Text } from './errors.ts';
import { financeFormulas } from './finance/formulas.ts';
import { exampleValue, type Formula } from './formula.ts';
import { symbolsIn } from './symbol-words.ts';
import { budgetFormulas } from './funding/budget-formulas.ts';
import { fundingFormulas } from './funding/formulas.ts';
import { uncertaintyFormulas } from './uncertainty/formulas.ts';
import { stackingFormulas } from './funding/stacking/formulas.ts';

/** A chapter of the method: its rules in words, and its formulas. The page about the method and the README are made of it. */
export type Chapter = {
	readonly id: string;
	readonly title: Text;
	readonly rules: readonly Text[];
	readonly formulas: readonly Formula[];
};

function rule(sv: string, en: string): Text {
	return { sv, en };
}

export const chapters: readonly Chapter[] = [
	{
		id: 'time',
		title: rule('Tid, pengar och vad som jämförs', 'Time, money and what is compared'),
		rules: [
			rule(
				'Allt räknas per år i fasta priser, i kronor av planens prisår. Första planåret räknas inte ned, om planen inte väljer annat. Bara planens år räknas: kostnader, finansiering och effekter utanför dem faller bort, och det står i en varning.',
				'Everything is computed per year in constant prices, in kronor of the plan’s price year. The first year is not discounted, unless the plan chooses otherwise. Only the years of the plan count: costs, funding and effects outside them drop out, and a warning says so.'
			),
			rule(
				'En åtgärds värden är skillnaden mot att inte göra den. Kostnader är positiva, besparingar och intäkter dras av.',
				'The values of a measure are the difference from not carrying it out. Costs are positive, savings and revenues are taken off.'
			),
			rule(
				'Okänt är inte noll. Ett okänt belopp gör nettokostnaden okänd, och det som inte räknas in nämns vid namn.',
				'Unknown is not zero. An unknown amount makes the net cost unknown, and what is left out is named.'
			),
			rule(
				'Återinvestering antas aldrig. Bara sådan som är inlagd finns, och en effekt som varar längre än sin investering får en varning.',
				'Replacement is never implied. Only replacements that are listed exist, and an effect that outlives its asset gets a warning.'
			),
			rule(
				'Tre sätt att se hålls isär: pengar in och ut, driftbudgeten, och samhällets nytta. De läggs aldrig ihop.',
				'Three views are kept apart: cash, the operating budget, and society. They are never added.'
			)
		],
		formulas: financeFormulas
	},
	{
		id: 'abatement',
		title: rule(
			'Effekt, kostnad per ton och kostnadskurva',
			'Effect, cost per tonne and the cost curve'
		),
		rules: [
			rule(
				'Emissionsfaktorer är daterade och har källa. Medelvärden och marginalvärden blandas aldrig i en post, och en post i inventeringen tar aldrig en marginalfaktor.',
				'Emission factors are dated and have a source. Averages and marginals are never mixed in a pool, and a pool of the inventory never takes a marginal factor.'
			),
			rule(
				'Åtgärder som minskar samma utsläpp delar på dem. I en portfölj räknas bara den tillräknade effekten; för sig själv räknas åtgärdens hela.',
				'Measures that cut the same emissions share them. In a portfolio only the credited effect counts; on its own a measure counts in full.'
			),
			rule(
				'I kurvan står det som betalar sig självt först, efter Paretoskikt på ton och kostnad och inom skiktet efter nettonytta, eftersom kronor per ton ordnar negativa kostnader fel. Sedan följer resten efter kronor per ton.',
				'In the curve what pays for itself comes first, by Pareto layer on tonnes and cost and inside a layer by net benefit, since kronor per tonne misranks negative costs. Then the rest by kronor per tonne.'
			),
			rule(
				'Kurvan finns för alla betalare före bidrag, för kommunens egna pengar efter säkrade bidrag, och för samhället. Vyerna blandas aldrig.',
				'The curve exists for all payers before grants, for the municipality’s own money after secured grants, and for society. Views are never mixed.'
			)
		],
		formulas: abatementFormulas
	},
	{
		id: 'emissions',
		title: rule('Utsläpp, banor och mål', 'Emissions, paths and targets'),
		rules: [
			rule(
				'Utsläppsstatistiken ligger kvar i sina utgåvor, och en förändring räknas inom en utgåva. Utrikes transporter hålls utanför summan.',
				'Inventories stay in their releases, and a change is computed within one release. Foreign transport is kept out of the total.'
			),
			rule(
				'Koldioxid är poster i koldioxid; koldioxidekvivalenter är alla poster inom kommunen.',
				'Carbon dioxide is the pools in carbon dioxide; CO2e is all pools within the municipality.'
			)
		],
		formulas: emissionFormulas
	},
	{
		id: 'funding',
		title: rule('Finansiering och gap', 'Funding and gaps'),
		rules: [
			rule(
				'Gapet minskar av bidrag, folkfinansiering, andras ägarkapital och exploateringsbidrag. Lån, borgen, egna pengar, skatteregler, upphandling, EPC och leasing minskar det inte.',
				'The gap is made smaller by grants, crowdfunding, equity from others and development contributions. Loans, guarantees, own money, tax rules, procurement, EPC and leasing do not.'
			),
			rule(
				'Gapet visas alltid i tre varianter: säkrad, förväntad och planerad finansiering. År, betalare och sektorer kvittas aldrig mot varandra, och inget sparas till ett senare år om källan inte tillåter det.',
				'The gap is always shown in three variants: secured, expected and planned funding. Years, payers and sectors are never netted, and nothing is kept for a later year unless its source allows it.'
			),
			rule(
				'Bara kronor som håller programmens regler räknas. Det som är beslutat går före, sedan efter id; varje rad får så mycket som taken lämnar. En kostnadspost betalas aldrig två gånger, och det inlagda visas bredvid det som räknas.',
				'Only kronor that keep the rules of the programmes count. What is decided goes first, then by id; each line gets as much as the ceilings leave. A cost item is never paid for twice, and what was listed is shown beside what counts.'
			),
			rule(
				'En ansökan som faller på ett uttalat faktum räknas inte så länge den inte är beslutad. Det som bara är en bedömning, och det som finansiären redan har beslutat, räknas och får en varning.',
				'An application that fails on a stated fact does not count as long as it is not decided. What is only a judgement, and what the funder has decided, counts and gets a warning.'
			),
			rule(
				'En ansökan vinns helt eller förloras, för alla sina år. Upp till 20 ansökningar ett år och 16 tillsammans räknas upp exakt; fler dras som stickprov med sparat frö, och medelfelet visas.',
				'An application is won in full or lost, for all its years. Up to 20 applications in a year and 16 together are enumerated exactly; more are sampled with a stored seed, and the standard error is shown.'
			)
		],
		formulas: [...fundingFormulas, ...stackingFormulas]
	},
	{
		id: 'budget',
		title: rule('Budget, likviditet och utrymme', 'Budget, liquidity and capacity'),
		rules: [
			rule(
				'Kapitalkostnaden börjar året efter utgiften. Bidrag på en kostnadspost dras av i proportion till postens utgifter.',
				'Capital cost begins the year after spending. Grants on a cost item are netted in proportion to its spending.'
			),
			rule(
				'Internräntan är en beslutad, nominell ränta och används bara i driftbudgeten; kalkylräntan är real och används i nuvärden.',
				'The internal rate is a decided, nominal rate and used in the operating budget alone; the discount rate is real and used in present values.'
			)
		],
		formulas: budgetFormulas
	},
	{
		id: 'uncertainty',
		title: rule('Osäkerhet', 'Uncertainty'),
		rules: [
			rule(
				'Varje simulering är en egen plan: kostnader, effekter och emissionsfaktorer gånger sina slumpade faktorer, och varje ansökan vunnen eller förlorad. Det som delas, till exempel elpriset, slumpas en gång för hela planen.',
				'Each draw is a plan of its own: costs, effects and emission factors times their drawn factors, and every application won or lost. What is shared, such as the price of electricity, is drawn once for the whole plan.'
			),
			rule(
				'Ett bidrag är de kronor som reglerna ger vid angivna kostnader: det växer inte med kostnaden, och minskar i samma mån om den blir lägre. Åtgärderna krediteras i de angivna värdenas ordning.',
				'A grant is the kronor that the rules give at the stated costs: it does not grow with the cost, and shrinks in proportion when it is lower. Measures are credited in the order of the stated values.'
			),
			rule(
				'P10, P50 och P90 är de värden som 10, 50 och 90 procent av simuleringarna håller sig till eller under. En kvot simuleras som täljare och nämnare tillsammans och har inget medelvärde.',
				'P10, P50 and P90 are the values that 10, 50 and 90 per cent of the draws stay at or below. A ratio is drawn as numerator and denominator together and has no mean.'
			),
			rule(
				'Vad som betyder mest: en uppgift i taget går från sitt lägsta till sitt högsta värde medan allt annat är som troligast.',
				'What matters most: one value at a time goes from its lowest to its highest while all else is at its most likely.'
			)
		],
		formulas: uncertaintyFormulas
	},
	{
		id: 'rounding',
		title: rule('Avrundning', 'Rounding'),
		rules: [
			rule(
				'Allt räknas med 40 siffror och avrundas bara när det visas: kronor till öre, ton till sex decimaler, halva bort från noll. Delar i en tabell avrundas med största rest, så att de summerar som de visas.',
				'Everything is computed with 40 digits and rounded only when shown: kronor to öre, tonnes to six decimals, halves away from zero. Parts of a table are rounded by largest remainder, so that they add up as shown.'
			)
		],
		formulas: []
	}
];

/** The method as text in Markdown, in one language: the README of the core. */
export function methodText(language: 'sv' | 'en'): string {
	const title = { sv: 'Metoden', en: 'The method' }[language];
	const words = {
		sv: { example: 'Exempel', source: 'Källa' },
		en: { example: 'Example', source: 'Source' }
	}[language];
	const parts = chapters.map((chapter) =>
		[
			`## ${chapter.title[language]}`,
			...chapter.rules.map((one) => `- ${one[language]}`),
			...chapter.formulas.map((one) => {
				const inputs = one.example
					.map(({ symbol, value }) => `${symbolsIn(symbol, language)} = ${value}`)
					.join(', ');
				const value = exampleValue(one)?.toSignificantDigits(8).toString();
				return [
					`### ${one.name[language]}`,
					`    ${symbolsIn(one.symbols, language)}`,
					one.words[language],
					`${words.source}: ${one.source[language]}.` +
						(value === undefined ? '' : ` ${words.example}: ${inputs} → ${value} ${one.unit}.`)
				].join('\n\n');
			})
		].join('\n\n')
	);
	return `# ${title}\n\n${parts.join('\n\n')}\n`;
}

/** The README of the core, which `npm run method` writes. */
export function methodReadme(): string {
	return `${methodText('en')}
## Where it is

Everything here is arithmetic: values in, values out, in exact decimals, but for draws in plain numbers that a test holds to them. No clock, no chance but what is handed in or seeded, no database, no rounding for display. Each folder holds its rules and, in its formulas, what they say in words and symbols with a worked example. This file is written by \`npm run method\`; a test holds it against the formulas.
`;
}
