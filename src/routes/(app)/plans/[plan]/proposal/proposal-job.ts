import type { PageData } from './$types';

/** A proposal being made or made, as the page has it. */
export type ProposalJob = NonNullable<Extract<PageData['proposal'], { job: unknown }>['job']>;
