import { eq, lt } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { signInFailure } from '../db/schema/people.ts';

export type SignInFailures = typeof signInFailure.$inferSelect;

export function read(db: Db, keyHash: string): SignInFailures | null {
	return db.select().from(signInFailure).where(eq(signInFailure.keyHash, keyHash)).get() ?? null;
}

export function write(db: Db, row: SignInFailures): void {
	db.insert(signInFailure)
		.values(row)
		.onConflictDoUpdate({ target: signInFailure.keyHash, set: row })
		.run();
}

export function remove(db: Db, keyHash: string): void {
	db.delete(signInFailure).where(eq(signInFailure.keyHash, keyHash)).run();
}

export function removeOlderThan(db: Db, windowStartedBefore: number): void {
	db.delete(signInFailure).where(lt(signInFailure.windowStartedAt, windowStartedBefore)).run();
}
