/** What a member of an organisation may do, from least to most. */
export const roles = ['reader', 'editor', 'finance', 'admin'] as const;
export type Role = (typeof roles)[number];
