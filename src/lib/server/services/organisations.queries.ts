import * as organisations from '../store/organisations.ts';
import { permitOperator, type Context } from './context.ts';

export function organisationsPage(ctx: Context) {
	permitOperator(ctx);
	return { organisations: organisations.list(ctx.db) };
}
