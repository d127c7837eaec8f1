import { applications } from './en-applications';
import { budget } from './en-budget';
import { catalogue } from './en-catalogue';
import { decisions } from './en-decisions';
import { emissions } from './en-emissions';
import { fields } from './en-fields';
import { how } from './en-how';
import { inShort } from './en-in-short';
import { liquidity } from './en-liquidity';
import { matching } from './en-matching';
import { measure } from './en-measure';
import { plan } from './en-plan';
import { portfolio } from './en-portfolio';
import { proposal } from './en-proposal';
import { search } from './en-search';
import { risk } from './en-risk';
import { rules } from './en-rules';
import { sheets } from './en-sheets';
import { shell } from './en-shell';
import { whatIf } from './en-what-if';
import { work } from './en-work';
import type { Messages } from './sv';

export const en: Messages = {
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
