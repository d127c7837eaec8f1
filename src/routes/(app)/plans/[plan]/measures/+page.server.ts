import { respond } from '$lib/server/respond';
import { measureOrders, measuresPage } from '$lib/server/services/measures.queries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => {
		const { searchParams } = event.url;
		const order = measureOrders.find((one) => one === searchParams.get('order')) ?? 'id';
		const wishes = {
			portfolio: searchParams.get('portfolio'),
			search: searchParams.get('search') ?? '',
			status: searchParams.get('status') ?? '',
			sector: searchParams.get('sector') ?? '',
			isInPortfolio: searchParams.has('within'),
			order,
			removed: searchParams.get('removed')
		};
		return {
			wishes,
			measures: measuresPage(event.locals.ctx, event.params.plan, wishes)
		};
	});
