/** A plan of an organisation: the key of all its rows. */
export type PlanKey = { readonly organisationId: string; readonly planId: string };
