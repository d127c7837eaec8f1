import { abatementLaws } from './abatement-laws.ts';
import { awardLaws } from './award-laws.ts';
import { curveLaws } from './curve-laws.ts';
import { emissionLaws } from './emission-laws.ts';
import { financeLaws } from './finance-laws.ts';
import { fundingLaws } from './funding-laws.ts';
import type { PartLaw } from './part-law.ts';
import { purchaseLaws } from './purchase-laws.ts';
import { returnsLaws } from './returns-laws.ts';

/** All laws of the parts of the method. */
export const partLaws: readonly PartLaw[] = [
	...financeLaws,
	...returnsLaws,
	...emissionLaws,
	...purchaseLaws,
	...abatementLaws,
	...curveLaws,
	...awardLaws,
	...fundingLaws
];
