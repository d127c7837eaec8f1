import type { Text } from '../core/errors.ts';

const text = (sv: string, en: string): Text => ({ sv, en });

/** Fields of the application, in the order of the agency's pages. */
export const labels = {
	project: text('Åtgärd och sökande', 'Measure and applicant'),
	measure: text('Åtgärd', 'Measure'),
	applicant: text('Sökande', 'Applicant'),
	number: text('Organisationsnummer', 'Organisation number'),
	site: text('Plats', 'Site'),
	start: text('Startår och livslängd', 'Start and lifetime'),
	money: text('Pengar', 'Money'),
	investment: text('Investering, alla betalare, tkr', 'Investment, all payers, SEK thousand'),
	eligible: text('Stödberättigad kostnad, tkr', 'Eligible cost, SEK thousand'),
	sought: text(
		'Högsta möjliga stöd därutöver, tkr',
		'Highest possible support besides, SEK thousand'
	),
	share: text('Andel av stödberättigad kostnad', 'Share of the eligible cost'),
	listed: text(
		'Upptaget i planen från Klimatklivet, tkr',
		'Listed in the plan from Klimatklivet, SEK thousand'
	),
	netCost: text('Nettokostnad i nuvärde, tkr', 'Present net cost, SEK thousand'),
	climate: text('Klimatnytta', 'Climate benefit'),
	zero: text('Nollalternativet, energi per år', 'Zero alternative, energy a year'),
	with: text('Med åtgärden, energi per år', 'With the measure, energy a year'),
	change: text('Skillnad', 'Difference'),
	yearly: text('Minskning per år, ton CO₂e', 'Cut a year, tonnes CO₂e'),
	perKrona: text('Kg CO₂e per investerad krona', 'Kg CO₂e per invested krona'),
	other2: text('Statsstöd, jobb och andra mål', 'State aid, jobs and other goals'),
	aid: text('Statsstödsgrund', 'State-aid basis'),
	jobs: text('Arbetstillfällen', 'Jobs'),
	goals: text('Andra miljömål och nyttor', 'Other environmental goals and benefits'),
	note: text(
		'Klimatklivet rangordnar efter minskade kilogram under livslängden per investerad krona: minskning per år × livslängd ÷ investering, odiskonterat. Åtgärden får inte börja före beslutet. Lägesrapport var sjätte månad, slutrapport inom tre månader efter slutet.',
		'Klimatklivet ranks by kilograms cut over the lifetime per invested krona: cut a year × lifetime ÷ investment, undiscounted. The measure must not start before the decision. A status report every six months, the final one within three months after the end.'
	),
	ifOpen: text(
		'Högsta möjliga stöd gäller om allt som inte kan avgöras faller väl ut. Andelen beror på vem som söker: lägre för den som inte driver verksamhet på en marknad.',
		'The highest possible support holds if all that cannot be judged turns out well. The share depends on who applies: lower for those who do not act on a market.'
	),
	noCost: text(
		'Stödet kan inte prövas: investeringen är okänd.',
		'The support cannot be judged: the investment is unknown.'
	),
	noProgramme: text(
		'Programmet finns inte i katalogen: högsta möjliga stöd är okänt.',
		'The programme is not in the catalogue: the highest possible support is unknown.'
	),
	years: text('år', 'years'),
	rules: text(
		'Regler som inte är uppfyllda eller inte kan avgöras',
		'Rules that are not met or cannot be judged'
	),
	failed: text('ej uppfylld', 'not met'),
	open: text('kan inte avgöras', 'cannot be judged'),
	here: text('planen', 'the plan'),
	noRules: text('Alla regler är uppfyllda.', 'All rules are met.')
} as const;
