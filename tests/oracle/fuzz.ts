import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { arbitraryFullPlan, arbitrarySettledPlan } from './arbitrary-settings.ts';
import {
	bookOf,
	differences as formulasApart,
	disagreeing,
	withoutValues
} from '../support/recomputed-book.ts';
import { recalculated } from '../support/spreadsheet.ts';
import { differences } from './compare.ts';

/** Compares the core with the oracle on many random plans: `node --import tsx tests/oracle/fuzz.ts --runs 5000 --seed 1`. */
const CHUNK = 1000;
const { values } = parseArgs({
	options: {
		runs: { type: 'string', default: '100000' },
		seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
		books: { type: 'string', default: '50' }
	}
});
const [runs, firstSeed] = [Number(values.runs), Number(values.seed)];
const books = Number(values.books);
if (!(runs > 0) || !Number.isSafeInteger(firstSeed) || !(books >= 0))
	throw new RangeError(
		'--runs is a number above zero, --seed a whole number, --books zero or more'
	);

/** Every fourth plan has the default settings. */
const plans = fc.oneof(
	{ weight: 1, arbitrary: arbitraryFullPlan },
	{ weight: 3, arbitrary: arbitrarySettledPlan }
);
const agrees = fc.property(plans, (plan) => differences(plan).length === 0);

/** Tries so many plans; the first that differs, made as small as it can be, is printed. */
function tryPlans(seed: number, numRuns: number): { readonly tried: number; readonly bad: number } {
	const result = fc.check(agrees, { seed, numRuns });
	if (!result.failed) return { tried: numRuns, bad: 0 };
	const plan = result.counterexample?.[0];
	console.log(`seed ${seed}, path ${result.counterexamplePath}`);
	if (plan) {
		console.log(JSON.stringify(plan));
		console.log(reported(() => differences(plan)).join('\n'));
	}
	return { tried: result.numRuns, bad: 1 };
}

function reported(compare: () => string[]): string[] {
	try {
		return compare();
	} catch (error) {
		return [String(error instanceof Error ? error.stack : error)];
	}
}

let [done, bad] = [0, 0];
for (let chunk = 0; done < runs && bad === 0; chunk++) {
	const result = tryPlans(firstSeed + chunk, Math.min(CHUNK, runs - done));
	done += result.tried;
	bad += result.bad;
	if (bad === 0) console.log(`${done} plans, seed ${firstSeed}`);
}
console.log(`${done} plans, ${bad} differences`);

/** The same plans as workbooks, which LibreOffice computes to every figure. */
const AT_ONCE = 25;
let apart = 0;
for (let first = 0; first < books; first += AT_ONCE) {
	const chosen = fc.sample(plans, {
		seed: firstSeed + first,
		numRuns: Math.min(AT_ONCE, books - first)
	});
	const made = await Promise.all(chosen.map((plan) => bookOf(plan, 'P')));
	const read = await recalculated(await Promise.all(made.map((book) => withoutValues(book))));
	made.forEach((book, place) => {
		const tables = read[place];
		const found = [
			...disagreeing(book),
			...(tables ? formulasApart(book, tables).different : ['not read'])
		];
		if (found.length > 0)
			console.log(`workbook ${first + place}, seed ${firstSeed + first}`, found.slice(0, 5));
		if (found.length > 0) apart++;
	});
}
if (books > 0) console.log(`${books} workbooks, ${apart} apart`);
process.exitCode = bad + apart > 0 ? 1 : 0;
