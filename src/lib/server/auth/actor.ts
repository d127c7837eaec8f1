import type { Role } from '../db/roles.ts';

/** Who is signed in. A system operator belongs to no organisation and sees no plan. */
export type Actor = {
	readonly userId: string;
	readonly name: string;
	readonly email: string;
	readonly organisationId: string | null;
	readonly organisationName: string | null;
	readonly role: Role | null;
	readonly isOperator: boolean;
};
