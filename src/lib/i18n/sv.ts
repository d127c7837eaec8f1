import { applications } from './sv-applications';
import { budget } from './sv-budget';
import { catalogue } from './sv-catalogue';
import { decisions } from './sv-decisions';
import { emissions } from './sv-emissions';
import { fields } from './sv-fields';
import { how } from './sv-how';
import { inShort } from './sv-in-short';
import { liquidity } from './sv-liquidity';
import { matching } from './sv-matching';
import { measure } from './sv-measure';
import { plan } from './sv-plan';
import { portfolio } from './sv-portfolio';
import { proposal } from './sv-proposal';
import { search } from './sv-search';
import { risk } from './sv-risk';
import { rules } from './sv-rules';
import { sheets } from './sv-sheets';
import { shell } from './sv-shell';
import { whatIf } from './sv-what-if';
import { work } from './sv-work';

export const sv = {
	...shell,
	...plan,
	...work,
	...measure,
	...portfolio,
	...budget,
	...emissions,
	...how,
	...rules,
	...catalogue,
	...matching,
	...proposal,
	...search,
	...risk,
	...inShort,
	...decisions,
	...applications,
	...whatIf,
	...liquidity,
	...sheets,
	fields
};

/** The interface's words: Swedish first; the compiler sees to it that English lacks none. */
export type Messages = typeof sv;
