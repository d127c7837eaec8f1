import type { Text } from '../core/errors.ts';

/**
 * What the forms of others ask for, as dated data: names and order of columns, where they were seen and when. Whoever finds a
 * newer edition changes the data here and nothing else.
 */
export type Template = {
	readonly name: Text;
	readonly publisher: string;
	readonly edition: string;
	/** The day on which it was last looked at. */
	readonly asOf: string;
	readonly source: Text;
	/** Whether names and order were read in the form itself. */
	readonly isVerified: boolean;
};

export type TemplateTable<Column extends string = string> = {
	readonly code: string;
	readonly name: Text;
	readonly columns: readonly {
		readonly id: Column;
		readonly name: Text;
		readonly isNumber?: boolean;
		readonly weight?: number;
	}[];
};

const text = (sv: string, en: string): Text => ({ sv, en });

export const templates = {
	'investment-plan': {
		name: text(
			'Klimatkontrakt 2030, kapitel 5.3 och bilaga',
			'Climate Contract 2030, chapter 5.3 and appendix'
		),
		publisher: 'Viable Cities',
		edition: '2025/26',
		asOf: '2026-11-23',
		source: text(
			'Alvesta kommuns klimatkontrakt 2025/26. Kapitlet säger vad planen ska visa, men ger ingen tabellmall: indelningen är vår.',
			'The climate contract of Alvesta 2025/26. The chapter says what the plan shall show and gives no table template: the order is ours.'
		),
		isVerified: false
	},
	'council-brief': {
		name: text('Tjänsteskrivelse', 'Report to the council'),
		publisher: 'kommunen',
		edition: '',
		asOf: '2026-11-23',
		source: text(
			'Vanliga rubriker i kommunala tjänsteskrivelser (allmän kännedom). Kommunens egen mall går före.',
			'Headings usual in municipal reports (general knowledge). The municipality’s own template goes first.'
		),
		isVerified: false
	},
	'city-contract': {
		name: text(
			'Climate City Contract, Action Plan och Investment Plan',
			'Climate City Contract, Action Plan and Investment Plan'
		),
		publisher: 'NetZeroCities',
		edition: '2022–2024',
		asOf: '2026-11-23',
		source: text(
			'De tre dokumenten och de fem områdena: netzerocities.eu/climate-city-contract. Modulernas namn och nummer är allmän kännedom om mallarna 2022–2024.',
			'The three documents and the five fields: netzerocities.eu/climate-city-contract. Names and numbers of modules are general knowledge of the templates of 2022–2024.'
		),
		isVerified: false
	},
	'cdp-iclei': {
		name: text('CDP-ICLEI Track', 'CDP-ICLEI Track'),
		publisher: 'CDP, ICLEI',
		edition: '2023–2025',
		asOf: '2026-11-23',
		source: text(
			'Åtgärdernas kolumner så som de syns i CDP:s öppna data; målens och finansieringens är allmän kännedom. Talens skrivsätt följer inställningen i portalen (guidance.cdp.net, 2023).',
			'The columns of actions as seen in CDP’s open data; those of targets and finance are general knowledge. The style of numbers follows the setting in the portal (guidance.cdp.net, 2023).'
		),
		isVerified: false
	},
	klimatklivet: {
		name: text('Klimatklivet, underlag till ansökan', 'Klimatklivet, basis of an application'),
		publisher: 'Naturvårdsverket',
		edition: '2025',
		asOf: '2026-11-23',
		source: text(
			'naturvardsverket.se, ”Förbered din ansökan”, ”För dig som fått stöd” och ”Så hanteras ärenden”. Fälten i e-tjänsten är allmän kännedom; reglerna för 2026–2027 är inte sedda.',
			'naturvardsverket.se, “Förbered din ansökan”, “För dig som fått stöd” and “Så hanteras ärenden”. The fields of the e-service are general knowledge; the rules of 2026–2027 have not been seen.'
		),
		isVerified: false
	},
	'green-loan': {
		name: text('Gröna lån, underlag per projekt', 'Green loans, basis per project'),
		publisher: 'Kommuninvest',
		edition: '2024',
		asOf: '2026-11-23',
		source: text(
			'kommuninvest.se: åtta kategorier, en ansökan per projekt och årlig återrapportering. Elens faktor sänktes 2024 från 315 till 191 g CO₂/kWh (kommuninvest.se, april 2024). Blanketten är inte sedd.',
			'kommuninvest.se: eight categories, one application per project and a yearly report. The factor of electricity was lowered in 2024 from 315 to 191 g CO₂/kWh (kommuninvest.se, April 2024). The form has not been seen.'
		),
		isVerified: false
	}
} as const satisfies Readonly<Record<string, Template>>;

export type ReportId = keyof typeof templates;
export const reportIds = Object.keys(templates) as ReportId[];
