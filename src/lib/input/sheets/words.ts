import { plainName } from './headings.ts';

/** Words in cells for the choices of a plan file, Swedish and English. The choices' own names are understood too. */

type Words = Readonly<Record<string, readonly string[]>>;

const statuses: Words = {
	idea: ['idé', 'ide', 'förslag', 'uppslag'],
	planned: ['planerad', 'planeras', 'plan', 'kommande', 'ej påbörjad', 'not started'],
	approved: ['beslutad', 'godkänd', 'antagen', 'decided'],
	ongoing: ['pågår', 'pågående', 'påbörjad', 'genomförs', 'in progress', 'started'],
	done: ['genomförd', 'klar', 'färdig', 'avslutad', 'completed'],
	cancelled: ['avbruten', 'stoppad', 'utgår', 'inställd', 'canceled']
};

const fundingStatuses: Words = {
	idea: ['idé', 'ide', 'förslag'],
	planned: ['planerad', 'planeras', 'ska sökas'],
	applied: ['sökt', 'ansökt', 'inskickad', 'inlämnad', 'ansökan inskickad', 'sent'],
	granted: ['beviljad', 'beviljat', 'approved'],
	contracted: ['avtalad', 'avtalat', 'avtal', 'contract signed'],
	paid: ['utbetald', 'utbetalt', 'slutredovisad'],
	rejected: ['avslag', 'avslagen', 'nekad', 'declined']
};

const kinds: Words = {
	capex: ['investering', 'investeringsutgift', 'utgift', 'investment'],
	opex: ['drift', 'driftkostnad', 'driftskostnad', 'kostnad', 'running cost', 'operating cost'],
	saving: ['besparing', 'minskad kostnad', 'savings'],
	revenue: ['intäkt', 'intäkter', 'income']
};

const payers: Words = {
	municipality: ['kommun', 'kommunen', 'skattekollektivet', 'the municipality'],
	'municipal-company': ['kommunalt bolag', 'bolag', 'bolaget', 'municipal company'],
	'fee-collective': ['taxekollektiv', 'taxekollektivet', 'va', 'avgift', 'fee collective'],
	business: ['företag', 'näringsliv', 'näringslivet', 'companies'],
	households: ['hushåll', 'hushållen', 'invånare', 'residents'],
	region: ['regionen'],
	state: ['staten', 'stat', 'the state']
};

const costKinds: Words = {
	equipment: ['utrustning', 'inventarier', 'maskiner', 'fordon'],
	construction: ['bygg', 'anläggning', 'bygg och anläggning', 'byggnad', 'entreprenad'],
	personnel: ['personal', 'lön', 'löner', 'staff'],
	study: ['utredning', 'förstudie', 'projektering', 'konsult', 'studies'],
	land: ['mark', 'markköp']
};

const sectors: Words = {
	transport: ['transporter', 'transport', 'trafik', 'resor'],
	machinery: ['arbetsmaskiner', 'maskiner'],
	agriculture: ['jordbruk'],
	waste: ['avfall', 'avfall inkl avlopp'],
	products: ['produktanvändning', 'produktanvändning inkl lösningsmedel'],
	heating: ['egen uppvärmning', 'uppvärmning', 'egen uppvärmning av bostäder och lokaler'],
	'power-and-district-heat': ['el och fjärrvärme', 'energi', 'fjärrvärme'],
	industry: ['industri', 'industri energi processer'],
	'foreign-transport': ['utrikes transporter']
};

/** The words of a field's choices; of a list of funding, status is the funding's. */
export const wordLists: Readonly<Record<string, Words>> = {
	status: statuses,
	fundingStatus: fundingStatuses,
	kind: kinds,
	payer: payers,
	costKind: costKinds,
	sector: sectors
};

/** The choice that a text stands for; null: none that is known. */
export function choiceOf(list: string, text: string): string | null {
	const words = wordLists[list] ?? {};
	const plain = plainName(text);
	const found = Object.entries(words).find(
		([choice, own]) => choice === text.trim().toLowerCase() || own.includes(plain)
	);
	return found?.[0] ?? Object.keys(words).find((choice) => plainName(choice) === plain) ?? null;
}
