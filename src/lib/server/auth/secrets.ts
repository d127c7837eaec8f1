import { createHash, randomBytes } from 'node:crypto';

/** SHA-256 in hex: what the database keeps of a secret that somebody else holds. */
export function secretHash(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}

const TOKEN_BYTES = 32;

export function newToken(): string {
	return randomBytes(TOKEN_BYTES).toString('base64url');
}
