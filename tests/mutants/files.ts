import { readFileSync, readdirSync } from 'node:fs';
import { instrument, type Mutant } from './instrument.ts';

const CORE = 'src/lib/core';

/** Folders of the core in which figures are computed; words, formulas for people and plan checks are left out. */
const FOLDERS = ['finance', 'emissions', 'abatement', 'funding', 'portfolio'];
const LEFT_OUT =
	/formulas\.ts$|warnings\.ts$|words\.ts$|evaluation|compare\.ts$|wedges\.ts$|macc-view\.ts$|inventory\.ts$|pace\.ts$|sampled-awards\.ts$|unknowns\.ts$/;

export const mutatedFiles: readonly string[] = [
	`${CORE}/years.ts`,
	`${CORE}/largest-remainder.ts`,
	`${CORE}/plan/placement.ts`,
	...FOLDERS.flatMap((folder) =>
		readdirSync(`${CORE}/${folder}`)
			.filter((name) => name.endsWith('.ts') && !LEFT_OUT.test(name))
			.map((name) => `${CORE}/${folder}/${name}`)
	)
];

/** Every file with its switches, and all mutants in the order of their numbers. */
export function instrumented(): {
	readonly texts: ReadonlyMap<string, string>;
	readonly mutants: readonly Mutant[];
} {
	const texts = new Map<string, string>();
	const mutants: Mutant[] = [];
	for (const file of mutatedFiles) {
		const result = instrument(readFileSync(file, 'utf8'), file, mutants.length);
		texts.set(file, result.text);
		mutants.push(...result.mutants);
	}
	return { texts, mutants };
}
