import { error, fail, isHttpError, isRedirect, redirect } from '@sveltejs/kit';
import type { Text } from '../core/errors.ts';
import type { FieldChange } from '../core/plan/changes.ts';
import { TooManyPasswordsError } from './auth/passwords.ts';
import { BusyError } from './work/once.ts';
import {
	ConflictError,
	EditConflictError,
	ForbiddenError,
	InvalidInputError,
	InvalidPlanFileError,
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
	if (thrown instanceof InvalidInputError || thrown instanceof InvalidPlanFileError)
		return refuse(422, 'invalid');
	if (thrown instanceof TooManyTriesError) return refuse(429, 'too-many-tries');
	if (thrown instanceof TooManyPasswordsError || thrown instanceof BusyError)
		return refuse(429, 'busy');
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
	/** Every field in which what was sent differs from what somebody else has saved meanwhile. */
	readonly conflict?: readonly FieldChange[];
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
		return await work();
	} catch (thrown) {
		if (thrown instanceof EditConflictError)
			return fail<FormProblems>(409, { form, errors: {}, values, conflict: thrown.changes });
		if (thrown instanceof InvalidInputError)
			return fail<FormProblems>(422, { form, errors: thrown.fields, values });
		throw asHttp(event, thrown);
	}
}

/** More fields than any page sends: a measure of 40 cost items over 100 years has about 5 000. */
const MOST_FIELDS = 20_000;

/** The form that a request carries; what cannot be read as one, or is too large for one, is refused. */
export async function formOf({
	request,
	locals
}: Event & { readonly request: Request }): Promise<FormData> {
	const form = await request.formData().catch(() => null);
	if (!form || [...form.keys()].length > MOST_FIELDS)
		error(400, { message: 'not-a-form', id: locals.ctx.requestId });
	return form;
}

/** A field of a form as text; a missing field or a file is empty text. */
export function field(data: FormData, name: string): string {
	const value = data.get(name);
	return typeof value === 'string' ? value : '';
}

/** Every field of a form as text, by name; of a name that stands several times the lines. Files are left out. */
export function valuesOf(data: FormData): Record<string, string> {
	const values = new Map<string, string>();
	for (const [name, value] of data) {
		if (typeof value !== 'string') continue;
		const before = values.get(name);
		values.set(name, before === undefined ? value : `${before}\n${value}`);
	}
	return Object.fromEntries(values);
}
