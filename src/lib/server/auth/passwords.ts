import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import type { Text } from '../../core/errors.ts';
import { commonPasswords } from './common-passwords.ts';

/** argon2id (the library's default), 19 MiB, two passes, one lane: OWASP's first recommendation. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const SHORTEST = 12;
const LONGEST = 256;
const LONGEST_QUEUE = 50;

/** The machine is busy checking passwords. */
export class TooManyPasswordsError extends Error {
	override name = 'TooManyPasswordsError';
}

export async function passwordHash(password: string): Promise<string> {
	return await oneOfFew(() => hash(normalised(password), COST));
}

/** Of a password that nobody has, so that an unknown user takes as long to refuse as a known one. */
let hashOfNobody: Promise<string> | null = null;

export async function isPasswordOf(stored: string | null, password: string): Promise<boolean> {
	hashOfNobody ??= hash('no account has this password', COST);
	const known = stored ?? (await hashOfNobody);
	const isRight = await oneOfFew(() => verify(known, normalised(password)));
	return isRight && stored !== null;
}

function normalised(password: string): string {
	return password.normalize('NFKC');
}

/** Why a password will not do, or null when it will. No composition rules: length is what counts. */
export function passwordProblem(password: string, email: string): Text | null {
	const length = [...normalised(password)].length;
	if (length < SHORTEST)
		return {
			sv: `Lösenordet har ${length} tecken; det behöver minst ${SHORTEST}. Några ord i rad är lätta att minnas.`,
			en: `The password has ${length} characters; it needs at least ${SHORTEST}. A few words in a row are easy to remember.`
		};
	if (length > LONGEST)
		return {
			sv: `Lösenordet har ${length} tecken; högst ${LONGEST} går.`,
			en: `The password has ${length} characters; at most ${LONGEST} will do.`
		};
	const plain = normalised(password).toLowerCase();
	if (commonPasswords.has(plain) || plain === email.toLowerCase() || new Set(plain).size < 4)
		return {
			sv: 'Lösenordet är lätt att gissa. Välj ett annat.',
			en: 'The password is easy to guess. Choose another.'
		};
	return null;
}

let running = 0;
const waiting: (() => void)[] = [];

/** Runs so many hashes at once as there are cores; a few more may queue. */
async function oneOfFew<Result>(work: () => Promise<Result>): Promise<Result> {
	if (running >= availableParallelism()) {
		if (waiting.length >= LONGEST_QUEUE)
			throw new TooManyPasswordsError('Too many sign-ins at once.');
		await new Promise<void>((start) => waiting.push(start));
	} else running++;
	try {
		return await work();
	} finally {
		const next = waiting.shift();
		if (next) next();
		else running--;
	}
}
