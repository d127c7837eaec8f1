import type { RequestEvent } from '@sveltejs/kit';
import { jsonPath, seenValue } from '../core/plan/problem.ts';
import type { UploadRefusal } from '../input/plan-file/refusal.ts';
import { LARGEST_UPLOAD } from './body-limit.ts';
import { formOf, respond } from './respond.ts';
import { permit } from './services/context.ts';
import { InvalidPlanFileError } from './services/errors.ts';
import { uploadPlanFile } from './services/plans.commands.ts';

const MOST_SHOWN = 200;

export type Upload =
	{ readonly id: string } | { readonly status: number; readonly refusal: UploadRefusal };

/** Takes in the plan file that a form carries and keeps it until its sender has looked at what it holds. */
export async function uploadedPlanFile(event: RequestEvent): Promise<Upload> {
	await respond(event, () => permit(event.locals.ctx, 'plan.edit'));
	const file = (await formOf(event)).get('file');
	if (!(file instanceof File) || file.size === 0) return refused(422, { reason: 'no-file' });
	if (file.size > LARGEST_UPLOAD) return refused(413, { reason: 'too-large' });
	const text = await file.text();
	return await respond(event, (): Upload => {
		try {
			return { id: uploadPlanFile(event.locals.ctx, { name: file.name, text }) };
		} catch (thrown) {
			if (!(thrown instanceof InvalidPlanFileError)) throw thrown;
			return refused(422, {
				reason: 'problems',
				fileName: file.name,
				count: thrown.problems.length,
				problems: thrown.problems.slice(0, MOST_SHOWN).map(({ path, of, value, expected }) => ({
					of: of ?? null,
					path: jsonPath(path),
					value: seenValue(value),
					expected
				}))
			});
		}
	});
}

function refused(
	status: number,
	refusal: Pick<UploadRefusal, 'reason'> & Partial<UploadRefusal>
): Upload {
	return { status, refusal: { fileName: '', count: 0, problems: [], ...refusal } };
}
