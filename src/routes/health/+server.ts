import { json } from '@sveltejs/kit';
import { health } from '$lib/server/services/health.queries';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) => json(health(locals.ctx, locals.dataDir));
