import { readFileSync } from 'node:fs';
import { openDatabase } from '../../src/lib/server/db/open.ts';
import type { Context } from '../../src/lib/server/services/context.ts';
import { importPlan, renamePlan } from '../../src/lib/server/services/plans.commands.ts';

/**
 * Changes a plan through the services for ever, and prints each change after it is committed: its plan and version.
 * Arguments: database, organisation, number of changes (0: until killed), synchronous (a red control may weaken it).
 */
const [path = '', organisationId = '', count = '0', synchronous = 'FULL'] = process.argv.slice(2);
const db = openDatabase(path);
db.$client.pragma(`synchronous = ${synchronous}`);
const ctx: Context = {
	db,
	now: Date.now,
	requestId: 'writer',
	actor: {
		userId: 'writer',
		name: 'writer',
		email: 'writer@alvesta.example',
		organisationId,
		organisationName: null,
		role: 'editor',
		isOperator: false
	}
};

const planFile = readFileSync('src/lib/server/example/alvesta.json', 'utf8');
const say = (line: string) => process.stdout.write(`${line}\n`);
const CHANGES_PER_PLAN = 40;

let planId = '';
for (let n = 0; Number(count) === 0 || n < Number(count); n++) {
	const step = n % CHANGES_PER_PLAN;
	if (step === 0) {
		planId = importPlan(ctx, planFile);
		say(`${planId} 1`);
	} else {
		renamePlan(ctx, planId, { name: `Plan ${n}`, version: step });
		say(`${planId} ${step + 1}`);
	}
}
