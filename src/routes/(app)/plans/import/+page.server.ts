import { fail, redirect } from '@sveltejs/kit';
import { jsonPath, seenValue } from '$lib/core/plan/problem';
import { LARGEST_UPLOAD } from '$lib/server/body-limit';
import { formOf, respond } from '$lib/server/respond';
import { permit } from '$lib/server/services/context';
import { InvalidPlanFileError } from '$lib/server/services/errors';
import { uploadPlanFile } from '$lib/server/services/plans.commands';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => {
		permit(event.locals.ctx, 'plan.edit');
	});

export const actions: Actions = {
	default: async (event) => {
		await respond(event, () => permit(event.locals.ctx, 'plan.edit'));
		const file = (await formOf(event)).get('file');
		if (!(file instanceof File) || file.size === 0)
			return fail(422, { reason: 'no-file' as const });
		if (file.size > LARGEST_UPLOAD) return fail(413, { reason: 'too-large' as const });
		const text = await file.text();
		const upload = await respond(event, () => {
			try {
				return { id: uploadPlanFile(event.locals.ctx, { name: file.name, text }) };
			} catch (thrown) {
				if (thrown instanceof InvalidPlanFileError) return { problems: thrown.problems };
				throw thrown;
			}
		});
		if ('id' in upload) redirect(303, `/plans/import/${upload.id}`);
		return fail(422, {
			reason: 'problems' as const,
			fileName: file.name,
			count: upload.problems.length,
			problems: upload.problems.slice(0, MOST_SHOWN).map(({ path, of, value, expected }) => ({
				of: of ?? null,
				path: jsonPath(path),
				value: seenValue(value),
				expected
			}))
		});
	}
};

const MOST_SHOWN = 200;
