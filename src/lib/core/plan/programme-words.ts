import type { Text } from '../errors.ts';
import { bilingual } from '../words.ts';
import type { CostBase } from './funding-rules.ts';

/** Names of what funding rules count. */

const BASES: Readonly<Record<CostBase, Text>> = {
	'eligible-cost': { sv: 'stödberättigande kostnad', en: 'eligible cost' },
	'incremental-cost': { sv: 'merkostnaden', en: 'the extra cost' },
	'relevant-cost-gap': { sv: 'finansieringsgapet', en: 'the funding gap' },
	output: { sv: 'produktionen', en: 'output' },
	'fixed-sum': { sv: 'en fast summa', en: 'a fixed sum' },
	'in-kind': { sv: 'arbetet', en: 'work in kind' },
	loan: { sv: 'lånebehovet', en: 'the loan' },
	equity: { sv: 'kapitalet', en: 'equity' },
	savings: { sv: 'besparingen', en: 'savings' },
	lease: { sv: 'hyran', en: 'the lease' },
	vat: { sv: 'momsen', en: 'VAT' }
};

export function costBaseName(base: CostBase): Text {
	return BASES[base];
}

export const UNIT_NAMES = {
	'charging-point': bilingual('laddpunkt', 'charging point'),
	vehicle: bilingual('fordon', 'vehicle'),
	'kwh-biogas': bilingual('kWh biogas', 'kWh of biogas')
} as const;
