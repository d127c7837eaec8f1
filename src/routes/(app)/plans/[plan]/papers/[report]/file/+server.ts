import { fileKinds } from '$lib/papers/paper';
import { fileResponse } from '$lib/server/file-response';
import { respond } from '$lib/server/respond';
import { paperFile } from '$lib/server/services/papers.queries';
import { askedIn } from '../../asked';
import type { RequestHandler } from './$types';

const TYPES = {
	pdf: 'application/pdf',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
} as const;

export const GET: RequestHandler = async (event) => {
	const { locals, params, url } = event;
	const kind = fileKinds.find((one) => one === url.searchParams.get('as')) ?? 'pdf';
	const asked = askedIn(url, locals.locale);
	const file = await respond(event, () =>
		paperFile(locals.ctx, params.plan, params.report, asked, kind)
	);
	return fileResponse(file, TYPES[kind]);
};
