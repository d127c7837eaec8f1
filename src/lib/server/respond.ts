import { error, fail, isHttpError, isRedirect, redirect } from '@sveltejs/kit';
import type { Text } from '../core/errors.ts';
import { TooManyPasswordsError } from './auth/passwords.ts';
import {
	ConflictError,
	ForbiddenError,
	InvalidInputError,
	NotFoundError,
	SignInNeededError,
	TooManyTriesError
} from './services/errors.ts';

type Event = { readonly locals: App.Locals; readonly url: URL };

/** Runs a service for a route and turns what it throws into HTTP: the only place where the two meet. */
export async function respond<Result>(event: Event, work: () => Result): Promise<Awaited<Result>> {
	try {
		return await work();
	} catch (thrown) {
		throw asHttp(event, thrown);
	}
}

function asHttp({ locals, url }: Event, thrown: unknown): unknown {
	const id = locals.ctx.requestId;
	const refuse = (status: number, message: string): unknown => {
		try {
			error(status, { message, id });
		} catch (refusal) {
			return refusal;
		}
	};
	if (isHttpError(thrown) || isRedirect(thrown)) return thrown;
	if (thrown instanceof NotFoundError) return refuse(404, 'not-found');
	if (thrown instanceof ForbiddenError) return refuse(403, 'forbidden');
	if (thrown instanceof ConflictError) return refuse(409, 'conflict');
	if (thrown instanceof TooManyTriesError) return refuse(429, 'too-many-tries');
	if (thrown instanceof TooManyPasswordsError) return refuse(429, 'busy');
	if (thrown instanceof SignInNeededError) {
		const to = url.pathname === '/' ? '' : `?to=${encodeURIComponent(url.pathname + url.search)}`;
		try {
			redirect(303, `/sign-in${to}`);
		} catch (elsewhere) {
			return elsewhere;
		}
	}
	return thrown;
}

export type FormProblems = {
	readonly form: string;
	readonly errors: Readonly<Record<string, Text>>;
	readonly values: Readonly<Record<string, string>>;
};

/**
 * The same for a form: wrong input comes back to the form that sent it, with what was typed. Secrets are left out by not
 * being among `values`.
 */
export async function respondForm<Result>(
	event: Event,
	form: string,
	values: Readonly<Record<string, string>>,
	work: () => Result
) {
	try {
		return await respond(event, work);
	} catch (thrown) {
		if (!(thrown instanceof InvalidInputError)) throw thrown;
		return fail(422, { form, errors: thrown.fields, values } satisfies FormProblems);
	}
}

/** The form that a request carries; what cannot be read as one is refused. */
export async function formOf({
	request,
	locals
}: Event & { readonly request: Request }): Promise<FormData> {
	try {
		return await request.formData();
	} catch {
		error(400, { message: 'not-a-form', id: locals.ctx.requestId });
	}
}

/** A field of a form as text; a missing field or a file is empty text. */
export function field(data: FormData, name: string): string {
	const value = data.get(name);
	return typeof value === 'string' ? value : '';
}
