import { Decimal, ONE, sum } from '../decimal.ts';
import {
	ofApplication,
	type ApplicationOutline,
	type FundingOutline,
	type PlanOutline
} from './outline.ts';
import { problem, type Problem } from './problem.ts';
import { unresolved } from './unresolved.ts';

const APPLICATIONS = { sv: 'ansökningarna (applications)', en: 'applications' };

/** A line names an application of its own programme and says nothing that the application says, or says it all itself. */
export function applicationProblems({ applications, funding }: PlanOutline): Problem[] {
	const ids = new Set(applications.flatMap(({ id }) => id ?? []));
	const programmes = new Map(applications.map(({ id, programme }) => [id, programme]));
	const ofLines = funding.flatMap((line, index) => {
		const path = ['funding', index];
		if (line.application === undefined) return unsaid(line, path);
		const needed = programmes.get(line.application);
		return [
			...unresolved([...path, 'application'], line.application, ids, APPLICATIONS),
			...(needed === undefined || line.programme === undefined || line.programme === needed
				? []
				: [
						problem([...path, 'programme'], line.programme, {
							sv: `ska vara ${needed}, som ansökan ${line.application} söker hos`,
							en: `must be ${needed}, to which application ${line.application} is made`
						})
					]),
			...line.stated.map((field) =>
				problem([...path, field], field, {
					sv: `står redan på ansökan ${line.application}; ta bort det här`,
					en: `already stands at application ${line.application}; take it away here`
				})
			)
		];
	});
	return [...applications.flatMap(payoutProblems), ...ofLines];
}

/** What is paid ahead and what is held back are parts of the same money. */
function payoutProblems({ payoutShares }: ApplicationOutline, index: number): Problem[] {
	const total = sum(
		payoutShares.flatMap((share) => (share === undefined ? [] : [new Decimal(share)]))
	);
	if (total.lte(ONE)) return [];
	return [
		problem(['applications', index, 'payout', 'lastShare'], payoutShares[1], {
			sv: 'är tillsammans med förskottet mer än hela beloppet; de två får vara högst 1 ihop',
			en: 'is more than the whole together with the advance; the two may be at most 1'
		})
	];
}

function unsaid({ stated }: FundingOutline, path: Problem['path']): Problem[] {
	return ofApplication
		.slice(0, 2)
		.filter((field) => !stated.includes(field))
		.map((field) =>
			problem([...path, field], undefined, {
				sv: 'saknas; en rad utan ansökan (application) säger sin status och sannolikhet själv',
				en: 'is missing; a line without an application says its own status and probability'
			})
		);
}
