import { fail, redirect } from '@sveltejs/kit';
import { respond } from '$lib/server/respond';
import { permit } from '$lib/server/services/context';
import { uploadedPlanFile } from '$lib/server/upload';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => {
		permit(event.locals.ctx, 'plan.edit');
	});

export const actions: Actions = {
	default: async (event) => {
		const upload = await uploadedPlanFile(event);
		if ('id' in upload) redirect(303, `/plans/${event.params.plan}/update/${upload.id}`);
		return fail(upload.status, upload.refusal);
	}
};
